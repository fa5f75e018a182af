package extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invoices in more layouts and words. Those were looked at when the words of labels were collected. */
final class SeenInvoices {
    private static final Map<Tongue, String> WORDS = Map.of(
            Tongue.EN, """
                    invoice = Tax invoice | Commercial invoice
                    number = Invoice ref. | Document no. | Inv. No.
                    date = Date of issue | Issued on
                    due = Pay by | Payable by
                    order = Your order no. | Customer PO
                    billto = Invoice to | Billed to
                    from = From
                    tax = VAT @
                    taxid = VAT registration | VAT Reg. No.
                    subtotal = Total excl. VAT | Net amount
                    total = Amount due | Total incl. VAT
                    code = Code | SKU
                    text = Details | Product
                    quantity = Units | Qty.
                    price = Price each | Unit cost
                    amount = Line total | Net
                    iban = IBAN
                    delivered = Delivery date
                    customer = Customer no.""",
            Tongue.US, """
                    invoice = INVOICE
                    number = Invoice No | No.
                    date = Issue date | Dated
                    due = Payment due by | Due
                    order = Reference PO | Order #
                    billto = Billed To | Client
                    from = Remit to
                    tax = Sales tax
                    taxid = Federal Tax ID | EIN
                    subtotal = Sub-total | Subtotal before tax
                    total = Balance due | Grand total
                    code = Item # | SKU
                    text = Item description | Service
                    quantity = Quantity | Hrs/Qty
                    price = Rate | Unit cost
                    amount = Line amount | Ext. price
                    iban = IBAN
                    delivered = Ship date
                    customer = Account #""",
            Tongue.DE, """
                    invoice = Rechnung | Faktura
                    number = Rechnung Nr. | Beleg-Nr.
                    date = Ausstellungsdatum | Rechnungsdatum
                    due = Zahlungsziel | Zu zahlen bis
                    order = Ihre Bestellung | Auftragsnummer
                    billto = Rechnungsempfänger | Rechnungsanschrift
                    from = Aussteller
                    tax = zzgl. MwSt. | Umsatzsteuer
                    taxid = USt-ID-Nr. | Umsatzsteuer-ID
                    subtotal = Summe netto | Nettosumme
                    total = Endbetrag | Bruttobetrag
                    code = Art.-Nr. | Artikelnummer
                    text = Leistung | Artikelbezeichnung
                    quantity = Anz. | Stück
                    price = Preis/Stk. | Stückpreis
                    amount = Gesamtpreis | Summe
                    iban = IBAN
                    delivered = Lieferdatum
                    customer = Kunden-Nr.""",
            Tongue.CH, """
                    invoice = Rechnung
                    number = Rechnungs-Nr | Referenz-Nr.
                    date = Rechnungsdatum | vom
                    due = Fälligkeitsdatum | fällig bis
                    order = Bestellreferenz | Auftrag Nr.
                    billto = Rechnungsadresse | Besteller
                    from = Lieferant
                    tax = MwSt
                    taxid = UID-Nummer | MwSt-Nummer
                    subtotal = Total exkl. MwSt | Nettobetrag
                    total = Total inkl. MwSt | Rechnungstotal
                    code = Artikel-Nr.
                    text = Beschreibung | Leistung
                    quantity = Anzahl | Menge
                    price = Ansatz | Preis pro Einheit
                    amount = Gesamtpreis | Betrag CHF
                    iban = IBAN
                    delivered = Lieferung am
                    customer = Kundennummer""",
            Tongue.FR, """
                    invoice = Facture
                    number = N° de facture | Réf. facture
                    date = Émise le | Date d'émission
                    due = À régler avant le | Date limite de paiement
                    order = Votre commande | N° de commande
                    billto = Adresse de facturation | Destinataire
                    from = Émetteur
                    tax = Montant TVA | T.V.A.
                    taxid = N° TVA intracom. | Identifiant TVA
                    subtotal = Montant HT | Total hors taxes
                    total = Net à payer | Total toutes taxes comprises
                    code = Référence | Réf.
                    text = Libellé | Prestation
                    quantity = Qté | Nombre
                    price = PU HT | Prix unit. HT
                    amount = Montant HT | Total HT
                    iban = IBAN
                    delivered = Date de livraison
                    customer = Code client""",
            Tongue.ES, """
                    invoice = Factura
                    number = N.º de factura | Factura Nº
                    date = Fecha de emisión | Emitida el
                    due = Vence el | Fecha límite de pago
                    order = Su pedido | Pedido n.º
                    billto = Datos del cliente | Facturado a
                    from = Emisor
                    tax = Cuota IVA | I.V.A.
                    taxid = NIF/CIF | N.I.F.
                    subtotal = Total neto | Importe neto
                    total = Total a pagar | Total factura
                    code = Ref. | Código
                    text = Artículo | Detalle
                    quantity = Uds. | Cantidad
                    price = Precio ud. | P. unitario
                    amount = Subtotal | Importe
                    iban = IBAN
                    delivered = Fecha de entrega
                    customer = Nº cliente""",
            Tongue.IT, """
                    invoice = Fattura
                    number = Fattura nr. | N. documento
                    date = Data di emissione | Emessa il
                    due = Pagamento entro il | Scadenza pagamento
                    order = Vs. ordine | Rif. ordine
                    billto = Destinatario | Intestatario
                    from = Mittente
                    tax = Imposta | I.V.A.
                    taxid = Partita IVA | P.IVA
                    subtotal = Totale netto | Imponibile
                    total = Totale da pagare | Totale documento
                    code = Codice | Cod. art.
                    text = Descrizione articolo | Prodotto
                    quantity = Qtà | Q.tà
                    price = Prezzo unit. | Prezzo
                    amount = Importo | Totale riga
                    iban = IBAN
                    delivered = Data di consegna
                    customer = Codice cliente""");

