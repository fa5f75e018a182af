package dev.docket.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Decides which traces are recorded: those of runs as that of the creation of their job was, others by their part. */
final class SampleTraces implements Sampler {
    private final Sampler calls;

    private SampleTraces(double ratio) {
        this.calls = Sampler.parentBased(Sampler.traceIdRatioBased(ratio));
    }

    /** Makes the one that the framework uses. */
    @Singleton
    static class Making {
        @Produces
        @Singleton
        Sampler sampler(TracesConfig config) {
            return new SampleTraces(config.ratio());
        }
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String trace, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        return links.stream().anyMatch(link -> link.getSpanContext().isSampled())
                ? SamplingResult.recordAndSample()
                : calls.shouldSample(parent, trace, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "runs as their creation, " + calls.getDescription();
    }
}
