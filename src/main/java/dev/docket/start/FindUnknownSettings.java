package dev.docket.start;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Finds what was set under names that no setting has: it has no effect, and nothing else would say so. */
final class FindUnknownSettings {
    private static final String KEY = "docket.";
    private static final String VARIABLE = "DOCKET_";
    private static final Pattern OF_LIST = Pattern.compile("\\[\\d+]$|_\\d+_$");

    /** What Kubernetes tells each container of the services beside it, of one that is called docket, or docket and more. */
    private static final Pattern OF_SERVICE = Pattern.compile("DOCKET_(?:[A-Z0-9_]+_)?"
            + "(?:SERVICE_HOST|SERVICE_PORT(?:_[A-Z0-9_]+)?|PORT_\\d+_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?)");

    private static final Pattern PORT_OF_SERVICE = Pattern.compile("DOCKET_(?:[A-Z0-9_]+_)?PORT");
    private static final Pattern ADDRESS_OF_SERVICE = Pattern.compile("(?:tcp|udp|sctp)://.*");

    /** How much a name may differ from one that is meant: others would only mislead. */
    private static final int LEAST_FAULTS = 2;

    private static final int LETTERS_A_FAULT = 3;

    private FindUnknownSettings() {}

    /**
     * A name that is set.
     *
     * @param closest the name of a setting that is much like it, if one is
     */
    record Unknown(String name, Optional<String> closest) {
        /** Where there is no log. */
        void print() {
            System.err.println("docket: " + line());
        }

        /** A line for the log, without the value. */
        String line() {
            return OneLine.of(name) + " is no setting of Docket and has no effect"
                    + closest.map(other -> ": " + other + " may be meant").orElse("");
        }
    }

    /** In the order of their names. */
    static List<Unknown> in(SmallRyeConfig settings) {
        KnownSettings keys = KnownSettings.keys();
        KnownSettings variables = keys.asVariables();
        TreeMap<String, Unknown> unknown = new TreeMap<>();
        for (ConfigSource source : settings.getConfigSources()) {
            boolean environment = source instanceof EnvConfigSource;
            KnownSettings known = environment ? variables : keys;
            source.getPropertyNames().stream()
                    .filter(name -> name.startsWith(environment ? VARIABLE : KEY))
                    .filter(name -> !known.has(OF_LIST.matcher(name).replaceFirst("")))
                    .filter(name -> !environment || !isOfService(name, source.getValue(name)))
                    .forEach(name -> unknown.put(name, new Unknown(name, closest(name, known))));
        }
        return List.copyOf(unknown.values());
    }

    /** A port of one's own is no address, and is not set by Kubernetes. */
    private static boolean isOfService(String name, String value) {
        return OF_SERVICE.matcher(name).matches()
                || PORT_OF_SERVICE.matcher(name).matches()
                        && value != null
                        && ADDRESS_OF_SERVICE.matcher(value).matches();
    }

    private static Optional<String> closest(String name, KnownSettings known) {
        int most = Math.max(LEAST_FAULTS, (name.length() - KEY.length()) / LETTERS_A_FAULT);
        return known.names().stream()
                .filter(other -> distance(name, other) <= most)
                .min(Comparator.<String>comparingInt(other -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many characters have to be put in, left out or changed to make one of the other. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] here = new int[other.length() + 1];
            here[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int changed = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(changed, 1 + Math.min(above[column], here[column - 1]));
            }
            above = here;
        }
        return above[other.length()];
    }
}
