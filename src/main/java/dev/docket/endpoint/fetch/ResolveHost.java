package dev.docket.endpoint.fetch;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Finds the addresses behind the name of a host. */
public interface ResolveHost {
    /** All of them; fails with {@link java.net.UnknownHostException} when there are none. Returns at once. */
    CompletionStage<List<InetAddress>> addresses(String host);
}
