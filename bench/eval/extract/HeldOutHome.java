package extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Papers of private life: bill, policy, flat, meal, prescription, registration, journey. */
final class HeldOutHome extends Making {
    HeldOutHome(Random random, int number) {
        super(random, number);
    }

    @Override
    List<Sample> all() {
        return List.of(water(), policy(), flat(), meal(), prescription(), registration(), journey());
    }

    /** A French bill for water. */
    private Sample water() {
        Tongue tongue = Tongue.FR;
        int before = whole(100, 900);
        int used = whole(20, 160);
        BigDecimal total = money(60, 500);
        LocalDate due = day();
        Paper paper = new Paper(Paper.PLAIN, 10);
        paper.text(Paper.BOLD, 15, 50, 50, "Eaux du Vexin").text(50, 80, "Votre facture d'eau");
        paper.text(320, 80, "Référence client").right(545, 80, "C" + (200000 + number));
        paper.text(320, 94, "N° de compteur").right(545, 94, "D08LA" + (100000 + number));
        paper.text(50, 150, "Ancien index").right(250, 150, before + " m³");
        paper.text(50, 164, "Nouvel index").right(250, 164, (before + used) + " m³");
        paper.text(50, 178, "Consommation").right(250, 178, used + " m³");
        paper.bold(320, 150, "Montant à payer").right(Paper.BOLD, 12, 545, 150, tongue.money(total) + " €");
        paper.text(320, 168, "Date limite").right(545, 168, tongue.date(due, "dd/MM/yyyy"));
        ObjectNode truth = truth().put("customer_reference", "C" + (200000 + number)).put("meter_number", "D08LA" + (100000 + number));
        truth.put("previous_reading", before).put("current_reading", before + used).put("consumption_m3", used);
        truth.put("amount_due", total).put("due_date", due.toString());
        return sample("water", "pdf", paper.bytes(), """
                {'type': 'object', 'properties': {'customer_reference': {'type': ['string', 'null']},
                 'meter_number': {'type': ['string', 'null'], 'description': 'N° de compteur'},
                 'previous_reading': {'type': ['integer', 'null'], 'description': '"Ancien index" in cubic metres'},
                 'current_reading': {'type': ['integer', 'null'], 'description': '"Nouvel index" in cubic metres'},
                 'consumption_m3': {'type': ['integer', 'null'], 'description': 'Consommation'},
                 'amount_due': {'type': ['number', 'null']}, 'due_date': {'type': ['string', 'null'], 'format': 'date'}}}"""
                .replace("\"Ancien index\"", "`Ancien index`").replace("\"Nouvel index\"", "`Nouvel index`"), truth);
    }

    /** A certificate of insurance in boxes with small labels inside. */
    private Sample policy() {
        String holder = Tongue.EN.person(random);
        LocalDate from = day();
        int cover = 1000 * whole(100, 900);
        Paper paper = new Paper(Paper.PLAIN, 10);
        paper.text(Paper.BOLD, 14, 50, 50, "CERTIFICATE OF INSURANCE");
        String[][] boxes = {
            {"POLICY NUMBER", "HH-" + (330000 + number)}, {"POLICYHOLDER", holder},
            {"EFFECTIVE DATE", Tongue.EN.date(from, "dd/MM/yyyy")}, {"EXPIRATION DATE", Tongue.EN.date(from.plusYears(1), "dd/MM/yyyy")},
            {"SUM INSURED", "GBP " + String.format("%,d", cover)}, {"EXCESS", "GBP 250"}
        };
        for (int at = 0; at < boxes.length; at++) {
            float x = 50 + 250 * (at % 2);
            float y = 80 + 40 * (at / 2);
            paper.line(x, y, x + 250, y).line(x, y + 40, x + 250, y + 40).line(x, y, x, y + 40).line(x + 250, y, x + 250, y + 40);
            paper.text(Paper.PLAIN, 6, x + 4, y + 10, boxes[at][0]).text(x + 4, y + 28, boxes[at][1]);
        }
        ObjectNode truth = truth().put("policy_number", "HH-" + (330000 + number)).put("policyholder", holder);
        truth.put("effective_date", from.toString()).put("expiration_date", from.plusYears(1).toString());
        truth.put("sum_insured", cover).put("excess", 250);
        return sample("policy", "pdf", paper.bytes(), """
                {'type': 'object', 'properties': {'policy_number': {'type': ['string', 'null']}, 'policyholder': {'type': ['string', 'null']},
                 'effective_date': {'type': ['string', 'null'], 'format': 'date'}, 'expiration_date': {'type': ['string', 'null'], 'format': 'date'},
                 'sum_insured': {'type': ['number', 'null']}, 'excess': {'type': ['number', 'null']}}}""", truth);
    }

