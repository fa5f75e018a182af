package extract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** What makers of documents have in common: the document's number, and days and sums of money by chance. */
abstract class Making {
    final Random random;
    final int number;

    Making(Random random, int number) {
        this.random = random;
        this.number = number;
    }

    abstract List<Sample> all();

    Sample sample(String kind, String extension, byte[] bytes, String schema, ObjectNode truth) {
        String filename = "held-out-" + kind + "-" + number + "." + extension;
        return new Sample(kind, "held-out", filename, bytes, Json.of(schema), truth);
    }

    static ObjectNode truth() {
        return Json.MAPPER.createObjectNode();
    }

    LocalDate day() {
        return LocalDate.of(2023 + random.nextInt(4), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    BigDecimal money(int least, int most) {
        return Tongue.cents(100L * least + random.nextInt(100 * (most - least)));
    }

    int whole(int least, int most) {
        return least + random.nextInt(most - least);
    }
}
