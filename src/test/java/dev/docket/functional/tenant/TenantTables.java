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
    private static final String SCHEMA =
            """
            create table if not exists organization (
              id text primary key, name text not null, created_at timestamptz not null default now(),
              max_running int, max_running_per_endpoint int, max_queued int, weight int not null default 1);
            create table if not exists api_key (
              id text primary key, organization_id text not null references organization, name text,
              hash bytea not null unique, hint text not null, created_at timestamptz not null default now(),
              revoked_at timestamptz);
            create table if not exists job (
              id text primary key, organization_id text not null, ready_pos bigint);
            """;

    private final Pool pool;

    TenantTables(Pool pool) {
        this.pool = pool;
    }

    public void create() {
        pool.query(SCHEMA).executeAndAwait();
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

    public void queue(String organization, int jobs) {
        run("insert into job select $1 || i, $1, i from generate_series(1, $2) i", Tuple.of(organization, jobs));
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
