package dev.docket.store;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.guard.Statements;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What could be spread over several servers by {@code organization_id}: each statement on what an organization has is about one
 * organization, so that one server answers it, or is listed here with why each server can run it for its own.
 */
class OneOrganizationTest {
    private static final String TABLES =
            "(job|job_facts|body|idempotency_key|bulk_cancel|bulk_cancel_job" + "|edit_template|project)";
    private static final String NO_NAME =
            "(?!(?:where|set|on|order|limit|using|for|group|returning|join|left|cross|offset|select|values)\\b)";
    private static final Pattern USE = Pattern.compile(
            "\\b(from|join|into|update)\\s+" + TABLES + "\\b(?:\\s+(?:as\\s+)?" + NO_NAME + "([a-z_]+))?");

    /** The organization is a parameter of the statement, or will be put where the pattern of it leaves room. */
    private static final Pattern OF_ONE =
            Pattern.compile("\\borganization_id\\s*=\\s*(?:\\$\\d|%\\d\\$s|\\?)|\\?::text as id\\b");

    private static final Pattern BY_ARRAY = Pattern.compile("unnest\\(\\$1::text\\[]");

    private static final String BY_ARRAYS = "named by arrays of whole keys; a server takes those of its organizations";
    private static final String SWEEP = "a sweep over what is due, a bounded batch at a time; a server sweeps its own";

    /** Of many organizations, but every row that it changes or joins is found by its organization. */
    private static final Map<String, String> OF_MANY = Map.ofEntries(
            entry("ClaimJobs.CLAIM", "lanes, each of which is one organization's; a server claims of its own"),
            entry("CreateJobs.CREATE_TOGETHER", BY_ARRAYS),
            entry("CancelJobs.CANCEL_TOGETHER", BY_ARRAYS),
            entry("FindTraces.TRACES", BY_ARRAYS),
            entry("Heartbeat.BEAT", BY_ARRAYS),
            entry("SettleRuns.SETTLE", BY_ARRAYS),
            entry("HandBack.HAND_BACK", BY_ARRAYS),
            entry("HandBack.STRAYS", BY_ARRAYS),
            entry("ReadRequests.REQUESTS", BY_ARRAYS),
            entry("RescueRuns.RESCUE", SWEEP),
            entry("ExpireJobs.EXPIRE", SWEEP),
            entry("FailUnstarted.FAIL", SWEEP),
            entry("PromoteParked.PROMOTE", SWEEP),
            entry("DeleteJobs.DELETE", SWEEP),
            entry("DeleteJobs.FORGET_KEYS", SWEEP),
            entry("DeleteBulkCancels.DELETE", SWEEP),
            entry("DeleteBulkCancels.DELETE_OUTCOMES", SWEEP));

    /** Reads over all organizations; their answers are put together, or are one server's own business. */
    private static final Map<String, String> OVER_ALL = Map.of(
            "WaitingLanes.NEXT", "a walk over lanes in their order; each server walks its own",
            "DueBulkCancels.DUE", "the oldest that nobody works on; each server has its own",
            "DueWork.DUE", "whether anything is due; each server looks for its own",
            "QueueGauges.READ", "counts up to a limit, which add up",
            "BodyBuckets.OLDEST_NAMED", "the oldest day that a job names; each server has its own days");

    /** A statement on jobs and where it comes from. */
    record OnJobs(String name, String text) {
        Stream<MatchResult> uses() {
            return USE.matcher(text).results();
        }

        /** Whether the rows of this use of a table are found, or put there, by their organization. */
        boolean isByOrganization(MatchResult use) {
            return bindings(use) > 0;
        }

        /** How often an organization is asked for under the name of this use, which other uses may share. */
        private long bindings(MatchResult use) {
            String name = name(use);
            String column = name + "\\.organization_id\\b";
            if (use.group(1).equals("into")) {
                return count("into\\s+" + use.group(2) + "\\s*(as\\s+\\w+\\s*)?\\([^)]*\\borganization_id\\b");
            }
            return count("\\b" + column + "\\s*=")
                    + count("=\\s*" + column)
                    + (use.group(3) == null ? count("(?<![.\\w])organization_id\\s*=") : 0);
        }

