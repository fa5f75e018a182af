package dev.docket.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;

/**
 * A piece of work that is traced, or {@link #NONE}, which does nothing. What it is told is for everybody's eyes: names,
 * ids and outcomes, and never a body, a key or a document.
 */
public final class Trace {
    /** What is done where nothing is traced. */
    public static final Trace NONE = new Trace(null, Span.getInvalid());

    private static final ContextKey<Trace> CURRENT = ContextKey.named("docket-trace");

    private final Tracer tracer;
    private final Span span;

    Trace(Tracer tracer, Span span) {
        this.tracer = tracer;
        this.span = span;
    }

    /** What the thread, or the call that it serves, is at. */
    public static Trace current() {
        Trace current = Context.current().get(CURRENT);
        return current == null ? NONE : current;
    }

    /** A part of it that begins now. */
    public Trace part(String name) {
        return part(name, SpanKind.INTERNAL);
    }

    /** A call of another service that is a part of it and begins now. */
    public Trace call(String name) {
        return part(name, SpanKind.CLIENT);
    }

    /** Adds what there is to know; null is nothing. */
    public Trace with(String attribute, String value) {
        span.setAttribute(attribute, value);
        return this;
    }

    /** Adds what there is to know. */
    public Trace with(String attribute, long value) {
        span.setAttribute(attribute, value);
        return this;
    }

    /** It went well. */
    public void end() {
        span.end();
    }

    /** It did not go well, for a reason that is a code of ours. */
    public void failed(String code) {
        span.setAttribute("error.type", code);
        span.setStatus(StatusCode.ERROR);
        span.end();
    }

    /** Gives it a name that was not known when it began. */
    public void rename(String name) {
        span.updateName(name);
    }

    /** All that is done on behalf of the call that the thread serves is a part of it, until the call has its answer. */
    public void enterCall() {
        enter();
    }

    /** Tells another service what its work is a part of. */
    public void tell(BiConsumer<String, String> header) {
        if (span.getSpanContext().isValid()) {
            header.accept(TraceParent.HEADER, TraceParent.of(span.getSpanContext()));
        }
    }

    /** What a job created now is linked to; null when that is not recorded anywhere. */
    public String parent() {
        return span.getSpanContext().isSampled() ? TraceParent.of(span.getSpanContext()) : null;
    }

    /** Does the step as a part of it: what is counted and logged meanwhile is tied to it. */
    public void within(Runnable step) {
        if (this == NONE) {
            step.run();
            return;
        }
        OwnContext.run(() -> {
            try (Scope scope = enter()) {
                step.run();
            }
        });
    }

    /** Does the step as a part of it, and answers with what that does. */
    public <T> T within(Callable<T> step) throws Exception {
        if (this == NONE) {
            return step.call();
        }
        return OwnContext.call(() -> {
            try (Scope scope = enter()) {
                return step.call();
            }
        });
    }

    private Scope enter() {
        return Context.current().with(span).with(CURRENT, this).makeCurrent();
    }

    private Trace part(String name, SpanKind kind) {
        if (this == NONE) {
            return NONE;
        }
        return new Trace(
                tracer,
                tracer.spanBuilder(name)
                        .setParent(Context.root().with(span))
                        .setSpanKind(kind)
                        .startSpan());
    }
}