    /** An offer of a German flat. */
    private Sample flat() {
        int rent = whole(500, 1900);
        int size = whole(30, 140);
        byte[] docx = new Office()
                .paragraph("Helle 3-Zimmer-Wohnung mit Balkon")
                .paragraph("Objektnummer:\tW-" + (40 + number))
                .table(List.of(
                        List.of("Wohnfläche", size + " m²"),
                        List.of("Zimmer", "3"),
                        List.of("Etage", "2. OG"),
                        List.of("Kaltmiete", rent + ",00 €"),
                        List.of("Nebenkosten", "210,00 €"),
                        List.of("Kaution", 3 * rent + ",00 €"),
                        List.of("Verfügbar ab", "01.10.2026"),
                        List.of("Haustiere", "Nein")))
                .docx();
        ObjectNode truth = truth().put("objektnummer", "W-" + (40 + number)).put("wohnflaeche", size).put("zimmer", 3);
        truth.put("kaltmiete", rent).put("nebenkosten", 210).put("kaution", 3 * rent).put("verfuegbarAb", "2026-10-01").put("haustiere", false);
        return sample("flat", "docx", docx, """
                {'type': 'object', 'properties': {'objektnummer': {'type': 'string'}, 'wohnflaeche': {'type': 'number', 'title': 'Wohnfläche'},
                 'zimmer': {'type': 'integer'}, 'kaltmiete': {'type': 'number'}, 'nebenkosten': {'type': 'number'},
                 'kaution': {'type': 'number'}, 'verfuegbarAb': {'type': 'string', 'format': 'date', 'title': 'Verfügbar ab'},
                 'haustiere': {'type': 'boolean'}}}""", truth);
    }

    /** A French restaurant's receipt on narrow paper. */
    private Sample meal() {
        Tongue tongue = Tongue.FR;
        LocalDate day = day();
        Paper paper = new Paper(Paper.TYPED, 8);
        paper.center(Paper.TYPED, 11, 140, 40, "LE PETIT FOURNIL").center(Paper.TYPED, 8, 140, 52, "8 place du Marché, 33000 Bordeaux");
        paper.text(50, 75, "Table 12").right(230, 75, tongue.date(day, "dd/MM/yyyy") + " 12:48");
        ObjectNode truth = truth().put("restaurant", "LE PETIT FOURNIL").put("date", day.toString());
        ArrayNode items = truth.putArray("items");
        BigDecimal total = BigDecimal.ZERO;
        float y = 95;
        for (String dish : List.of("Menu du jour", "Salade niçoise", "Café", "Eau minérale").subList(0, whole(2, 5))) {
            int count = whole(1, 4);
            BigDecimal price = money(2, 24).multiply(BigDecimal.valueOf(count));
            paper.text(50, y, count + " x " + dish).right(230, y, tongue.money(price));
            items.addObject().put("quantity", count).put("name", dish).put("price", price);
            total = total.add(price);
            y += 11;
        }
        paper.text(50, y + 8, "TOTAL TTC EUR").right(230, y + 8, tongue.money(total));
        paper.text(50, y + 20, "dont TVA 10%").right(230, y + 20, tongue.money(total.divide(BigDecimal.valueOf(11), 2, java.math.RoundingMode.HALF_UP)));
        paper.text(50, y + 32, "Carte bancaire").right(230, y + 32, tongue.money(total));
        truth.put("total", total);
        return sample("meal", "pdf", paper.bytes(), """
                {'title': 'Receipt', 'type': 'object', 'properties': {'restaurant': {'type': ['string', 'null'], 'description': 'Name of the restaurant'},
                 'date': {'type': ['string', 'null'], 'format': 'date'},
                 'items': {'type': 'array', 'items': {'type': 'object', 'properties': {'quantity': {'type': ['integer', 'null']},
                  'name': {'type': ['string', 'null']}, 'price': {'type': ['number', 'null']}}}}, 'total': {'type': ['number', 'null']}}}""", truth);
    }

    private Sample prescription() {
        Tongue tongue = Tongue.IT;
        String patient = tongue.person(random);
        LocalDate born = LocalDate.of(whole(1935, 2010), whole(1, 13), whole(1, 29));
        Paper paper = new Paper(Paper.SERIF, 11);
        paper.text(Paper.BOLD, 12, 60, 50, "Dott.ssa Elena Santini").text(60, 64, "Medico chirurgo").text(60, 78, "Via Verdi 3, 50123 Firenze");
        paper.text(60, 120, "Paziente: " + patient).text(320, 120, "Nato il: " + tongue.date(born, "dd/MM/yyyy"));
        paper.bold(60, 160, "Farmaco").bold(250, 160, "Dosaggio").bold(400, 160, "Durata");
        paper.text(60, 176, "Amoxicillina 500 mg").text(250, 176, "1 cpr ogni 8 ore").text(400, 176, "7 giorni");
        paper.text(60, 192, "Ibuprofene 400 mg").text(250, 192, "al bisogno").text(400, 192, "5 giorni");
        ObjectNode truth = truth();
        truth.putObject("patient").put("name", patient).put("birth_date", born.toString());
        ArrayNode drugs = truth.putArray("medications");
        drugs.addObject().put("drug", "Amoxicillina 500 mg").put("dosage", "1 cpr ogni 8 ore").put("duration", "7 giorni");
        drugs.addObject().put("drug", "Ibuprofene 400 mg").put("dosage", "al bisogno").put("duration", "5 giorni");
        return sample("prescription", "pdf", paper.bytes(), """
                {'type': 'object', 'properties': {'patient': {'type': 'object', 'properties': {'name': {'type': 'string'},
                 'birth_date': {'type': 'string', 'format': 'date'}}},
                 'medications': {'type': 'array', 'items': {'type': 'object', 'properties': {'drug': {'type': 'string'},
                  'dosage': {'type': 'string'}, 'duration': {'type': 'string'}}}}}}""", truth);
    }

