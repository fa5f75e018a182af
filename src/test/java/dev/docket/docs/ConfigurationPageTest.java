package dev.docket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
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

    /** A key of a mapping, which may have it from an interface that it extends. */
    record Key(String prefix, Method method) {
        String name() {
            return prefix + "." + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        }

        String variable() {
            return name().replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
        }

        boolean isMap() {
            return Map.class.isAssignableFrom(method.getReturnType());
        }

        /** Whether it stands for a group of keys by a name, and not for a value by a path. */
        boolean isGroup() {
            return isMap()
                    && ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[1]
                            instanceof Class<?> values
                    && values.isInterface();
        }

        /** Whether it is a piece of the mapping with keys of its own. */
        boolean isPartOfItsMapping() {
            return method.getReturnType().isInterface()
                    && method.getReturnType().getPackageName().startsWith("dev.docket");
        }

        @Override
        public String toString() {
            return name();
        }
    }

    static List<Key> keys() {
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
    void every_key_is_listed_with_its_variable_and_default(Key key) {
        String name = key.name() + (key.isGroup() ? ".<name>.*" : key.isMap() ? ".\"<path>\"" : "");
        String variable = key.isMap() ? "" : key.variable();
        WithDefault preset = key.method().getAnnotation(WithDefault.class);
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

    private static Stream<Key> keysOf(Class<?> mapping) {
        return keysOf(mapping.getAnnotation(ConfigMapping.class).prefix(), mapping);
    }

    private static Stream<Key> keysOf(String prefix, Class<?> mapping) {
        return Arrays.stream(mapping.getMethods())
                .filter(method -> !method.isDefault() && !method.isSynthetic())
                .map(method -> new Key(prefix, method))
                .flatMap(key ->
                        key.isPartOfItsMapping() ? keysOf(key.name(), key.method.getReturnType()) : Stream.of(key));
    }
}
