package dev.docket.functional.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ExtractAnswerTest {
    private static final Extracting EXTRACTING = new Extracting();
    private static final byte[] TEXT = "Invoice number: R-7\nTotal: 12.50 EUR".getBytes(UTF_8);
    private static final String SCHEMA = """
            {'type': 'object', 'properties': {'invoice_number': {'type': 'string'}, 'total': {'type': 'number'},
             'fax': {'type': ['string', 'null']}, 'items': {'type': 'array', 'items': {'type': 'object',
              'properties': {'sku': {'type': 'string'}}}}}}""";

    @AfterAll
    static void close() {
        EXTRACTING.close();
    }

    @Test
    void the_content_is_the_parsed_result_as_text() throws IOException {
        JsonNode body = EXTRACTING.body(Extracting.request("a.txt", TEXT, SCHEMA));
        JsonNode message = body.at("/choices/0/message");
        assertThat(Extracting.JSON.readTree(message.get("content").textValue())).isEqualTo(message.get("parsed"));
        assertThat(message.get("role").textValue()).isEqualTo("assistant");
        assertThat(body.at("/choices/0/finish_reason").textValue()).isEqualTo("stop");
        assertThat(body.get("object").textValue()).isEqualTo("chat.completion");
        assertThat(body.get("model").textValue()).isEqualTo("retab-small");
        assertThat(body.get("choices")).hasSize(1);
    }

    @Test
    void likelihoods_have_the_shape_of_the_result_and_say_zero_of_what_was_not_found() {
        JsonNode body = EXTRACTING.body(Extracting.request("a.txt", TEXT, SCHEMA));
        JsonNode parsed = body.at("/choices/0/message/parsed");
        assertThat(shape(body.get("likelihoods"))).isEqualTo(shape(parsed));
        assertThat(body.at("/likelihoods/invoice_number").doubleValue()).isBetween(0.8, 1.0);
        assertThat(body.at("/likelihoods/fax").doubleValue()).isZero();
    }

    @Test
    void a_consensus_has_the_agreed_result_and_the_votes() {
        ObjectNode request = Extracting.request("a.txt", TEXT, SCHEMA).put("n_consensus", 3);
        JsonNode body = EXTRACTING.body(request);
        assertThat(body.get("choices"))
                .hasSize(4)
                .allSatisfy(choice ->
                        assertThat(choice.at("/message/parsed")).isEqualTo(body.at("/choices/0/message/parsed")));
        assertThat(body.at("/choices/3/index").intValue()).isEqualTo(3);
        assertThat(body.at("/usage/credits").decimalValue()).isEqualByComparingTo("3");
        JsonNode many = EXTRACTING.body(request.put("n_consensus", Integer.MAX_VALUE));
        assertThat(many.get("choices")).hasSize(9);
    }

    @Test
    void usage_counts_words_pages_and_credits() {
        JsonNode usage =
                EXTRACTING.body(Extracting.request("a.txt", TEXT, SCHEMA)).get("usage");
        assertThat(usage.get("prompt_tokens").intValue()).isEqualTo(6);
        assertThat(usage.get("completion_tokens").intValue()).isPositive();
        assertThat(usage.get("total_tokens").intValue())
                .isEqualTo(6 + usage.get("completion_tokens").intValue());
        assertThat(usage.get("page_count").intValue()).isEqualTo(1);
        assertThat(usage.get("credits").decimalValue()).isEqualByComparingTo("1");
    }

    @Test
    void an_id_that_the_client_gave_comes_back() {
        ObjectNode request = Extracting.request("a.txt", TEXT, SCHEMA);
        assertThat(EXTRACTING.body(request).get("extraction_id").textValue()).startsWith("extr_");
        assertThat(EXTRACTING
                        .body(request.put("extraction_id", "mine"))
                        .get("extraction_id")
                        .textValue())
                .isEqualTo("mine");
    }

    @Test
    void the_same_document_and_schema_always_give_the_same_result() throws IOException {
        ObjectNode request = Extracting.request("a.pdf", SampleInvoice.draw(), SCHEMA);
        JsonNode first = EXTRACTING.body(request);
        JsonNode second = EXTRACTING.body(request);
        for (String field : new String[] {"choices", "likelihoods", "usage", "id"}) {
            assertThat(second.get(field)).isEqualTo(first.get(field));
        }
    }

    /** The value with a nought in the place of everything without parts. */
    private static JsonNode shape(JsonNode value) {
        if (value.isObject()) {
            ObjectNode shape = Extracting.JSON.createObjectNode();
            value.fields().forEachRemaining(each -> shape.set(each.getKey(), shape(each.getValue())));
            return shape;
        }
        if (value.isArray()) {
            ArrayNode shape = Extracting.JSON.createArrayNode();
            value.forEach(each -> shape.add(shape(each)));
            return shape;
        }
        return IntNode.valueOf(0);
    }
}
