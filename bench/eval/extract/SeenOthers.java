package extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Documents of other kinds than invoices. Their words were looked at when those of labels were collected. */
final class SeenOthers {
    private final Random random;
    private final int number;

    SeenOthers(Random random, int number) {
        this.random = random;
        this.number = number;
    }

    List<Sample> all() {
        return List.of(
                till(), bookings(), payslip(), lease(), order(), energy(), hotel(), laboratory(), resume(), claim(), parcel(),
                offer(), policy(), certificate());
    }

    private Sample sample(String kind, String extension, byte[] bytes, String schema, ObjectNode truth) {
        JsonNode read = Json.of(schema);
        return new Sample(kind, "seen", "seen-" + kind + "-" + number + "." + extension, bytes, read, truth);
    }

    private static ObjectNode truth() {
        return Json.MAPPER.createObjectNode();
    }

    private LocalDate date(int from, int to) {
        return LocalDate.of(from + random.nextInt(to - from + 1), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private BigDecimal money(int least, int most) {
        return Tongue.cents(100L * least + random.nextInt(100 * (most - least)));
    }

    /** A German till receipt on narrow paper. */
    private Sample till() {
        Tongue tongue = Tongue.DE;
        String store = tongue.firm(random);
        LocalDate day = date(2024, 2026);
        Paper paper = new Paper(Paper.TYPED, 8);
        String[] town = tongue.town(random);
        paper.center(Paper.TYPED, 10, 150, 40, store).center(Paper.TYPED, 8, 150, 52, tongue.street(random));
        paper.center(Paper.TYPED, 8, 150, 63, town[0] + " " + town[1]);
        ObjectNode truth = truth().put("merchant_name", store).put("date", day.toString()).put("time", "17:4" + number % 10 + ":00");
        ArrayNode items = truth.putArray("items");
        BigDecimal total = BigDecimal.ZERO;
        float y = 85;
        paper.right(Paper.TYPED, 8, 250, y, "EUR");
        for (String name : List.of("Vollmilch 1,5%", "Roggenbrot", "Äpfel lose", "Spülmittel").subList(0, 2 + random.nextInt(3))) {
            BigDecimal price = money(1, 9);
            total = total.add(price);
            y += 11;
            paper.text(50, y, name).right(250, y, tongue.money(price) + " B");
            items.addObject().put("name", name).put("price", price);
        }
        paper.text(50, y + 18, "SUMME EUR").right(250, y + 18, tongue.money(total));
        paper.text(50, y + 32, "Gegeben EC-Karte").right(250, y + 32, tongue.money(total));
        paper.text(50, y + 50, "Datum: " + tongue.date(day, "dd.MM.yy") + "  Uhrzeit: 17:4" + number % 10);
        paper.text(50, y + 62, "Bon-Nr.: " + (7000 + number) + "  Kasse: 3");
        truth.put("total", total).put("receipt_number", String.valueOf(7000 + number));
        return sample("till", "pdf", paper.bytes(), """
                {'title': 'Receipt', 'type': 'object', 'properties': {'merchant_name': {'type': ['string', 'null']},
                 'date': {'type': ['string', 'null'], 'format': 'date'}, 'time': {'type': ['string', 'null'], 'format': 'time'},
                 'receipt_number': {'type': ['string', 'null']}, 'total': {'type': ['number', 'null']},
                 'items': {'type': 'array', 'items': {'type': 'object', 'properties': {'name': {'type': ['string', 'null']},
                  'price': {'type': ['number', 'null']}}}}}}""", truth);
    }

    /** Bookings as a French bank exports them. */
    private Sample bookings() {
        Tongue tongue = Tongue.FR;
        StringBuilder csv = new StringBuilder("Date opération;Libellé;Débit euros;Crédit euros\n");
        ObjectNode truth = truth();
        ArrayNode rows = truth.putArray("transactions");
        for (int count = 5 + random.nextInt(20); count > 0; count--) {
            LocalDate day = date(2025, 2025);
            BigDecimal amount = money(5, 900);
            boolean debit = random.nextBoolean();
            String text = Tongue.pick(List.of("VIR SALAIRE", "CB BOULANGERIE", "PRLV EDF", "CHEQUE 00123"), random);
            csv.append(tongue.date(day, "dd/MM/yyyy")).append(';').append(text).append(';')
                    .append(debit ? tongue.money(amount) : "").append(';').append(debit ? "" : tongue.money(amount)).append('\n');
            ObjectNode row = rows.addObject().put("date", day.toString()).put("description", text);
            row.put(debit ? "debit" : "credit", amount).putNull(debit ? "credit" : "debit");
        }
        return sample("bookings", "csv", csv.toString().getBytes(UTF_8), """
                {'type': 'object', 'properties': {'transactions': {'type': 'array', 'items': {'type': 'object', 'properties': {
                 'date': {'type': 'string', 'format': 'date'}, 'description': {'type': 'string'},
                 'debit': {'type': ['number', 'null']}, 'credit': {'type': ['number', 'null']}}}}}}""", truth);
    }

    /** A German payslip in a Word table of four columns. */
    private Sample payslip() {
        Tongue tongue = Tongue.DE;
        String person = tongue.person(random);
        String firm = tongue.firm(random);
        BigDecimal gross = money(2500, 7000);
        BigDecimal tax = money(200, 900);
        BigDecimal net = gross.subtract(tax);
        byte[] docx = new Office()
                .paragraph("Entgeltabrechnung April 2026")
                .paragraph(firm)
                .table(List.of(
                        List.of("Mitarbeiter", person, "Personal-Nr.", "P" + (300 + number)),
                        List.of("Steuerklasse", "III", "Eintrittsdatum", "01.04.2019")))
                .paragraph("")
                .table(List.of(
                        List.of("Gesamtbrutto", tongue.money(gross)),
                        List.of("Lohnsteuer", tongue.money(tax)),
                        List.of("Auszahlungsbetrag", tongue.money(net))))
                .docx();
        ObjectNode truth = truth().put("employee_name", person).put("employee_number", "P" + (300 + number));
        truth.put("entry_date", "2019-04-01").put("gross_pay", gross).put("income_tax", tax).put("net_pay", net);
        return sample("payslip", "docx", docx, """
                {'title': 'Payslip', 'type': 'object', 'properties': {'employee_name': {'type': ['string', 'null']},
                 'employee_number': {'type': ['string', 'null']},
                 'entry_date': {'type': ['string', 'null'], 'format': 'date', 'description': 'Date of joining, "Eintrittsdatum"'},
                 'gross_pay': {'type': ['number', 'null']}, 'income_tax': {'type': ['number', 'null'], 'title': 'Lohnsteuer'},
                 'net_pay': {'type': ['number', 'null']}}}""".replace("\"Eintrittsdatum\"", "`Eintrittsdatum`"), truth);
    }

    /** A Spanish lease in running text. */
    private Sample lease() {
        Tongue tongue = Tongue.ES;
        String landlord = tongue.person(random);
        String tenant = tongue.person(random);
        LocalDate start = date(2024, 2026);
        LocalDate end = start.plusYears(1);
        BigDecimal rent = money(600, 1800);
        BigDecimal deposit = rent.multiply(BigDecimal.valueOf(2));
        Paper paper = new Paper(Paper.SERIF, 11);
        paper.center(Paper.BOLD, 14, 297, 70, "CONTRATO DE ARRENDAMIENTO");
        paper.text(60, 110, "Arrendador: " + landlord).text(60, 126, "Arrendatario: " + tenant);
        float y = paper.paragraph(60, 156, 470, "El presente contrato entrará en vigor el " + tongue.date(start, "d 'de' MMMM 'de' yyyy")
                + " y finalizará el " + tongue.date(end, "d 'de' MMMM 'de' yyyy") + ", salvo prórroga acordada por las partes.");
        paper.paragraph(60, y + 8, 470, "La renta mensual asciende a " + tongue.money(rent)
                + " euros. El arrendatario entrega una fianza de " + tongue.money(deposit) + " euros.");
        ObjectNode truth = truth().put("landlord", landlord).put("tenant", tenant).put("start_date", start.toString());
        truth.put("end_date", end.toString()).put("monthly_rent", rent).put("deposit", deposit);
        return sample("lease", "pdf", paper.bytes(), """
                {'title': 'Lease', 'type': 'object', 'properties': {'landlord': {'type': ['string', 'null']},
                 'tenant': {'type': ['string', 'null']}, 'start_date': {'type': ['string', 'null'], 'format': 'date'},
                 'end_date': {'type': ['string', 'null'], 'format': 'date'}, 'monthly_rent': {'type': ['number', 'null']},
                 'deposit': {'type': ['number', 'null']}}}""", truth);
    }

    /** An American purchase order with two addresses side by side. */
    private Sample order() {
        Trade trade = new Trade(Tongue.US, random, 10);
        Paper paper = new Paper(Paper.PLAIN, 9);
        paper.text(Paper.BOLD, 16, 50, 60, "PURCHASE ORDER").right(Paper.BOLD, 10, 545, 60, "PO " + trade.orderNumber);
        paper.right(545, 74, "Order date: " + trade.date(trade.date));
        paper.bold(50, 110, "VENDOR").bold(300, 110, "SHIP TO");
        Trade.Party vendor = trade.vendor;
        Trade.Party ship = trade.customer;
        paper.text(50, 123, vendor.name()).text(50, 135, vendor.street()).text(50, 147, vendor.townLine());
        paper.text(300, 123, ship.name()).text(300, 135, ship.street()).text(300, 147, ship.townLine());
        paper.text(50, 175, "Ship via: UPS Ground").text(300, 175, "Terms: Net 30");
        float y = 205;
        paper.bold(50, y, "Item #").bold(120, y, "Description").right(Paper.BOLD, 9, 350, y, "Qty ordered")
                .right(Paper.BOLD, 9, 440, y, "Unit price").right(Paper.BOLD, 9, 545, y, "Extended");
        ObjectNode truth = truth().put("po_number", trade.orderNumber).put("order_date", trade.date.toString());
        truth.putObject("vendor").put("name", vendor.name()).put("street", vendor.street()).put("city", vendor.town());
        truth.putObject("ship_to").put("name", ship.name()).put("street", ship.street()).put("city", ship.town());
        truth.put("payment_terms", "Net 30");
        ArrayNode items = truth.putArray("items");
        for (Trade.Item item : trade.items) {
            y += 14;
            paper.text(50, y, item.code()).text(120, y, item.text()).right(350, y, String.valueOf(item.quantity()))
                    .right(440, y, trade.money(item.price())).right(545, y, trade.money(item.amount()));
            items.addObject().put("item_number", item.code()).put("description", item.text()).put("quantity", item.quantity())
                    .put("unit_price", item.price());
        }
        paper.right(440, y + 24, "Total").right(545, y + 24, "$" + trade.money(trade.subtotal));
        truth.put("total", trade.subtotal);
        return sample("order", "pdf", paper.bytes(), """
                {'title': 'Purchase order', 'type': 'object', 'properties': {'po_number': {'type': ['string', 'null']},
                 'order_date': {'type': ['string', 'null'], 'format': 'date'},
                 'vendor': {'$ref': '#/$defs/Party'}, 'ship_to': {'$ref': '#/$defs/Party'},
                 'payment_terms': {'type': ['string', 'null']}, 'total': {'type': ['number', 'null']},
                 'items': {'type': 'array', 'items': {'type': 'object', 'properties': {'item_number': {'type': ['string', 'null']},
                  'description': {'type': ['string', 'null']}, 'quantity': {'type': ['integer', 'null']},
                  'unit_price': {'type': ['number', 'null']}}}}},
                 '$defs': {'Party': {'type': 'object', 'properties': {'name': {'type': ['string', 'null']},
                  'street': {'type': ['string', 'null']}, 'city': {'type': ['string', 'null']}}}}}""", truth);
    }

    /** A German bill for electricity: prose with figures, a small table. */
    private Sample energy() {
        Tongue tongue = Tongue.DE;
        LocalDate from = LocalDate.of(2025, 1, 1);
        LocalDate to = LocalDate.of(2025, 12, 31);
        int used = 1500 + random.nextInt(4000);
        BigDecimal total = money(500, 1900);
        String meter = "1EMH" + (10000000 + random.nextInt(89999999));
        String contract = "V-" + (100000 + random.nextInt(899999));
        Paper paper = new Paper(Paper.PLAIN, 10);
        paper.text(Paper.BOLD, 14, 60, 70, "Ihre Jahresabrechnung Strom 2025");
        paper.text(60, 100, "Vertragsnummer").text(200, 100, contract);
        paper.text(60, 114, "Zählernummer").text(200, 114, meter);
        paper.text(60, 128, "Abrechnungszeitraum").text(200, 128, tongue.date(from, "dd.MM.yyyy") + " – " + tongue.date(to, "dd.MM.yyyy"));
        paper.text(60, 142, "Verbrauch").text(200, 142, String.format(java.util.Locale.GERMANY, "%,d", used) + " kWh");
        paper.text(60, 170, "Rechnungsbetrag").right(400, 170, tongue.money(total) + " EUR");
        ObjectNode truth = truth().put("contract_number", contract).put("meter_number", meter);
        truth.put("period_start", from.toString()).put("period_end", to.toString()).put("consumption_kwh", used).put("total_amount", total);
        return sample("energy", "pdf", paper.bytes(), """
                {'type': 'object', 'properties': {'contract_number': {'type': ['string', 'null']},
                 'meter_number': {'type': ['string', 'null'], 'title': 'Zählernummer'},
                 'period_start': {'type': ['string', 'null'], 'format': 'date'}, 'period_end': {'type': ['string', 'null'], 'format': 'date'},
                 'consumption_kwh': {'type': ['integer', 'null'], 'title': 'Verbrauch'},
                 'total_amount': {'type': ['number', 'null']}}}""", truth);
    }

    /** The confirmation of a hotel booking as a mail. */
    private Sample hotel() {
        Tongue tongue = Tongue.EN;
        String guest = tongue.person(random);
        LocalDate in = date(2025, 2026);
        LocalDate out = in.plusDays(1 + random.nextInt(6));
        BigDecimal total = money(90, 900);
        String code = "HX" + (100000 + random.nextInt(899999));
        String mail = "From: Hotel Bellevue <stay@bellevue.example>\r\nSubject: Your booking is confirmed\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/html; charset=utf-8\r\n\r\n<h1>Thank you, " + guest + "!</h1><table>"
                + "<tr><td>Confirmation code</td><td>" + code + "</td></tr><tr><td>Guest name</td><td>" + guest + "</td></tr>"
                + "<tr><td>Check-in</td><td>" + tongue.date(in, "EEEE, d MMMM yyyy") + "</td></tr><tr><td>Check-out</td><td>"
                + tongue.date(out, "EEEE, d MMMM yyyy") + "</td></tr><tr><td>Guests</td><td>2 adults</td></tr>"
                + "<tr><td>Breakfast included</td><td>Yes</td></tr><tr><td>Total price</td><td>€" + tongue.money(total)
                + "</td></tr></table>";
        ObjectNode truth = truth().put("confirmation_code", code).put("guest_name", guest).put("check_in", in.toString());
        truth.put("check_out", out.toString()).put("number_of_guests", 2).put("breakfast_included", true).put("total_price", total);
        return sample("hotel", "eml", mail.getBytes(UTF_8), """
                {'type': 'object', 'properties': {'confirmation_code': {'type': ['string', 'null']},
                 'guest_name': {'type': ['string', 'null']}, 'check_in': {'type': ['string', 'null'], 'format': 'date'},
                 'check_out': {'type': ['string', 'null'], 'format': 'date'}, 'number_of_guests': {'type': ['integer', 'null']},
                 'breakfast_included': {'type': ['boolean', 'null']}, 'total_price': {'type': ['number', 'null']}}}""", truth);
    }

    /** A report of a laboratory: a table whose columns have their own units. */
    private Sample laboratory() {
        String patient = Tongue.EN.person(random);
        LocalDate born = date(1940, 2005);
        LocalDate taken = date(2025, 2026);
        Paper paper = new Paper(Paper.PLAIN, 10);
        paper.text(Paper.BOLD, 14, 50, 60, "Laboratory report");
        paper.text(50, 90, "Patient name").text(160, 90, patient).text(330, 90, "Collected").text(430, 90, Tongue.EN.date(taken, "yyyy-MM-dd"));
        paper.text(50, 106, "DOB").text(160, 106, Tongue.EN.date(born, "yyyy-MM-dd")).text(330, 106, "Sample ID").text(430, 106, "S-" + (9000 + number));
        float y = 150;
        paper.bold(50, y, "Test").right(Paper.BOLD, 10, 270, y, "Result").bold(300, y, "Unit").bold(390, y, "Reference range");
        ObjectNode truth = truth();
        truth.putObject("patient").put("name", patient).put("date_of_birth", born.toString());
        truth.put("collection_date", taken.toString()).put("sample_id", "S-" + (9000 + number));
        ArrayNode results = truth.putArray("results");
        String[][] tests = {{"Haemoglobin", "g/dL", "12.0 - 16.0"}, {"Glucose", "mmol/L", "3.9 - 5.6"}, {"Creatinine", "umol/L", "45 - 84"}, {"Ferritin", "ug/L", "15 - 150"}};
        for (String[] test : tests) {
            BigDecimal value = BigDecimal.valueOf(30 + random.nextInt(900), 1);
            y += 16;
            paper.text(50, y, test[0]).right(270, y, value.toPlainString()).text(300, y, test[1]).text(390, y, test[2]);
            results.addObject().put("test", test[0]).put("result", value).put("unit", test[1]).put("reference_range", test[2]);
        }
        return sample("laboratory", "pdf", paper.bytes(), """
                {'type': 'object', 'properties': {
                 'patient': {'type': 'object', 'properties': {'name': {'type': ['string', 'null']},
                  'date_of_birth': {'type': ['string', 'null'], 'format': 'date'}}},
                 'collection_date': {'type': ['string', 'null'], 'format': 'date', 'description': 'When the sample was collected'},
                 'sample_id': {'type': ['string', 'null']},
                 'results': {'type': 'array', 'items': {'type': 'object', 'properties': {'test': {'type': ['string', 'null']},
                  'result': {'type': ['number', 'null']}, 'unit': {'type': ['string', 'null']},
                  'reference_range': {'type': ['string', 'null']}}}}}}""", truth);
    }

    /** A short résumé. */
    private Sample resume() {
        String name = Tongue.FR.person(random);
        String mail = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", ".") + "@mail.example";
        byte[] docx = new Office()
                .paragraph(name)
                .paragraph("12 Quay Street, Bristol · " + mail + " · +44 117 496 0" + (100 + number % 900))
                .paragraph("")
                .paragraph("Profile")
                .paragraph("Engineer with a taste for tidy systems.")
                .paragraph("Nationality: French")
                .paragraph("Languages: French, English, German")
                .paragraph("Skills")
                .paragraph("• Java")
                .paragraph("• PostgreSQL")
                .paragraph("• Kubernetes")
                .paragraph("")
                .table(List.of(
                        List.of("Period", "Employer", "Position"),
                        List.of("2021 - 2025", "Oakfield Systems", "Developer"),
                        List.of("2018 - 2021", "Kestrel Print", "Junior developer")))
                .docx();
        ObjectNode truth = truth().put("full_name", name).put("email", mail).put("nationality", "French");
        truth.putArray("languages").add("French").add("English").add("German");
        truth.putArray("skills").add("Java").add("PostgreSQL").add("Kubernetes");
        ArrayNode jobs = truth.putArray("work_experience");
        jobs.addObject().put("employer", "Oakfield Systems").put("position", "Developer").put("period", "2021 - 2025");
        jobs.addObject().put("employer", "Kestrel Print").put("position", "Junior developer").put("period", "2018 - 2021");
        return sample("resume", "docx", docx, """
                {'type': 'object', 'properties': {'full_name': {'type': ['string', 'null']},
                 'email': {'type': ['string', 'null'], 'format': 'email'}, 'nationality': {'type': ['string', 'null']},
                 'languages': {'type': 'array', 'items': {'type': 'string'}}, 'skills': {'type': 'array', 'items': {'type': 'string'}},
                 'work_experience': {'type': 'array', 'items': {'type': 'object', 'properties': {'employer': {'type': ['string', 'null']},
                  'position': {'type': ['string', 'null']}, 'period': {'type': ['string', 'null']}}}}}}""", truth);
    }

    /** A claim in French, with boxes that are ticked. */
    private Sample claim() {
        Tongue tongue = Tongue.FR;
        String insured = tongue.person(random);
        LocalDate day = date(2024, 2026);
        BigDecimal damage = money(200, 9000);
        boolean police = random.nextBoolean();
        String policy = "POL-" + (100000 + random.nextInt(899999));
        Paper paper = new Paper(Paper.PLAIN, 10);
        paper.text(Paper.BOLD, 14, 60, 60, "Déclaration de sinistre");
        paper.text(60, 100, "Assuré :").text(200, 100, insured);
        paper.text(60, 116, "Numéro de police :").text(200, 116, policy);
        paper.text(60, 132, "Date du sinistre :").text(200, 132, tongue.date(day, "d MMMM yyyy"));
        paper.text(60, 148, "Montant estimé :").text(200, 148, tongue.money(damage) + " €");
        paper.text(60, 164, "Lieu :").text(200, 164, "Lyon");
        paper.text(60, 190, "Rapport de police :").text(200, 190, police ? "oui" : "non");
        ObjectNode truth = truth().put("insured_name", insured).put("policy_number", policy).put("loss_date", day.toString());
        truth.put("estimated_amount", damage).put("location", "Lyon").put("police_report", police);
        return sample("claim", "pdf", paper.bytes(), """
                {'type': 'object', 'properties': {'insured_name': {'type': ['string', 'null']},
                 'policy_number': {'type': ['string', 'null']},
                 'loss_date': {'type': ['string', 'null'], 'format': 'date', 'title': 'Date du sinistre'},
                 'estimated_amount': {'type': ['number', 'null'], 'description': 'Montant estimé'},
                 'location': {'type': ['string', 'null']}, 'police_report': {'type': ['boolean', 'null'], 'title': 'Rapport de police'}}}""", truth);
    }

    /** A parcel's label as text in two columns. */
    private Sample parcel() {
        Trade trade = new Trade(Tongue.DE, random, 1);
        String track = "JJD" + (1000000000L + random.nextInt(899999999));
        String text = "ABSENDER                        EMPFÄNGER\n"
                + String.format("%-32s%s%n", trade.vendor.name(), trade.customer.name())
                + String.format("%-32s%s%n", trade.vendor.street(), trade.customer.street())
                + String.format("%-32s%s%n%n", trade.vendor.townLine(), trade.customer.townLine())
                + "Sendungsnummer: " + track + "\nGewicht: 2,35 kg\nVersanddatum: " + trade.date(trade.date) + "\n";
        ObjectNode truth = truth().put("tracking_number", track).put("weight_kg", new BigDecimal("2.35")).put("shipping_date", trade.date.toString());
        truth.putObject("sender").put("name", trade.vendor.name()).put("city", trade.vendor.town());
        truth.putObject("recipient").put("name", trade.customer.name()).put("city", trade.customer.town());
        return sample("parcel", "txt", text.getBytes(UTF_8), """
                {'type': 'object', 'properties': {'tracking_number': {'type': ['string', 'null']},
                 'weight_kg': {'type': ['number', 'null'], 'title': 'Weight'},
                 'shipping_date': {'type': ['string', 'null'], 'format': 'date'},
                 'sender': {'$ref': '#/$defs/P'}, 'recipient': {'$ref': '#/$defs/P'}},
                 '$defs': {'P': {'type': 'object', 'properties': {'name': {'type': ['string', 'null']}, 'city': {'type': ['string', 'null']}}}}}""", truth);
    }

    /** A letter that offers a job. */
    private Sample offer() {
        String person = Tongue.EN.person(random);
        LocalDate start = date(2025, 2026);
        int salary = 40_000 + 500 * random.nextInt(90);
        String firm = Tongue.EN.firm(random);
        byte[] docx = new Office()
                .paragraph(firm)
                .paragraph("Dear " + person + ",")
                .paragraph("We are pleased to offer you the position of Data Analyst.")
                .paragraph("Your employment starts on " + Tongue.US.date(start, "MMMM d, yyyy") + ".")
                .paragraph("Annual salary: GBP " + String.format("%,d", salary))
                .paragraph("Department: Finance")
                .paragraph("Notice period: 3 months")
                .paragraph("Employee name: " + person)
                .docx();
        ObjectNode truth = truth().put("employee_name", person).put("start_date", start.toString()).put("annual_salary", salary);
        truth.put("currency", "GBP").put("department", "Finance").put("notice_period", "3 months");
        return sample("offer", "docx", docx, """
                {'type': 'object', 'properties': {'employee_name': {'type': ['string', 'null']},
                 'start_date': {'type': ['string', 'null'], 'format': 'date'}, 'annual_salary': {'type': ['integer', 'null']},
                 'currency': {'enum': ['EUR', 'GBP', 'USD', null]}, 'department': {'type': ['string', 'null']},
                 'notice_period': {'type': ['string', 'null']}}}""", truth);
    }

    /** An Italian policy with labels above their values in two columns. */
    private Sample policy() {
        Tongue tongue = Tongue.IT;
        String person = tongue.person(random);
        LocalDate from = date(2025, 2026);
        BigDecimal premium = money(150, 1500);
        String policy = "IT-" + (1000000 + random.nextInt(8999999));
        String plate = "FX" + (100 + random.nextInt(899)) + "KL";
        Paper paper = new Paper(Paper.SERIF, 10);
        paper.text(Paper.BOLD, 15, 60, 70, "Polizza auto");
        String[][] facts = {
            {"Numero polizza", policy, "Contraente", person},
            {"Decorrenza", tongue.date(from, "dd/MM/yyyy"), "Scadenza", tongue.date(from.plusYears(1), "dd/MM/yyyy")},
            {"Targa", plate, "Premio annuo", "€ " + tongue.money(premium)}
        };
        float y = 110;
        for (String[] fact : facts) {
            paper.text(Paper.BOLD, 8, 60, y, fact[0]).text(60, y + 13, fact[1]);
            paper.text(Paper.BOLD, 8, 320, y, fact[2]).text(320, y + 13, fact[3]);
            y += 42;
        }
        ObjectNode truth = truth().put("policy_number", policy).put("policyholder", person).put("valid_from", from.toString());
        truth.put("valid_until", from.plusYears(1).toString()).put("license_plate", plate).put("annual_premium", premium);
        return sample("policy", "pdf", paper.bytes(), """
                {'type': 'object', 'properties': {'policy_number': {'type': ['string', 'null']},
                 'policyholder': {'type': ['string', 'null'], 'description': 'Contraente'},
                 'valid_from': {'type': ['string', 'null'], 'format': 'date'}, 'valid_until': {'type': ['string', 'null'], 'format': 'date'},
                 'license_plate': {'type': ['string', 'null']}, 'annual_premium': {'type': ['number', 'null']}}}""", truth);
    }

    /** A certificate as JSON that another system wrote. */
    private Sample certificate() {
        String person = Tongue.CH.person(random);
        LocalDate day = date(2024, 2026);
        String text = "{\n  \"certificateNo\": \"C-" + (500 + number) + "\",\n  \"holder\": {\"fullName\": \"" + person
                + "\"},\n  \"issuedOn\": \"" + day + "\",\n  \"grade\": \"A\",\n  \"score\": 9" + number % 10 + "\n}\n";
        ObjectNode truth = truth().put("certificate_number", "C-" + (500 + number)).put("holder_name", person);
        truth.put("issue_date", day.toString()).put("score", 90 + number % 10);
        return sample("certificate", "json", text.getBytes(UTF_8), """
                {'type': 'object', 'properties': {'certificate_number': {'type': ['string', 'null']},
                 'holder_name': {'type': ['string', 'null'], 'title': 'Full name'},
                 'issue_date': {'type': ['string', 'null'], 'format': 'date'}, 'score': {'type': ['integer', 'null']}}}""", truth);
    }
}
