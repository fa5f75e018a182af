package dev.docket.start;

/** Reads the address of a server that somebody else runs. */
public final class ExternalDatabase {
    private ExternalDatabase() {}

    /**
     * The address in {@code docket.db.url}, with the credentials that win.
     *
     * @throws StartRefused when the URL cannot be read or names no user
     */
    public static DatabaseAddress address(String text, DatabaseConfig config) {
        DatabaseUrl url = DatabaseUrl.parse(text);
        String username = config.username()
                .or(url::username)
                .orElseThrow(() -> new StartRefused(
                        "DOCKET_DB_URL names no user: set DOCKET_DB_USERNAME, or put user@ before the host."));
        return new DatabaseAddress(
                url.place(),
                ClientDialects.jdbcUrl(url),
                ClientDialects.reactive(url),
                username,
                config.password().or(url::password).orElse(""));
    }
}
