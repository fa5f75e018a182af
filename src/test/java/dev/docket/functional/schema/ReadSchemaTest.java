package dev.docket.functional.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.endpoint.schema.ReadSchema;
import dev.docket.endpoint.schema.Wanted;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReadSchemaTest {
    @Test
    void references_and_parts_are_put_together_to_what_is_wanted() throws IOException {
        Wanted.Fields fields = (Wanted.Fields) read("""
                {'type': 'object', 'required': ['a'], 'properties': {'a': {'$ref': '#/$defs/A', 'title': 'Mine'},
                 'b': {'allOf': [{'type': 'string'}, {'maxLength': 3}]}},
                 '$defs': {'A': {'type': 'integer', 'title': 'Theirs', 'description': 'kept'}}}""");
        Wanted.Scalar a = (Wanted.Scalar) fields.properties().get(0).wanted();
        assertThat(fields.properties().get(0).required()).isTrue();
        assertThat(a.kinds()).containsExactly(Wanted.Kind.INTEGER);
        assertThat(a.note().title()).isEqualTo("Mine");
        assertThat(a.note().description()).isEqualTo("kept");
        Wanted.Scalar b = (Wanted.Scalar) fields.properties().get(1).wanted();
        assertThat(b.rule().accepts(RandomSchemas.JSON.readTree("\"abc\""))).isTrue();
        assertThat(b.rule().accepts(RandomSchemas.JSON.readTree("\"abcd\""))).isFalse();
    }

    @Test
    void null_will_do_in_each_way_a_schema_can_say_so() throws IOException {
        for (String schema : new String[] {
            "{'type':['string','null']}",
            "{'anyOf':[{'type':'string'},{'type':'null'}]}",
            "{'enum':['a',null]}",
            "{'oneOf':[{'$ref':'#/properties/x'},{'type':'null'}]}",
            "{}"
        }) {
            Wanted.Fields fields =
                    (Wanted.Fields) read("{'type':'object','properties':{'x':{'type':'string'},'a':" + schema + "}}");
            Wanted wanted = fields.properties().get(1).wanted();
            assertThat(wanted.nullable()).as(schema).isTrue();
            assertThat(wanted).as(schema).isInstanceOf(Wanted.Scalar.class);
        }
    }

    @Test
    void alternatives_keep_what_stands_around_them() throws IOException {
        Wanted.Either either = (Wanted.Either) read("""
                {'properties': {'id': {'type': 'string'}}, 'anyOf': [
                 {'properties': {'a': {'type': 'string'}}}, {'properties': {'b': {'type': 'string'}}}]}""");
        assertThat(either.alternatives())
                .allSatisfy(alternative -> assertThat(((Wanted.Fields) alternative).properties())
                        .extracting(Wanted.Property::name)
                        .startsWith("id")
                        .hasSize(2));
    }

    @Test
    void alternatives_that_only_demand_something_are_no_choice() throws IOException {
        assertThat(read("""
                        {'type': 'object', 'properties': {'a': {'type': 'string'}, 'b': {'type': 'string'}},
                         'anyOf': [{'required': ['a']}, {'required': ['b']}]}""")).isInstanceOf(Wanted.Fields.class);
    }

    @Test
    void what_contains_itself_is_followed_a_few_times_only() throws IOException {
        Wanted wanted =
                read("{'$ref':'#/$defs/N','$defs':{'N':{'type':'object','properties':{'next':{'$ref':'#/$defs/N'}}}}}");
        int rounds = 0;
        while (wanted instanceof Wanted.Fields fields) {
            wanted = fields.properties().get(0).wanted();
            rounds++;
        }
        assertThat(wanted).isInstanceOf(Wanted.Nothing.class);
        assertThat(rounds).isEqualTo(3);
    }

    @Test
    void references_by_anchor_and_with_escapes_are_found() throws IOException {
        Wanted.Fields fields = (Wanted.Fields) read("""
                {'type': 'object', 'properties': {'a': {'$ref': '#here'}, 'b': {'$ref': '#/$defs/x~1y%20z'}},
                 '$defs': {'x/y z': {'type': 'boolean'}, 'w': {'$anchor': 'here', 'type': 'integer'}}}""");
        assertThat(((Wanted.Scalar) fields.properties().get(0).wanted()).kinds())
                .containsExactly(Wanted.Kind.INTEGER);
        assertThat(((Wanted.Scalar) fields.properties().get(1).wanted()).kinds())
                .containsExactly(Wanted.Kind.BOOLEAN);
    }

    private static Wanted read(String schema) throws IOException {
        return ReadSchema.read(RandomSchemas.JSON.readTree(schema.replace('\'', '"')))
                .wanted();
    }
}
