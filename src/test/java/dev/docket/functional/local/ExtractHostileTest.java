package dev.docket.functional.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Schemas and documents made to keep a worker. Without their bounds none of these would end before its time limit. */
class ExtractHostileTest {
    private static final Extracting EXTRACTING = new Extracting();

    @AfterAll
    static void close() {
        EXTRACTING.close();
    }

    @Test
    void an_enumeration_of_very_many_values_is_looked_up_and_not_gone_through() {
        String values = IntStream.range(0, 30_000)
                .mapToObj(each -> "'kind " + each + "'")
                .collect(Collectors.joining(","));
        String schema =
                "{'type':'object','properties':{'category':{'enum':[" + values + "]},'rows':{'type':'array','items':"
                        + "{'type':'object','properties':{'id':{'type':'integer'},'category':{'$ref':'#/properties/category'}}}}}}";
        String rows = IntStream.range(0, 1000)
                .mapToObj(each -> each + ",kind " + (each + 20_000))
                .collect(Collectors.joining("\n"));
        JsonNode result = EXTRACTING
                .body(Extracting.request("a.csv", ("id,category\n" + rows).getBytes(UTF_8), schema))
                .at("/choices/0/message/parsed");
        assertThat(result.get("rows")).hasSize(1000);
        assertThat(result.at("/rows/999/category").textValue()).isEqualTo("kind 20999");
    }

    @Test
    void many_expressions_made_to_be_tried_without_end_share_one_allowance() {
        String property = "{'type':'string','title':'Code','pattern':'^(([a-z])+.)+[A-Z]([a-z])+$'}";
        String properties = IntStream.range(0, 150)
                .mapToObj(each -> "'p" + each + "':" + property)
                .collect(Collectors.joining(","));
        String text = ("Code: " + "a".repeat(3000) + "!\n").repeat(50);
        JsonNode result = EXTRACTING
                .body(Extracting.request(
                        "a.txt", text.getBytes(UTF_8), "{'type':'object','properties':{" + properties + "}}"))
                .at("/choices/0/message/parsed");
        assertThat(result).isEmpty();
    }

    @Test
    void references_in_circles_end_or_are_refused() {
        String circle = "{'$ref':'#/$defs/a','$defs':{'a':{'type':'object','properties':{'name':{'type':'string'},"
                + "'next':{'$ref':'#/$defs/b'}}},'b':{'anyOf':[{'$ref':'#/$defs/a'},{'type':'array','items':{'$ref':'#/$defs/b'}}]}}}";
        assertThat(EXTRACTING.result("Name: Ada", circle).get("name").textValue())
                .isEqualTo("Ada");
    }

    @Test
    void two_thousand_pages_and_a_schema_of_hundreds_of_values_come_to_an_end() {
        String page = IntStream.range(0, 12)
                .mapToObj(line -> "Total amount " + line + ": " + line + ".50   Due date   03.04.2026")
                .collect(Collectors.joining("\n"));
        String text = IntStream.range(0, 2000).mapToObj(each -> page).collect(Collectors.joining("\f"));
        String properties = IntStream.range(0, 150)
                .mapToObj(each -> "'total_amount_date_" + each + "':{'type':['string','number','null']}")
                .collect(Collectors.joining(","));
        JsonNode body = EXTRACTING.body(Extracting.request(
                "a.txt",
                text.getBytes(UTF_8),
                "{'type':'object','properties':{" + properties + ",'due_date':{'type':'string','format':'date'}}}"));
        assertThat(body.at("/usage/page_count").intValue()).isEqualTo(2000);
        assertThat(body.at("/choices/0/message/parsed/due_date").textValue()).isEqualTo("2026-04-03");
    }
}
