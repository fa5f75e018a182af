package dev.docket.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Web pages, XML, JSON, mails and other text, with entities, deep, wide or without an end. */
final class HostileTexts {
    private static final int DEEP = 100_000;
    private static final int MILLION = 1_000_000;

    private HostileTexts() {}

    static Stream<HostileDocument> all(String secret) {
        return Stream.of(entities(secret), pages(), data(), mails(), others()).flatMap(each -> each);
    }

    private static Stream<HostileDocument> entities(String secret) {
        String root = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>Hello &z; there</body></html>";
        String picture = "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>Hello &z; there</text></svg>";
        return Stream.of(
                xml("XML with entities that grow to 3 billion", Entities.laughing("svg") + picture),
                xml("XML with an entity from outside", Entities.outside("svg", secret) + picture),
                text("SVG with entities that grow to 3 billion", "a.svg", Entities.laughing("svg") + picture),
                text("SVG with an entity from outside", "a.svg", Entities.outside("svg", secret) + picture),
                text("HTML with entities that grow to 3 billion", "a.html", Entities.laughing("html") + root),
                text("HTML with an entity from outside", "a.html", Entities.outside("html", secret) + root));
    }

    private static Stream<HostileDocument> pages() {
        return Stream.of(
                text("HTML with 100,000 boxes within one another", "a.html", "<html>" + "<div>".repeat(DEEP) + "deep"),
                text("HTML with 100,000 lists within one another", "a.html", "<html>" + "<ul><li>".repeat(DEEP) + "x"),
                text(
                        "HTML with 150 tables within one another",
                        "a.html",
                        "<html>" + "<table><tr><td>".repeat(150) + "deep"),
                text(
                        "HTML with a cell of a billion columns and rows",
                        "a.html",
                        "<html><table><tr><td colspan=1000000000 rowspan=1000000000>wide</td><td>x</td></tr></table>"),
                text(
                        "HTML with a million formats that are never closed",
                        "a.html",
                        "<html>" + "<b><i><p>x".repeat(MILLION / 10)));
    }

    private static Stream<HostileDocument> data() {
        return Stream.of(
                text(
                        "JSON of a million arrays within one another",
                        "a.json",
                        "[".repeat(MILLION) + "]".repeat(MILLION)),
                text(
                        "JSON of 100,000 objects within one another",
                        "a.json",
                        "{\"total\":".repeat(DEEP) + "1" + "}".repeat(DEEP)),
                xml("XML of 100,000 elements within one another", "<a>".repeat(DEEP) + "x" + "</a>".repeat(DEEP)),
                text("YAML whose aliases grow to 3 billion", "a.yaml", aliases()),
                text("CSV with a quote that is never closed", "a.csv", "a,b\n1,\"" + "x,y\n".repeat(20_000)),
                text("CSV of 20,000 columns", "a.csv", "x,".repeat(20_000)),
                text("CSV of three million cells", "a.csv", "a,b,c\n".repeat(MILLION)));
    }

    private static Stream<HostileDocument> mails() {
        return Stream.of(
                mail("Mail of 10,000 parts within one another", HostileTexts::nestedParts),
                mail(
                        "Mail in a mail, 10,000 times",
                        () -> "Content-Type: message/rfc822\r\n\r\n".repeat(10_000) + "Subject: deep\r\n\r\ntext"),
                mail("Mail of 5,000 attachments", HostileTexts::manyParts),
                mail("Mail with a header line of 10 MB", () -> "Subject: " + "x".repeat(10 * MILLION) + "\r\n\r\ntext"),
                mail("Mail of a million header lines", () -> "X-A: b\r\n".repeat(MILLION) + "\r\ntext"),
                HostileDocument.cut(
                        "Mail cut off at each tenth", "a.eml", "message/rfc822", () -> letter().getBytes(UTF_8)));
    }

    private static Stream<HostileDocument> others() {
        return Stream.of(
                HostileDocument.of(
                        "RTF of a million groups within one another",
                        "a.rtf",
                        "application/rtf",
                        () -> ("{\\rtf1 " + "{".repeat(MILLION) + "deep").getBytes(UTF_8)),
                HostileDocument.of(
                        "RTF that announces 2 GB of binary data",
                        "a.rtf",
                        "application/rtf",
                        () -> "{\\rtf1 text\\bin2147483647 x}".getBytes(UTF_8)),
                text("Text of one line of 17 million letters", "a.txt", "x".repeat(17 * MILLION)),
                text("Text of a million page breaks", "a.txt", "x\f".repeat(MILLION)),
                text("Text that never ends what it opens", "a.txt", "((([[[{{{\"'<!--".repeat(DEEP)));
    }

    private static HostileDocument text(String title, String filename, String text) {
        String type = filename.endsWith(".html") ? "text/html" : "text/plain";
        return HostileDocument.of(title, filename, type, () -> text.getBytes(UTF_8));
    }

    private static HostileDocument xml(String title, String text) {
        return text(title, "a.xml", text);
    }

    private interface Mail {
        String write();
    }

    private static HostileDocument mail(String title, Mail mail) {
        return HostileDocument.of(
                title, "a.eml", "message/rfc822", () -> mail.write().getBytes(UTF_8));
    }

    private static String nestedParts() {
        return IntStream.range(0, 10_000)
                .mapToObj(level -> "Content-Type: multipart/mixed; boundary=b" + level + "\r\n\r\n--b" + level + "\r\n")
                .collect(Collectors.joining());
    }

    private static String manyParts() {
        String part =
                "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nx\r\n";
        return "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + part.repeat(5000);
    }

    private static String letter() {
        String text = "Please send 12 widgets, the blue ones.\r\n".repeat(20);
        return "From: Ada <ada@example.org>\r\nTo: bob@example.org\r\nSubject: Order\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
                + text
                + "--b\r\nContent-Type: text/html\r\n\r\n<p>" + text + "</p>\r\n--b--\r\n";
    }

    private static String aliases() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [ha]\n");
        for (int level = 1; level <= 9; level++) {
            String alias = "*a" + (level - 1);
            yaml.append("a" + level + ": &a" + level + " [" + (alias + ", ").repeat(9) + alias + "]\n");
        }
        return yaml.toString();
    }
}
