package dev.docket.endpoint.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectCheckTest {
    private static final String SAMPLE = """
            {"text": "Ünï\\u00e9 \\"q\\" \\\\ \\/ \\b\\f\\n\\r\\t 𝄞", "empty": {}, "none": [], "": null,
             "numbers": [0, -0, 1, -12, 3.25, 1e5, 1E+2, -4.5e-10, 100], "deep": [[{"a": [true, false]}]]}
            """;

    private static final int MUTATIONS = 50_000;

    @Test
    void takes_an_object_however_its_bytes_are_cut() {
        byte[] bytes = SAMPLE.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            JsonObjectCheck check = new JsonObjectCheck();
            assertThat(check.accepts(Arrays.copyOfRange(bytes, 0, cut)))
                    .as("up to " + cut)
                    .isTrue();
            assertThat(check.accepts(Arrays.copyOfRange(bytes, cut, bytes.length)))
                    .as("from " + cut)
                    .isTrue();
            assertThat(check.isComplete()).isTrue();
        }
    }

    @Test
    void is_not_complete_before_the_last_bracket() {
        byte[] bytes = SAMPLE.strip().getBytes(StandardCharsets.UTF_8);
        for (int end = 0; end < bytes.length; end++) {
            assertThat(isObject(Arrays.copyOf(bytes, end))).as("up to " + end).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "1",
                "\"{}\"",
                "null",
                "{}{}",
                "{},",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{\"a\":1]",
                "{\"a\":[1}",
                "{\"a\":[,]}",
                "{\"a\":[1,]}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":1e}",
                "{\"a\":-}",
                "{\"a\":NaN}",
                "{\"a\":tru}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\t\"}",
                "{\"a\" 1}",
                "{\"a\":1 2}",
                "/**/{}",
                "\uFEFF{}"
            })
    void refuses_what_is_not_one_object(String text) {
        assertThat(isObject(text.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void takes_no_more_levels_than_a_request_may_have() {
        String allowed = "{\"a\":" + "[".repeat(499) + "]".repeat(499) + "}";
        String deeper = "{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}";

        assertThat(isObject(allowed.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(isObject(deeper.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void judges_as_a_parser_does() {
        Random random = new Random(7);
        byte[] original = SAMPLE.getBytes(StandardCharsets.UTF_8);
        int taken = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutant = mutated(original, random);
            boolean expected = parserTakes(mutant);
            taken += expected ? 1 : 0;
            if (isObject(mutant) != expected) {
                fail("%s: %s", expected ? "refused" : "taken", new String(mutant, StandardCharsets.UTF_8));
            }
        }
        assertThat(taken).isBetween(MUTATIONS / 20, MUTATIONS * 19 / 20);
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] mutant = original.clone();
        String likely = "{}[]\",:\\u0123456789eE+-.truefalsn \n\0";
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            int at = random.nextInt(mutant.length);
            int with = random.nextInt(8) == 0 ? random.nextInt(256) : likely.charAt(random.nextInt(likely.length()));
            mutant[at] = (byte) with;
        }
        return mutant;
    }

    private static boolean isObject(byte[] bytes) {
        JsonObjectCheck check = new JsonObjectCheck();
        return check.accepts(bytes) && check.isComplete();
    }

    private static boolean parserTakes(byte[] bytes) {
        try (JsonParser parser = new JsonFactory().createParser(text(bytes))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        } catch (IOException refused) {
            return false;
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
