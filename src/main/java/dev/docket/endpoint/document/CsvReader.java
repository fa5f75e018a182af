package dev.docket.endpoint.document;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads separated values as one table, by the separator that the first lines use most. */
final class CsvReader implements Reader {
    private static final int LOOKED_AT = 8192;

    @Override
    public List<Page> read(Document document, Allowance allowance) throws IOException {
        String text = DecodeText.decode(document.bytes());
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord row : parser) {
                allowance.cells(row.size());
                allowance.text(row.stream().mapToLong(String::length).sum());
                rows.add(row.stream().map(String::strip).toList());
            }
        }
        PageBuilder pages = new PageBuilder(allowance);
        pages.addTable(rows);
        return pages.pages();
    }

    private static char separator(String text) {
        String head = text.substring(0, Math.min(LOOKED_AT, text.length()));
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            long count = count(head, candidate);
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    /** Counts outside of quotes. */
    private static long count(String head, char separator) {
        long count = 0;
        boolean quoted = false;
        for (char c : head.toCharArray()) {
            quoted ^= c == '"';
            count += c == separator && !quoted ? 1 : 0;
        }
        return count;
    }
}
