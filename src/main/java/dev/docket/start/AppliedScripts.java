package dev.docket.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells by one question whether Flyway would find nothing to do. Nearly every start is one of a schema that is there, and
 * to find that out Flyway takes a good part of the time that a native binary needs for all of its start.
 */
public final class AppliedScripts {
    private static final String HISTORY = """
            SELECT script, checksum, success AND type = 'SQL'
            FROM flyway_schema_history
            """;

    private AppliedScripts() {}

    /** Whether exactly the scripts of this directory have run, as they are now. If in doubt, no: Flyway says why. */
    public static boolean areThoseOf(String location, Connection database) {
        return areThoseOf(MigrationScripts.in(location), database);
    }

    static boolean areThoseOf(MigrationScripts scripts, Connection database) {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(HISTORY)) {
            Map<String, Integer> applied = new HashMap<>();
            while (rows.next()) {
                if (!rows.getBoolean(3)) {
                    return false;
                }
                applied.put(rows.getString(1), rows.getInt(2));
            }
            return applied.equals(scripts.checksums());
        } catch (SQLException notYet) {
            // No such table, or no leave to read it.
            return false;
        }
    }
}
