package dev.docket.api.openapi;

import static dev.docket.api.openapi.Schemas.flag;
import static dev.docket.api.openapi.Schemas.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** The parameters that more than one route has. */
final class Parameters {
    static final String JOB_ID = "job_id";
    static final String BULK_CANCEL_ID = "bulk_cancel_id";
    static final String PROJECT_ID = "project_id";
    static final String TEMPLATE_ID = "template_id";
    static final String ACCESS_TOKEN = "access_token";
    static final String INCLUDE_REQUEST = "include_request";
    static final String INCLUDE_RESPONSE = "include_response";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private Parameters() {}

    static Map<String, Parameter> shared() {
        Map<String, Parameter> shared = new LinkedHashMap<>();
        // Not bound to the shape of an id: what cannot be one is answered as a job that is not there.
        share(shared, of(JOB_ID, In.PATH, "The id of the job.", text(null)).required(true));
        share(
                shared,
                of(BULK_CANCEL_ID, In.PATH, "The id of the bulk cancel.", text(null))
                        .required(true));
        share(
                shared,
                of(PROJECT_ID, In.PATH, "The id of the project.", text(null)).required(true));
        share(
                shared,
                of(TEMPLATE_ID, In.PATH, "The id of the template.", text(null)).required(true));
        share(shared, query(ACCESS_TOKEN, "The key, for callers that cannot set the `Api-Key` header.", text(null)));
        share(
                shared,
                query(INCLUDE_REQUEST, "Whether `request` is sent.", flag(null).defaultValue(true)));
        share(
                shared,
                query(
                        INCLUDE_RESPONSE,
                        "Whether `response` is sent.",
                        flag(null).defaultValue(true)));
        share(
                shared,
                of(
                        IDEMPOTENCY_KEY,
                        In.HEADER,
                        "Makes a call that is sent again answer as the first one did, without doing it twice.",
                        text(null).pattern("^[!-~]{1,255}$")));
        return shared;
    }

    static List<Parameter> refs(String... names) {
        return List.of(names).stream()
                .map(name -> OASFactory.createParameter().ref(name))
                .toList();
    }

    static Parameter query(String name, String description, Schema schema) {
        return of(name, In.QUERY, description, schema);
    }

    static Parameter of(String name, In in, String description, Schema schema) {
        return OASFactory.createParameter()
                .name(name)
                .in(in)
                .description(description)
                .schema(schema);
    }

    private static void share(Map<String, Parameter> shared, Parameter parameter) {
        shared.put(parameter.getName(), parameter);
    }
}
