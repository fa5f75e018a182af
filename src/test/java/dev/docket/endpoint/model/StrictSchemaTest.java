package dev.docket.endpoint.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.endpoint.schema.ReadSchema;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas in single quotes, rewritten into what services can hold a model to. */
class StrictSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u00a7',
            value = {
                "{'type':'string','minLength':3,'X-Note':'n','description':'d'} | {'description':'d','type':'string'}",
                "{'type':['string','null'],'pattern':'^a'} | {'type':['string','null']}",
                "{'enum':['a','b']} | {'enum':['a','b']}",
                "{'const':7} | {'enum':[7]}",
                "{'$ref':'#/$defs/x','title':'t'} | {'$ref':'#/$defs/x'}",
                "{'anyOf':[{'type':'string'},{'type':'null'}]} | {'anyOf':[{'type':'string'},{'type':'null'}]}",
                "{'type':'array','items':{'type':'number','minimum':1},'minItems':1} |"
                        + " {'type':'array','items':{'type':'number'}}"
            })
    void what_only_narrows_or_notes_is_left_out(String property, String rewritten) {
        assertThat(strict("{'type':'object','properties':{'a':" + property + "},'required':['a']}"))
                .isEqualTo(json("{'type':'object','properties':{'a':" + rewritten
                        + "},'required':['a'],'additionalProperties':false}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u00a7',
            value = {
                "{'type':'string'} | {'type':['string','null']}",
                "{'type':['string','null']} | {'type':['string','null']}",
                "{'type':'string','enum':['a']} | {'anyOf':[{'enum':['a'],'type':'string'},{'type':'null'}]}",
                "{'$ref':'#/$defs/x'} | {'anyOf':[{'$ref':'#/$defs/x'},{'type':'null'}]}"
            })
    void what_may_be_left_out_may_be_null_instead(String property, String rewritten) {
        assertThat(strict("{'type':'object','properties':{'a':" + property + "}}")
                        .at("/properties/a"))
                .isEqualTo(json(rewritten));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':'object'}",
                "{'type':'object','properties':{'a':{}}}",
                "{'type':'object','properties':{'a':{'allOf':[{'type':'string'}]}}}",
                "{'type':'object','properties':{'a':{'oneOf':[{'type':'string'}]}}}",
                "{'type':'object','properties':{'a':{'not':{'type':'string'}}}}",
                "{'type':'object','properties':{'a':{'type':'array'}}}",
                "{'type':'object','properties':{'a':{'type':'object','additionalProperties':{'type':'string'}}}}",
                "{'type':'object','properties':{'a':true}}",
                "{'type':'array','items':{'type':'string'}}",
                "{'anyOf':[{'type':'object','properties':{'a':{'type':'string'}}}]}"
            })
    void a_schema_that_would_mean_something_else_is_not_rewritten(String schema) {
        assertThat(StrictSchema.of(json(schema))).isEmpty();
    }

    @Test
    void definitions_and_what_contains_itself_stay() {
        JsonNode strict = strict("{'type':'object','properties':{'n':{'$ref':'#/$defs/n'}},'required':['n'],"
                + "'$defs':{'n':{'type':'object','properties':{'next':{'$ref':'#/$defs/n'}}}}}");

        assertThat(strict.at("/$defs/n/additionalProperties").booleanValue()).isFalse();
        assertThat(strict.at("/$defs/n/properties/next/anyOf/0/$ref").textValue())
                .isEqualTo("#/$defs/n");
    }

    @Test
    void nulls_that_only_the_rewriting_asked_for_are_dropped_before_an_answer_is_judged() {
        JsonNode schema = json("{'type':'object','properties':{'a':{'type':'string'},'b':{'type':['string','null']},"
                + "'c':{'type':'object','properties':{'d~/e':{'enum':['x']}}},'f':{'type':'string'}},"
                + "'required':['f']}");
        JsonNode answer = json("{'a':null,'b':null,'c':{'d~/e':null},'f':'x'}");

        assertThat(FitAnswer.faults(ReadSchema.read(schema), answer)).isEmpty();
        assertThat(answer).isEqualTo(json("{'b':null,'c':{},'f':'x'}"));
        assertThat(FitAnswer.faults(ReadSchema.read(schema), json("{'f':null}")))
                .singleElement()
                .asString()
                .contains("required");
    }

    private static JsonNode strict(String schema) {
        return StrictSchema.of(json(schema)).orElseThrow();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException broken) {
            throw new AssertionError(text, broken);
        }
    }
}
