package extract;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;

/** Invoices in the layouts and words that the rules were made with. */
final class KnownInvoices {
    private static final Map<Tongue, String> WORDS = Map.of(
            Tongue.EN, """
                    invoice = Invoice | INVOICE
                    number = Invoice number | Invoice No.
                    date = Invoice date | Date
                    due = Due date | Payment due
                    order = Purchase order | PO number
                    billto = Bill to | Customer
                    tax = VAT
                    taxid = VAT No. | VAT ID
                    subtotal = Subtotal | Net total
                    total = Total | Total amount
                    text = Description | Item
                    quantity = Qty | Quantity
                    price = Unit price | Price
                    amount = Amount | Line total
                    iban = IBAN""",
            Tongue.US, """
                    invoice = INVOICE
                    number = Invoice # | Invoice Number
                    date = Invoice Date | Date
                    due = Due Date
                    order = P.O. Number | PO #
                    billto = Bill To | Sold To
                    tax = Sales Tax | Tax
                    taxid = EIN | Tax ID
                    subtotal = Subtotal
                    total = Total | Total Due
                    text = Description
                    quantity = Qty | Quantity
                    price = Unit Price | Rate
                    amount = Amount | Total
                    iban = IBAN""",
            Tongue.DE, """
                    invoice = Rechnung | RECHNUNG
                    number = Rechnungsnummer | Rechnungs-Nr.
                    date = Rechnungsdatum | Datum
                    due = Fällig am | Zahlbar bis
                    order = Bestellnummer | Bestell-Nr.
                    billto = Rechnung an | Kunde
                    tax = MwSt. | USt.
                    taxid = USt-IdNr. | USt-ID
                    subtotal = Zwischensumme | Nettobetrag
                    total = Gesamtbetrag | Rechnungsbetrag
                    text = Bezeichnung | Beschreibung
                    quantity = Menge | Anzahl
                    price = Einzelpreis | E-Preis
                    amount = Betrag | Gesamt
                    iban = IBAN""",
            Tongue.CH, """
                    invoice = Rechnung
                    number = Rechnungsnummer | Rechnung Nr.
                    date = Datum | Rechnungsdatum
                    due = Zahlbar bis
                    order = Ihre Bestellung | Bestellnummer
                    billto = Kunde | Rechnung an
                    tax = MWST
                    taxid = MWST-Nr.
                    subtotal = Zwischensumme
                    total = Total | Gesamtbetrag
                    text = Bezeichnung | Artikel
                    quantity = Menge
                    price = Preis | Einzelpreis
                    amount = Betrag | Total
                    iban = IBAN""",
            Tongue.FR, """
                    invoice = Facture | FACTURE
                    number = Facture n° | Numéro de facture
                    date = Date de facture | Date
                    due = Date d'échéance | Échéance
                    order = Commande n° | Bon de commande
                    billto = Facturé à | Client
                    tax = TVA
                    taxid = N° TVA | TVA intracommunautaire
                    subtotal = Total HT | Sous-total
                    total = Total TTC | Montant total
                    text = Désignation | Description
                    quantity = Quantité | Qté
                    price = Prix unitaire | P.U. HT
                    amount = Montant | Total
                    iban = IBAN""",
            Tongue.ES, """
                    invoice = Factura | FACTURA
                    number = Número de factura | Factura nº
                    date = Fecha de factura | Fecha
                    due = Fecha de vencimiento | Vencimiento
                    order = Número de pedido | Pedido
                    billto = Cliente | Facturar a
                    tax = IVA
                    taxid = NIF | CIF
                    subtotal = Base imponible | Subtotal
                    total = Total | Importe total
                    text = Descripción | Concepto
                    quantity = Cantidad | Cant.
                    price = Precio unitario | Precio
                    amount = Importe | Total
                    iban = IBAN""",
            Tongue.IT, """
                    invoice = Fattura | FATTURA
                    number = Numero fattura | Fattura n.
                    date = Data fattura | Data
                    due = Scadenza | Data scadenza
                    order = Numero ordine | Ordine
                    billto = Cliente | Spett.le
                    tax = IVA
                    taxid = P. IVA | Partita IVA
                    subtotal = Imponibile | Totale imponibile
                    total = Totale | Totale fattura
                    text = Descrizione | Articolo
                    quantity = Quantità | Q.tà
                    price = Prezzo unitario | Prezzo
                    amount = Importe | Totale
                    iban = IBAN""".replace("amount = Importe", "amount = Importo"));

    private final Trade trade;
    private final Words words;

    private KnownInvoices(Tongue tongue, Random random) {
        trade = new Trade(tongue, random, 8);
        words = Words.of(WORDS.get(tongue), random);
    }

    static Sample make(Tongue tongue, int layout, Random random, int number) {
        KnownInvoices invoice = new KnownInvoices(tongue, random);
        String name = "invoice-" + tongue + "-" + layout + "-" + number + ".pdf";
        byte[] pdf = switch (layout) {
            case 0 -> invoice.ruled();
            case 1 -> invoice.columns();
            default -> invoice.letter();
        };
        String[] hidden = layout == 2
                ? new String[] {"purchase_order_number", "customer/tax_id"}
                : new String[] {"customer/tax_id"};
        return new Sample("invoice-" + tongue, "known-" + layout, name, pdf, Trade.invoiceSchema(),
                invoice.trade.invoiceTruth(hidden));
    }

