package extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Papers that go with goods and money: quote, delivery note, bill of lading, data sheet, order, statement, stock. */
final class HeldOutGoods extends Making {
    HeldOutGoods(Random random, int number) {
        super(random, number);
    }

    @Override
    List<Sample> all() {
        return List.of(quote(), note(), lading(), dataSheet(), order(), statement(), stock(), transfers());
    }

    /** A German quote in Word with an entry that is described over two lines. */
    private Sample quote() {
        Trade trade = new Trade(Tongue.DE, random, 6);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Pos.", "Artikel-Nr.", "Bezeichnung", "Menge", "Einheit", "EP", "GP"));
        ObjectNode truth = truth().put("quote_number", trade.number).put("valid_until", trade.due.toString());
        ArrayNode positions = truth.putArray("positions");
        int at = 1;
        for (Trade.Item item : trade.items) {
            rows.add(List.of(String.valueOf(at), item.code(), item.text(), String.valueOf(item.quantity()), "Stk", trade.money(item.price()), trade.money(item.amount())));
            positions.addObject().put("position", at++).put("article_number", item.code()).put("description", item.text())
                    .put("quantity", item.quantity()).put("unit", "Stk").put("unit_price", item.price()).put("total_price", item.amount());
        }
        truth.put("net_total", trade.subtotal).put("gross_total", trade.total);
        byte[] docx = new Office()
                .paragraph(trade.vendor.name())
                .paragraph("Angebot " + trade.number)
                .paragraph("Gültig bis: " + trade.date(trade.due))
                .paragraph("")
                .table(rows)
                .paragraph("Nettosumme\t" + trade.money(trade.subtotal) + " €")
                .paragraph("zzgl. 19 % MwSt.\t" + trade.money(trade.tax) + " €")
                .paragraph("Gesamtbetrag brutto\t" + trade.money(trade.total) + " €")
                .docx();
        return sample("quote", "docx", docx, """
                {'title': 'Quote', 'type': 'object', 'properties': {'quote_number': {'type': ['string', 'null']},
                 'valid_until': {'type': ['string', 'null'], 'format': 'date'}, 'net_total': {'type': ['number', 'null']},
                 'gross_total': {'type': ['number', 'null']}, 'positions': {'type': 'array', 'items': {'type': 'object', 'properties': {
                  'position': {'type': ['integer', 'null']}, 'article_number': {'type': ['string', 'null']},
                  'description': {'type': ['string', 'null']}, 'quantity': {'type': ['integer', 'null']}, 'unit': {'type': ['string', 'null']},
                  'unit_price': {'type': ['number', 'null']}, 'total_price': {'type': ['number', 'null']}}}}}}""", truth);
    }

    /** A Spanish delivery note, typed. */
    private Sample note() {
        Trade trade = new Trade(Tongue.ES, random, 5);
        StringBuilder text = new StringBuilder(trade.vendor.name() + "\n" + trade.vendor.street() + "\n" + trade.vendor.townLine() + "\n\n"
                + "ALBARÁN Nº: " + trade.number + "            Fecha: " + trade.date(trade.date) + "\nPedido: " + trade.orderNumber + "\n\n"
                + "Entregar en:\n" + trade.customer.name() + "\n" + trade.customer.street() + "\n" + trade.customer.townLine() + "\n\n");
        text.append(String.format("%-10s%-36s%10s%n", "Código", "Descripción", "Cantidad"));
        ObjectNode truth = truth().put("delivery_note_number", trade.number).put("date", trade.date.toString()).put("order_number", trade.orderNumber);
        truth.putObject("delivery_address").put("name", trade.customer.name()).put("street", trade.customer.street())
                .put("postal_code", trade.customer.code()).put("city", trade.customer.town());
        ArrayNode items = truth.putArray("items");
        for (Trade.Item item : trade.items) {
            text.append(String.format("%-10s%-36s%10d%n", item.code(), item.text(), item.quantity()));
            items.addObject().put("code", item.code()).put("description", item.text()).put("quantity", item.quantity());
        }
        text.append("\nTransportista: Correos Express\nBultos: ").append(3 + number).append('\n');
        truth.put("carrier", "Correos Express");
        return sample("note", "txt", text.toString().getBytes(UTF_8), """
                {'title': 'Delivery note', 'type': 'object', 'properties': {'delivery_note_number': {'type': 'string'},
                 'date': {'type': 'string', 'format': 'date'}, 'order_number': {'type': 'string'}, 'carrier': {'type': 'string'},
                 'delivery_address': {'type': 'object', 'properties': {'name': {'type': 'string'}, 'street': {'type': 'string'},
                  'postal_code': {'type': 'string'}, 'city': {'type': 'string'}}},
                 'items': {'type': 'array', 'items': {'type': 'object', 'properties': {'code': {'type': 'string'},
                  'description': {'type': 'string'}, 'quantity': {'type': 'integer'}}}}}}""", truth);
    }

