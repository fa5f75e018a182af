package dev.docket.endpoint.schema;

import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.job.ErrorCode;
import java.util.Map;

/** Makes the refusals of schemas that cannot be worked with. */
final class SchemaInvalid {
    private SchemaInvalid() {}

    /** @param path where in the schema, as a JSON pointer */
    static DocumentRefused at(String path, String what) {
        String where = path.isEmpty() ? "The schema" : "The schema at " + shortened(path);
        return new DocumentRefused(ErrorCode.SCHEMA_INVALID, where + " " + what, Map.of("path", shortened(path)));
    }

    private static String shortened(String path) {
        return path.length() <= 200 ? path : path.substring(0, 199) + "…";
    }
}
