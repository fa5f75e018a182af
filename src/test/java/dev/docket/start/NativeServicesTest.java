package dev.docket.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a native binary finds by its name: without a registration it is not there, and nothing else says so. */
class NativeServicesTest {
    private static final String SERVICES = "META-INF/services/";

    /** The bundled database and the training: their providers are to stay out of a native binary. */
    private static final Set<String> ONLY_WITH_A_JVM =
            Set.of("dev.docket.start.BundledDatabase", "dev.docket.start.Exercise");

    /** The services whose files are in a native binary. */
    static List<String> services() {
        Properties settings = new Properties();
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Stream.of(settings.getProperty("quarkus.native.resources.includes")
                        .split(","))
                .map(String::strip)
                .filter(name -> name.startsWith(SERVICES))
                .map(name -> name.substring(SERVICES.length()))
                .toList();
    }

    @Test
    void the_services_are_found() {
        assertThat(services()).hasSizeGreaterThan(3).contains(StartupCheck.class.getName());
    }

    @ParameterizedTest
    @MethodSource("services")
    void each_provider_of_a_service_is_registered(String service) throws IOException {
        assertThat(providers(service)).isNotEmpty().isSubsetOf(registered());
    }

    @Test
    void each_service_of_the_project_is_in_a_native_binary_or_is_meant_to_be_left_out() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources", SERVICES))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(service -> services().contains(service) != ONLY_WITH_A_JVM.contains(service));
        }
    }

    @Test
    void the_class_that_is_named_to_the_driver_is_registered() {
        String url = ClientDialects.jdbcUrl(
                DatabaseUrl.parse("DOCKET_DB_URL", "postgresql://127.0.0.1/docket?sslmode=verify-full"));

        assertThat(Pattern.compile("sslfactory=([\\w.]+)")
                        .matcher(url)
                        .results()
                        .map(NativeServicesTest::named))
                .hasSize(1)
                .isSubsetOf(registered());
    }

    @Test
    void what_is_registered_is_there() {
        assertThat(registered())
                .allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
    }

    private static String named(MatchResult found) {
        return found.group(1);
    }

    private static Set<String> registered() {
        return Stream.of(ServiceTypes.class, MigrationPlugins.class, MigrationTypes.class)
                .map(list -> list.getAnnotation(RegisterForReflection.class))
                .flatMap(list ->
                        Stream.concat(Stream.of(list.targets()).map(Class::getName), Stream.of(list.classNames())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> providers(String service) throws IOException {
        Set<String> providers = new TreeSet<>();
        for (URL file :
                Collections.list(NativeServicesTest.class.getClassLoader().getResources(SERVICES + service))) {
            try (InputStream text = file.openStream()) {
                new String(text.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceAll("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .forEach(providers::add);
            }
        }
        return providers;
    }
}