    /** A bill of lading: addresses in drawn boxes, goods in a drawn table. */
    private Sample lading() {
        Trade trade = new Trade(Tongue.US, random, 4);
        Paper paper = new Paper(Paper.PLAIN, 9);
        paper.center(Paper.BOLD, 14, 297, 40, "STRAIGHT BILL OF LADING");
        box(paper, 50, 60, "SHIPPER", trade.vendor);
        box(paper, 300, 60, "CONSIGNEE", trade.customer);
        paper.text(50, 160, "B/L Number: " + trade.orderNumber).text(300, 160, "Ship date: " + trade.date(trade.date));
        paper.text(50, 174, "Carrier: Pacific Freight").text(300, 174, "Trailer #: T" + (500 + number));
        float y = 200;
        float[] edges = {50, 130, 380, 470, 545};
        cells(paper, edges, y, "Pieces", "Description of articles", "Weight (lbs)", "Class");
        ObjectNode truth = truth().put("bl_number", trade.orderNumber).put("ship_date", trade.date.toString()).put("carrier", "Pacific Freight");
        truth.putObject("shipper").put("name", trade.vendor.name()).put("city", trade.vendor.town());
        truth.putObject("consignee").put("name", trade.customer.name()).put("city", trade.customer.town());
        ArrayNode goods = truth.putArray("goods");
        int total = 0;
        for (Trade.Item item : trade.items) {
            int weight = whole(20, 3000);
            y += 15;
            cells(paper, edges, y, String.valueOf(item.quantity()), item.text(), String.format("%,d", weight), "70");
            goods.addObject().put("pieces", item.quantity()).put("description", item.text()).put("weight", weight);
            total += weight;
        }
        paper.line(50, y + 5, 545, y + 5);
        paper.text(300, y + 25, "Total weight:").right(470, y + 25, String.format("%,d", total) + " lbs");
        truth.put("total_weight", total);
        return sample("lading", "pdf", paper.bytes(), """
                {'title': 'Bill of lading', 'type': 'object', '$defs': {'P': {'type': 'object', 'properties': {
                  'name': {'type': ['string', 'null']}, 'city': {'type': ['string', 'null']}}}}, 'properties': {
                 'bl_number': {'type': ['string', 'null'], 'description': 'B/L number'}, 'ship_date': {'type': ['string', 'null'], 'format': 'date'},
                 'carrier': {'type': ['string', 'null']}, 'shipper': {'$ref': '#/$defs/P'}, 'consignee': {'$ref': '#/$defs/P'},
                 'goods': {'type': 'array', 'items': {'type': 'object', 'properties': {'pieces': {'type': ['integer', 'null']},
                  'description': {'type': ['string', 'null']}, 'weight': {'type': ['number', 'null']}}}},
                 'total_weight': {'type': ['number', 'null']}}}""", truth);
    }

    private static void box(Paper paper, float x, float y, String label, Trade.Party party) {
        paper.line(x, y, x + 245, y).line(x, y + 75, x + 245, y + 75).line(x, y, x, y + 75).line(x + 245, y, x + 245, y + 75);
        paper.bold(x + 4, y + 12, label).text(x + 4, y + 26, party.name()).text(x + 4, y + 38, party.street()).text(x + 4, y + 50, party.townLine());
    }

    private static void cells(Paper paper, float[] edges, float y, String... texts) {
        paper.line(edges[0], y - 10, edges[4], y - 10);
        for (int at = 0; at < 4; at++) {
            paper.text(edges[at] + 3, y, texts[at]);
        }
        for (float edge : edges) {
            paper.line(edge, y - 10, edge, y + 5);
        }
    }