    private final Trade trade;
    private final Words words;
    private final Random random;

    private SeenInvoices(Tongue tongue, Random random) {
        this.random = random;
        trade = new Trade(tongue, random, 14);
        words = Words.of(WORDS.get(tongue), random);
    }

    static Sample make(Tongue tongue, int layout, Random random, int number) {
        SeenInvoices invoice = new SeenInvoices(tongue, random);
        String[] extensions = {"pdf", "pdf", "docx", "html", "xlsx"};
        byte[] document = switch (layout) {
            case 0 -> invoice.boxes();
            case 1 -> invoice.columns();
            case 2 -> invoice.word();
            case 3 -> invoice.web();
            default -> invoice.sheet();
        };
        String name = "seen-invoice-" + tongue + "-" + layout + "-" + number + "." + extensions[layout];
        return new Sample("invoice-" + tongue, "seen-" + layout, name, document, Trade.invoiceSchema(),
                invoice.trade.invoiceTruth("customer/tax_id"));
    }

    private String amount(java.math.BigDecimal amount) {
        return trade.money(amount);
    }

    /** Three addresses in a row, facts in a drawn grid, sums as the last rows of the drawn table. */
    private byte[] boxes() {
        Paper paper = new Paper(Paper.PLAIN, 9);
        paper.center(Paper.BOLD, 16, 297, 50, words.of("invoice"));
        party(paper, 50, 90, words.of("from"), trade.vendor, true);
        party(paper, 230, 90, words.of("billto"), trade.customer, false);
        String[][] facts = {
            {words.of("number"), trade.number},
            {words.of("date"), trade.date(trade.date)},
            {words.of("due"), trade.date(trade.due)},
            {words.of("customer"), trade.customerNumber},
            {words.of("order"), trade.orderNumber},
            {words.of("delivered"), trade.date(trade.date.minusDays(3))}
        };
        float y = 78;
        for (String[] fact : facts) {
            paper.text(394, y + 11, fact[0]).text(478, y + 11, fact[1]);
            paper.line(390, y, 560, y).line(390, y, 390, y + 16).line(474, y, 474, y + 16).line(560, y, 560, y + 16);
            y += 16;
        }
        paper.line(390, y, 560, y);
        float[] edges = {50, 110, 300, 350, 400, 470, 560};
        String[] head = {
            words.of("code"), words.of("text"), words.of("quantity"), "", words.of("price"), words.of("amount")
        };
        y = 210;
        cells(paper, edges, y, head);
        for (Trade.Item item : trade.items) {
            y += 15;
            cells(paper, edges, y, new String[] {
                item.code(), item.text(), String.valueOf(item.quantity()), "", amount(item.price()), amount(item.amount())
            });
        }
        y += 15;
        cells(paper, edges, y, new String[] {"", words.of("subtotal"), "", "", "", amount(trade.subtotal)});
        y += 15;
        cells(paper, edges, y, new String[] {"", words.of("tax") + " " + trade.rate + "%", "", "", "", amount(trade.tax)});
        y += 15;
        cells(paper, edges, y, new String[] {"", words.of("total") + " " + trade.currency, "", "", "", amount(trade.total)});
        paper.line(50, y + 5, 560, y + 5);
        footer(paper);
        return paper.bytes();
    }

