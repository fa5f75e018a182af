package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether the page that tries the API is shown, by the settings that the service is packaged with. */
class SwaggerUiTest {
    private static final Path SETTINGS = Path.of("src", "main", "resources", "application.properties");

    @Test
    void the_page_is_off_in_production_until_an_operator_switches_it_on() throws IOException {
        assertThat(isShown("prod", Map.of())).isFalse();
        assertThat(isShown("prod", Map.of("QUARKUS_SWAGGER_UI_ENABLED", "true")))
                .isTrue();
    }

    @Test
    void the_page_is_on_in_development() throws IOException {
        assertThat(isShown("dev", Map.of())).isTrue();
    }

    private static boolean isShown(String profile, Map<String, String> environment) throws IOException {
        return new SmallRyeConfigBuilder()
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(SETTINGS.toUri().toURL()))
                .withSources(new EnvConfigSource(environment, 300))
                .addDefaultInterceptors()
                .build()
                .getOptionalValue("quarkus.swagger-ui.enabled", Boolean.class)
                .orElse(true);
    }
}