    private Sample dataSheet() {
        int power = 50 * whole(2, 40);
        String page = "<html><body><h1>Pump P" + (100 + number) + "</h1><h2>Technical data</h2><table>"
                + "<tr><td>Rated power</td><td>" + power + " W</td></tr><tr><td>Voltage</td><td>230 V</td></tr>"
                + "<tr><td>Max. flow rate</td><td>3.4 m³/h</td></tr><tr><td>Weight</td><td>7.2 kg</td></tr>"
                + "<tr><td>Protection class</td><td>IP68</td></tr></table><h2>Dimensions</h2><table><tr><td>Height</td><td>310 mm</td></tr>"
                + "<tr><td>Width</td><td>160 mm</td></tr></table></body></html>";
        ObjectNode truth = truth().put("rated_power_w", power).put("voltage_v", 230).put("max_flow_rate", new BigDecimal("3.4"));
        truth.put("weight_kg", new BigDecimal("7.2")).put("protection_class", "IP68");
        truth.putObject("dimensions").put("height_mm", 310).put("width_mm", 160);
        return sample("data-sheet", "html", page.getBytes(UTF_8), """
                {'type': 'object', 'properties': {'rated_power_w': {'type': ['number', 'null']}, 'voltage_v': {'type': ['number', 'null']},
                 'max_flow_rate': {'type': ['number', 'null']}, 'weight_kg': {'type': ['number', 'null']},
                 'protection_class': {'type': ['string', 'null']}, 'dimensions': {'type': 'object', 'properties': {
                  'height_mm': {'type': ['integer', 'null']}, 'width_mm': {'type': ['integer', 'null']}}}}}""", truth);
    }

    /** An order as another system sends it. */
    private Sample order() {
        Trade trade = new Trade(Tongue.EN, random, 5);
        ObjectNode sent = Json.MAPPER.createObjectNode();
        ObjectNode order = sent.putObject("order");
        order.put("id", trade.orderNumber).put("placed_at", trade.date + "T10:30:00Z").put("currency", "GBP");
        order.putObject("buyer").put("company", trade.customer.name()).put("email", trade.customer.email());
        order.putObject("shippingAddress").put("line1", trade.customer.street()).put("city", trade.customer.town()).put("postcode", trade.customer.code());
        ArrayNode lines = order.putArray("orderLines");
        ObjectNode truth = truth().put("order_id", trade.orderNumber).put("currency", "GBP");
        truth.putObject("customer").put("name", trade.customer.name()).put("email", trade.customer.email());
        truth.putObject("shipping_address").put("city", trade.customer.town()).put("postal_code", trade.customer.code());
        ArrayNode items = truth.putArray("items");
        for (Trade.Item item : trade.items) {
            lines.addObject().put("sku", item.code()).put("title", item.text()).put("qty", item.quantity()).put("unitPrice", item.price());
            items.addObject().put("sku", item.code()).put("title", item.text()).put("quantity", item.quantity()).put("unit_price", item.price());
        }
        return sample("order", "json", sent.toPrettyString().getBytes(UTF_8), """
                {'type': 'object', 'properties': {'order_id': {'type': ['string', 'null']}, 'currency': {'enum': ['EUR', 'GBP', 'USD', null]},
                 'customer': {'type': 'object', 'properties': {'name': {'type': ['string', 'null']}, 'email': {'type': ['string', 'null'], 'format': 'email'}}},
                 'shipping_address': {'type': 'object', 'properties': {'city': {'type': ['string', 'null']}, 'postal_code': {'type': ['string', 'null']}}},
                 'items': {'type': 'array', 'items': {'type': 'object', 'properties': {'sku': {'type': ['string', 'null']},
                  'title': {'type': ['string', 'null']}, 'quantity': {'type': ['integer', 'null']}, 'unit_price': {'type': ['number', 'null']}}}}}}""", truth);
    }

    /** An English bank statement whose table has a column for what comes in and one for what goes out. */
    private Sample statement() {
        Tongue tongue = Tongue.EN;
        Paper paper = new Paper(Paper.PLAIN, 9);
        BigDecimal balance = money(500, 9000);
        ObjectNode truth = truth().put("account_number", "3" + (1000000 + number)).put("sort_code", "20-41-15").put("opening_balance", balance);
        paper.text(Paper.BOLD, 14, 50, 50, "Current account statement").text(50, 80, "Account number").text(150, 80, "3" + (1000000 + number));
        paper.text(300, 80, "Sort code").text(400, 80, "20-41-15");
        float y = 120;
        paper.bold(50, y, "Date").bold(110, y, "Details").right(Paper.BOLD, 9, 380, y, "Paid out").right(Paper.BOLD, 9, 460, y, "Paid in").right(Paper.BOLD, 9, 545, y, "Balance");
        paper.text(110, y + 14, "Opening balance").right(545, y + 14, tongue.money(balance));
        y += 14;
        ArrayNode entries = truth.putArray("entries");
        LocalDate day = day();
        for (int count = whole(6, 24); count > 0; count--) {
            boolean out = random.nextInt(3) > 0;
            BigDecimal amount = money(3, 400);
            balance = out ? balance.subtract(amount) : balance.add(amount);
            day = day.plusDays(random.nextInt(3));
            y += 14;
            String text = Tongue.pick(List.of("Card payment Corner Shop", "Direct debit Water Co", "Salary", "Transfer from C Hughes"), random);
            paper.text(50, y, tongue.date(day, "dd MMM yyyy")).text(110, y, text).right(out ? 380 : 460, y, tongue.money(amount)).right(545, y, tongue.money(balance));
            ObjectNode entry = entries.addObject().put("date", day.toString()).put("details", text);
            entry.put(out ? "paid_out" : "paid_in", amount).putNull(out ? "paid_in" : "paid_out");
            entry.put("balance", balance);
        }
        paper.text(110, y + 16, "Closing balance").right(545, y + 16, tongue.money(balance));
        truth.put("closing_balance", balance);
        return sample("statement", "pdf", paper.bytes(), """
                {'type': 'object', 'properties': {'account_number': {'type': ['string', 'null']}, 'sort_code': {'type': ['string', 'null']},
                 'opening_balance': {'type': ['number', 'null']}, 'closing_balance': {'type': ['number', 'null']},
                 'entries': {'type': 'array', 'items': {'type': 'object', 'properties': {'date': {'type': ['string', 'null'], 'format': 'date'},
                  'details': {'type': ['string', 'null']}, 'paid_out': {'type': ['number', 'null']}, 'paid_in': {'type': ['number', 'null']},
                  'balance': {'type': ['number', 'null']}}}}}}""", truth);
    }

