package dev.docket.start;

import dev.docket.store.Pooler;
import dev.docket.store.PoolerConfig;
import io.smallrye.config.SmallRyeConfig;

/** Refuses a pooler without a way past it: notifications would get lost without a word, and migrations fail. */
public final class PoolerCheck implements StartupCheck {
    @Override
    public void check(SmallRyeConfig settings) {
        DatabaseConfig database = settings.getConfigMapping(DatabaseConfig.class);
        boolean pooled = settings.getConfigMapping(PoolerConfig.class).pooler() == Pooler.TRANSACTION;
        if (database.url().isEmpty() && (pooled || database.sessionUrl().isPresent())) {
            throw new StartRefused("DOCKET_DB_POOLER and DOCKET_DB_SESSION_URL are for a database of your own:"
                    + " set DOCKET_DB_URL, or unset them.");
        }
        if (pooled && database.sessionUrl().isEmpty()) {
            throw new StartRefused("DOCKET_DB_POOLER is transaction, but migrations and notifications need a session:"
                    + " set DOCKET_DB_SESSION_URL to the same database past the pooler.");
        }
    }
}
