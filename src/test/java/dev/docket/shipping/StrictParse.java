package dev.docket.shipping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Reads an object as its type and tells of everything in it that the type does not have. */
final class StrictParse {
    private static final Map<String, Class<?>> TYPES = Map.of(
            "v1 Namespace", Namespace.class,
            "v1 Service", Service.class,
            "v1 ServiceAccount", ServiceAccount.class,
            "apps/v1 Deployment", Deployment.class,
            "apps/v1 StatefulSet", StatefulSet.class,
            "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class);

    /** Those of the cluster's extensions are not in the library; what is used of them is written down here. */
    private static final Map<String, String> SCHEMAS = Map.of(
            "kustomize.config.k8s.io/v1beta1 Kustomization", "kustomization",
            "kustomize.config.k8s.io/v1alpha1 Component", "component",
            "keda.sh/v1alpha1 ScaledObject", "scaled-object",
            "monitoring.coreos.com/v1 ServiceMonitor", "service-monitor",
            "monitoring.coreos.com/v1 PrometheusRule", "prometheus-rule");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private StrictParse() {}

    /** What is wrong with it, empty if nothing is. */
    static List<String> faults(JsonNode body) {
        String type = body.path("apiVersion").asText() + " " + body.path("kind").asText();
        if (SCHEMAS.containsKey(type)) {
            return bySchema(SCHEMAS.get(type), body);
        }
        if (TYPES.containsKey(type)) {
            return byType(TYPES.get(type), body);
        }
        return List.of("unknown type " + type);
    }

    private static List<String> byType(Class<?> type, JsonNode body) {
        try {
            return LeftOver.in(JSON.treeToValue(body, type));
        } catch (JsonProcessingException e) {
            return List.of(e.getOriginalMessage());
        }
    }

    private static List<String> bySchema(String name, JsonNode body) {
        try (InputStream schema = StrictParse.class.getResourceAsStream("/k8s/" + name + ".schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(schema))
                    .validate(body)
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
