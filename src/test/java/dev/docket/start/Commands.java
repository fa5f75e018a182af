package dev.docket.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the command line does to organizations, over a connection of the test. */
public final class Commands {
    private Commands() {}

    /** Revoked keys are known everywhere at once. */
    public static Map<String, Long> purge(Connection connection, String organization) {
        try {
            return new PurgeOrganization(connection, organization).purge(Duration.ZERO);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Map<String, Long> contents(Connection connection, String organization) {
        try {
            return new OrganizationRows(connection).contents(organization);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static boolean exists(Connection connection, String organization) {
        try {
            return new OrganizationRows(connection).exists(organization);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<String> all(Connection connection) {
        try {
            return new OrganizationRows(connection).all();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