        private static String name(MatchResult use) {
            return use.group(3) == null ? use.group(2) : use.group(3);
        }

        private long count(String pattern) {
            return Pattern.compile(pattern).matcher(text).results().count();
        }

        private boolean isEachByOrganization() {
            return uses().allMatch(use -> bindings(use)
                    >= uses().filter(other -> other.group(1).equals("into")
                                    == use.group(1).equals("into"))
                            .filter(other -> name(other).equals(name(use)))
                            .count());
        }

        boolean isOfOne() {
            boolean puts = uses().allMatch(use -> use.group(1).equals("into"));
            return isEachByOrganization()
                    && (OF_ONE.matcher(text).find()
                            || puts && !BY_ARRAY.matcher(text).find());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The constants, and the lists that are put together of pieces. */
    static List<OnJobs> statements() {
        Stream<OnJobs> constants = Stream.of(Statements.all(), Statements.ofCommands())
                .flatMap(some -> some.values().stream())
                .map(one -> new OnJobs(one.name(), plain(one.text())));
        Stream<OnJobs> lists =
                ListPlans.all(new ManyJobs(10_000)).stream().map(one -> new OnJobs(one.name(), plain(one.statement())));
        return Stream.concat(constants, lists)
                .filter(one -> one.uses().findAny().isPresent())
                .toList();
    }

    @Test
    void the_statements_are_found() {
        assertThat(statements()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void a_statement_is_of_one_organization_or_works_on_each_server_for_its_own(OnJobs statement) {
        if (!OF_MANY.containsKey(statement.name()) && !OVER_ALL.containsKey(statement.name())) {
            assertThat(statement.isOfOne()).as(statement.text()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void whatever_is_changed_or_joined_is_found_by_its_organization(OnJobs statement) {
        if (!OVER_ALL.containsKey(statement.name())) {
            assertThat(statement.uses())
                    .as(statement.text())
                    .allMatch(statement::isByOrganization, "is found by organization_id");
        }
    }

    @Test
    void what_reads_over_all_organizations_changes_nothing() {
        assertThat(statements())
                .filteredOn(one -> OVER_ALL.containsKey(one.name()))
                .hasSize(OVER_ALL.size())
                .allSatisfy(one -> assertThat(one.uses().map(use -> use.group(1)))
                        .as(one.text())
                        .isSubsetOf("from", "join"));
    }

    @Test
    void nothing_is_listed_that_is_of_one_organization_or_is_gone() {
        assertThat(statements())
                .filteredOn(one -> OF_MANY.containsKey(one.name()) || OVER_ALL.containsKey(one.name()))
                .hasSize(OF_MANY.size() + OVER_ALL.size())
                .noneMatch(OnJobs::isOfOne);
    }

    @Test
    void a_second_look_without_the_organization_is_found_out() {
        assertThat(new OnJobs("planted", """
                        select j.id
                        from job j
                        where j.organization_id = $1
                          and not exists (select from job j where j.id = $2)
                        """).isOfOne()).isFalse();
    }

    @Test
    void the_commands_on_organizations_are_among_them() {
        assertThat(statements())
                .extracting(OnJobs::name)
                .contains("OrganizationRows.CONTENTS", "PurgeRows.JOBS", "PurgeRows.BODIES", "PurgedKind.PROJECTS");
    }

    @Test
    void a_batch_of_a_purge_that_deletes_by_the_id_alone_is_found_out() {
        assertThat(new OnJobs("planted", """
                        with next as (select t.id from edit_template t where t.organization_id = ? and t.id > ?)
                        delete from edit_template t
                        using next n
                        where t.id = n.id
                        """).isOfOne()).isFalse();
    }

    @Test
    void a_look_at_one_job_without_its_organization_is_found_out() {
        assertThat(new OnJobs("planted", "select status from job j where j.id = $1").isOfOne())
                .isFalse();
        assertThat(new OnJobs("planted", """
                        select f.seq
                        from job j
                        join job_facts f on f.id = j.id
                        where j.organization_id = $1
                        """).isOfOne()).isFalse();
    }

    private static String plain(String text) {
        return text.replaceAll("--[^\\n]*", "").replaceAll("'[^']*'", "''");
    }
}
