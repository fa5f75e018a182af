package dev.docket.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The text of a short member of a body. */
final class MemberText {
    private MemberText() {}

    /** Empty when it is no string; of a string too long to have been cut out whole, an empty text. */
    static Optional<String> of(TopLevel.Member member) {
        if (member.kind() != JsonToken.VALUE_STRING) {
            return Optional.empty();
        }
        try (JsonParser parser = StrictJson.open(member.text())) {
            parser.nextToken();
            return Optional.of(parser.getText());
        } catch (JsonProcessingException cut) {
            return Optional.of("");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
