package dev.docket.endpoint.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Votes in single quotes. */
class ConsensusTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void equal_votes_are_certain() {
        Consensus agreed = of("{'a':{'b':[1,'x']}}", "{'a':{'b':[1.0,' x ']}}");

        assertThat(agreed.value()).isEqualTo(json("{'a':{'b':[1,'x']}}"));
        assertThat(agreed.likelihood().toString()).isEqualTo("{\"a\":{\"b\":[1.0,1.0]}}");
    }

    @Test
    void the_earliest_of_equally_many_wins() {
        assertThat(of("{'a':1}", "{'a':2}").value()).isEqualTo(json("{'a':1}"));
        assertThat(of("{'a':1}", "{'a':2}").likelihood().toString()).isEqualTo("{\"a\":0.5}");
    }

    @Test
    void a_property_needs_half_of_the_votes_and_counts_them_all() {
        Consensus agreed = of("{'a':1,'b':1}", "{'a':1}", "{'a':1}", "{'a':1,'c':3}", "{'a':1,'c':3}", "{'a':1,'c':3}");

        assertThat(agreed.value()).isEqualTo(json("{'a':1,'c':3}"));
        assertThat(agreed.likelihood().toString()).isEqualTo("{\"a\":1.0,\"c\":0.5}");
    }

    @Test
    void an_array_is_as_long_as_most_have_it() {
        Consensus agreed = of("{'a':[{'x':1}]}", "{'a':[{'x':1},{'x':2}]}", "{'a':[{'x':1},{'x':3}]}");

        assertThat(agreed.value()).isEqualTo(json("{'a':[{'x':1},{'x':2}]}"));
        assertThat(agreed.likelihood().toString()).isEqualTo("{\"a\":[{\"x\":1.0},{\"x\":0.33}]}");
    }

    @Test
    void votes_of_different_kinds_go_by_the_kind_of_most() {
        assertThat(of("{'a':null}", "{'a':{'b':1}}", "{'a':{'b':2}}").value()).isEqualTo(json("{'a':{'b':1}}"));
        assertThat(of("{'a':null}", "{'a':null}", "{'a':[1]}").value()).isEqualTo(json("{'a':null}"));
    }

    @Test
    void what_does_not_fit_together_gives_way_to_the_vote_that_most_agree_with() {
        List<JsonNode> votes = Stream.of("{'a':1,'b':1}", "{'a':2,'b':1}", "{'a':2,'b':2}", "{'a':2,'b':1,'c':1}")
                .map(ConsensusTest::json)
                .toList();

        Consensus agreed = Consensus.of(votes, value -> false);

        assertThat(agreed.value()).isEqualTo(json("{'a':2,'b':1,'c':1}"));
        assertThat(agreed.likelihood().toString()).isEqualTo("{\"a\":0.75,\"b\":0.75,\"c\":0.25}");
    }

    private static Consensus of(String... votes) {
        return Consensus.of(Stream.of(votes).map(ConsensusTest::json).toList(), value -> true);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException broken) {
            throw new AssertionError(text, broken);
        }
    }
}
