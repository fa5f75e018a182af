package dev.docket.shipping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What every pod here must hold to, beyond what the types of Kubernetes ask for. */
enum PodPolicy {
    NOT_ROOT(pod -> pod.at("/securityContext/runAsNonRoot").asBoolean()
            && pod.at("/securityContext/runAsUser").asInt() > 0
            && containers(pod)
                    .noneMatch(container ->
                            container.at("/securityContext/runAsUser").isInt())),
    SECCOMP(pod -> pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault")),
    NO_TOKEN(pod -> !pod.path("automountServiceAccountToken").asBoolean(true)
            && pod.path("serviceAccountName").asText().equals("docket")),
    NO_ESCALATION(everywhere(container ->
            !container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)
                    && !container.at("/securityContext/privileged").asBoolean())),
    READ_ONLY_ROOT(everywhere(
            container -> container.at("/securityContext/readOnlyRootFilesystem").asBoolean())),
    NO_CAPABILITIES(everywhere(container ->
            container.at("/securityContext/capabilities").toString().equals("{\"drop\":[\"ALL\"]}"))),
    LIMITS(everywhere(container ->
            hasAmounts(container.at("/resources/requests")) && hasAmounts(container.at("/resources/limits")))),
    PROBES(pod -> Stream.of("startupProbe", "livenessProbe", "readinessProbe")
            .allMatch(probe -> elements(pod.path("containers")).allMatch(container -> container.has(probe)))),
    FIXED_IMAGE(everywhere(container -> container.path("image").asText().matches(".+:[^/:]*\\d[^/:]*"))),
    BOUNDED_SCRATCH(pod -> elements(pod.path("volumes"))
            .filter(volume -> volume.has("emptyDir"))
            .allMatch(volume -> volume.at("/emptyDir/sizeLimit").isTextual())),
    NO_HOST(pod -> Stream.of("hostNetwork", "hostPID", "hostIPC").noneMatch(pod::has)
            && elements(pod.path("volumes")).noneMatch(volume -> volume.has("hostPath"))),
    SPREAD_BY_VERSION(pod -> elements(pod.path("topologySpreadConstraints"))
            .allMatch(constraint -> constraint.path("matchLabelKeys").toString().equals("[\"pod-template-hash\"]"))),
    SECRETS_BY_NAME(everywhere(container -> elements(container.path("env"))
            .filter(PodPolicy::isSecret)
            .allMatch(variable -> variable.at("/valueFrom/secretKeyRef/name").isTextual()))),
    TIME_TO_DRAIN(pod -> pod.path("terminationGracePeriodSeconds").asInt() >= timeToStop(pod));

    /** Stopping what is left of the runs and handing it back, after the drain. */
    private static final int HANDING_BACK = 10;

    private static final int DEFAULT_DRAIN = 20;
    private static final Set<String> SECRETS = Set.of(
            "DOCKET_DB_URL",
            "DOCKET_DB_SESSION_URL",
            "DOCKET_DB_REPLICA_URL",
            "DOCKET_DB_USERNAME",
            "DOCKET_DB_PASSWORD",
            "DOCKET_API_KEY",
            "POSTGRES_PASSWORD");

    private final Predicate<JsonNode> holds;

    PodPolicy(Predicate<JsonNode> holds) {
        this.holds = holds;
    }

    static List<PodPolicy> brokenBy(JsonNode pod) {
        List<PodPolicy> broken = new ArrayList<>();
        for (PodPolicy policy : values()) {
            if (!policy.holds.test(pod)) {
                broken.add(policy);
            }
        }
        return broken;
    }

    private static Predicate<JsonNode> everywhere(Predicate<JsonNode> holds) {
        return pod -> containers(pod).allMatch(holds);
    }

    private static Stream<JsonNode> containers(JsonNode pod) {
        return Stream.concat(elements(pod.path("initContainers")), elements(pod.path("containers")));
    }

    static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static boolean hasAmounts(JsonNode resources) {
        return resources.hasNonNull("cpu") && resources.hasNonNull("memory");
    }

    private static boolean isSecret(JsonNode variable) {
        String name = variable.path("name").asText();
        return SECRETS.contains(name) || name.endsWith("PASSWORD") || name.endsWith("_API_KEY");
    }

    private static int timeToStop(JsonNode pod) {
        JsonNode container = pod.path("containers").path(0);
        int drain = elements(container.path("env"))
                .filter(variable -> variable.path("name").asText().equals("DOCKET_EXECUTOR_DRAIN"))
                .mapToInt(variable ->
                        Integer.parseInt(variable.path("value").asText().replace("S", "")))
                .findFirst()
                .orElse(DEFAULT_DRAIN);
        return container.at("/lifecycle/preStop/sleep/seconds").asInt() + drain + HANDING_BACK;
    }
}
