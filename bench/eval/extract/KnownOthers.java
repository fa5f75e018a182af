package extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Documents of other kinds than invoices that may be looked at. */
final class KnownOthers {
    private final Random random;
    private final int number;

    KnownOthers(Random random, int number) {
        this.random = random;
        this.number = number;
    }

    List<Sample> all() {
        return List.of(receipt(), statement(), payslip(), lease(), mail(), note(), sheet(), minutes(), record());
    }

    private Sample sample(String kind, String extension, byte[] bytes, JsonNode schema, JsonNode truth) {
        return new Sample(kind, "known", kind + "-" + number + "." + extension, bytes, schema, truth);
    }

    private LocalDate date() {
        return LocalDate.of(2023 + random.nextInt(4), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private BigDecimal money(int most) {
        return Tongue.cents(100 + random.nextInt(most));
    }

    /** A till receipt as plain text. */
    private Sample receipt() {
        Tongue tongue = Tongue.EN;
        String store = tongue.firm(random);
        LocalDate day = date();
        StringBuilder text = new StringBuilder();
        text.append("        ").append(store).append("\n        ").append(tongue.street(random)).append("\n\n");
        text.append("Receipt no: ").append(4000 + number).append("      ").append(tongue.date(day, "dd/MM/yyyy")).append(" 14:3").append(number % 10).append("\n");
        text.append("Served by: Anna\n--------------------------------------\n");
        ObjectNode truth = Json.MAPPER.createObjectNode();
        truth.put("store", store).put("receipt_number", String.valueOf(4000 + number)).put("date", day.toString());
        ArrayNode items = truth.putArray("items");
        BigDecimal total = BigDecimal.ZERO;
        text.append(String.format("%-20s %4s %10s%n", "Item", "Qty", "Price"));
        for (String name : List.of("Espresso", "Sourdough loaf", "Oat milk 1l").subList(0, 1 + random.nextInt(3))) {
            int quantity = 1 + random.nextInt(3);
            BigDecimal price = money(900).multiply(BigDecimal.valueOf(quantity));
            total = total.add(price);
            text.append(String.format("%-20s %4d %10s%n", name, quantity, tongue.money(price)));
            items.addObject().put("name", name).put("quantity", quantity).put("price", price);
        }
        text.append("--------------------------------------\n");
        text.append(String.format("%-25s %10s%n", "TOTAL GBP", tongue.money(total)));
        text.append(String.format("%-25s %10s%n", "Paid by", "Card"));
        truth.put("total", total).put("payment_method", "card");
        return sample("receipt", "txt", text.toString().getBytes(UTF_8), Json.of("""
                {'type': 'object', 'properties': {'store': {'type': 'string', 'description': 'Name of the shop'},
                 'receipt_number': {'type': 'string'}, 'date': {'type': 'string', 'format': 'date'},
                 'items': {'type': 'array', 'items': {'type': 'object', 'properties': {'name': {'type': 'string'},
                  'quantity': {'type': 'integer'}, 'price': {'type': 'number'}}}},
                 'total': {'type': 'number'}, 'payment_method': {'enum': ['cash', 'card', 'transfer']}}}"""), truth);
    }

    /** A bank statement of two pages in German. */
    private Sample statement() {
        Tongue tongue = Tongue.DE;
        Paper paper = new Paper(Paper.PLAIN, 9);
        String holder = tongue.person(random);
        BigDecimal balance = money(500000);
        ObjectNode truth = Json.MAPPER.createObjectNode();
        truth.put("account_holder", holder).put("iban", tongue.iban(random)).put("opening_balance", balance);
        paper.text(Paper.BOLD, 14, 50, 60, "Kontoauszug").text(50, 90, "Kontoinhaber: " + holder);
        paper.text(50, 104, "IBAN: " + tongue.iban(random)).text(350, 104, "Währung: EUR");
        paper.text(50, 124, "Alter Kontostand").right(540, 124, tongue.money(balance));
        ArrayNode bookings = truth.putArray("transactions");
        LocalDate day = date();
        float y = 150;
        head(paper, y);
        for (int count = 12 + random.nextInt(20); count > 0; count--) {
            y += 18;
            if (y > 780) {
                paper.page();
                y = 60;
                head(paper, y);
                y += 18;
            }
            day = day.plusDays(random.nextInt(3));
            BigDecimal amount = random.nextBoolean() ? money(90000) : money(90000).negate();
            String text = Tongue.pick(List.of("Miete", "Gehalt", "Lastschrift Stadtwerke", "Kartenzahlung Bäckerei", "Überweisung"), random);
            paper.text(50, y, tongue.date(day, "dd.MM.yyyy")).text(120, y, text).right(540, y, tongue.money(amount));
            bookings.addObject().put("date", day.toString()).put("description", text).put("amount", amount);
            balance = balance.add(amount);
        }
        paper.bold(50, y + 24, "Neuer Kontostand").right(540, y + 24, tongue.money(balance));
        truth.put("closing_balance", balance);
        return sample("statement", "pdf", paper.bytes(), Json.of("""
                {'type': 'object', 'properties': {'account_holder': {'type': 'string'}, 'iban': {'type': 'string'},
                 'opening_balance': {'type': 'number'}, 'closing_balance': {'type': 'number'},
                 'transactions': {'type': 'array', 'items': {'type': 'object', 'properties': {
                  'date': {'type': 'string', 'format': 'date'}, 'description': {'type': 'string'},
                  'amount': {'type': 'number'}}}}}}"""), truth);
    }

    private static void head(Paper paper, float y) {
        paper.bold(50, y, "Buchungstag").bold(120, y, "Verwendungszweck").right(Paper.BOLD, 9, 540, y, "Betrag EUR");
    }

    /** A payslip in French, two columns of labels and values. */
    private Sample payslip() {
        Tongue tongue = Tongue.FR;
        String person = tongue.person(random);
        String firm = tongue.firm(random);
        BigDecimal gross = money(400000).add(Tongue.cents(150000));
        BigDecimal net = gross.multiply(new BigDecimal("0.78")).setScale(2, java.math.RoundingMode.HALF_UP);
        Paper paper = new Paper(Paper.PLAIN, 10);
        paper.center(Paper.BOLD, 14, 297, 60, "BULLETIN DE PAIE");
        paper.text(50, 100, "Employeur").text(150, 100, firm).text(320, 100, "Salarié").text(420, 100, person);
        paper.text(50, 116, "Matricule").text(150, 116, "M" + (1000 + number)).text(320, 116, "Période").text(420, 116, "mars 2026");
        paper.text(50, 132, "Emploi").text(150, 132, "Comptable");
        paper.text(50, 200, "Salaire brut").right(540, 200, tongue.money(gross));
        paper.bold(50, 240, "Net à payer").right(540, 240, tongue.money(net));
        ObjectNode truth = Json.MAPPER.createObjectNode();
        truth.putObject("employer").put("name", firm);
        truth.putObject("employee").put("name", person).put("number", "M" + (1000 + number));
        truth.put("gross_salary", gross).put("net_salary", net);
        return sample("payslip", "pdf", paper.bytes(), Json.of("""
                {'type': 'object', 'properties': {
                 'employer': {'type': 'object', 'properties': {'name': {'type': 'string'}}},
                 'employee': {'type': 'object', 'properties': {'name': {'type': 'string'}, 'number': {'type': 'string'}}},
                 'gross_salary': {'type': 'number'}, 'net_salary': {'type': 'number'}}}"""), truth);
    }

    /** A lease in running text. */
    private Sample lease() {
        Tongue tongue = Tongue.EN;
        String landlord = tongue.person(random);
        String tenant = tongue.person(random);
        LocalDate start = date();
        LocalDate end = start.plusYears(1);
        BigDecimal rent = money(90000).add(Tongue.cents(60000));
        BigDecimal deposit = rent.multiply(BigDecimal.valueOf(2));
        byte[] docx = new Office()
                .paragraph("LEASE AGREEMENT")
                .paragraph("Landlord: " + landlord)
                .paragraph("Tenant: " + tenant)
                .paragraph("The lease starts on " + tongue.date(start, "d MMMM yyyy") + " and ends on "
                        + tongue.date(end, "d MMMM yyyy") + ".")
                .paragraph("The monthly rent is EUR " + tongue.money(rent) + ", payable on the first day of each month.")
                .paragraph("A deposit of EUR " + tongue.money(deposit) + " is due at signature.")
                .paragraph("Pets allowed: " + (number % 2 == 0 ? "yes" : "no"))
                .docx();
        ObjectNode truth = Json.MAPPER.createObjectNode();
        truth.put("landlord", landlord).put("tenant", tenant).put("start_date", start.toString());
        truth.put("end_date", end.toString()).put("monthly_rent", rent).put("deposit", deposit);
        truth.put("pets_allowed", number % 2 == 0);
        return sample("lease", "docx", docx, Json.of("""
                {'title': 'Lease', 'type': 'object', 'properties': {'landlord': {'type': 'string'}, 'tenant': {'type': 'string'},
                 'start_date': {'type': 'string', 'format': 'date'}, 'end_date': {'type': 'string', 'format': 'date'},
                 'monthly_rent': {'type': 'number'}, 'deposit': {'type': 'number'}, 'pets_allowed': {'type': 'boolean'}}}"""),
                truth);
    }

    /** An order by mail, its items in an HTML table. */
    private Sample mail() {
        Trade trade = new Trade(Tongue.EN, random, 5);
        StringBuilder rows = new StringBuilder("<tr><th>SKU</th><th>Product</th><th>Qty</th><th>Price</th></tr>");
        ObjectNode truth = Json.MAPPER.createObjectNode();
        truth.put("order_number", trade.orderNumber).put("customer_email", trade.customer.email());
        truth.put("order_date", trade.date.toString());
        ArrayNode items = truth.putArray("items");
        for (Trade.Item item : trade.items) {
            rows.append("<tr><td>").append(item.code()).append("</td><td>").append(item.text()).append("</td><td>")
                    .append(item.quantity()).append("</td><td>").append(trade.money(item.price())).append("</td></tr>");
            items.addObject().put("sku", item.code()).put("product", item.text()).put("quantity", item.quantity())
                    .put("price", item.price());
        }
        truth.put("shipping_method", "express");
        String mail = "From: " + trade.customer.name() + " <" + trade.customer.email() + ">\r\nTo: orders@shop.example\r\n"
                + "Subject: Order " + trade.orderNumber + "\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                + "<p>Hello,</p><p>please send us the following. Order date: " + trade.date(trade.date) + "</p><table>" + rows
                + "</table><p>Shipping method: Express delivery</p><p>Regards</p>";
        return sample("mail", "eml", mail.getBytes(UTF_8), Json.of("""
                {'type': 'object', 'properties': {'order_number': {'type': 'string'},
                 'customer_email': {'type': 'string', 'format': 'email'}, 'order_date': {'type': 'string', 'format': 'date'},
                 'items': {'type': 'array', 'items': {'type': 'object', 'properties': {'sku': {'type': 'string'},
                  'product': {'type': 'string'}, 'quantity': {'type': 'integer'}, 'price': {'type': 'number'}}}},
                 'shipping_method': {'enum': ['standard', 'express', 'pickup']}}}"""), truth);
    }

    /** A delivery note as a web page. */
    private Sample note() {
        Trade trade = new Trade(Tongue.DE, random, 6);
        StringBuilder rows = new StringBuilder("<tr><th>Art.-Nr.</th><th>Artikel</th><th>Menge</th></tr>");
        ObjectNode truth = Json.MAPPER.createObjectNode();
        truth.put("delivery_note_number", trade.number).put("delivery_date", trade.date.toString());
        truth.putObject("shipping_address").put("name", trade.customer.name()).put("street", trade.customer.street())
                .put("postal_code", trade.customer.code()).put("city", trade.customer.town());
        ArrayNode items = truth.putArray("items");
        for (Trade.Item item : trade.items) {
            rows.append("<tr><td>").append(item.code()).append("</td><td>").append(item.text()).append("</td><td>")
                    .append(item.quantity()).append(" Stk.</td></tr>");
            items.addObject().put("article_number", item.code()).put("description", item.text()).put("quantity", item.quantity());
        }
        String page = "<html><body><h1>Lieferschein " + trade.number + "</h1><p>Lieferdatum: " + trade.date(trade.date)
                + "</p><p>Lieferadresse:<br>" + trade.customer.name() + "<br>" + trade.customer.street() + "<br>"
                + trade.customer.townLine() + "</p><table>" + rows + "</table></body></html>";
        return sample("note", "html", page.getBytes(UTF_8), Json.of("""
                {'type': 'object', 'properties': {'delivery_note_number': {'type': 'string'},
                 'delivery_date': {'type': 'string', 'format': 'date'},
                 'shipping_address': {'type': 'object', 'properties': {'name': {'type': 'string'},
                  'street': {'type': 'string'}, 'postal_code': {'type': 'string'}, 'city': {'type': 'string'}}},
                 'items': {'type': 'array', 'items': {'type': 'object', 'properties': {
                  'article_number': {'type': 'string'}, 'description': {'type': 'string'},
                  'quantity': {'type': 'integer'}}}}}}"""), truth);
    }

    /** An expense report as a spreadsheet. */
    private Sample sheet() {
        String person = Tongue.EN.person(random);
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("Expense report"));
        rows.add(List.of("Employee", person));
        rows.add(List.of("Department", "Sales"));
        rows.add(List.of());
        rows.add(List.of("Date", "Category", "Description", "Amount"));
        ObjectNode truth = Json.MAPPER.createObjectNode().put("employee", person).put("department", "Sales");
        ArrayNode entries = truth.putArray("expenses");
        BigDecimal total = BigDecimal.ZERO;
        for (int count = 2 + random.nextInt(6); count > 0; count--) {
            LocalDate day = date();
            String category = Tongue.pick(List.of("Travel", "Meals", "Hotel"), random);
            BigDecimal amount = money(30000);
            rows.add(List.of(day.toString(), category, "Trip " + count, amount));
            entries.addObject().put("date", day.toString()).put("category", category).put("description", "Trip " + count)
                    .put("amount", amount);
            total = total.add(amount);
        }
        rows.add(List.of("", "", "Total", total));
        truth.put("total", total);
        return sample("sheet", "xlsx", Office.xlsx("Expenses", rows), Json.of("""
                {'type': 'object', 'properties': {'employee': {'type': 'string'}, 'department': {'type': 'string'},
                 'expenses': {'type': 'array', 'items': {'type': 'object', 'properties': {
                  'date': {'type': 'string', 'format': 'date'}, 'category': {'enum': ['Travel', 'Meals', 'Hotel']},
                  'description': {'type': 'string'}, 'amount': {'type': 'number'}}}}, 'total': {'type': 'number'}}}"""), truth);
    }

    /** Minutes of a meeting with lists. */
    private Sample minutes() {
        List<String> present = List.of(Tongue.EN.person(random), Tongue.DE.person(random), Tongue.FR.person(random));
        LocalDate day = date();
        byte[] docx = new Office()
                .paragraph("Minutes of the project meeting")
                .paragraph("Date:\t" + Tongue.EN.date(day, "d MMMM yyyy"))
                .paragraph("Location:\tRoom 4")
                .paragraph("Participants: " + String.join(", ", present))
                .paragraph("Agenda:")
                .paragraph("- Budget")
                .paragraph("- Schedule")
                .paragraph("")
                .table(List.of(
                        List.of("Task", "Owner", "Deadline"),
                        List.of("Send offer", present.get(0), "2026-04-01"),
                        List.of("Book venue", present.get(1), "2026-04-09")))
                .docx();
        ObjectNode truth = Json.MAPPER.createObjectNode().put("date", day.toString()).put("location", "Room 4");
        ArrayNode people = truth.putArray("participants");
        present.forEach(people::add);
        truth.putArray("agenda").add("Budget").add("Schedule");
        ArrayNode tasks = truth.putArray("action_items");
        tasks.addObject().put("task", "Send offer").put("owner", present.get(0)).put("deadline", "2026-04-01");
        tasks.addObject().put("task", "Book venue").put("owner", present.get(1)).put("deadline", "2026-04-09");
        return sample("minutes", "docx", docx, Json.of("""
                {'type': 'object', 'properties': {'date': {'type': 'string', 'format': 'date'}, 'location': {'type': 'string'},
                 'participants': {'type': 'array', 'items': {'type': 'string'}},
                 'agenda': {'type': 'array', 'items': {'type': 'string'}},
                 'action_items': {'type': 'array', 'items': {'type': 'object', 'properties': {'task': {'type': 'string'},
                  'owner': {'type': 'string'}, 'deadline': {'type': 'string', 'format': 'date'}}}}}}"""), truth);
    }

    /** A patient's record: nested objects, an enumeration, a ticked box. */
    private Sample record() {
        Tongue tongue = Tongue.ES;
        String patient = tongue.person(random);
        LocalDate born = LocalDate.of(1950 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28));
        boolean allergic = random.nextBoolean();
        Paper paper = new Paper(Paper.SERIF, 11);
        paper.text(Paper.BOLD, 15, 60, 70, "Informe médico");
        paper.text(60, 110, "Paciente: " + patient).text(320, 110, "Sexo: " + "Mujer");
        paper.text(60, 126, "Fecha de nacimiento: " + tongue.date(born, "dd/MM/yyyy"));
        paper.text(60, 142, "Médico: Dra. Elena Ferrand").text(320, 142, "Teléfono: +34 912 345 678");
        paper.text(60, 170, "Diagnóstico: Bronquitis aguda");
        paper.text(60, 186, (allergic ? "[x]" : "[ ]") + " Alergias conocidas");
        ObjectNode truth = Json.MAPPER.createObjectNode();
        truth.putObject("patient").put("name", patient).put("birth_date", born.toString());
        truth.putObject("doctor").put("name", "Dra. Elena Ferrand").put("phone", "+34 912 345 678");
        truth.put("diagnosis", "Bronquitis aguda");
        return sample("record", "pdf", paper.bytes(), Json.of("""
                {'type': 'object', 'properties': {
                 'patient': {'type': 'object', 'properties': {'name': {'type': 'string'},
                  'birth_date': {'type': 'string', 'format': 'date'}}},
                 'doctor': {'type': 'object', 'properties': {'name': {'type': 'string'}, 'phone': {'type': 'string'}}},
                 'diagnosis': {'type': 'string'}}}"""), truth);
    }
}
