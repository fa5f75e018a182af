package dev.docket.start;

import dev.docket.job.RandomId;
import dev.docket.tenant.KeyMaterial;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of organizations and keys, over one connection; for the start and the command line, not for requests. */
final class KeyRows {
    private static final int ID_LENGTH = 16;

    private final Connection connection;

    KeyRows(Connection connection) {
        this.connection = connection;
    }

    /**
     * A stored key, as far as it can be shown.
     *
     * @param id its public name, {@code key_…}
     * @param organization whose jobs it reaches
     * @param name what the operator called it, if anything
     * @param hint its first characters
     * @param created when it was made
     * @param revoked when it was revoked, if it was
     */
    record Row(
            String id,
            String organization,
            Optional<String> name,
            String hint,
            Instant created,
            Optional<Instant> revoked) {}

    void ensureOrganization(String id) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO organization (id, name) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, id);
            insert.setString(2, id);
            insert.executeUpdate();
        }
    }

    /** Stores the key's hash unless it is there already, and returns the row that now answers for it. */
    Row ensure(KeyMaterial key, String organization, Optional<String> name) throws SQLException {
        String sql = "INSERT INTO api_key (id, organization_id, name, hash, hint) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT (hash) DO NOTHING";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, freshId());
            insert.setString(2, organization);
            insert.setString(3, name.orElse(null));
            insert.setBytes(4, key.hash());
            insert.setString(5, key.hint());
            insert.executeUpdate();
        }
        return select("WHERE hash = ?", key.hash()).get(0);
    }

    /**
     * Stores a key beside one that is good, for the same organization and under the same name; false when there is none of
     * that id.
     */
    boolean follow(String id, KeyMaterial key) throws SQLException {
        String sql = "INSERT INTO api_key (id, organization_id, name, hash, hint)"
                + " SELECT ?, k.organization_id, k.name, ?, ? FROM api_key k WHERE k.id = ? AND k.revoked_at IS NULL";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, freshId());
            insert.setBytes(2, key.hash());
            insert.setString(3, key.hint());
            insert.setString(4, id);
            return insert.executeUpdate() == 1;
        }
    }

    boolean anyActive() throws SQLException {
        return !select("WHERE revoked_at IS NULL LIMIT 1").isEmpty();
    }

    List<Row> all() throws SQLException {
        return select("ORDER BY created_at, id");
    }

    List<Row> of(String organization) throws SQLException {
        return select("WHERE organization_id = ? ORDER BY created_at, id", organization);
    }

    /** Whether there is such a key; one that was revoked before stays revoked since then. */
    boolean revoke(String id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE api_key SET revoked_at = coalesce(revoked_at, now()) WHERE id = ?")) {
            update.setString(1, id);
            return update.executeUpdate() == 1;
        }
    }

    private List<Row> select(String condition, Object... values) throws SQLException {
        String sql = "SELECT id, organization_id, name, hint, created_at, revoked_at FROM api_key " + condition;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            return rows;
        }
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(
                found.getString(1),
                found.getString(2),
                Optional.ofNullable(found.getString(3)),
                found.getString(4),
                found.getTimestamp(5).toInstant(),
                Optional.ofNullable(found.getTimestamp(6)).map(Timestamp::toInstant));
    }

    private static String freshId() {
        return RandomId.of("key_", ID_LENGTH);
    }
}
