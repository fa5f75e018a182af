package dev.docket.bench.queue;

import java.util.Locale;

/**
 * What the server does with the least table and the fewest statements that a queue can have, and no service at all: what
 * every figure is set beside.
 */
enum Limit {
    /** One row and one commit at a time. */
    INSERT1(16, 1, 0, "insert into job (body) values ('{\"n\": 1}')", null),

    /** A thousand rows a commit. */
    INSERT1000(2, 1000, 0, """
            insert into job (body)
            select jsonb_build_object('n', n) from generate_series(1, 1000) n""", null),

    /** One job claimed, and completed: two commits. */
    CLAIM1(16, 1, 60_000, """
            update job
            set state = 1, tries = tries + 1, lease = now() + interval '30 seconds'
            where id = (select id from job
                        where state = 0 and due <= now()
                        order by rank, due, id
                        limit 1
                        for update skip locked)
            returning array[id]::text as ids""", Limit.COMPLETE),

    /** A hundred jobs claimed, and completed: two commits. */
    CLAIM100(4, 100, 250_000, """
            with taken as materialized (
                select id from job
                where state = 0 and due <= now()
                order by rank, due, id
                limit 100
                for update skip locked
            ), claimed as (
                update job
                set state = 1, tries = tries + 1, lease = now() + interval '30 seconds'
                from taken
                where job.id = taken.id
                returning job.id
            )
            select array_agg(id)::text as ids from claimed""", Limit.COMPLETE),

    /** One waiting job cancelled by its key. */
    CANCEL1(16, 1, 400_000, """
            update job
            set state = 3, ended = now()
            where id = (select 1 + floor(random() * 400000)::bigint) and state = 0""", null);

    static final String TABLE = """
            create table job (
                id      bigint generated always as identity primary key,
                state   smallint not null default 0,
                rank    smallint not null default 0,
                due     timestamptz not null default now(),
                tries   smallint not null default 0,
                lease   timestamptz,
                created timestamptz not null default now(),
                ended   timestamptz,
                body    jsonb not null
            );
            create index job_waiting on job (rank, due, id) where state = 0;
            """;

    private static final String COMPLETE = """
            update job
            set state = 2, ended = now(), lease = null
            where id = any (:ids::bigint[])""";

    private final int clients;
    private final int jobs;
    private final int rows;
    private final String first;
    private final String second;

    Limit(int clients, int jobs, int rows, String first, String second) {
        this.clients = clients;
        this.jobs = jobs;
        this.rows = rows;
        this.first = first;
        this.second = second;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    int clients() {
        return clients;
    }

    /** Jobs that one round of the statements is about. */
    int jobs() {
        return jobs;
    }

    /** Rows that must be there before. */
    int rows() {
        return rows;
    }

    String first() {
        return first;
    }

    /** What follows with the ids that the first one answered; null where nothing does. */
    String second() {
        return second;
    }
}
