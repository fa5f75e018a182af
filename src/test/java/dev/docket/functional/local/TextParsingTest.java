package dev.docket.functional.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TextParsingTest {
    private static final Parsing PARSING = new Parsing();

    @AfterAll
    static void close() {
        PARSING.close();
    }

    @Test
    void plain_text_stands_as_it_is_and_pages_end_at_form_feeds() {
        byte[] text = "one\n  two\n\n\fthree".getBytes(UTF_8);
        assertThat(PARSING.pages(Parsing.request("a.txt", "text/plain", text))).containsExactly("one\n  two", "three");
    }

    @Test
    void text_is_read_in_the_encoding_it_has() {
        assertThat(PARSING.text("a.txt", "text/plain", "Zürich – 5 €".getBytes(UTF_8)))
                .isEqualTo("Zürich – 5 €");
        assertThat(PARSING.text("a.txt", "text/plain", "Zürich".getBytes(ISO_8859_1)))
                .isEqualTo("Zürich");
        assertThat(PARSING.text("a.txt", "text/plain", "\ufeffZürich".getBytes(UTF_16LE)))
                .isEqualTo("Zürich");
        assertThat(PARSING.text("a.txt", "text/plain", "\ufeffZürich".getBytes(UTF_8)))
                .isEqualTo("Zürich");
    }

    @Test
    void json_xml_and_code_stand_as_they_are() {
        byte[] json = "{\"a\": [1, 2]}".getBytes(UTF_8);
        assertThat(PARSING.text("a.json", "application/json", json)).isEqualTo("{\"a\": [1, 2]}");
        byte[] xml = "<!DOCTYPE a [<!ENTITY b \"boom\">]><a>&b;</a>".getBytes(UTF_8);
        assertThat(PARSING.text("a.xml", "application/xml", xml))
                .isEqualTo("<!DOCTYPE a [<!ENTITY b \"boom\">]><a>&b;</a>");
        assertThat(PARSING.text("a.py", "text/x-python", "if x:\n    y()".getBytes(UTF_8)))
                .isEqualTo("if x:\n    y()");
    }

    @Test
    void separated_values_become_a_table_whatever_separates_them() {
        String table = "<table>\n<tr><th>Name</th><th>Note</th></tr>\n<tr><td>Ada</td><td>a,b;c</td></tr>\n</table>";
        byte[] commas = "Name,Note\nAda,\"a,b;c\"\n".getBytes(UTF_8);
        assertThat(PARSING.text("a.csv", "text/csv", commas)).isEqualTo(table);
        byte[] semicolons = "Name;Note\r\nAda;\"a,b;c\"\r\n".getBytes(UTF_8);
        assertThat(PARSING.text("a.csv", "application/vnd.ms-excel", semicolons))
                .isEqualTo(table);
        byte[] tabs = "Name\tNote\nAda\ta,b;c\n".getBytes(UTF_8);
        assertThat(PARSING.text("a.tsv", "text/tab-separated-values", tabs)).isEqualTo(table);
    }

    @Test
    void a_web_page_reads_as_a_browser_shows_it() {
        byte[] html = ("<html><head><title>T</title><style>p{}</style></head><body><h1>Offer</h1><script>x()</script>"
                        + "<p>Dear  <b>Ada</b>,<br>please\n read.</p><ul><li>one</li><li>two</li></ul>"
                        + "<table><tr><td><table><tr><th>A</th><th>B</th></tr><tr><td colspan=2>c &amp; d</td></tr>"
                        + "</table></td></tr></table></body></html>")
                .getBytes(UTF_8);
        assertThat(PARSING.text("a.html", "text/html", html))
                .isEqualTo("Offer\nDear Ada,\nplease read.\n- one\n- two\n\n<table>\n<tr><th>A</th><th>B</th></tr>\n"
                        + "<tr><td>c &amp; d</td><td></td></tr>\n</table>");
    }

    @Test
    void a_mail_shows_its_header_its_best_text_and_its_attachments() {
        byte[] mail = ("From: =?utf-8?Q?J=C3=BCrgen?= <j@example.org>\r\nTo: ada@example.org\r\nSubject: Order\r\n"
                        + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n"
                        + "Content-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\nplain words\r\n--a\r\n"
                        + "Content-Type: text/html; charset=iso-8859-1\r\n"
                        + "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>Gr=FC=DFe</p>\r\n--a--\r\n--m\r\n"
                        + "Content-Type: application/pdf; name=\"x.pdf\"\r\n"
                        + "Content-Disposition: attachment; filename*=utf-8''r%C3%A9sum%C3%A9.pdf\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--m--\r\n")
                .getBytes(UTF_8);
        assertThat(PARSING.text("a.eml", "message/rfc822", mail))
                .isEqualTo("From: Jürgen <j@example.org>\nTo: ada@example.org\nSubject: Order\n\nGrüße\n"
                        + "Attachment: résumé.pdf (application/pdf, 3 bytes)");
    }

    @Test
    void a_saved_web_page_shows_its_text_and_not_its_pictures() {
        byte[] saved = ("From: <Saved>\r\nSubject: Page\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/related; type=\"text/html\"; boundary=m\r\n\r\n--m\r\n"
                        + "Content-Type: text/html\r\n\r\n<p>Seen</p>\r\n--m\r\nContent-Type: image/png\r\n"
                        + "Content-Location: cid:1\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--m--\r\n")
                .getBytes(UTF_8);
        assertThat(PARSING.text("a.mhtml", "multipart/related", saved)).endsWith("Subject: Page\n\nSeen");
    }

    @Test
    void rich_text_keeps_its_tables_signs_and_pages() {
        byte[] rtf = ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator none}"
                        + "{\\*\\pgdsctbl{\\pgdsc0 Style;}}\\pard Caf\\'e9 \\u8364?5"
                        + "\\par\\trowd\\cellx1000\\cellx2000\\pard\\intbl A\\cell\\pard\\intbl B\\cell\\row"
                        + "\\trowd\\cellx1000\\cellx2000\\pard\\intbl c\\cell\\pard\\intbl d\\cell\\row\\pard after"
                        + "\\page next\\par}")
                .getBytes(UTF_8);
        assertThat(PARSING.pages(Parsing.request("a.rtf", "application/rtf", rtf)))
                .containsExactly(
                        "Café €5\n\n<table>\n<tr><th>A</th><th>B</th></tr>\n"
                                + "<tr><td>c</td><td>d</td></tr>\n</table>\n\nafter",
                        "next");
    }
}
