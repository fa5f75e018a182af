package extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invoices as letters, over two pages with sums carried over, and typed into a mail. */
final class HeldOutInvoices {
    private static final Map<Tongue, String> WORDS = Map.of(
            Tongue.EN, """
                    title = INVOICE
                    number = Invoice no | Our invoice
                    date = Invoice date / tax point | Date raised
                    due = Please pay by | Due for payment
                    ref = Your reference | PO ref
                    tax = VAT at
                    taxid = VAT Reg
                    net = Total before VAT | Goods total
                    total = Invoice total | Total to pay
                    text = Description of goods | Work done
                    quantity = Quantity | No. off
                    price = Unit price | Rate
                    amount = Value | Amount
                    carried = Carried forward
                    brought = Brought forward""",
            Tongue.US, """
                    title = Invoice
                    number = Invoice # | Invoice ID
                    date = Invoice Date | Bill date
                    due = Due Date | Pay before
                    ref = P.O. No. | Customer PO #
                    tax = Tax
                    taxid = Tax ID
                    net = Subtotal | Net total
                    total = Total Due | Invoice Total
                    text = Activity | Item
                    quantity = Qty | Hours
                    price = Rate | Price
                    amount = Amount | Total
                    carried = Page total
                    brought = Previous page""",
            Tongue.DE, """
                    title = RECHNUNG
                    number = Rechnungsnummer | Rechnung-Nr.
                    date = Datum | Rechnung vom
                    due = Fällig am | Zahlbar bis spätestens
                    ref = Ihr Zeichen | Bestellnummer
                    tax = + MwSt
                    taxid = USt-IdNr.
                    net = Nettobetrag | Gesamt netto
                    total = Rechnungsbetrag | Gesamtsumme brutto
                    text = Bezeichnung | Artikel/Leistung
                    quantity = Menge | Anzahl
                    price = Einzelpreis | E-Preis
                    amount = Gesamt | Betrag
                    carried = Übertrag
                    brought = Übertrag von Seite 1""",
            Tongue.CH, """
                    title = Rechnung
                    number = Rechnungsnummer | Rechnungsnr.
                    date = Datum | Rechnungsdatum
                    due = Zahlbar bis | Fällig
                    ref = Ihre Referenz | Bestellung
                    tax = MWST
                    taxid = MWST-Nr.
                    net = Zwischentotal | Total netto
                    total = Total CHF | Zu bezahlen
                    text = Bezeichnung | Position
                    quantity = Menge | Anz.
                    price = Preis | Stückpreis
                    amount = Total | Betrag
                    carried = Übertrag
                    brought = Übertrag""",
            Tongue.FR, """
                    title = FACTURE
                    number = Facture n° | Numéro
                    date = Date de facturation | Date
                    due = Date d'échéance | Échéance
                    ref = Réf. client | Bon de commande n°
                    tax = TVA
                    taxid = N° TVA intracommunautaire
                    net = Total HT | Sous-total
                    total = Total TTC | Montant TTC à payer
                    text = Désignation | Description
                    quantity = Quantité | Qté
                    price = Prix unitaire | P.U.
                    amount = Montant | Total
                    carried = À reporter
                    brought = Report""",
            Tongue.ES, """
                    title = FACTURA
                    number = Nº factura | Factura
                    date = Fecha factura | Fecha
                    due = Vencimiento | Fecha de vencimiento
                    ref = Su referencia | Nº de pedido
                    tax = IVA
                    taxid = CIF
                    net = Base imponible | Subtotal
                    total = Total factura | TOTAL
                    text = Concepto | Descripción
                    quantity = Cantidad | Unidades
                    price = Precio | Precio unitario
                    amount = Importe | Total
                    carried = Suma y sigue
                    brought = Suma anterior""",
            Tongue.IT, """
                    title = FATTURA
                    number = Fattura n. | Numero fattura
                    date = Data fattura | Data documento
                    due = Scadenza | Data scadenza
                    ref = Vostro riferimento | Ordine n.
                    tax = IVA
                    taxid = P. IVA
                    net = Totale imponibile | Imponibile
                    total = Totale fattura | Totale
                    text = Descrizione | Articolo
                    quantity = Quantità | Q.tà
                    price = Prezzo unitario | Prezzo
                    amount = Importo | Totale
                    carried = A riportare
                    brought = Riporto""");

