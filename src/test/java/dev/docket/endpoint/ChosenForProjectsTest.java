package dev.docket.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who extracts in projects. */
class ChosenForProjectsTest {
    private static final String PROJECTS = Endpoint.PROJECTS_EXTRACT.path();

    private final Named local = new Named("local", Set.of(Endpoint.DOCUMENTS_EXTRACT, Endpoint.DOCUMENTS_PARSE));
    private final Named forwarding = new Named("forwarding", Set.of(Endpoint.values()));
    private final Named parsing = new Named("parsing", Set.of(Endpoint.DOCUMENTS_PARSE));

    @Test
    void it_is_whoever_extracts_unless_somebody_is_named() {
        Processors processors = processors(Map.of(), parsing, local);

        assertThat(processors.needProject(Endpoint.PROJECTS_EXTRACT)).isTrue();
        assertThat(processors.needProject(Endpoint.DOCUMENTS_EXTRACT)).isFalse();
        assertThat(processors.of(Endpoint.PROJECTS_EXTRACT)).get().returns(local, Processor::place);
        assertThat(processors.inUse()).containsExactlyInAnyOrder(local, parsing);
    }

    @Test
    void one_that_is_named_need_not_be_the_one_that_extracts() {
        Processors processors = processors(Map.of(PROJECTS, "local", "/v1/documents/extract", "none"), local);

        assertThat(processors.of(Endpoint.DOCUMENTS_EXTRACT)).isEmpty();
        assertThat(processors.of(Endpoint.PROJECTS_EXTRACT)).get().returns(local, Processor::place);
    }

    @Test
    void one_that_serves_projects_itself_gets_the_request_as_it_is() {
        Processors processors = processors(Map.of(PROJECTS, "forwarding"), local, forwarding);

        assertThat(processors.of(Endpoint.PROJECTS_EXTRACT)).containsSame(forwarding);
        assertThat(processors.needProject(Endpoint.PROJECTS_EXTRACT)).isFalse();
    }

    @Test
    void without_anybody_who_extracts_there_is_none() {
        assertThat(processors(Map.of(), parsing).of(Endpoint.PROJECTS_EXTRACT)).isEmpty();
        assertThat(processors(Map.of(PROJECTS, "none"), local).of(Endpoint.PROJECTS_EXTRACT))
                .isEmpty();
        assertThatThrownBy(() -> processors(Map.of(PROJECTS, "parsing"), parsing, local))
                .isInstanceOf(ProcessorMisconfigured.class)
                .hasMessageContaining("[local, none]");
    }

    private static Processors processors(Map<String, String> byPath, Processor... processors) {
        Projects nobody = (organization, project) -> Uni.createFrom().nothing();
        return new Processors(Arrays.asList(processors), List.of(), nobody, () -> byPath);
    }

    private record Named(String name, Set<Endpoint> endpoints) implements Processor {
        @Override
        public boolean serves(Endpoint endpoint) {
            return endpoints.contains(endpoint);
        }

        @Override
        public int concurrency() {
            return 1;
        }

        @Override
        public Work start(Assignment assignment) {
            throw new UnsupportedOperationException();
        }
    }
}
