package dev.docket.endpoint.model;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.exchange.Failures;
import dev.docket.job.ErrorCode;
import dev.docket.trace.Trace;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Asks one question and waits for the answer, on a thread that can be interrupted. */
final class AskModel {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);

    /** A service that asks for more patience than this gets it from the queue, not from a thread. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final ModelService service;
    private final ModelConnections connections;
    private final MeterRegistry registry;

    AskModel(ModelService service, ModelConnections connections, MeterRegistry registry) {
        this.service = service;
        this.connections = connections;
        this.registry = registry;
    }

    /**
     * The model's answer.
     *
     * @throws ModelFailed when there is none
     * @throws WorkStopped when the thread was interrupted; the call is cut off by then
     */
    Reply ask(Question question, Tokens tokens) {
        tokens.ask();
        for (int again = 0; ; again++) {
            Timer.Sample sample = Timer.start(registry);
            Trace trace = Trace.current().call("chat");
            try {
                Reply reply = once(question, tokens, trace);
                ended(sample, "completed");
                trace.end();
                return reply;
            } catch (ModelFailed failed) {
                String code = Failures.outcome(failed.answer());
                ended(sample, code);
                trace.failed(code);
                pauseOrGiveUp(tokens.any() ? failed.ofBegun() : failed, again);
            } catch (WorkStopped stopped) {
                ended(sample, "aborted");
                trace.failed("aborted");
                throw stopped;
            }
        }
    }

    private void pauseOrGiveUp(ModelFailed failed, int again) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(again, 10));
        boolean passing = failed.answer() instanceof Answer.FailedForNow now
                && now.after().compareTo(LONGEST_PAUSE) <= 0
                && pause.compareTo(LONGEST_PAUSE) <= 0;
        if (!passing || again >= service.config().retries()) {
            throw failed;
        }
        Duration asked = ((Answer.FailedForNow) failed.answer()).after();
        try {
            TimeUnit.MILLISECONDS.sleep(Math.max(pause.toMillis(), asked.toMillis()));
        } catch (InterruptedException stopped) {
            throw stopped();
        }
    }

    private Reply once(Question question, Tokens tokens, Trace trace) {
        AbortableHttp http = new AbortableHttp(connections, trace);
        ChatRequest request = ChatRequest.builder()
                .messages(question.messages())
                .responseFormat(
                        AnswerFormat.of(question.form(), service.config().output()))
                .build();
        try {
            return service.config().streaming()
                    ? streamed(http, question, request, tokens)
                    : whole(http, question, request, tokens);
        } catch (InterruptedException stopped) {
            throw stopped();
        } catch (ExecutionException | RuntimeException failed) {
            if (Thread.currentThread().isInterrupted()) {
                throw stopped();
            }
            throw sorted(failed);
        } finally {
            http.abort();
        }
    }

    /** Never returns: an interrupted thread is on its way out. */
    private static WorkStopped stopped() {
        Thread.currentThread().interrupt();
        WorkStopped.check();
        throw new IllegalStateException("an interrupted thread goes on");
    }

    private Reply streamed(AbortableHttp http, Question question, ChatRequest request, Tokens tokens)
            throws InterruptedException, ExecutionException {
        OpenAiStreamingChatModel model = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http.builder())
                .baseUrl(service.url())
                .apiKey(service.config().apiKey().orElse(null))
                .modelName(service.nameOf(question.model()))
                .temperature(question.temperature())
                .seed(question.seed())
                .reasoningEffort(question.effort())
                .maxTokens(maxTokens())
                .strictJsonSchema(AnswerFormat.isStrict(question.form()))
                .build();
        StreamedReply reply = new StreamedReply(service.secrets());
        model.chat(request, reply);
        return judged(reply.response().get(), reply.refusal(), tokens);
    }

    private Reply whole(AbortableHttp http, Question question, ChatRequest request, Tokens tokens)
            throws InterruptedException, ExecutionException {
        OpenAiChatModel model = OpenAiChatModel.builder()
                .httpClientBuilder(http.builder())
                .baseUrl(service.url())
                .apiKey(service.config().apiKey().orElse(null))
                .modelName(service.nameOf(question.model()))
                .temperature(question.temperature())
                .seed(question.seed())
                .reasoningEffort(question.effort())
                .maxTokens(maxTokens())
                .strictJsonSchema(AnswerFormat.isStrict(question.form()))
                .maxRetries(0)
                .build();
        return judged(model.chat(request), null, tokens);
    }

    private Integer maxTokens() {
        return service.config().maxTokens().isPresent()
                ? service.config().maxTokens().getAsInt()
                : null;
    }

    /** An answer that does not say why it ended did not end: the connection closed in good order, but too soon. */
    private static Reply judged(ChatResponse response, String refusal, Tokens tokens) {
        tokens.add(response.tokenUsage());
        FinishReason finish = response.finishReason();
        if (finish == null) {
            throw new ModelFailed(Failures.unavailable("The model service broke off its answer."));
        }
        String text = response.aiMessage() == null ? null : response.aiMessage().text();
        return new Reply(text == null ? "" : text, refusal, finish);
    }

    private static ModelFailed sorted(Exception failed) {
        ModelFailed known = ModelFailed.in(failed);
        if (known != null) {
            return known;
        }
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ContentFilteredException) {
                return ModelFailed.last(ErrorCode.MODEL_REFUSED, "The model refused to answer.");
            }
        }
        return new ModelFailed(Failures.last(
                ErrorCode.UPSTREAM_ANSWER_INVALID, "The answer of the model service is not one of its protocol."));
    }

    private void ended(Timer.Sample sample, String outcome) {
        sample.stop(Timer.builder("docket.model")
                .description("From the beginning of a call of the model to its end")
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .register(registry));
    }
}
