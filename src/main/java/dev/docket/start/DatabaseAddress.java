package dev.docket.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.PGProperty;

/**
 * Everything needed to reach the database, by the JDBC driver before the start and by the reactive client after it.
 *
 * @param place host, port and database, safe to print
 * @param jdbcUrl for the driver, without credentials
 * @param reactive Quarkus' settings of the reactive client; without credentials where they are the same
 * @param username the user to connect as
 * @param password its password, empty for none
 */
public record DatabaseAddress(
        String place, String jdbcUrl, Map<String, String> reactive, String username, String password) {
    static final String USERNAME = "quarkus.datasource.username";
    static final String PASSWORD = "quarkus.datasource.password";

    private static final int CONNECT_SECONDS = 10;

    /** A connection of its own, closed by the caller; gives up after ten seconds. */
    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /** Connections as {@link #connect()} makes them, none kept. */
    DataSource dataSource() {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, username);
        PGProperty.PASSWORD.set(properties, password);
        PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.LOGIN_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.APPLICATION_NAME.set(properties, "docket");
        return new DirectConnections(jdbcUrl, properties);
    }

    /** What Quarkus must be told to use this database. */
    public Map<String, String> quarkusProperties() {
        Map<String, String> properties = new HashMap<>();
        properties.put(USERNAME, username);
        properties.put(PASSWORD, password);
        properties.putAll(reactive);
        return properties;
    }

    /** Without the password, so that an address can be printed. */
    @Override
    public String toString() {
        return username + " at " + place;
    }
}