    /** Values parted by tabs, some of them missing. */
    private Sample stock() {
        StringBuilder text = new StringBuilder("Lagerort\tTeilenummer\tBestand\tMindestbestand\tLetzte Zählung\n");
        ObjectNode truth = truth();
        ArrayNode parts = truth.putArray("parts");
        for (int count = whole(4, 12); count > 0; count--) {
            String part = "T" + whole(1000, 9999);
            int held = whole(0, 5000);
            boolean counted = random.nextInt(4) > 0;
            text.append("R").append(count).append('\t').append(part).append('\t').append(String.format(java.util.Locale.GERMANY, "%,d", held))
                    .append("\t10\t").append(counted ? "03.02.2026" : "").append('\n');
            ObjectNode row = parts.addObject().put("location", "R" + count).put("part_number", part).put("on_hand", held);
            row.put("last_counted", counted ? "2026-02-03" : null);
        }
        return sample("stock", "tsv", text.toString().getBytes(UTF_8), """
                {'type': 'object', 'properties': {'parts': {'type': 'array', 'items': {'type': 'object', 'properties': {
                 'location': {'type': ['string', 'null'], 'title': 'Lagerort'}, 'part_number': {'type': ['string', 'null'], 'title': 'Teilenummer'},
                 'on_hand': {'type': ['integer', 'null'], 'title': 'Bestand'},
                 'last_counted': {'type': ['string', 'null'], 'format': 'date', 'title': 'Letzte Zählung'}}}}}}""", truth);
    }

    /** Payments as a bank takes them, in XML. */
    private Sample transfers() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?>\n<PaymentFile>\n  <Header>\n    <MessageId>M-" + (10 + number)
                + "</MessageId>\n    <CreationDate>2026-04-02</CreationDate>\n    <Debtor><Name>Hollis Trading</Name><IBAN>GB29NWBK60161331926819</IBAN></Debtor>\n"
                + "  </Header>\n");
        ObjectNode truth = truth().put("message_id", "M-" + (10 + number)).put("creation_date", "2026-04-02");
        truth.putObject("debtor").put("name", "Hollis Trading");
        ArrayNode payments = truth.putArray("payments");
        for (int count = whole(2, 7); count > 0; count--) {
            String name = Tongue.EN.firm(random).replace("& ", "");
            BigDecimal amount = money(10, 9000);
            xml.append("  <Payment>\n    <CreditorName>").append(name).append("</CreditorName>\n    <Amount currency=\"GBP\">").append(amount)
                    .append("</Amount>\n    <Reference>R").append(count).append("</Reference>\n  </Payment>\n");
            payments.addObject().put("creditor_name", name).put("amount", amount).put("reference", "R" + count);
        }
        xml.append("</PaymentFile>\n");
        return sample("transfers", "xml", xml.toString().getBytes(UTF_8), """
                {'type': 'object', 'properties': {'message_id': {'type': ['string', 'null']}, 'creation_date': {'type': ['string', 'null'], 'format': 'date'},
                 'debtor': {'type': 'object', 'properties': {'name': {'type': ['string', 'null']}}},
                 'payments': {'type': 'array', 'items': {'type': 'object', 'properties': {'creditor_name': {'type': ['string', 'null']},
                  'amount': {'type': ['number', 'null']}, 'reference': {'type': ['string', 'null']}}}}}}""", truth);
    }
}
