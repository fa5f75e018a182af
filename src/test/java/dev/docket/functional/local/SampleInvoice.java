package dev.docket.functional.local;

import static dev.docket.functional.local.PdfPaper.BOLD;
import static dev.docket.functional.local.PdfPaper.PLAIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Draws the invoice that ships as {@code docs/samples/invoice.pdf}. Every name and number on it is made up. */
final class SampleInvoice {
    private static final List<List<String>> ITEMS = List.of(
            List.of("Pos", "Description", "Qty", "Unit price", "Amount"),
            List.of("1", "Standing desk, oak, 160 x 80 cm", "2", "480.00", "960.00"),
            List.of("2", "Desk lamp, brass", "4", "65.50", "262.00"),
            List.of("3", "Assembly on site", "1", "120.00", "120.00"));
    private static final float[] EDGES = {50, 85, 320, 370, 460, 545};

    private SampleInvoice() {}

    /** Writes the sample anew, to the file named. */
    public static void main(String... file) throws IOException {
        Files.write(Path.of(file[0]), draw());
    }

    static byte[] draw() {
        PdfPaper paper = new PdfPaper().page();
        paper.document.getDocumentInformation().setTitle("Invoice INV-2026-0042");
        paper.text(BOLD, 20, 50, 70, "INVOICE")
                .textUpTo(BOLD, 11, 545, 60, "Northwind Furniture Ltd")
                .textUpTo(PLAIN, 9, 545, 74, "12 Harbour Street, Bristol BS1 4RN")
                .textUpTo(PLAIN, 9, 545, 86, "VAT GB 000 0000 00");
        paper.text(BOLD, 10, 50, 130, "Bill to")
                .text(50, 145, "Example Studio GmbH")
                .text(50, 158, "Lindenallee 7")
                .text(50, 171, "20259 Hamburg");
        header(paper, 145, "Invoice number:", "INV-2026-0042");
        header(paper, 158, "Invoice date:", "2026-03-14");
        header(paper, 171, "Due date:", "2026-04-13");
        items(paper, 210);
        total(paper, 318, PLAIN, "Subtotal", "1,342.00");
        total(paper, 332, PLAIN, "VAT 20 %", "268.40");
        total(paper, 350, BOLD, "Total EUR", "1,610.40");
        paper.text(50, 400, "Please pay within 30 days to IBAN DE02 1203 0000 0000 2020 51, BIC BYLADEM1001.")
                .text(50, 414, "Thank you for your business.");
        return paper.bytes();
    }

    private static void header(PdfPaper paper, float y, String label, String value) {
        paper.text(BOLD, 10, 360, y, label).textUpTo(PLAIN, 10, 545, y, value);
    }

    private static void total(PdfPaper paper, float y, PDFont font, String label, String value) {
        paper.text(font, 10, 375, y, label).textUpTo(font, 10, 540, y, value);
    }

    private static void items(PdfPaper paper, float top) {
        float height = 20;
        for (int row = 0; row < ITEMS.size(); row++) {
            float y = top + row * height;
            paper.line(EDGES[0], y, EDGES[5], y);
            for (int column = 0; column < 5; column++) {
                String text = ITEMS.get(row).get(column);
                var font = row == 0 ? BOLD : PLAIN;
                if (column < 2) {
                    paper.text(font, 10, EDGES[column] + 5, y + 14, text);
                } else {
                    paper.textUpTo(font, 10, EDGES[column + 1] - 5, y + 14, text);
                }
            }
        }
        float bottom = top + ITEMS.size() * height;
        paper.line(EDGES[0], bottom, EDGES[5], bottom);
        for (float edge : EDGES) {
            paper.line(edge, top, edge, bottom);
        }
    }
}