    private final Trade trade;
    private final Words words;

    private HeldOutInvoices(Tongue tongue, Random random) {
        trade = new Trade(tongue, random, 12);
        words = Words.of(WORDS.get(tongue), random);
    }

    static Sample make(Tongue tongue, int layout, Random random, int number) {
        HeldOutInvoices invoice = new HeldOutInvoices(tongue, random);
        byte[] document = layout == 0 ? invoice.letter() : layout == 1 ? invoice.pages() : invoice.mail();
        String name = "held-out-invoice-" + tongue + "-" + layout + "-" + number + (layout == 2 ? ".eml" : ".pdf");
        return new Sample("invoice-" + tongue, "held-out-" + layout, name, document, schema(), invoice.truth());
    }

    /** As a generator of schemas writes it: titles made of names, alternatives with null, everything required. */
    private static JsonNode schema() {
        return Json.of("""
                {'title': 'InvoiceExtraction', 'type': 'object', 'additionalProperties': false, '$defs': {
                 'Money': {'title': 'Money', 'type': 'object', 'required': ['net', 'vat', 'gross'], 'properties': {
                  'net': {'anyOf': [{'type': 'number'}, {'type': 'null'}], 'title': 'Net', 'description': 'Sum of all lines before tax'},
                  'vat': {'anyOf': [{'type': 'number'}, {'type': 'null'}], 'title': 'Vat', 'description': 'Tax amount'},
                  'gross': {'anyOf': [{'type': 'number'}, {'type': 'null'}], 'title': 'Gross', 'description': 'Total amount to pay'}}},
                 'Line': {'title': 'Line', 'type': 'object', 'required': ['text', 'qty', 'price', 'total'], 'properties': {
                  'text': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'What was delivered or done'},
                  'qty': {'anyOf': [{'type': 'number'}, {'type': 'null'}], 'title': 'Qty'},
                  'price': {'anyOf': [{'type': 'number'}, {'type': 'null'}], 'title': 'Price', 'description': 'Price of one unit'},
                  'total': {'anyOf': [{'type': 'number'}, {'type': 'null'}], 'title': 'Total', 'description': 'Total of the line'}}}},
                 'required': ['invoiceNumber', 'invoiceDate', 'dueDate', 'supplierName', 'supplierVatId', 'clientName', 'clientCity',
                  'amounts', 'lines'], 'properties': {
                 'invoiceNumber': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'title': 'Invoicenumber', 'X-FieldPrompt': 'The number'},
                 'invoiceDate': {'anyOf': [{'type': 'string', 'format': 'date'}, {'type': 'null'}]},
                 'dueDate': {'anyOf': [{'type': 'string', 'format': 'date'}, {'type': 'null'}]},
                 'supplierName': {'anyOf': [{'type': 'string'}, {'type': 'null'}]},
                 'supplierVatId': {'anyOf': [{'type': 'string'}, {'type': 'null'}]},
                 'clientName': {'anyOf': [{'type': 'string'}, {'type': 'null'}]},
                 'clientCity': {'anyOf': [{'type': 'string'}, {'type': 'null'}]},
                 'amounts': {'$ref': '#/$defs/Money'},
                 'lines': {'type': 'array', 'items': {'$ref': '#/$defs/Line'}}}}""");
    }

