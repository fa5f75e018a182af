package dev.docket.api;

import dev.docket.store.Bodies;
import io.smallrye.mutiny.Multi;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The outcomes of a batch of creates as an answer: of each its state if it is stored, else why it is not. */
public record BatchDocument(List<BatchOutcome> outcomes) implements Document {
    @Override
    public Multi<byte[]> pieces(Bodies bodies) {
        return Multi.createFrom().item(this::text);
    }

    private byte[] text() {
        ByteArrayOutputStream text = new ByteArrayOutputStream(512 * outcomes.size());
        text.writeBytes(utf8("{\"object\":\"list\",\"data\":["));
        for (int index = 0; index < outcomes.size(); index++) {
            text.writeBytes(utf8((index == 0 ? "" : ",") + "{\"index\":" + index + ",\"job\":"));
            write(outcomes.get(index), text);
        }
        text.writeBytes(utf8("],\"created\":" + created() + ",\"failed\":" + (outcomes.size() - created()) + "}"));
        return text.toByteArray();
    }

    private static void write(BatchOutcome outcome, ByteArrayOutputStream text) {
        if (outcome instanceof BatchOutcome.Accepted accepted) {
            text.writeBytes(JobText.light(accepted.job()));
            text.writeBytes(utf8(",\"status_code\":200,\"error\":null}"));
        } else {
            Problem problem = ((BatchOutcome.Refused) outcome).problem();
            text.writeBytes(utf8("null,\"status_code\":" + problem.status() + ",\"error\":" + problem.reason() + "}"));
        }
    }

    private long created() {
        return outcomes.stream().filter(BatchOutcome.Accepted.class::isInstance).count();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
