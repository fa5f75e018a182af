package dev.docket.start;

import dev.docket.tenant.AuthConfig;
import io.smallrye.config.SmallRyeConfig;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** {@code organization list|show|purge}: administration without the service, on the database the service uses. */
public final class OrganizationCommands {
    private final DatabaseAddress address;
    private final Duration keysAreBelieved;
    private final PrintStream out;

    /**
     * @param keysAreBelieved for how long the service may still take calls with a key that was revoked
     * @param out where results go
     */
    public OrganizationCommands(DatabaseAddress address, Duration keysAreBelieved, PrintStream out) {
        this.address = address;
        this.keysAreBelieved = keysAreBelieved;
        this.out = out;
    }

    static void run(SmallRyeConfig settings, String... args) {
        OrganizationArguments arguments = OrganizationArguments.parse(args);
        if (arguments.verb() == OrganizationArguments.Verb.PURGE) {
            requireNotConfigured(settings.getConfigMapping(DocketConfig.class), arguments.organization());
        }
        Duration believed = settings.getConfigMapping(AuthConfig.class).cacheTtl();
        try (CommandDatabase database = CommandDatabase.open(settings)) {
            new OrganizationCommands(database.address(), believed, System.out).execute(arguments);
        }
    }

    /** The next start would make it anew, with the key that was purged. */
    public static void requireNotConfigured(DocketConfig docket, String organization) {
        if (docket.apiKey().isPresent() && docket.organization().equals(organization)) {
            throw new StartRefused(organization + " is DOCKET_ORGANIZATION, and the next start would make it and its"
                    + " DOCKET_API_KEY anew: change or leave out both, for the service as well, then purge it.");
        }
    }

    /**
     * Does one command and prints its result.
     *
     * @throws StartRefused when the database does not allow it, or there is nothing of the organization
     */
    public void execute(OrganizationArguments arguments) {
        try (Connection connection = address.connect()) {
            OrganizationRows rows = new OrganizationRows(connection);
            switch (arguments.verb()) {
                case LIST -> list(rows);
                case SHOW -> print(contents(rows, arguments.organization()));
                case PURGE -> purge(connection, rows, arguments.organization());
            }
        } catch (SQLException e) {
            throw SqlRefusal.of(address, e);
        }
    }

    private void list(OrganizationRows rows) throws SQLException {
        out.println("organization\tcreated\tkeys");
        rows.all().forEach(out::println);
    }

    private void purge(Connection connection, OrganizationRows rows, String organization) throws SQLException {
        contents(rows, organization);
        print(new PurgeOrganization(connection, organization).purge(keysAreBelieved));
        out.println("purged " + organization);
    }

    private static Map<String, Long> contents(OrganizationRows rows, String organization) throws SQLException {
        Map<String, Long> contents = rows.contents(organization);
        boolean isEmpty = contents.values().stream().allMatch(count -> count == 0);
        if (isEmpty && !rows.exists(organization)) {
            throw new StartRefused(
                    "There is nothing of " + organization + ": 'organization list' shows those that there are.");
        }
        return contents;
    }

    private void print(Map<String, Long> counts) {
        counts.forEach((kind, count) -> out.println(kind + "\t" + count));
    }
}
