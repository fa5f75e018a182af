package dev.docket.api;

import java.util.Map;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** Finds the methods that an address does answer: the framework's own 405 does not name them. */
final class AllowedMethods {
    private AllowedMethods() {}

    /** The value of {@code Allow} for the request that is being answered on this thread. */
    static String here() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        RequestMapper<InitialMatch> classes =
                new RequestMapper<>(request.getDeployment().getClassMappers());
        TreeSet<String> methods = new TreeSet<>();
        String path = request.getPathWithoutPrefix();
        RequestMatch<InitialMatch> match = classes.map(path);
        while (match != null) {
            addMethods(match, methods);
            match = classes.continueMatching(path, match);
        }
        return String.join(", ", methods);
    }

    private static void addMethods(RequestMatch<InitialMatch> match, TreeSet<String> methods) {
        String rest = match.remaining.isEmpty() ? "/" : match.remaining;
        for (ServerRestHandler handler : match.value.handlers) {
            if (handler instanceof ClassRoutingHandler routing) {
                addMethods(routing.getMappers(), rest, methods);
            }
        }
    }

    private static void addMethods(
            Map<String, RequestMapper<RuntimeResource>> mappers, String rest, TreeSet<String> methods) {
        mappers.forEach((method, mapper) -> {
            if (method != null && mapper.map(rest) != null) {
                methods.add(method);
            }
        });
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
    }
}
