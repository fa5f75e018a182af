package dev.docket.api;

import dev.docket.store.Bodies;
import io.smallrye.mutiny.Multi;
import io.vertx.core.json.JsonObject;

/** A JSON answer without large parts. */
public record ObjectDocument(JsonObject object) implements Document {
    @Override
    public Multi<byte[]> pieces(Bodies bodies) {
        return Multi.createFrom().item(() -> object.toBuffer().getBytes());
    }
}
