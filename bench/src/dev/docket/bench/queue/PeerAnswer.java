package dev.docket.bench.queue;

import dev.docket.bench.Latencies;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures by the names that the harness has for them. */
final class PeerAnswer {
    private PeerAnswer() {}

    static Map<String, Object> of(Load load, Costs costs) {
        Map<String, Object> answer = of(load.calls(), load.seconds(), costs);
        answer.put("call_ms", millis(load.latencies()));
        answer.put("failed", load.failed());
        return answer;
    }

    /** The service is the client of the server, and the generator of load is part of what calls it costs. */
    static Map<String, Object> of(long jobs, double seconds, Costs costs) {
        return of(jobs, seconds, costs, costs.cpuMicros().get(Costs.CLIENT));
    }

    /** This process only looks on. */
    static Map<String, Object> of(DrainRun run) {
        Map<String, Object> answer = of(run.jobs(), run.seconds(), run.costs(), 0);
        answer.put("handler_calls", run.runs());
        answer.put("first_start_ms", Math.round(run.firstSeconds() * 1000));
        answer.put("rate_2nd_half", Math.round(run.secondHalfRate()));
        return answer;
    }

    private static Map<String, Object> of(long jobs, double seconds, Costs costs, double generator) {
        double service = costs.cpuMicros().get("service");
        double server = costs.cpuMicros().get(Costs.POSTGRESQL);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("n", jobs);
        answer.put("seconds", seconds);
        answer.put("rate", jobs / seconds);
        answer.put("partial", false);
        answer.put("cpu_us", Map.of("client", service + generator, "server", server, "service_alone", service));
        return answer;
    }

    static Map<String, Double> millis(Latencies latencies) {
        Map<String, Double> millis = new LinkedHashMap<>();
        millis.put("p50", latencies.p50());
        millis.put("p95", latencies.p95());
        millis.put("p99", latencies.p99());
        millis.put("max", latencies.most());
        return millis;
    }
}
