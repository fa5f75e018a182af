package dev.docket.bench.queue;

import dev.docket.start.DatabaseAddress;
import io.vertx.pgclient.PgConnectOptions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One database of the server, over connections that are closed after each use. */
record Database(DatabaseAddress address) {
    Database named(String name) {
        String place = address.place().replaceAll("/[^/]*$", "/" + name);
        return new Database(new DatabaseAddress(
                place, "jdbc:postgresql://" + place, Map.of(), address.username(), address.password()));
    }

    String name() {
        return address.place().replaceAll(".*/", "");
    }

    int port() {
        return Integer.parseInt(address.place().replaceAll(".*:(\\d+)/.*", "$1"));
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    String text(String query) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The first column of all rows. */
    List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    double decimal(String query) throws SQLException {
        return Double.parseDouble(text(query));
    }

    /** Fresh statistics, and as little as possible left to be written behind the back of what is measured. */
    void settle() throws SQLException {
        run("vacuum analyze", "checkpoint");
    }

    /** For connections of Vert.x. */
    PgConnectOptions reactive() {
        return PgConnectOptions.fromUri("postgresql://" + address.place())
                .setUser(address.username())
                .setPassword(address.password());
    }

    /** What a service must be told to use it. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("DOCKET_DB_URL", "postgresql://" + address.place());
        settings.put("DOCKET_DB_USERNAME", address.username());
        settings.put("DOCKET_DB_PASSWORD", address.password());
        return settings;
    }
}
