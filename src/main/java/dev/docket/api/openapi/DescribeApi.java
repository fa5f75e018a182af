package dev.docket.api.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * Completes the document, whose paths were found in the resources, while the service is built. A resource reads its
 * query and writes its answers itself, so there is nothing to find them by; they are described here, and a route that
 * nobody described, or a description without its route, stops the build.
 */
@OpenApiFilter(RunStage.BUILD)
public final class DescribeApi implements OASFilter {
    private static final String HEADER_KEY = "ApiKey";
    private static final String QUERY_KEY = "AccessToken";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Route> routes = Stream.of(
                        JobRoutes.all(),
                        BatchRoutes.all(),
                        BulkRoutes.all(),
                        DirectRoutes.all(),
                        ProjectRoutes.all(),
                        TemplateRoutes.all())
                .flatMap(List::stream)
                .collect(Collectors.toMap(DescribeApi::name, Function.identity()));
        document.getPaths().getPathItems().forEach((path, item) -> describe(path, item, routes));
        if (!routes.isEmpty()) {
            throw new IllegalStateException("described, but not there: " + routes.keySet());
        }
        document.servers(List.of(OASFactory.createServer().url("/").description("This service.")))
                .tags(List.of(
                        tag(JobRoutes.TAG, "Document calls that run in the background."),
                        tag(DirectRoutes.TAG, "Document calls that answer directly."),
                        tag(ProjectRoutes.TAG, "Schemas and settings that extractions share."),
                        tag(TemplateRoutes.TAG, "Empty forms with their fields.")))
                .components(components())
                .security(List.of(
                        OASFactory.createSecurityRequirement().addScheme(HEADER_KEY),
                        OASFactory.createSecurityRequirement().addScheme(QUERY_KEY)));
    }

    private static Tag tag(String name, String description) {
        return OASFactory.createTag().name(name).description(description);
    }

    private static void describe(String path, PathItem item, Map<String, Route> routes) {
        item.getOperations().forEach((method, found) -> item.setOperation(method, described(method, path, routes)));
    }

    private static Operation described(HttpMethod method, String path, Map<String, Route> routes) {
        Route route = routes.remove(method + " " + path);
        if (route == null) {
            throw new IllegalStateException("not described: " + method + " " + path);
        }
        return route.operation();
    }

    private static String name(Route route) {
        return route.method() + " " + route.path();
    }

    private static Components components() {
        Components components = OASFactory.createComponents()
                .parameters(Parameters.shared())
                .addSchema("Problem", Answers.problem())
                .addSecurityScheme(HEADER_KEY, key("Api-Key", SecurityScheme.In.HEADER))
                .addSecurityScheme(QUERY_KEY, key(Parameters.ACCESS_TOKEN, SecurityScheme.In.QUERY));
        JobSchemas.all().forEach(components::addSchema);
        CallSchemas.all().forEach(components::addSchema);
        BatchRoutes.schemas().forEach(components::addSchema);
        BulkSchemas.all().forEach(components::addSchema);
        ProjectSchemas.all().forEach(components::addSchema);
        TemplateSchemas.all().forEach(components::addSchema);
        return components;
    }

    private static SecurityScheme key(String name, SecurityScheme.In in) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .name(name)
                .in(in)
                .description("A key of your organization.");
    }
}