    /** The sender right at the top, facts beside the receiver, a table drawn with lines. */
    private byte[] ruled() {
        Paper paper = new Paper(Paper.PLAIN, 10);
        paper.text(Paper.BOLD, 20, 50, 70, words.of("invoice"));
        paper.right(Paper.BOLD, 11, 545, 60, trade.vendor.name());
        paper.right(545, 74, trade.vendor.street()).right(545, 86, trade.vendor.townLine());
        paper.right(545, 98, words.of("taxid") + " " + trade.vendor.taxId());
        paper.bold(50, 140, words.of("billto"));
        paper.text(50, 154, trade.customer.name()).text(50, 167, trade.customer.street());
        paper.text(50, 180, trade.customer.townLine());
        fact(paper, 154, words.of("number"), trade.number);
        fact(paper, 167, words.of("date"), trade.date(trade.date));
        fact(paper, 180, words.of("due"), trade.date(trade.due));
        fact(paper, 193, words.of("order"), trade.orderNumber);
        float[] edges = {50, 280, 340, 440, 545};
        float y = table(paper, edges, 220, true);
        sums(paper, y + 20, 380, 540, " " + trade.currency);
        paper.text(50, 760, words.of("iban") + ": " + trade.iban);
        return paper.bytes();
    }

    private static void fact(Paper paper, float y, String label, String value) {
        paper.text(340, y, label + ":").right(545, y, value);
    }

    private float table(Paper paper, float[] edges, float top, boolean ruled) {
        float height = ruled ? 18 : 16;
        float y = top;
        String[] head = {words.of("text"), words.of("quantity"), words.of("price"), words.of("amount")};
        row(paper, edges, y, head);
        for (Trade.Item item : trade.items) {
            y += height;
            row(paper, edges, y, new String[] {
                item.text(), String.valueOf(item.quantity()), trade.money(item.price()), trade.money(item.amount())
            });
        }
        float bottom = y + 6;
        if (ruled) {
            for (float at = top - 12; at <= bottom + 1; at += height) {
                paper.line(edges[0], at, edges[4], at);
            }
            for (float edge : edges) {
                paper.line(edge, top - 12, edge, bottom);
            }
        }
        return bottom;
    }

    private static void row(Paper paper, float[] edges, float y, String[] cells) {
        paper.text(edges[0] + 4, y, cells[0]);
        for (int column = 1; column < 4; column++) {
            paper.right(edges[column + 1] - 5, y, cells[column]);
        }
    }

    private void sums(Paper paper, float y, float left, float right, String currency) {
        paper.text(left, y, words.of("subtotal")).right(right, y, trade.money(trade.subtotal));
        paper.text(left, y + 14, words.of("tax") + " " + trade.rate + " %").right(right, y + 14, trade.money(trade.tax));
        paper.bold(left, y + 30, words.of("total") + currency).right(Paper.BOLD, 10, right, y + 30, trade.money(trade.total));
    }

    /** Facts in a strip of labels above values, items in columns without lines. */
    private byte[] columns() {
        Paper paper = new Paper(Paper.PLAIN, 9.5f);
        paper.text(Paper.BOLD, 14, 50, 55, trade.vendor.name());
        paper.text(50, 70, trade.vendor.street()).text(50, 82, trade.vendor.townLine());
        paper.text(50, 94, words.of("taxid") + ": " + trade.vendor.taxId());
        paper.text(Paper.BOLD, 18, 430, 60, words.of("invoice"));
        String[] labels = {words.of("number"), words.of("date"), words.of("due"), words.of("order")};
        String[] values = {trade.number, trade.date(trade.date), trade.date(trade.due), trade.orderNumber};
        for (int at = 0; at < 4; at++) {
            paper.bold(50 + 130 * at, 130, labels[at]);
            paper.text(50 + 130 * at, 144, values[at]);
        }
        paper.bold(50, 180, words.of("billto") + ":");
        paper.text(50, 193, trade.customer.name()).text(50, 205, trade.customer.street());
        paper.text(50, 217, trade.customer.townLine());
        float y = table(paper, new float[] {50, 300, 370, 460, 545}, 260, false);
        sums(paper, y + 24, 360, 540, "");
        BigDecimal total = trade.total;
        paper.text(50, y + 90, words.of("iban") + " " + trade.iban + "   " + trade.currency + " " + trade.money(total));
        return paper.bytes();
    }

    /** A letter: the sender in small print above the receiver, facts in a line of text, sums below the items. */
    private byte[] letter() {
        Paper paper = new Paper(Paper.SERIF, 11);
        Trade.Party vendor = trade.vendor;
        paper.text(Paper.SERIF, 7, 60, 130, vendor.name() + " · " + vendor.street() + " · " + vendor.townLine());
        paper.text(60, 146, trade.customer.name()).text(60, 160, trade.customer.street());
        paper.text(60, 174, trade.customer.townLine());
        paper.right(540, 220, words.of("date") + ": " + trade.date(trade.date));
        paper.text(Paper.BOLD, 13, 60, 250, words.of("number") + " " + trade.number);
        float y = table(paper, new float[] {60, 300, 360, 450, 540}, 290, false);
        sums(paper, y + 24, 300, 540, " (" + trade.currency + ")");
        paper.text(60, y + 90, words.of("due") + ": " + trade.date(trade.due));
        paper.text(60, 780, words.of("iban") + " " + trade.iban + ", " + words.of("taxid") + " " + vendor.taxId());
        return paper.bytes();
    }
}
