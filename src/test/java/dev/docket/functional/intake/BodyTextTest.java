package dev.docket.functional.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.docket.api.CreateEnvelope;
import dev.docket.api.ProblemException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The decoder of the JDK says what UTF-8 is; here its verdict and the place of the first fault must be found again. */
class BodyTextTest {
    private static final String[] CHARACTERS = {
        "a",
        "\u007f",
        "\u0080",
        "é",
        "\u07ff",
        "\u0800",
        "\ud7ff",
        "\ue000",
        "€",
        "\uffff",
        "\ud800\udc00",
        "\udbff\udfff"
    };

    @Test
    void text_is_refused_exactly_where_the_decoder_of_the_jdk_refuses_it() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = mutated(random);
            int fault = firstFault(bytes);
            int cut = random.nextInt(bytes.length + 1);
            Throwable refusal = catchThrowable(() -> CreateEnvelope.read(Cut.at(bytes, cut)));
            if (fault < 0) {
                assertThat(refusal).as("round %d", round).isNull();
            } else {
                assertThat(((ProblemException) refusal).problem().details()).containsEntry("byte_offset", (long) fault);
            }
        }
    }

    private static byte[] mutated(Random random) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(20); i >= 0; i--) {
            text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        byte[] bytes = text.append("         \"").toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextBoolean()) {
            bytes[1 + random.nextInt(bytes.length - 2)] = (byte) (0x80 + random.nextInt(128));
        }
        return bytes;
    }

    private static int firstFault(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length), true);
        return result.isError() ? in.position() : -1;
    }
}
