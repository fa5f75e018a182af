package dev.docket.bench.queue;

import dev.docket.start.DatabaseAddress;
import java.net.URI;
import java.util.Map;

/** A database that a harness has made, by its URL. */
final class PeerDatabase {
    private PeerDatabase() {}

    static Database of(String url) {
        URI address = URI.create(url);
        String[] user = address.getUserInfo().split(":", 2);
        String place = address.getHost() + ":" + address.getPort() + address.getPath();
        return new Database(new DatabaseAddress(
                place, "jdbc:postgresql://" + place, Map.of(), user[0], user.length > 1 ? user[1] : ""));
    }
}
