package dev.docket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationPageTest {
    private final Page page = Page.read("configuration.md");

    static List<Method> keys() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("dev.docket").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::reflect)
                        .flatMap(ConfigurationPageTest::keysOf)
                        .toList();
    }

    @Test
    void the_keys_are_found() {
        assertThat(keys()).hasSizeGreaterThan(35);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void every_key_is_listed_with_its_variable_and_default(Method key) {
        boolean byPath = Map.class.isAssignableFrom(key.getReturnType());
        String name = nameOf(key) + (byPath ? ".\"<path>\"" : "");
        String variable = byPath ? "" : nameOf(key).replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
        WithDefault preset = key.getAnnotation(WithDefault.class);
        assertThat(page.rowsOf(name, variable, preset == null ? "" : preset.value()))
                .as(name)
                .singleElement()
                .satisfies(row -> assertThat(row.get(3)).isNotBlank());
    }

    @Test
    void what_an_operator_needs_of_the_server_is_listed() {
        assertThat(page.rowsOf("quarkus.http.port", "QUARKUS_HTTP_PORT", "8080"))
                .hasSize(1);
        assertThat(page.rowsOf("quarkus.swagger-ui.enabled", "QUARKUS_SWAGGER_UI_ENABLED", "false"))
                .hasSize(1);
    }

    private static Stream<Method> keysOf(Class<?> mapping) {
        return Arrays.stream(mapping.getDeclaredMethods())
                .filter(method -> !method.isDefault() && !method.isSynthetic());
    }

    private static String nameOf(Method key) {
        String prefix =
                key.getDeclaringClass().getAnnotation(ConfigMapping.class).prefix();
        return prefix + "." + key.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
