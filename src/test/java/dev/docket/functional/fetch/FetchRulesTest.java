package dev.docket.functional.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.endpoint.CheckedRequest;
import dev.docket.endpoint.DocumentUrl;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Fault;
import dev.docket.endpoint.FetchRules;
import dev.docket.endpoint.ProcessorMisconfigured;
import dev.docket.endpoint.RequestCheck;
import dev.docket.endpoint.UrlReading;
import dev.docket.job.Payload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which URLs a request may have, before anybody is asked where they lead. */
class FetchRulesTest {
    private final FetchRules any = FetchSettings.rules("allowed", "true", "ports", "443,8443");

    @ParameterizedTest
    @CsvSource({
        "https://files.example.com/a/b.pdf?x=1&y=%20#part, files.example.com, 443, /a/b.pdf?x=1&y=%20",
        "HTTPS://Files.Example.COM, files.example.com, 443, /",
        "https://files.example.com.:8443?q, files.example.com, 8443, /?q",
        "https://localhost/, localhost, 443, /",
        "https://8.8.8.8/x, 8.8.8.8, 443, /x",
        "https://a.example/ü, a.example, 443, /%C3%BC"
    })
    void good_urls_are_read_into_one_spelling(String url, String host, int port, String target) {
        assertThat(any.read(url)).isEqualTo(new UrlReading.Fetchable(new DocumentUrl(host, port, target)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://files.example/",
                "ftp://files.example/",
                "https:files.example",
                "https:///a",
                "https://",
                "https://user@files.example/",
                "https://user:pass@files.example/",
                "https://@files.example/",
                "https://files.example:80/",
                "https://files.example:0/",
                "https://files.example:99999/",
                "https://a b.example/",
                "https://a.example/ b",
                "https://a.example/%zz",
                "https://ex_ample/",
                "https://exämple.com/",
                "https://-a.example/",
                "https://a..example/",
                "https://[::1]/",
                "https://[::ffff:8.8.8.8]/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x8.8.8.8/",
                "https://017700000001/",
                "https://010.8.8.8/",
                "https://8.8.8/",
                "https://8.8.8.8.8/",
                "https://8.8.8.256/",
                "https://127.0.0.1/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest",
                "https://a.example\\@b.example/",
                "https://a.example\u0000.b/",
                "https://a.123/"
            })
    void urls_that_might_lead_elsewhere_are_refused(String url) {
        assertThat(any.read(url)).isInstanceOf(UrlReading.Refused.class);
    }

    @Test
    void a_url_that_is_too_long_is_refused() {
        assertThat(any.read("https://a.example/" + "x".repeat(4078))).isInstanceOf(UrlReading.Fetchable.class);
        assertThat(any.read("https://a.example/" + "x".repeat(4079))).isInstanceOf(UrlReading.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "files.example.com, true",
        "FILES.example.com, true",
        "x.files.example.com, false",
        "a.store.example, true",
        "a.b.store.example, true",
        "store.example, false",
        "evilstore.example, false",
        "store.example.evil, false",
        "8.8.8.8, false"
    })
    void only_hosts_that_are_listed_are_allowed(String host, boolean allowed) {
        FetchRules listed = FetchSettings.rules("allowed", "true", "hosts", "Files.example.com, *.store.example");

        assertThat(listed.read("https://" + host + "/") instanceof UrlReading.Fetchable)
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "c, /a/c",
        "/c, /c",
        "?x, /a/b?x",
        "../c?d, /c?d",
        "https://other.example/e, /e",
        "//other.example/e, /e"
    })
    void a_redirect_is_read_from_where_it_is(String location, String target) {
        DocumentUrl from = new DocumentUrl("files.example", 8443, "/a/b?secret");

        UrlReading.Fetchable read = (UrlReading.Fetchable) any.redirected(from, location);

        assertThat(read.url().target()).isEqualTo(target);
        assertThat(read.url().host()).isEqualTo(location.contains("other") ? "other.example" : "files.example");
        assertThat(read.url().port()).isEqualTo(location.contains("other") ? 443 : 8443);
    }

    @Test
    void what_a_url_is_shown_as_has_no_secret_in_it() {
        assertThat(new DocumentUrl("files.example", 443, "/a?signature=secret")).hasToString("files.example");
    }

    @Test
    void a_request_says_where_its_remote_documents_are() {
        String request = "{\"document\":{\"url\": \"https:\\/\\/a.example\\/\\u0061?b\" ,\"filename\":\"f\"}}";

        CheckedRequest checked = check(any, request);

        assertThat(checked.faults()).isEmpty();
        assertThat(checked.remote()).singleElement().satisfies(document -> {
            assertThat(document.path()).isEqualTo("request.document.url");
            assertThat(document.url()).isEqualTo(new DocumentUrl("a.example", 443, "/a?b"));
            assertThat(request.substring(document.from(), document.to()))
                    .isEqualTo("\"https:\\/\\/a.example\\/\\u0061?b\"");
        });
    }

    @Test
    void a_bad_url_is_a_fault_that_does_not_repeat_it() {
        String request = "{\"document\":{\"url\":\"https://u:secret@a.example/?secret\",\"filename\":\"f\"}}";

        assertThat(check(any, request).faults())
                .containsExactly(new Fault(
                        "request.document.url",
                        "data:<mime>;base64,<bytes>, or an https URL that may be fetched",
                        "a URL with credentials in it"));
    }

    @Test
    void a_request_has_so_many_urls_and_no_more() {
        FetchRules two = FetchSettings.rules("allowed", "true", "max-documents", "2");
        String document = "{\"url\":\"https://a.example/\",\"filename\":\"f\"}";

        assertThat(check(two, Endpoint.SCHEMAS_GENERATE, "{\"documents\":[" + document + "," + document + "]}")
                        .faults())
                .isEmpty();
        assertThat(check(
                                two,
                                Endpoint.SCHEMAS_GENERATE,
                                "{\"documents\":[" + document + "," + document + "," + document + "]}")
                        .faults())
                .singleElement()
                .returns("request.documents[2].url", Fault::path)
                .returns("more than 2 URLs in one request", Fault::got);
    }

    @ParameterizedTest
    @CsvSource({
        "hosts, https://a.example",
        "hosts, a.example/path",
        "private-ranges, 10.0.0.1",
        "private-ranges, 169.254.0.0/16",
        "private-ranges, 0.0.0.0/0",
        "max-documents, 0",
        "max-redirects, -1",
        "max-bytes, 0",
        "timeout, 0S",
        "connect-timeout, 0S",
        "trust-certificates, /nowhere.pem"
    })
    void a_setting_that_cannot_be_followed_stops_the_start(String key, String value) {
        assertThatThrownBy(() -> FetchSettings.rules(key, value))
                .isInstanceOf(ProcessorMisconfigured.class)
                .hasMessageContaining("docket.documents.fetch." + key);
    }

    private static CheckedRequest check(FetchRules rules, String request) {
        return check(rules, Endpoint.DOCUMENTS_PARSE, request);
    }

    private static CheckedRequest check(FetchRules rules, Endpoint endpoint, String request) {
        return new RequestCheck(rules).check(endpoint, Payload.of(request.getBytes(StandardCharsets.UTF_8)));
    }
}
