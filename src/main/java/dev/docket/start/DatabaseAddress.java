package dev.docket.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

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

    /** Connections as {@link #connect()} makes them, none kept. Not DriverManager's: it looks at class loaders. */
    DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(username);
        source.setPassword(password);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setApplicationName("docket");
        return source;
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
