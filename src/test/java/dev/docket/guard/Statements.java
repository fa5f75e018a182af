package dev.docket.guard;

import dev.docket.start.OrganizationCommands;
import dev.docket.store.CancelJob;
import dev.docket.tenant.QueuedQuota;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements that the code keeps in constants, found by looking through its classes. */
public final class Statements {
    private static final Pattern SQL =
            Pattern.compile("(?s)\\s*(--[^\\n]*\\n\\s*)*(with|select|insert|update|delete|call|set) .*");

    private static final Pattern ABOUT_ORGANIZATIONS = Pattern.compile("^(Organization|Purge)");

    private static final Pattern PLACE = Pattern.compile("%(\\d+\\$)?[sd]");

    private Statements() {}

    /** A constant and the statement in it; the text may be a pattern for {@code String.format}. */
    public record Statement(String name, String text) {
        public boolean isPattern() {
            return PLACE.matcher(text).find();
        }

        /** Whether what is sent to the server is this. */
        boolean is(String sent) {
            return isPattern() ? form().matcher(sent).matches() : text.equals(sent);
        }

        /** Whether this is a part of what is sent. */
        boolean isPartOf(String sent) {
            return form().matcher(sent).find();
        }

        private Pattern form() {
            String form = PLACE.splitAsStream(text + " ").map(Pattern::quote).collect(Collectors.joining(".*"));
            return Pattern.compile(form.substring(0, form.length() - " \\E".length()) + "\\E", Pattern.DOTALL);
        }
    }

    /** The one that was sent: one that is written down whole before a pattern that would give the same. */
    static Optional<Statement> sent(Map<String, Statement> all, String text) {
        return all.values().stream()
                .filter(statement -> statement.is(text))
                .min(Comparator.comparing(Statement::isPattern));
    }

    /** Those of the service, by their names. */
    public static Map<String, Statement> all() {
        return named(Stream.of(CancelJob.class, QueuedQuota.class).flatMap(Statements::neighbours));
    }

    /** Those of the command line that are about organizations, by their names. */
    public static Map<String, Statement> ofCommands() {
        return named(neighbours(OrganizationCommands.class)
                .filter(type ->
                        ABOUT_ORGANIZATIONS.matcher(type.getSimpleName()).find()));
    }

    static Map<String, Statement> ofAll() {
        Map<String, Statement> all = new LinkedHashMap<>(all());
        all.putAll(ofCommands());
        return all;
    }

    private static Map<String, Statement> named(Stream<Class<?>> types) {
        return types.flatMap(type -> Stream.concat(constants(type), kinds(type)))
                .filter(statement -> SQL.matcher(statement.text()).matches())
                .collect(Collectors.toMap(
                        Statement::name, statement -> statement, (one, other) -> one, LinkedHashMap::new));
    }

    private static Stream<Statement> constants(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(field -> new Statement(type.getSimpleName() + "." + field.getName(), value(field, null)));
    }

    /** The texts that each value of an enum has. */
    private static Stream<Statement> kinds(Class<?> type) {
        return !type.isEnum()
                ? Stream.of()
                : Arrays.stream(type.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                        .flatMap(field -> Arrays.stream(type.getEnumConstants())
                                .map(kind -> new Statement(type.getSimpleName() + "." + kind, value(field, kind))));
    }

    private static Stream<Class<?>> neighbours(Class<?> type) {
        try {
            Path classes = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path folder = classes.resolve(type.getPackageName().replace('.', '/'));
            try (Stream<Path> files = Files.list(folder)) {
                return files
                        .map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class"))
                        .sorted()
                        .<Class<?>>map(file -> load(type.getPackageName() + "." + file.replace(".class", "")))
                        .toList()
                        .stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String value(Field field, Object of) {
        try {
            field.setAccessible(true);
            return (String) field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
