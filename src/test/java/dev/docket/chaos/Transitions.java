package dev.docket.chaos;

/** Every change of a job's state, written down by the database itself in the transaction that makes it. */
final class Transitions {
    private static final String RECORD = """
            create table chaos_transition (
                id              text not null,
                from_generation int not null,
                generation      int not null,
                from_status     text not null,
                status          text not null
            );

            create function chaos_transition() returns trigger language plpgsql as $$
            begin
                insert into chaos_transition
                values (new.id, old.generation, new.generation, old.status, new.status);
                return null;
            end
            $$;

            create trigger chaos_transition after update on job
            for each row when (old.status <> new.status or old.generation <> new.generation)
            execute function chaos_transition()
            """;

    /** Lives of jobs that ended more than once, or whose end changed. */
    private static final String DOUBLES = """
            with life as (
                select id, from_generation,
                       count(*) filter (where status in ('completed', 'failed', 'cancelled', 'expired')) as ends,
                       count(*) filter (where from_status in ('completed', 'failed', 'cancelled', 'expired')
                                          and generation = from_generation) as changes
                from chaos_transition
                group by id, from_generation
            )
            select count(*)
            from life
            where ends > 1 or changes > 0
            """;

    private Transitions() {}

    static void record(Sql database) {
        database.execute(RECORD);
    }

    static int doubles(Sql database) {
        return database.count(DOUBLES);
    }
}
