package dev.docket.functional.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.schema.ReadSchema;
import dev.docket.endpoint.schema.WantedSchema;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CheckInstanceTest {
    private static final int SCHEMAS = 3000;
    private static final int VALUES = 8;

    @Test
    void the_check_agrees_with_a_known_validator_on_schemas_and_values_at_random() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        RandomSchemas make = new RandomSchemas(20261125);
        int valid = 0;
        int judged = 0;
        for (int round = 0; round < SCHEMAS; round++) {
            ObjectNode schema = make.schema();
            WantedSchema ours = read(schema);
            if (ours == null) {
                continue;
            }
            Schema theirs = registry.getSchema(schema);
            for (int i = 0; i < VALUES; i++) {
                JsonNode value = make.value(2);
                boolean accepted = ours.check(value).isEmpty();
                assertThat(accepted)
                        .as("%s by %s", value, schema)
                        .isEqualTo(theirs.validate(value).isEmpty());
                valid += accepted ? 1 : 0;
                judged++;
            }
        }
        assertThat(judged).isGreaterThan(SCHEMAS * VALUES / 2);
        assertThat(valid).isBetween(judged / 10, judged * 9 / 10);
    }

    @Test
    void an_expression_that_would_be_tried_without_end_does_not_match() throws IOException {
        WantedSchema schema = read("{'type':'object','properties':{'a':{'pattern':'^(a+)+$'}}}");
        assertThat(schema.check(json("{'a':'" + "a".repeat(40) + "b'}"))).hasSize(1);
        assertThat(schema.check(json("{'a':'aaaa'}"))).isEmpty();
    }

    @Test
    void numbers_with_enormous_exponents_take_no_time() throws IOException {
        WantedSchema schema = read("{'properties':{'a':{'multipleOf':1e-900000000,'maximum':1e900000000}}}");
        assertThat(schema.check(json("{'a':3}"))).hasSize(1);
    }

    @Test
    void schemas_that_multiply_come_to_an_end() throws IOException {
        StringBuilder schema = new StringBuilder("{'$ref':'#/$defs/d0','$defs':{");
        for (int level = 0; level < 40; level++) {
            String next = "{'anyOf':[{'not':{'$ref':'#/$defs/d" + (level + 1) + "'}},{'not':{'$ref':'#/$defs/d"
                    + (level + 1) + "'}}]}";
            schema.append("'d").append(level).append("':").append(next).append(',');
        }
        schema.append("'d40':false}}");
        assertThat(read(schema.toString()).check(json("{}"))).isNotNull();
    }

    private static WantedSchema read(JsonNode schema) {
        try {
            return ReadSchema.read(schema);
        } catch (DocumentRefused refused) {
            return null;
        }
    }

    private static WantedSchema read(String schema) throws IOException {
        return ReadSchema.read(json(schema));
    }

    private static JsonNode json(String text) throws IOException {
        return RandomSchemas.JSON.readTree(text.replace('\'', '"'));
    }
}
