package dev.docket.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import dev.docket.StoreProfile;
import dev.docket.endpoint.ProcessorFamily;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StoreProfile.class)
@WithTestResource(PostgresResource.class)
class NoopIsNotOfferedTest {
    @Inject
    @Any
    Instance<ProcessorFamily> families;

    @Test
    void without_its_switch_the_processor_of_benchmarks_cannot_be_named() {
        assertThat(families.stream().map(ProcessorFamily::name))
                .contains("upstream")
                .doesNotContain("noop");
    }
}
