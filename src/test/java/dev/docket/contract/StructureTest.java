package dev.docket.contract;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.base.DescribedPredicate.or;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;

/** The rooms of the house, and which of them may know of which. */
@AnalyzeClasses(packages = "dev.docket", importOptions = DoNotIncludeTests.class)
class StructureTest {
    @ArchTest
    static final ArchRule job_knows_nobody = knows("job");

    @ArchTest
    static final ArchRule traces_know_job = knows("trace", "job");

    @ArchTest
    static final ArchRule store_knows_job = knows("store", "job");

    @ArchTest
    static final ArchRule endpoint_knows_job_and_traces = knows("endpoint", "trace", "job");

    @ArchTest
    static final ArchRule the_reading_of_documents_serves_all_and_knows_job =
            knows("endpoint.document", "endpoint.ocr", "job");

    @ArchTest
    static final ArchRule engines_that_read_pictures_know_nobody = knows("endpoint.ocr");

    @ArchTest
    static final ArchRule schemas_know_how_work_on_a_document_ends =
            knows("endpoint.schema", "endpoint.document", "job");

    @ArchTest
    static final ArchRule values_know_nobody = knows("endpoint.local.value");

    @ArchTest
    static final ArchRule labels_know_nobody = knows("endpoint.local.label");

    @ArchTest
    static final ArchRule processors_know_their_endpoint_and_documents =
            knows("endpoint.local", "endpoint", "endpoint.document", "trace", "job");

    @ArchTest
    static final ArchRule exchanges_know_how_work_ends = knows("endpoint.exchange", "endpoint", "job");

    @ArchTest
    static final ArchRule the_upstream_processor_knows_its_endpoint =
            knows("endpoint.upstream", "endpoint.exchange", "endpoint", "trace", "job");

    @ArchTest
    static final ArchRule the_model_processor_knows_documents_schemas_and_the_local_one = knows(
            "endpoint.model",
            "endpoint.exchange",
            "endpoint.document",
            "endpoint.schema",
            "endpoint.local",
            "endpoint",
            "trace",
            "job");

    @ArchTest
    static final ArchRule extract_knows_what_it_reads_with = knows(
            "endpoint.local.extract",
            "endpoint.local",
            "endpoint.local.value",
            "endpoint.local.label",
            "endpoint.document",
            "endpoint.schema",
            "endpoint",
            "job");

    @ArchTest
    static final ArchRule generate_knows_what_it_reads_with = knows(
            "endpoint.local.generate",
            "endpoint.local",
            "endpoint.local.value",
            "endpoint.local.label",
            "endpoint.document",
            "endpoint",
            "job");

    @ArchTest
    static final ArchRule edit_knows_what_it_reads_with = knows(
            "endpoint.local.edit",
            "endpoint.local",
            "endpoint.local.value",
            "endpoint.local.label",
            "endpoint.document",
            "endpoint",
            "job");

    @ArchTest
    static final ArchRule templates_know_their_endpoint_and_documents =
            knows("template", "endpoint", "endpoint.document", "store", "job");

    @ArchTest
    static final ArchRule projects_know_their_endpoint_and_how_schemas_are_read =
            knows("project", "endpoint", "endpoint.schema", "endpoint.document", "store", "job");

    @ArchTest
    static final ArchRule topics_know_words_and_documents =
            knows("endpoint.local.topic", "endpoint.local.label", "endpoint.document", "job");

    @ArchTest
    static final ArchRule classify_knows_what_it_reads_with = knows(
            "endpoint.local.classify",
            "endpoint.local",
            "endpoint.local.topic",
            "endpoint.document",
            "endpoint",
            "job");

    @ArchTest
    static final ArchRule split_knows_what_it_reads_with = knows(
            "endpoint.local.split",
            "endpoint.local",
            "endpoint.local.topic",
            "endpoint.local.label",
            "endpoint.document",
            "endpoint",
            "job");

    @ArchTest
    static final ArchRule the_fetching_of_documents_knows_its_endpoint =
            knows("endpoint.fetch", "endpoint.exchange", "endpoint", "job");

    @ArchTest
    static final ArchRule the_processor_of_benchmarks_knows_its_endpoint = knows("endpoint.noop", "endpoint", "job");

    @ArchTest
    static final ArchRule tenant_knows_store = knows("tenant", "store", "job");

    @ArchTest
    static final ArchRule executor_knows_store_endpoint_and_tenant =
            knows("executor", "store", "endpoint", "tenant", "trace", "job");

    @ArchTest
    static final ArchRule maintenance_knows_store = knows("maintenance", "store", "job");

    @ArchTest
    static final ArchRule bulk_knows_store = knows("bulk", "store", "job");

    @ArchTest
    static final ArchRule api_knows_store_bulk_endpoint_project_template_and_tenant =
            knows("api", "store", "bulk", "endpoint", "project", "template", "tenant", "trace", "job");

    @ArchTest
    static final ArchRule ops_knows_store = knows("ops", "store", "job");

    @ArchTest
    static final ArchRule nobody_goes_in_circles =
            slices().matching("dev.docket.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_room_for_odds_and_ends = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..impl..", "..manager..", "..helper..", "..data..");

    @ArchTest
    static final ArchRule only_those_who_keep_rows_speak_sql = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.docket.store..",
                    "dev.docket.tenant..",
                    "dev.docket.project..",
                    "dev.docket.template..",
                    "dev.docket.start..",
                    "dev.docket.ops..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.vertx.mutiny.sqlclient.."));

    @ArchTest
    static final ArchRule nobody_who_moves_jobs_reads_the_clock_of_the_machine = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.docket.store..", "dev.docket.executor..", "dev.docket.maintenance..", "dev.docket.bulk..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Date.class);

    private static ArchRule knows(String room, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = "dev.docket." + room;
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = "dev.docket." + others[i];
        }
        return classes()
                .that()
                .resideInAPackage("dev.docket." + room)
                .should()
                .onlyDependOnClassesThat(or(not(resideInAPackage("dev.docket..")), resideInAnyPackage(allowed)));
    }
}