    private static void cells(Paper paper, float[] edges, float y, String[] texts) {
        paper.line(edges[0], y - 10, edges[6], y - 10);
        for (int at = 0; at < 6; at++) {
            if (at < 2) {
                paper.text(edges[at] + 3, y, texts[at]);
            } else if (!texts[at].isEmpty()) {
                paper.right(edges[at + 1] - 3, y, texts[at]);
            }
        }
        for (float edge : edges) {
            paper.line(edge, y - 10, edge, y + 5);
        }
    }

    private void party(Paper paper, float x, float y, String label, Trade.Party party, boolean vendor) {
        paper.bold(x, y, label.toUpperCase(trade.tongue.locale()));
        paper.text(x, y + 13, party.name()).text(x, y + 25, party.street()).text(x, y + 37, party.townLine());
        if (vendor) {
            paper.text(x, y + 49, words.of("taxid") + ": " + party.taxId());
            paper.text(x, y + 61, party.email());
        }
    }

    private void footer(Paper paper) {
        paper.text(Paper.PLAIN, 7, 50, 800, trade.vendor.name() + " | " + words.of("iban") + ": " + trade.iban
                + " | BIC COBADEFFXXX | www." + trade.vendor.email().split("@")[1]);
        paper.right(Paper.PLAIN, 7, 560, 812, "1 / 1");
    }

    /** Typed, without any lines; descriptions over two lines; facts in running lines. */
    private byte[] columns() {
        Paper paper = new Paper(Paper.TYPED, 9);
        paper.text(60, 60, trade.vendor.name()).text(60, 72, trade.vendor.street()).text(60, 84, trade.vendor.townLine());
        paper.text(60, 96, words.of("taxid") + " " + trade.vendor.taxId());
        paper.text(60, 130, words.of("billto") + ":").text(60, 142, trade.customer.name());
        paper.text(60, 154, trade.customer.street()).text(60, 166, trade.customer.townLine());
        paper.text(60, 200, words.of("number") + ": " + trade.number);
        paper.text(330, 200, words.of("date") + ": " + trade.date(trade.date));
        paper.text(60, 214, words.of("order") + ": " + trade.orderNumber);
        paper.text(330, 214, words.of("due") + ": " + trade.date(trade.due));
        float y = 250;
        row(paper, y, words.of("text"), words.of("quantity"), words.of("price"), words.of("amount"));
        for (Trade.Item item : trade.items) {
            y += 15;
            row(paper, y, item.text(), String.valueOf(item.quantity()), amount(item.price()), amount(item.amount()));
        }
        y += 26;
        row(paper, y, "", "", words.of("subtotal"), amount(trade.subtotal));
        row(paper, y + 13, "", "", words.of("tax") + " " + trade.rate + " %", amount(trade.tax));
        row(paper, y + 30, "", "", words.of("total"), amount(trade.total) + " " + trade.currency);
        paper.text(60, y + 60, words.of("iban") + ": " + trade.iban);
        return paper.bytes();
    }

    private static void row(Paper paper, float y, String text, String quantity, String price, String amount) {
        if (!text.isEmpty()) {
            paper.text(60, y, text);
        }
        if (!quantity.isEmpty()) {
            paper.right(310, y, quantity);
        }
        paper.right(430, y, price).right(550, y, amount);
    }

