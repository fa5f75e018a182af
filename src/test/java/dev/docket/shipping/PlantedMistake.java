package dev.docket.shipping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** A mistake that someone could make in a pod, and the policy that has to notice it. */
enum PlantedMistake {
    RUNS_AS_ROOT(PodPolicy.NOT_ROOT, pod -> object(pod, "/securityContext").put("runAsUser", 0)),
    MAY_RUN_AS_ROOT(PodPolicy.NOT_ROOT, pod -> object(pod, "/securityContext").remove("runAsNonRoot")),
    ONE_CONTAINER_AS_ROOT(
            PodPolicy.NOT_ROOT,
            pod -> object(pod, "/containers/0/securityContext").put("runAsUser", 0)),
    NO_SECCOMP(PodPolicy.SECCOMP, pod -> object(pod, "/securityContext").remove("seccompProfile")),
    TOKEN_MOUNTED(PodPolicy.NO_TOKEN, pod -> object(pod, "").remove("automountServiceAccountToken")),
    MAY_ESCALATE(
            PodPolicy.NO_ESCALATION,
            pod -> object(pod, "/containers/0/securityContext").remove("allowPrivilegeEscalation")),
    MAY_WRITE(
            PodPolicy.READ_ONLY_ROOT,
            pod -> object(pod, "/containers/0/securityContext").put("readOnlyRootFilesystem", false)),
    KEEPS_CAPABILITIES(
            PodPolicy.NO_CAPABILITIES,
            pod -> object(pod, "/containers/0/securityContext").remove("capabilities")),
    NO_LIMIT(
            PodPolicy.LIMITS,
            pod -> object(pod, "/containers/0/resources/limits").remove("memory")),
    NO_REQUEST(PodPolicy.LIMITS, pod -> object(pod, "/containers/0/resources").remove("requests")),
    NO_READINESS(PodPolicy.PROBES, pod -> object(pod, "/containers/0").remove("readinessProbe")),
    LATEST(PodPolicy.FIXED_IMAGE, pod -> object(pod, "/containers/0").put("image", "docket:latest")),
    UNTAGGED(PodPolicy.FIXED_IMAGE, pod -> object(pod, "/containers/0").put("image", "registry:5000/docket")),
    ENDLESS_SCRATCH(
            PodPolicy.BOUNDED_SCRATCH, pod -> object(pod, "/volumes/0/emptyDir").remove("sizeLimit")),
    ON_THE_HOSTS_NETWORK(PodPolicy.NO_HOST, pod -> object(pod, "").put("hostNetwork", true)),
    OLD_PODS_COUNT(
            PodPolicy.SPREAD_BY_VERSION,
            pod -> object(pod, "/topologySpreadConstraints/1").remove("matchLabelKeys")),
    SECRET_WRITTEN_DOWN(
            PodPolicy.SECRETS_BY_NAME,
            pod -> object(pod, "/containers/0")
                    .putArray("env")
                    .addObject()
                    .put("name", "DOCKET_DB_PASSWORD")
                    .put("value", "postgres")),
    KILLED_IN_THE_DRAIN(PodPolicy.TIME_TO_DRAIN, pod -> object(pod, "").put("terminationGracePeriodSeconds", 30));

    private final PodPolicy noticed;
    private final Consumer<JsonNode> plant;

    PlantedMistake(PodPolicy noticed, Consumer<JsonNode> plant) {
        this.noticed = noticed;
        this.plant = plant;
    }

    PodPolicy noticed() {
        return noticed;
    }

    JsonNode in(JsonNode pod) {
        JsonNode copy = pod.deepCopy();
        plant.accept(copy);
        return copy;
    }

    private static ObjectNode object(JsonNode pod, String pointer) {
        return (ObjectNode) pod.at(pointer);
    }
}
