package dev.docket.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docket.TestPostgres;
import dev.docket.guard.Statements;
import dev.docket.start.DatabaseAddress;
import dev.docket.start.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each statement on jobs looks at among very many of them: no more than it is asked for. Over a connection as the
 * service's are, by plans that were made while the tables were empty and by those that are made once they are known.
 */
class StatementPlanTest {
    private static final int ROWS = Integer.getInteger("plans.rows", 200_000);
    private static final ManyJobs JOBS = new ManyJobs(ROWS);
    private static final Pattern ON_JOBS =
            Pattern.compile("(from|join|into|update)\\s+(job|job_facts|body|idempotency_key)\\b");

    /**
     * Before 17 a list of keys is a filter to a plan for an empty table: for each batch of a bulk cancel by a filter it
     * reads all jobs of the organization, until the connection is opened anew.
     */
    private static final String WORSE_BEFORE_17 = "FindBatch.LOCK, planned while the tables were empty";

    private static int major;

    private static final Map<String, Plan> PLANS = new LinkedHashMap<>();

    /** A case by a plan of one moment. */
    record Planned(PlanCase asked, String moment) {
        String key() {
            return asked.name() + ", " + moment;
        }

        @Override
        public String toString() {
            return key();
        }
    }

    private static final String WHILE_EMPTY = "planned while the tables were empty";
    private static final String KNOWN = "planned for any parameters";
    private static final String VALUES = "planned for these parameters";
    /** Where a pooler is in between: nothing is prepared, and nobody advises against reading whole tables. */
    private static final String POOLED = "planned for these parameters, and free to read whole tables";

    /**
     * Free to, they read tables whole: those of days without bodies, the few bulk cancels, and the gauges all jobs. That
     * is why the role of a pooled service should be told not to.
     */
    private static final Set<String> BETTER_NOT_FREE = Set.of(
            "RetryJob.RETRY",
            "CancelJobs.CANCEL_TOGETHER",
            "ClaimJobs.CLAIM",
            "ClaimJobs.CLAIM with caps",
            "ReadRequests.REQUESTS",
            "QueueGauges.READ",
            "DecideBatch.DECIDE",
            "TellBatch.TELL");

    static List<PlanCase> cases() {
        PlanCases all = new PlanCases(JOBS);
        return Stream.of(
                        all.ofOneJob(),
                        all.ofRuns(),
                        all.ofQueues(),
                        all.ofMaintenance(),
                        all.ofBulkCancels(),
                        ListPlans.all(JOBS))
                .flatMap(List::stream)
                .toList();
    }

    static Stream<Planned> planned() {
        return Stream.of(WHILE_EMPTY, KNOWN, VALUES, POOLED)
                .flatMap(moment -> cases().stream().map(asked -> new Planned(asked, moment)))
                .filter(planned -> !planned.moment().equals(POOLED)
                        || !BETTER_NOT_FREE.contains(planned.asked().name()));
    }

    @BeforeAll
    static void explain_all() throws SQLException {
        DatabaseAddress address = TestPostgres.empty();
        Migrations.run(address);
        List<PlanCase> cases = cases();
        try (Connection filling = address.connect();
                Connection service = address.connect()) {
            major = service.getMetaData().getDatabaseMajorVersion();
            run(
                    filling,
                    "alter table job set (autovacuum_enabled = false);"
                            + "alter table job_facts set (autovacuum_enabled = false);"
                            + "alter table idempotency_key set (autovacuum_enabled = false)");
            run(service, "set enable_seqscan = off; set plan_cache_mode = force_generic_plan");
            for (int i = 0; i < cases.size(); i++) {
                run(service, "prepare case_" + i + " as " + cases.get(i).statement());
                explain(service, "explain", i, cases.get(i));
            }
            JOBS.fill(filling);
            explainAll(service, cases, WHILE_EMPTY);
            run(filling, "analyze");
            explainAll(service, cases, KNOWN);
            run(service, "set plan_cache_mode = force_custom_plan");
            explainAll(service, cases, VALUES);
            run(service, "set enable_seqscan = on");
            explainAll(service, cases, POOLED);
        }
    }

    private static void explainAll(Connection connection, List<PlanCase> cases, String moment) throws SQLException {
        for (int i = 0; i < cases.size(); i++) {
            connection.setAutoCommit(false);
            Plan plan = explain(connection, "explain (analyze, buffers, timing off, format json)", i, cases.get(i));
            PLANS.put(new Planned(cases.get(i), moment).key(), plan);
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static Plan explain(Connection connection, String explain, int place, PlanCase asked) throws SQLException {
        String arguments = asked.arguments().isEmpty() ? "" : "(" + asked.arguments() + ")";
        StringBuilder plan = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery(explain + " execute case_" + place + arguments)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        } catch (SQLException e) {
            throw new IllegalStateException(asked.name(), e);
        }
        return new Plan(plan.toString());
    }

    /** All of it in one table, for a reader. */
    @AfterAll
    static void write_down() throws IOException {
        String lines = PLANS.entrySet().stream()
                .map(one -> "| %s | %d | %d | %s |%n"
                        .formatted(
                                one.getKey(),
                                one.getValue().rows(),
                                one.getValue().pages(),
                                String.join(", ", one.getValue().indexes())))
                .collect(Collectors.joining());
        Files.writeString(
                Path.of("target", "plans.md"),
                "| Statement | Rows | Pages | Indexes |%n| --- | --- | --- | --- |%n".formatted() + lines);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @ParameterizedTest
    @MethodSource("planned")
    void a_statement_looks_at_what_it_is_asked_for(Planned planned) {
        assumeTrue(major >= 17 || !planned.key().equals(WORSE_BEFORE_17), "known of PostgreSQL before 17");
        Plan plan = PLANS.get(planned.key());
        PlanCase asked = planned.asked();

        assertThat(plan.readWhole()).as(plan.text()).isEmpty();
        assertThat(plan.rows()).as(plan.text()).isLessThanOrEqualTo(asked.rows());
        assertThat(plan.pages()).as(plan.text()).isLessThanOrEqualTo(asked.pages());
        if (asked.byKey()) {
            assertThat(plan.indexes()).as(plan.text()).allMatch(index -> index.endsWith("_pkey"));
        }
    }

    @Test
    void no_statement_on_jobs_is_left_out() {
        Set<String> asked =
                cases().stream().map(one -> one.name().split(" ")[0]).collect(Collectors.toSet());

        assertThat(Statements.all().values())
                .filteredOn(statement -> ON_JOBS.matcher(statement.text()).find())
                .extracting(Statements.Statement::name)
                .allMatch(asked::contains);
    }
}
