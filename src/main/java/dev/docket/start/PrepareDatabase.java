package dev.docket.start;

import dev.docket.tenant.KeyMaterial;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the database must be before it is worked on: there, fit to keep a promise, and with the tables of this version. All
 * of it over one connection, as a login takes longer than any of these questions.
 */
final class PrepareDatabase {
    private final DatabaseAddress address;
    private final Duration patience;

    /**
     * @param patience how long a server is waited for that is not there yet
     */
    PrepareDatabase(DatabaseAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /** Brings the tables up to date. */
    void tables() {
        prepare(connection -> Optional.empty());
    }

    /** Brings the tables up to date and sees to a first key; that key, if it was made here. */
    Optional<KeyMaterial> tablesAndKey(DocketConfig docket) {
        return prepare(connection -> FirstKey.ensure(address, connection, docket));
    }

    private Optional<KeyMaterial> prepare(Function<Connection, Optional<KeyMaterial>> last) {
        try (Connection connection = AwaitServer.connect(address, patience)) {
            ServerCheck.require(address, connection);
            Migrations.runMissing(address, connection);
            return last.apply(connection);
        } catch (SQLException notClosed) {
            throw SqlRefusal.of(address, notClosed);
        }
    }
}