    private ObjectNode truth() {
        ObjectNode truth = Json.MAPPER.createObjectNode().put("invoiceNumber", trade.number);
        truth.put("invoiceDate", trade.date.toString()).put("dueDate", trade.due.toString());
        truth.put("supplierName", trade.vendor.name()).put("supplierVatId", trade.vendor.taxId());
        truth.put("clientName", trade.customer.name()).put("clientCity", trade.customer.town());
        truth.putObject("amounts").put("net", trade.subtotal).put("vat", trade.tax).put("gross", trade.total);
        ArrayNode lines = truth.putArray("lines");
        trade.items.forEach(item -> lines.addObject().put("text", item.text()).put("qty", item.quantity())
                .put("price", item.price()).put("total", item.amount()));
        return truth;
    }

    private String money(java.math.BigDecimal amount) {
        return trade.money(amount);
    }

    /** A window address below the sender's line, facts in a block at the right, a footer in three columns. */
    private byte[] letter() {
        Paper paper = new Paper(Paper.PLAIN, 10);
        Trade.Party from = trade.vendor;
        paper.right(Paper.BOLD, 18, 545, 50, from.name());
        paper.text(Paper.PLAIN, 7, 60, 120, from.name() + " - " + from.street() + " - " + from.townLine());
        paper.text(60, 140, trade.customer.name()).text(60, 153, trade.customer.street()).text(60, 166, trade.customer.townLine());
        String[][] facts = {{"number", trade.number}, {"date", trade.date(trade.date)}, {"ref", trade.orderNumber}};
        float y = 140;
        for (String[] fact : facts) {
            paper.text(360, y, words.of(fact[0]) + ":").right(545, y, fact[1]);
            y += 14;
        }
        paper.text(Paper.BOLD, 14, 60, 240, words.of("title") + " " + trade.number);
        y = 270;
        head(paper, y);
        for (Trade.Item item : trade.items) {
            y += 16;
            row(paper, y, item);
        }
        y += 24;
        paper.line(330, y - 12, 545, y - 12);
        paper.text(330, y, words.of("net")).right(545, y, money(trade.subtotal));
        paper.text(330, y + 14, words.of("tax") + " " + trade.rate + " %").right(545, y + 14, money(trade.tax));
        paper.bold(330, y + 30, words.of("total")).right(Paper.BOLD, 10, 545, y + 30, money(trade.total) + " " + trade.currency);
        paper.text(60, y + 60, words.of("due") + " " + trade.date(trade.due) + ".");
        paper.text(Paper.PLAIN, 7, 60, 790, from.name()).text(Paper.PLAIN, 7, 60, 799, from.street());
        paper.text(Paper.PLAIN, 7, 230, 790, "IBAN " + trade.iban).text(Paper.PLAIN, 7, 230, 799, "BIC ABCDEFGHXXX");
        paper.text(Paper.PLAIN, 7, 420, 790, words.of("taxid") + " " + from.taxId()).text(Paper.PLAIN, 7, 420, 799, from.email());
        return paper.bytes();
    }

    private void head(Paper paper, float y) {
        paper.bold(60, y, words.of("text")).right(Paper.BOLD, 10, 350, y, words.of("quantity"));
        paper.right(Paper.BOLD, 10, 450, y, words.of("price")).right(Paper.BOLD, 10, 545, y, words.of("amount"));
    }

    private void row(Paper paper, float y, Trade.Item item) {
        paper.text(60, y, item.text()).right(350, y, String.valueOf(item.quantity()));
        paper.right(450, y, money(item.price())).right(545, y, money(item.amount()));
    }

