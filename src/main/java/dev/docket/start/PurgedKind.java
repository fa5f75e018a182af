package dev.docket.start;

/**
 * What an organization has besides its jobs and their bodies: a name to show and a statement that deletes a batch of it
 * behind a place, and answers with how many rows it had and how far it came.
 */
enum PurgedKind {
    /** Before their outcomes and before the jobs: whoever works on one finds it gone, and no longer goes on. */
    BULK_CANCELS("bulk cancels", """
            with gone as (
                delete from bulk_cancel b
                where b.organization_id = ?
                  and b.id > ?
                returning b.id
            )
            select count(*), max(g.id)
            from gone g
            """),

    OUTCOMES("outcomes of bulk cancels", """
            with next as materialized (
                select o.organization_id, o.bulk_id, o.job_id
                from bulk_cancel_job o
                where o.organization_id = ?
                  -- From the one of the batch before, which may have more.
                  and o.bulk_id >= ?
                order by o.bulk_id, o.job_id
                limit 1000
            ),
            gone as (
                delete from bulk_cancel_job o
                using next n
                where o.organization_id = n.organization_id
                  and o.bulk_id = n.bulk_id
                  and o.job_id = n.job_id
                returning o.bulk_id
            )
            select count(*), max(g.bulk_id)
            from gone g
            """),

    IDEMPOTENCY_KEYS("idempotency keys", """
            with next as materialized (
                select k.organization_id, k.key
                from idempotency_key k
                where k.organization_id = ?
                  and k.key > ?
                order by k.key
                limit 1000
            ),
            gone as (
                delete from idempotency_key k
                using next n
                where k.organization_id = n.organization_id
                  and k.key = n.key
                returning k.key
            )
            select count(*), max(g.key)
            from gone g
            """),

    /** A few at a time: each has a form of up to some megabytes. */
    TEMPLATES("templates", """
            with next as materialized (
                select t.organization_id, t.id
                from edit_template t
                where t.organization_id = ?
                  and t.id > ?
                order by t.id
                limit 20
            ),
            gone as (
                delete from edit_template t
                using next n
                where t.organization_id = n.organization_id
                  and t.id = n.id
                returning t.id
            )
            select count(*), max(g.id)
            from gone g
            """),

    PROJECTS("projects", """
            with next as materialized (
                select p.organization_id, p.id
                from project p
                where p.organization_id = ?
                  and p.id > ?
                order by p.id
                limit 100
            ),
            gone as (
                delete from project p
                using next n
                where p.organization_id = n.organization_id
                  and p.id = n.id
                returning p.id
            )
            select count(*), max(g.id)
            from gone g
            """);

    private final String shown;
    private final String statement;

    PurgedKind(String shown, String statement) {
        this.shown = shown;
        this.statement = statement;
    }

    String shown() {
        return shown;
    }

    String statement() {
        return statement;
    }
}
