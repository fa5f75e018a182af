package dev.docket.start;

import java.net.URI;
import java.time.Duration;

/**
 * What keeps a service busy while a JVM writes its AOT cache. Found with {@link java.util.ServiceLoader}: a native binary
 * has no use for it, and leaves out the provider and its HTTP client.
 */
public interface Exercise {
    /**
     * Calls the service for that long, and says how many calls were answered.
     *
     * @param service its address, without a path
     * @throws dev.docket.start.train.UnexpectedAnswer when a call was refused, or not answered at all
     */
    String run(URI service, String key, Duration length);
}
