package dev.docket.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.job.TimeLimits;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointLimitsTest {
    private static final Endpoint PARSE = Endpoint.DOCUMENTS_PARSE;
    private static final Endpoint SPLIT = Endpoint.DOCUMENTS_SPLIT;
    private static final String OF_PARSE = ".\"/v1/documents/parse\"";

    @Test
    void without_settings_a_run_may_work_for_an_hour_and_a_job_may_wait_for_ever() {
        EndpointLimits limits = limits(Map.of());

        assertThat(limits.execution(PARSE, TimeLimits.NONE)).contains(Duration.ofHours(1));
        assertThat(limits.queue(PARSE, TimeLimits.NONE)).isEmpty();
        assertThat(limits.queueByPath()).isEmpty();
    }

    @Test
    void the_limit_of_an_endpoint_stands_in_place_of_the_general_one() {
        EndpointLimits limits = limits(Map.of(
                "docket.jobs.execution-timeout",
                "10M",
                "docket.jobs.execution-timeouts" + OF_PARSE,
                "20M",
                "docket.jobs.queue-timeout",
                "1M",
                "docket.jobs.queue-timeouts" + OF_PARSE,
                "0S"));

        assertThat(limits.execution(PARSE, TimeLimits.NONE)).contains(Duration.ofMinutes(20));
        assertThat(limits.execution(SPLIT, TimeLimits.NONE)).contains(Duration.ofMinutes(10));
        assertThat(limits.queue(PARSE, TimeLimits.NONE)).isEmpty();
        assertThat(limits.queue(SPLIT, TimeLimits.NONE)).contains(Duration.ofMinutes(1));
        assertThat(limits.queueByPath()).hasSize(8).doesNotContainKey(PARSE.path());
    }

    @Test
    void of_the_two_limits_on_execution_the_shorter_one_holds() {
        EndpointLimits limits = limits(Map.of("docket.jobs.execution-timeout", "10M"));

        assertThat(limits.execution(PARSE, new TimeLimits(30.5, null))).contains(Duration.ofMillis(30_500));
        assertThat(limits.execution(PARSE, new TimeLimits(3_600.0, null))).contains(Duration.ofMinutes(10));
        assertThat(limits(Map.of("docket.jobs.execution-timeout", "0S"))
                        .execution(PARSE, new TimeLimits(7_200.0, null)))
                .contains(Duration.ofHours(2));
    }

    @Test
    void a_jobs_own_limit_on_waiting_stands_in_place_of_the_configured_one() {
        EndpointLimits limits = limits(Map.of("docket.jobs.queue-timeout", "10S"));

        assertThat(limits.queue(PARSE, new TimeLimits(null, 60.0))).contains(Duration.ofMinutes(1));
        assertThat(limits.queue(PARSE, new TimeLimits(null, 1e-9))).contains(Duration.ofMillis(1));
    }

    @Test
    void an_unknown_endpoint_and_a_limit_below_zero_are_refused() {
        assertThatThrownBy(() -> limits(Map.of("docket.jobs.queue-timeouts.\"/v1/shred\"", "1S")))
                .isInstanceOf(ProcessorMisconfigured.class)
                .hasMessageContaining("docket.jobs.queue-timeouts")
                .hasMessageContaining("/v1/shred");
        assertThatThrownBy(() -> limits(Map.of("docket.jobs.execution-timeout", "PT-1S")))
                .isInstanceOf(ProcessorMisconfigured.class)
                .hasMessageContaining("below zero");
    }

    private static EndpointLimits limits(Map<String, String> keys) {
        return new EndpointLimits(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(TimeLimitsConfig.class)
                .withValidateUnknown(false)
                .withSources(new PropertiesConfigSource(keys, "test", 100))
                .build()
                .getConfigMapping(TimeLimitsConfig.class));
    }
}
