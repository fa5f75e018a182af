package dev.docket.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;

/** Begins traces, if there is somebody to send them to. */
@Singleton
public class Traces {
    private final boolean on;
    private final Tracer tracer;

    Traces(TracesConfig config, Tracer tracer) {
        this.on = config.endpoint().isPresent();
        this.tracer = tracer;
    }

    /** Whether anything is traced at all; it never changes. */
    public boolean areOn() {
        return on;
    }

    /**
     * A call that was received.
     *
     * @param parent its header {@code traceparent}, or null
     */
    public Trace call(String name, String parent) {
        return begin(name, SpanKind.SERVER, Context.root().with(Span.wrap(TraceParent.read(parent))), null);
    }

    /**
     * A run of a job. It has a trace of its own, as it may come much later than the creation of the job, and more than
     * once; it is linked to it.
     *
     * @param created what {@link Trace#parent} was at the creation of its job; null when that was not traced
     */
    public Trace run(String name, String created) {
        SpanContext creation = TraceParent.read(created);
        return creation.isValid() ? begin(name, SpanKind.CONSUMER, Context.root(), creation) : Trace.NONE;
    }

    private Trace begin(String name, SpanKind kind, Context parent, SpanContext link) {
        if (!on) {
            return Trace.NONE;
        }
        var span = tracer.spanBuilder(name).setSpanKind(kind).setParent(parent);
        if (link != null) {
            span.addLink(link);
        }
        return new Trace(tracer, span.startSpan());
    }
}
