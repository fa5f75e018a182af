package dev.docket.functional.endpoint;

import static dev.docket.functional.endpoint.Checking.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.docket.endpoint.CheckedRequest;
import dev.docket.endpoint.RequestSchemas;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestMutationTest {
    private static final int ROUNDS = 500;

    static List<SdkRequests.Sample> samples() {
        return SdkRequests.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_check_and_the_published_schema_agree_on_every_changed_request(SdkRequests.Sample sample) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SdkRequests.JSON.valueToTree(RequestSchemas.schema(sample.endpoint())));
        RequestMutations mutations = new RequestMutations(20260121);
        int good = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode request = mutations.mutated(sample.request());
            boolean accepted = check(sample.endpoint(), request).faults().isEmpty();
            assertThat(accepted)
                    .as("round %d: %s", round, request)
                    .isEqualTo(schema.validate(request).isEmpty());
            good += accepted ? 1 : 0;
        }
        // Neither side may win by always saying the same.
        assertThat(good).isBetween(ROUNDS / 50, ROUNDS * 49 / 50);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_check_never_throws_whatever_happens_to_the_bytes(SdkRequests.Sample sample) {
        Random random = new Random(20260121);
        byte[] good = sample.request().toString().getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] request = damaged(good, random);
            assertThatCode(() -> assertThat(check(sample.endpoint(), request))
                            .extracting(CheckedRequest::facts)
                            .isNotNull())
                    .as("round %d: %s", round, new String(request, StandardCharsets.ISO_8859_1))
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] request = random.nextInt(3) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
        for (int changes = random.nextInt(4); changes > 0 && request.length > 0; changes--) {
            String structure = "{}[]\",:\\u0eE-1.\0\u007f";
            int replacement =
                    random.nextBoolean() ? structure.charAt(random.nextInt(structure.length())) : random.nextInt(256);
            request[random.nextInt(request.length)] = (byte) replacement;
        }
        return request;
    }
}
