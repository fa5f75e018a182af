package dev.docket.endpoint;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The templates of forms that requests can name. Where they are kept is not for a processor to know. */
public interface Templates {
    /**
     * A template of the organization; empty when it has none of this id, and for a text that cannot be an id. Fails
     * when it cannot be told.
     */
    Uni<Optional<FormTemplate>> find(String organization, String template);
}
