package dev.docket.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.flywaydb.core.internal.resource.classpath.ClassPathResource;

/**
 * The migrations by name, as {@code scripts.txt} beside them lists them: a native binary has no directory to search, and
 * a JVM need not open every jar to find seven files.
 */
final class MigrationScripts implements ResourceProvider {
    private static final String LIST = "/scripts.txt";

    private final String directory;
    private final List<String> names;

    private MigrationScripts(String directory, List<String> names) {
        this.directory = directory;
        this.names = names;
    }

    /**
     * @param directory on the class path, as {@code db/migration}
     * @throws StartRefused when there is no list in it
     */
    static MigrationScripts in(String directory) {
        try (InputStream list = loader().getResourceAsStream(directory + LIST)) {
            if (list == null) {
                throw new StartRefused(
                        "This build of Docket has lost its migrations (" + directory + "): build it anew.");
            }
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            return new MigrationScripts(
                    directory, text.lines().filter(name -> !name.isBlank()).toList());
        } catch (IOException e) {
            throw new StartRefused("The list of migrations cannot be read (" + OneLine.of(e.getMessage()) + ").", e);
        }
    }

    /** What Flyway keeps of each script, to see later that it is the one that ran. */
    Map<String, Integer> checksums() {
        return names.stream()
                .collect(Collectors.toMap(name -> name, name -> ChecksumCalculator.calculate(script(name))));
    }

    @Override
    public LoadableResource getResource(String name) {
        return names.contains(name) ? script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return names.stream()
                .filter(name -> name.startsWith(prefix))
                .filter(name -> Arrays.stream(suffixes).anyMatch(name::endsWith))
                .map(this::script)
                .toList();
    }

    private LoadableResource script(String name) {
        return new ClassPathResource(null, directory + "/" + name, loader(), StandardCharsets.UTF_8) {
            @Override
            public String getRelativePath() {
                return name;
            }
        };
    }

    private static ClassLoader loader() {
        return MigrationScripts.class.getClassLoader();
    }
}
