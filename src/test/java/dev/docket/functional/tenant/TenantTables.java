package dev.docket.functional.tenant;

import dev.docket.tenant.KeyHash;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Writes organizations, keys and queued jobs as an operator and the service would. */
@ApplicationScoped
public class TenantTables {
    private final Pool pool;

    TenantTables(Pool pool) {
        this.pool = pool;
    }

    /** A fresh organization; gives its id. */
    public String organization() {
        String id = "org_" + UUID.randomUUID();
        run("insert into organization (id, name) values ($1, 'Test')", Tuple.of(id));
        return id;
    }

    /** A fresh key of the organization; gives the key. */
    public String key(String organization) {
        String key = "sk_retab_" + UUID.randomUUID();
        run(
                "insert into api_key (id, organization_id, hash, hint) values ($1, $2, $3, 'sk_')",
                Tuple.of("key_" + key.hashCode(), organization, hashOf(key)));
        return key;
    }

    public void revoke(String key) {
        run("update api_key set revoked_at = now() where hash = $1", Tuple.of(hashOf(key)));
    }

    public void limitQueued(String organization, Integer limit) {
        run("update organization set max_queued = $2 where id = $1", Tuple.of(organization, limit));
    }

    /** Jobs that wait for a time to come, so that no executor takes them away from the count. */
    public void queue(String organization, int jobs) {
        run("""
                insert into job (organization_id, id, endpoint, status, validated, created_at, expires_at,
                                 ready_pos, attempts_left, request_bucket, request_bytes)
                select $1, 'job_' || i, 'none', 'queued', true, now(), now() + interval '1 day', i, 1, 0, 0
                from generate_series(1, $2) i
                """, Tuple.of(organization, jobs));
    }

    public void empty(String organization) {
        run("delete from job where organization_id = $1", Tuple.of(organization));
    }

    private static Buffer hashOf(String key) {
        return Buffer.buffer(KeyHash.of(key).bytes());
    }

    private void run(String sql, Tuple values) {
        pool.preparedQuery(sql).executeAndAwait(values);
    }
}
