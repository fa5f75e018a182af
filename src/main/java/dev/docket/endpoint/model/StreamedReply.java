package dev.docket.endpoint.model;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.exchange.UpstreamWords;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Gathers a streamed answer, with what the library passes over: refusals, and errors amid the stream. */
final class StreamedReply implements StreamingChatResponseHandler {
    private final List<String> secrets;
    private final CompletableFuture<ChatResponse> response = new CompletableFuture<>();
    private final StringBuffer refusal = new StringBuffer();

    /** @param secrets not to be repeated in what the service said */
    StreamedReply(List<String> secrets) {
        this.secrets = secrets;
    }

    CompletableFuture<ChatResponse> response() {
        return response;
    }

    /** What the model said about why it will not answer, or null. */
    String refusal() {
        return refusal.isEmpty() ? null : refusal.toString();
    }

    @Override
    public void onCompleteResponse(ChatResponse complete) {
        response.complete(complete);
    }

    @Override
    public void onError(Throwable failure) {
        response.completeExceptionally(failure);
    }

    @Override
    public void onUnmappedRawEvent(Object raw) {
        if (raw instanceof ServerSentEvent event) {
            try {
                look(new JsonObject(event.data()));
            } catch (DecodeException | ClassCastException other) {
                // Nothing that is known; if it was to be part of the answer, that will turn out to be incomplete.
                return;
            }
        }
    }

    private void look(JsonObject event) {
        if (event.containsKey("error")) {
            Map<String, Object> details = new LinkedHashMap<>();
            UpstreamWords.of(Buffer.buffer(event.encode()), secrets).addTo(details);
            JobError error =
                    new JobError(ErrorCode.UPSTREAM_UNAVAILABLE, "The model service failed amid its answer.", details);
            response.completeExceptionally(new ModelFailed(new Answer.FailedForNow(error, Duration.ZERO)));
            return;
        }
        JsonArray choices = event.getJsonArray("choices", new JsonArray());
        if (!choices.isEmpty()) {
            refusal.append(choices.getJsonObject(0)
                    .getJsonObject("delta", new JsonObject())
                    .getString("refusal", ""));
        }
    }
}
