package dev.docket.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.tenant.Authentication.Accepted;
import dev.docket.tenant.Authentication.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Finds out whose key it is. Outcomes are remembered for {@code docket.auth.cache-ttl}, so most calls cost no round
 * trip; a key revoked in the database is refused within that time. A failed look-up is remembered by nobody and fails
 * the {@code Uni}: a database that is away never makes a good key look bad.
 */
@Singleton
public class Authenticator {
    private static final Logger LOG = Logger.getLogger(Authenticator.class);
    private static final Authentication REFUSED = new Refused();
    /** Longer than any key; what is longer is not even hashed. */
    private static final int LONGEST_KEY = 512;

    private final FindKey findKey;
    private final AuthConfig config;
    private final Cache<KeyHash, Authentication> good;
    /** Apart from the good ones, so that a flood of made-up keys cannot push those out. */
    private final Cache<KeyHash, Authentication> bad;

    Authenticator(FindKey findKey, AuthConfig config) {
        this.findKey = findKey;
        this.config = config;
        this.good = remember(config);
        this.bad = remember(config);
    }

    private static Cache<KeyHash, Authentication> remember(AuthConfig config) {
        return Caffeine.newBuilder()
                .maximumSize(config.cacheSize())
                .expireAfterWrite(config.cacheTtl())
                .build();
    }

    /**
     * Looks at a key. Call it on a Vert.x context.
     *
     * @return fails when the database cannot be asked, with a {@link TimeoutException} when it does not answer in time
     */
    public Uni<Authentication> authenticate(String key) {
        if (key.length() > LONGEST_KEY) {
            return Uni.createFrom().item(REFUSED);
        }
        KeyHash hash = KeyHash.of(key);
        Authentication known = recall(hash);
        return known != null ? Uni.createFrom().item(known) : lookUp(hash).invoke(found -> keep(hash, found));
    }

    private Authentication recall(KeyHash hash) {
        Authentication known = good.getIfPresent(hash);
        return known != null ? known : bad.getIfPresent(hash);
    }

    private Uni<Authentication> lookUp(KeyHash hash) {
        return findKey.byHash(hash)
                .ifNoItem()
                .after(config.lookupTimeout())
                .failWith(() -> new TimeoutException("no answer to the look-up of a key"))
                .map(found -> judge(found, hash));
    }

    private static Authentication judge(Optional<StoredKey> found, KeyHash hash) {
        return found.filter(key -> key.accepts(hash))
                .<Authentication>map(key -> new Accepted(new Caller(key.organizationId(), key.id())))
                .orElse(REFUSED);
    }

    private void keep(KeyHash hash, Authentication found) {
        if (found instanceof Accepted accepted) {
            // Tells whoever rotates keys whether an old one is still in use; its id is not the key.
            LOG.debugf("The key %s is in use", accepted.caller().keyId());
        }
        (found instanceof Accepted ? good : bad).put(hash, found);
    }
}
