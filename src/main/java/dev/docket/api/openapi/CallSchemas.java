package dev.docket.api.openapi;

import static dev.docket.api.openapi.Schemas.flag;
import static dev.docket.api.openapi.Schemas.member;
import static dev.docket.api.openapi.Schemas.object;
import static dev.docket.api.openapi.Schemas.openObject;
import static dev.docket.api.openapi.Schemas.orNull;
import static dev.docket.api.openapi.Schemas.ref;
import static dev.docket.api.openapi.Schemas.seconds;
import static dev.docket.api.openapi.Schemas.text;

import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.RequestSchemas;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * What calls send. A create is one of nine, told apart by its endpoint, because many a request would fit more than one
 * of the nine models.
 */
final class CallSchemas {
    private CallSchemas() {}

    static Map<String, Schema> all() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        for (Endpoint endpoint : Endpoint.values()) {
            schemas.put(model(endpoint), SchemaReader.read(RequestSchemas.schema(endpoint)));
            schemas.put("Create" + name(endpoint), createOf(endpoint));
        }
        schemas.put("DirectAnswer", openObject("What the endpoint answers, as in a job's `response.body`."));
        schemas.put("CreateJob", create());
        schemas.put("CancelJob", cancel());
        schemas.put("RetryJob", openObject("Nothing, or an empty object.").additionalPropertiesBoolean(false));
        return schemas;
    }

    static Schema strings(String description) {
        return openObject(description).additionalPropertiesSchema(text(null));
    }

    private static Schema create() {
        Discriminator byEndpoint = OASFactory.createDiscriminator().propertyName("endpoint");
        Schema create = openObject("The call to make. Members that are not known are ignored.");
        for (Endpoint endpoint : Endpoint.values()) {
            create.addOneOf(ref("Create" + name(endpoint)));
            byEndpoint.addMapping(endpoint.path(), "#/components/schemas/Create" + name(endpoint));
        }
        return create.discriminator(byEndpoint);
    }

    private static Schema createOf(Endpoint endpoint) {
        Schema create = object(
                "A job for `" + endpoint.path() + "`.",
                member("endpoint", text("The call that the job makes.").constValue(endpoint.path())),
                member("request", ref(model(endpoint))));
        return create.addProperty("metadata", metadata())
                .addProperty(
                        "execution_timeout_seconds",
                        orNull(seconds("How long one run may work before the job fails with `execution_timeout`."
                                + " The service has a limit of its own beside it.")))
                .addProperty(
                        "queue_timeout_seconds",
                        orNull(seconds("How long the job may wait for its first start, from creation or a retry, before"
                                + " it fails with `queue_timeout`.")));
    }

    private static Schema metadata() {
        Schema value = text(null).maxLength(512);
        Schema key = OASFactory.createSchema().maxLength(64);
        return orNull(openObject("Up to 16 names and values of your own, to find the job by.")
                .maxProperties(16)
                .propertyNames(key)
                .additionalPropertiesSchema(value));
    }

    private static Schema cancel() {
        Schema flag = flag("Leave the job alone, with a 409, if its work has started already.")
                .defaultValue(false);
        return openObject("All of it may be left out.")
                .addProperty(
                        "reason", orNull(text("Kept in `cancellation.reason`.").maxLength(512)))
                .addProperty("only_if_queued", flag)
                .additionalPropertiesBoolean(false);
    }

    static String model(Endpoint endpoint) {
        return name(endpoint) + "Request";
    }

    /** {@code DocumentsExtract} of {@code DOCUMENTS_EXTRACT}. */
    static String name(Endpoint endpoint) {
        StringBuilder name = new StringBuilder();
        for (String word : endpoint.name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
