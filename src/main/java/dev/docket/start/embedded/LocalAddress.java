package dev.docket.start.embedded;

import dev.docket.start.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Where a database of the embedded server is reached: on this machine only, with the data directory's password. */
final class LocalAddress {
    static final String DATABASE = "docket";

    private LocalAddress() {}

    static DatabaseAddress of(DataDirectory directory, int port) {
        return of(directory, port, DATABASE);
    }

    static DatabaseAddress of(DataDirectory directory, int port, String database) {
        String place = "127.0.0.1:" + port + "/" + database;
        try {
            return new DatabaseAddress(
                    place,
                    "jdbc:postgresql://" + place,
                    Map.of("quarkus.datasource.reactive.url", "postgresql://" + place),
                    Cluster.USER,
                    Password.read(directory.password()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
