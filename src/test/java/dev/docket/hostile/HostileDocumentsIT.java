package dev.docket.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.chaos.ServiceProcess;
import dev.docket.hostile.HostileRun.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every document of docs/hostile-documents.md against one process with a small heap. */
class HostileDocumentsIT {
    private static final String SECRET = "the content of a file of this machine";

    /** Half of it is the heap. */
    private static final long MOST_MEMORY = 1024L * 1024 * 1024;

    @TempDir
    static Path directory;

    private static String secretFile;
    private static ServiceProcess service;
    private static HostileRun run;
    private static int seen;

    @BeforeAll
    static void start() throws IOException {
        secretFile =
                Files.writeString(directory.resolve("secret"), SECRET).toUri().toString();
        service = ServiceProcess.start(directory, Map.of("DOCKET_LOCAL_TIME_LIMIT", "60S"), "-Xmx512m");
        run = new HostileRun(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_hostile_document_ends_as_the_page_says_and_harms_nobody(HostileDocument document) throws Exception {
        List<Ended> read = new ArrayList<>();
        List<Ended> edited = new ArrayList<>();
        for (byte[] file : document.files().make()) {
            read.addAll(run.read(document, file));
            edited.addAll(document.isPdf() ? run.edit(document, file) : List.of());
        }

        assertThat(HostilePage.rows()).contains(HostilePage.row(document, read, edited));
        if (!document.words().isEmpty()) {
            assertThat(HostileRun.parsed(read)).containsSubsequence(document.words());
        }
        assertThat(read).noneMatch(each -> each.body().contains(SECRET));
        assertThat(service.get("/q/health").statusCode()).isEqualTo(200);
        assertThat(run.note("A note after all that.")).isEqualTo("A note after all that.");
        assertThat(logged()).doesNotContain(" ERROR ").doesNotContain("OutOfMemory");
        assertThat(service.mostMemory()).isLessThan(MOST_MEMORY);
    }

    @Test
    void the_page_has_no_other_rows() throws IOException {
        assertThat(HostilePage.rows())
                .extracting(HostilePage::title)
                .containsExactlyElementsOf(
                        documents().map(HostileDocument::title).toList());
    }

    /** What the service has logged since this was asked last. */
    private static String logged() {
        String log = service.log();
        String since = log.substring(seen);
        seen = log.length();
        return since;
    }

    static Stream<HostileDocument> documents() {
        return Stream.of(
                        OddDocuments.all(),
                        HostilePdfs.all(),
                        HostileOffice.all(secretFile),
                        HostileTexts.all(secretFile),
                        HostilePictures.all())
                .flatMap(each -> each);
    }
}
