package dev.docket.start;

import dev.docket.tenant.KeyMaterial;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Sees to it that there is a key to begin with: the operator's own, or one that is made and shown once. */
public final class FirstKey {
    /** Any number will do as long as nothing else takes it: pods that start together make one key, not several. */
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(7163284401)";

    private FirstKey() {}

    /**
     * The key that was made, if one was; it can never be read again.
     *
     * @param database a connection to this address, which commits no more by itself afterwards
     * @throws StartRefused when the operator's own key is revoked or belongs to another organization
     */
    public static Optional<KeyMaterial> ensure(DatabaseAddress address, Connection database, DocketConfig docket) {
        try (Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute(ONE_AT_A_TIME);
            Optional<KeyMaterial> made = ensure(new KeyRows(database), docket);
            database.commit();
            return made;
        } catch (SQLException e) {
            throw SqlRefusal.of(address, e);
        }
    }

    private static Optional<KeyMaterial> ensure(KeyRows keys, DocketConfig docket) throws SQLException {
        if (docket.apiKey().isPresent()) {
            ensureOwn(keys, new KeyMaterial(docket.apiKey().get()), docket.organization());
            return Optional.empty();
        }
        if (keys.anyActive()) {
            return Optional.empty();
        }
        KeyMaterial key = KeyMaterial.fresh();
        keys.ensureOrganization(docket.organization());
        keys.ensure(key, docket.organization(), Optional.of("first start"));
        return Optional.of(key);
    }

    private static void ensureOwn(KeyRows keys, KeyMaterial key, String organization) throws SQLException {
        keys.ensureOrganization(organization);
        KeyRows.Row row = keys.ensure(key, organization, Optional.of("DOCKET_API_KEY"));
        if (row.revoked().isPresent()) {
            throw new StartRefused("DOCKET_API_KEY is " + row.id() + ", which was revoked at "
                    + row.revoked().get() + ": set another key, or leave it out.");
        }
        if (!row.organization().equals(organization)) {
            throw new StartRefused("DOCKET_API_KEY belongs to " + row.organization() + " already: set"
                    + " DOCKET_ORGANIZATION to that, or DOCKET_API_KEY to another key.");
        }
    }
}
