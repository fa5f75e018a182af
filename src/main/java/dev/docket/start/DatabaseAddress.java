package dev.docket.start;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Everything needed to reach the database, by the JDBC driver before the start and by the reactive client after it.
 *
 * @param place host, port and database, safe to print
 * @param jdbcUrl for the driver, without credentials
 * @param reactive Quarkus' settings of the reactive client, without credentials
 * @param username the user to connect as
 * @param password its password, empty for none
 */
public record DatabaseAddress(
        String place, String jdbcUrl, Map<String, String> reactive, String username, String password) {
    private static final String CONNECT_SECONDS = "10";

    /** A connection of its own, closed by the caller; gives up after ten seconds. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        properties.setProperty("ApplicationName", "docket");
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    /** What Quarkus must be told to use this database. */
    public Map<String, String> quarkusProperties() {
        Map<String, String> properties = new HashMap<>(reactive);
        properties.put("quarkus.datasource.username", username);
        properties.put("quarkus.datasource.password", password);
        return properties;
    }

    /** Without the password, so that an address can be printed. */
    @Override
    public String toString() {
        return username + " at " + place;
    }
}
