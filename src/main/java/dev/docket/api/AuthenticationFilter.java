package dev.docket.api;

import dev.docket.tenant.Authentication;
import dev.docket.tenant.Authentication.Accepted;
import dev.docket.tenant.Authenticator;
import dev.docket.trace.AboutJob;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Lets only good keys through to the resources under {@code /v1}. While a key is looked up the body waits in the
 * socket; nothing of it is read or lost.
 */
class AuthenticationFilter {
    static final String KEY_HEADER = "Api-Key";

    private final Authenticator authenticator;
    private final CallerContext caller;
    private final ApiRole role;

    AuthenticationFilter(Authenticator authenticator, CallerContext caller, ApiRole role) {
        this.authenticator = authenticator;
        this.caller = caller;
        this.role = role;
    }

    @ServerRequestFilter(nonBlocking = true)
    Uni<Response> authenticate(ContainerRequestContext request) {
        if (!isProtected()) {
            return Uni.createFrom().nullItem();
        }
        if (!role.isPlayed()) {
            return Uni.createFrom().item(ProblemAnswer.of(Problems.notServedHere()));
        }
        String key = request.getHeaderString(KEY_HEADER);
        if (key == null || key.isEmpty()) {
            return Uni.createFrom().item(refusal());
        }
        return authenticator.authenticate(key).map(this::admit);
    }

    /** Judged by the very text that chose the resource, so that no other spelling of a path gets around it. */
    private static boolean isProtected() {
        String path = CurrentRequestManager.get().getPathWithoutPrefix();
        return path.equals("/v1") || path.startsWith("/v1/");
    }

    private Response admit(Authentication found) {
        if (found instanceof Accepted accepted) {
            caller.set(accepted.caller());
            AboutJob.callOf(accepted.caller().organizationId());
            return null;
        }
        return refusal();
    }

    private static Response refusal() {
        return ProblemAnswer.of(Problems.unauthorized());
    }
}