    /** A form that was filled in by typing, with boxes. */
    private Sample registration() {
        String first = Tongue.pick(List.of("Clara", "Hannah", "Peter"), random);
        String last = Tongue.pick(List.of("Hughes", "Okafor", "Berger"), random);
        boolean vegetarian = random.nextBoolean();
        String text = "REGISTRATION FORM - Spring Conference 2026\n\nFirst name: " + first + "          Last name: " + last
                + "\nOrganisation: Mirabel Books\nE-mail: " + first.toLowerCase(java.util.Locale.ROOT) + "@mirabel.example\n"
                + "Arrival: 04/05/2026      Departure: 07/05/2026\n\nTicket type:  [ ] Student   [x] Regular   [ ] VIP\n"
                + (vegetarian ? "[x]" : "[ ]") + " Vegetarian meals\n[x] Newsletter\nT-shirt size: L\n";
        ObjectNode truth = truth().put("first_name", first).put("last_name", last).put("organisation", "Mirabel Books");
        truth.put("email", first.toLowerCase(java.util.Locale.ROOT) + "@mirabel.example").put("arrival_date", "2026-05-04");
        truth.put("departure_date", "2026-05-07").put("ticket_type", "regular").put("vegetarian", vegetarian).put("newsletter", true).put("t_shirt_size", "L");
        return sample("registration", "txt", text.getBytes(UTF_8), """
                {'type': 'object', 'properties': {'first_name': {'type': 'string'}, 'last_name': {'type': 'string'},
                 'organisation': {'type': 'string'}, 'email': {'type': 'string', 'format': 'email'},
                 'arrival_date': {'type': 'string', 'format': 'date'}, 'departure_date': {'type': 'string', 'format': 'date'},
                 'ticket_type': {'enum': ['student', 'regular', 'vip']}, 'vegetarian': {'type': 'boolean'},
                 'newsletter': {'type': 'boolean'}, 't_shirt_size': {'enum': ['S', 'M', 'L', 'XL']}}}""", truth);
    }

    /** A flight there and back. */
    private Sample journey() {
        String person = Tongue.EN.person(random);
        LocalDate out = day();
        String code = "Q" + (char) ('A' + number % 26) + "7XK2";
        String page = "<html><body><h2>Your itinerary</h2><p>Booking reference: <b>" + code + "</b></p><p>Passenger: " + person
                + "</p><table><tr><th>Flight</th><th>From</th><th>To</th><th>Date</th><th>Departs</th><th>Arrives</th></tr>"
                + "<tr><td>LX 318</td><td>Zurich</td><td>London</td><td>" + Tongue.EN.date(out, "d MMM yyyy") + "</td><td>09:05</td><td>09:50</td></tr>"
                + "<tr><td>LX 325</td><td>London</td><td>Zurich</td><td>" + Tongue.EN.date(out.plusDays(4), "d MMM yyyy") + "</td><td>18:40</td><td>21:25</td></tr>"
                + "</table><p>Fare: CHF 310.00<br>Taxes: CHF 92.40<br><b>Total price: CHF 402.40</b></p></body></html>";
        ObjectNode truth = truth().put("booking_reference", code).put("passenger", person);
        ArrayNode legs = truth.putArray("flights");
        legs.addObject().put("flight_number", "LX 318").put("from", "Zurich").put("to", "London").put("date", out.toString()).put("departure_time", "09:05:00");
        legs.addObject().put("flight_number", "LX 325").put("from", "London").put("to", "Zurich").put("date", out.plusDays(4).toString()).put("departure_time", "18:40:00");
        truth.put("total_price", new BigDecimal("402.40")).put("currency", "CHF");
        return sample("journey", "html", page.getBytes(UTF_8), """
                {'type': 'object', 'properties': {'booking_reference': {'type': 'string'}, 'passenger': {'type': 'string'},
                 'flights': {'type': 'array', 'items': {'type': 'object', 'properties': {'flight_number': {'type': 'string'},
                  'from': {'type': 'string'}, 'to': {'type': 'string'}, 'date': {'type': 'string', 'format': 'date'},
                  'departure_time': {'type': 'string', 'format': 'time'}}}},
                 'total_price': {'type': 'number'}, 'currency': {'enum': ['CHF', 'EUR', 'GBP']}}}""", truth);
    }
}