    /** A Word file whose facts are a table of two columns. */
    private byte[] word() {
        Office office = new Office();
        office.paragraph(trade.vendor.name());
        office.paragraph(trade.vendor.street() + ", " + trade.vendor.townLine());
        office.paragraph(words.of("taxid") + ": " + trade.vendor.taxId());
        office.paragraph("");
        office.paragraph(words.of("billto"));
        office.paragraph(trade.customer.name()).paragraph(trade.customer.street()).paragraph(trade.customer.townLine());
        office.paragraph("");
        office.table(List.of(
                List.of(words.of("number"), trade.number),
                List.of(words.of("date"), trade.date(trade.date)),
                List.of(words.of("due"), trade.date(trade.due)),
                List.of(words.of("order"), trade.orderNumber)));
        office.paragraph("");
        office.table(items(true));
        office.paragraph(words.of("subtotal") + ": " + amount(trade.subtotal) + " " + trade.currency);
        office.paragraph(words.of("tax") + " " + trade.rate + "%: " + amount(trade.tax) + " " + trade.currency);
        office.paragraph(words.of("total") + ": " + amount(trade.total) + " " + trade.currency);
        office.paragraph(words.of("iban") + ": " + trade.iban);
        return office.docx();
    }

    private List<List<String>> items(boolean coded) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(words.of("text"), words.of("quantity"), words.of("price"), words.of("amount")));
        if (coded) {
            head.add(0, words.of("code"));
        }
        rows.add(head);
        for (Trade.Item item : trade.items) {
            List<String> row = new ArrayList<>(List.of(
                    item.text(), String.valueOf(item.quantity()), amount(item.price()), amount(item.amount())));
            if (coded) {
                row.add(0, item.code());
            }
            rows.add(row);
        }
        return rows;
    }

    /** A web page with the sums in the foot of the table. */
    private byte[] web() {
        StringBuilder page = new StringBuilder("<html><body><div><b>" + escaped(trade.vendor.name()) + "</b><br>"
                + trade.vendor.street() + "<br>" + trade.vendor.townLine() + "<br>" + words.of("taxid") + ": "
                + trade.vendor.taxId() + "</div><h2>" + words.of("invoice") + "</h2><p>" + words.of("number") + ": <b>"
                + trade.number + "</b><br>" + words.of("date") + ": " + trade.date(trade.date) + "<br>" + words.of("due")
                + ": " + trade.date(trade.due) + "<br>" + words.of("order") + ": " + trade.orderNumber + "</p><p>"
                + words.of("billto") + ":<br>" + escaped(trade.customer.name()) + "<br>" + trade.customer.street() + "<br>"
                + trade.customer.townLine() + "</p><table>");
        for (List<String> row : items(false)) {
            page.append("<tr><td>").append(String.join("</td><td>", row)).append("</td></tr>");
        }
        sum(page, words.of("subtotal"), amount(trade.subtotal));
        sum(page, words.of("tax") + " (" + trade.rate + " %)", amount(trade.tax));
        sum(page, words.of("total"), amount(trade.total) + " " + trade.currency);
        page.append("</table><p>").append(words.of("iban")).append(' ').append(trade.iban).append("</p></body></html>");
        return page.toString().getBytes(UTF_8);
    }

    private static void sum(StringBuilder page, String label, String amount) {
        page.append("<tr><td colspan=3>").append(label).append("</td><td>").append(amount).append("</td></tr>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;");
    }

    /** A spreadsheet that is filled in like a form. */
    private byte[] sheet() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(words.of("invoice"), "", "", trade.vendor.name()));
        rows.add(List.of("", "", "", trade.vendor.street()));
        rows.add(List.of("", "", "", trade.vendor.townLine()));
        rows.add(List.of("", "", "", words.of("taxid") + ": " + trade.vendor.taxId()));
        rows.add(List.of(words.of("billto"), "", words.of("number"), trade.number));
        rows.add(List.of(trade.customer.name(), "", words.of("date"), trade.date(trade.date)));
        rows.add(List.of(trade.customer.street(), "", words.of("due"), trade.date(trade.due)));
        rows.add(List.of(trade.customer.townLine(), "", words.of("order"), trade.orderNumber));
        rows.add(List.of());
        rows.add(List.of(words.of("text"), words.of("quantity"), words.of("price"), words.of("amount")));
        trade.items.forEach(item -> rows.add(List.of(item.text(), item.quantity(), item.price(), item.amount())));
        rows.add(List.of("", "", words.of("subtotal"), trade.subtotal));
        rows.add(List.of("", "", words.of("tax") + " " + trade.rate + "%", trade.tax));
        rows.add(List.of("", "", words.of("total") + " " + trade.currency, trade.total));
        rows.add(List.of(words.of("iban"), trade.iban));
        return Office.xlsx("Sheet1", rows);
    }
}