    /** Two pages; the sum so far is carried from the first to the second, the sums stand at the end. */
    private byte[] pages() {
        Paper paper = new Paper(Paper.SERIF, 10);
        Trade.Party from = trade.vendor;
        paper.text(Paper.BOLD, 13, 60, 50, from.name()).text(60, 64, from.street()).text(60, 76, from.townLine());
        paper.text(60, 88, words.of("taxid") + ": " + from.taxId());
        paper.right(Paper.BOLD, 16, 545, 50, words.of("title"));
        String[][] facts = {
            {words.of("number"), trade.number}, {words.of("date"), trade.date(trade.date)}, {words.of("due"), trade.date(trade.due)}
        };
        for (int at = 0; at < 3; at++) {
            paper.text(Paper.BOLD, 8, 60 + 170 * at, 190, facts[at][0]).text(60 + 170 * at, 203, facts[at][1]);
        }
        paper.text(60, 125, trade.customer.name()).text(60, 137, trade.customer.street()).text(60, 149, trade.customer.townLine());
        float y = 240;
        head(paper, y);
        int half = (trade.items.size() + 1) / 2;
        java.math.BigDecimal sum = java.math.BigDecimal.ZERO;
        for (int at = 0; at < trade.items.size(); at++) {
            if (at == half) {
                paper.text(60, y + 20, words.of("carried")).right(545, y + 20, money(sum));
                paper.page().right(Paper.PLAIN, 7, 545, 40, "2 / 2");
                y = 70;
                head(paper, y);
                y += 16;
                paper.text(60, y, words.of("brought")).right(545, y, money(sum));
            }
            y += 16;
            row(paper, y, trade.items.get(at));
            sum = sum.add(trade.items.get(at).amount());
        }
        y += 30;
        paper.text(360, y, words.of("net")).right(545, y, money(trade.subtotal));
        paper.text(360, y + 14, words.of("tax") + " (" + trade.rate + "%)").right(545, y + 14, money(trade.tax));
        paper.text(360, y + 28, words.of("total")).right(545, y + 28, money(trade.total));
        return paper.bytes();
    }

    /** Typed in a mail, its lines parted by bars. */
    private byte[] mail() {
        StringBuilder text = new StringBuilder("From: " + trade.vendor.email() + "\r\nTo: " + trade.customer.email()
                + "\r\nSubject: " + words.of("title") + " " + trade.number
                + "\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body>");
        text.append("<p>").append(trade.vendor.name().replace("&", "&amp;")).append("<br>").append(trade.vendor.street()).append("<br>")
                .append(trade.vendor.townLine()).append("<br>").append(words.of("taxid")).append(": ").append(trade.vendor.taxId()).append("</p><p>")
                .append(trade.customer.name().replace("&", "&amp;")).append("<br>").append(trade.customer.street()).append("<br>")
                .append(trade.customer.townLine()).append("</p><dl>");
        for (List<String> fact : List.of(
                List.of(words.of("number"), trade.number), List.of(words.of("date"), trade.date(trade.date)),
                List.of(words.of("due"), trade.date(trade.due)), List.of(words.of("ref"), trade.orderNumber))) {
            text.append("<dt>").append(fact.get(0)).append("</dt><dd>").append(fact.get(1)).append("</dd>");
        }
        text.append("</dl><table><thead><tr>");
        for (String head : List.of("text", "quantity", "price", "amount")) {
            text.append("<th>").append(words.of(head)).append("</th>");
        }
        text.append("</tr></thead><tbody>");
        for (Trade.Item item : trade.items) {
            text.append("<tr><td>").append(item.text()).append("</td><td>").append(item.quantity()).append("</td><td>")
                    .append(money(item.price())).append("</td><td>").append(money(item.amount())).append("</td></tr>");
        }
        text.append("</tbody></table><table><tr><td>").append(words.of("net")).append("</td><td>").append(money(trade.subtotal))
                .append("</td></tr><tr><td>").append(words.of("tax")).append(' ').append(trade.rate).append("%</td><td>").append(money(trade.tax))
                .append("</td></tr><tr><td>").append(words.of("total")).append("</td><td>").append(money(trade.total)).append(' ')
                .append(trade.currency).append("</td></tr></table></body></html>");
        return text.toString().getBytes(UTF_8);
    }
}
