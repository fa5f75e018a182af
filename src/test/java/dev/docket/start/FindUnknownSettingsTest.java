package dev.docket.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the start says of names that no setting has. */
class FindUnknownSettingsTest {
    private static final String SECRET = "sk_secret";

    @Test
    void every_mapping_is_known() {
        List<Class<?>> mappings = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("dev.docket").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();

        assertThat(KnownSettings.MAPPINGS).containsExactlyInAnyOrderElementsOf(mappings);
    }

    @ParameterizedTest
    @CsvSource({
        "DOCKET_JOBS_PATIENSE, DOCKET_JOBS_PATIENCE",
        "DOCKET_DB_ULR, DOCKET_DB_URL",
        "DOCKET_LIMITS_BODYBYTES, DOCKET_LIMITS_BODY_BYTES",
        "DOCKET_LOCAL_OCR_ENGIN, DOCKET_LOCAL_OCR_ENGINE",
        "DOCKET_ROLE, DOCKET_ROLES"
    })
    void a_variable_that_is_misspelt_is_named_with_the_one_that_is_meant_and_without_its_value(
            String name, String meant) {
        assertThat(ofVariables(Map.of(name, SECRET)))
                .containsExactly(name + " is no setting of Docket and has no effect: " + meant + " may be meant");
    }

    @Test
    void a_key_that_is_misspelt_is_named_as_it_was_written() {
        assertThat(ofKeys(Map.of("docket.jobs.patiense", "1H")))
                .containsExactly("docket.jobs.patiense is no setting of Docket and has no effect:"
                        + " docket.jobs.patience may be meant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOCKET_PORT", "DOCKET_HTTP_PORT", "DOCKET_DATABASE_URL", "DOCKET_X"})
    void a_name_like_no_other_is_named_alone(String name) {
        assertThat(ofVariables(Map.of(name, "8081")))
                .containsExactly(name + " is no setting of Docket and has no effect");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DOCKET_JOBS_PATIENCE",
                "DOCKET_BULK_CANCEL_RUNNING_PER_ORGANIZATION",
                "DOCKET_ROLES_0_",
                "DOCKET_UPSTREAM_BASE_URL",
                "DOCKET_UPSTREAM_SERVICES_ACME_BASE_URL",
                "DOCKET_PROCESSORS__V1_DOCUMENTS_PARSE_",
                "DOCKET_JOBS_QUEUE_TIMEOUTS__V1_DOCUMENTS_PARSE_",
                "QUARKUS_HTTP_PORT",
                "DOCKETS_OWN"
            })
    void nothing_is_said_of_settings_nor_of_what_is_not_for_docket(String name) {
        assertThat(ofVariables(Map.of(name, "1"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docket.roles",
                "docket.roles[0]",
                "docket.local.ocr.engine",
                "docket.processors.\"/v1/documents/parse\"",
                "docket.upstream.services.acme.base-url",
                "docket.upstream.headers[1]",
                "quarkus.http.port"
            })
    void the_same_holds_for_keys(String name) {
        assertThat(ofKeys(Map.of(name, "1"))).isEmpty();
    }

    @Test
    void nothing_is_said_of_the_variables_that_kubernetes_makes_of_services() {
        Map<String, String> ofServices = Map.ofEntries(
                Map.entry("DOCKET_SERVICE_HOST", "10.0.0.1"),
                Map.entry("DOCKET_SERVICE_PORT", "8080"),
                Map.entry("DOCKET_SERVICE_PORT_HTTP", "8080"),
                Map.entry("DOCKET_PORT", "tcp://10.0.0.1:8080"),
                Map.entry("DOCKET_PORT_8080_TCP", "tcp://10.0.0.1:8080"),
                Map.entry("DOCKET_PORT_8080_TCP_PROTO", "tcp"),
                Map.entry("DOCKET_PORT_8080_TCP_PORT", "8080"),
                Map.entry("DOCKET_PORT_8080_TCP_ADDR", "10.0.0.1"),
                Map.entry("DOCKET_API_SERVICE_HOST", "10.0.0.2"),
                Map.entry("DOCKET_API_PORT", "tcp://10.0.0.2:8080"),
                Map.entry("DOCKET_API_PORT_8080_TCP", "tcp://10.0.0.2:8080"));

        assertThat(ofVariables(ofServices)).isEmpty();
    }

    private static List<String> ofVariables(Map<String, String> variables) {
        return lines(new SmallRyeConfigBuilder().withSources(new EnvConfigSource(variables, 300)));
    }

    private static List<String> ofKeys(Map<String, String> keys) {
        return lines(new SmallRyeConfigBuilder().withSources(new PropertiesConfigSource(keys, "test", 100)));
    }

    private static List<String> lines(SmallRyeConfigBuilder builder) {
        return FindUnknownSettings.in(builder.build()).stream()
                .map(FindUnknownSettings.Unknown::line)
                .toList();
    }
}
