package dev.docket.start;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What an operator settles before anything else runs. */
@ConfigMapping(prefix = "docket")
public interface DocketConfig {
    /**
     * Where the embedded database keeps its files: a directory, made when missing, relative to the working directory
     * unless absolute. Not used when {@code docket.db.url} is set. Default {@code .docket}.
     */
    @WithDefault(".docket")
    String dataDir();

    /**
     * A key that clients may use from the first start on, chosen by the operator: 16 to 512 printable ASCII characters
     * without white space. Stored as a hash, never shown. Without it, and without any active key in the database, the
     * first start makes one and shows it once.
     */
    Optional<String> apiKey();

    /**
     * The organization that {@code docket.api-key}, or the key made at the first start, belongs to: 1 to 64 letters,
     * digits, {@code _} or {@code -}. Default {@code org_default}.
     */
    @WithDefault("org_default")
    String organization();

    /** What this process does, any of {@code api} and {@code executor}. Default both. */
    @WithDefault("api,executor")
    List<String> roles();

    /** Whether a refused start prints the stack trace below its one line. Default false. */
    @WithDefault("false")
    boolean debug();
}
