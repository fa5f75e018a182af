package dev.docket.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.docket.store.TryAgain;
import dev.docket.tenant.QuotaExceededException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a call into a {@link Problem}. Nothing of the failure itself reaches the caller. */
class ProblemMapping {
    private static final Logger LOG = Logger.getLogger(ProblemMapping.class);

    @ServerExceptionMapper
    Response problem(ProblemException ended) {
        LOG.debugf(
                "The call is answered %d %s",
                ended.problem().status(), ended.problem().code());
        return ProblemAnswer.of(ended.problem());
    }

    @ServerExceptionMapper
    Response quota(QuotaExceededException exceeded) {
        return ProblemAnswer.of(Problems.queuedJobsQuota(exceeded.limit(), exceeded.retryAfter()));
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException missing) {
        return ProblemAnswer.of(Problems.routeNotFound());
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException refused) {
        Response answer = ProblemAnswer.of(Problems.methodNotAllowed());
        return Response.fromResponse(answer)
                .header(HttpHeaders.ALLOW, AllowedMethods.here())
                .build();
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException unreadable) {
        return ProblemAnswer.of(problemOf(unreadable));
    }

    /** Apart from {@link #json}, because the framework has an answer of its own for exactly this type. */
    @ServerExceptionMapper
    Response mismatch(MismatchedInputException unfitting) {
        return json(unfitting);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException ended, RoutingContext call) {
        int status = ended.getResponse().getStatus();
        if (ended.getCause() instanceof JsonProcessingException unreadable) {
            return json(unreadable);
        }
        return status >= 400 && status < 500 ? ProblemAnswer.of(Problems.ofStatus(status)) : anything(ended, call);
    }

    @ServerExceptionMapper
    Response anything(Throwable failure, RoutingContext call) {
        return ProblemAnswer.of(problemOf(failure, call));
    }

    /** Logs what is ours to mend; a database that is away is in the health check and the metrics already. */
    static Problem problemOf(Throwable failure, RoutingContext call) {
        String requestId = RequestIds.of(call);
        if (TryAgain.isLoss(failure)) {
            LOG.warnf("request %s: the database is unavailable: %s", requestId, failure);
            return TryAgain.isCrowded(failure) ? Problems.noConnectionFree() : Problems.databaseUnavailable();
        }
        LOG.errorf(failure, "request %s failed", requestId);
        return Problems.internalError(requestId);
    }

    private static Problem problemOf(JsonProcessingException unreadable) {
        if (unreadable instanceof JsonMappingException mapping) {
            return Problems.invalidBody(pathOf(mapping));
        }
        JsonLocation at = unreadable.getLocation();
        return at == null ? Problems.malformedJson(1, 1) : Problems.malformedJson(at.getLineNr(), at.getColumnNr());
    }

    private static String pathOf(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : Integer.toString(step.getIndex()))
                .collect(Collectors.joining("."));
    }
}
