package extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What an invoice, an order or a receipt is about: who, when, what, how much. */
final class Trade {
    /** Who takes part. */
    record Party(String name, String street, String code, String town, String townLine, String email, String taxId) {}

    /** A line of what is bought. */
    record Item(String code, String text, int quantity, BigDecimal price, BigDecimal amount) {}

    final Tongue tongue;
    final String number;
    final String orderNumber;
    final String customerNumber;
    final LocalDate date;
    final LocalDate due;
    final Party vendor;
    final Party customer;
    final List<Item> items = new ArrayList<>();
    final String currency;
    final int rate;
    final BigDecimal subtotal;
    final BigDecimal tax;
    final BigDecimal total;
    final String iban;
    final String datePattern;

    Trade(Tongue tongue, Random random, int mostItems) {
        this.tongue = tongue;
        int year = 2024 + random.nextInt(3);
        number = Tongue.pick(List.of("INV-%d-%04d", "%2$05d/%1$d", "R%d%04d", "%d.%d"), random)
                .formatted(year, 100 + random.nextInt(8900));
        orderNumber = Tongue.pick(List.of("PO-%d", "45%06d", "B-%d"), random).formatted(1000 + random.nextInt(90000));
        customerNumber = String.valueOf(10000 + random.nextInt(80000));
        date = LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        due = date.plusDays(Tongue.pick(List.of(10, 14, 30, 45), random));
        vendor = party(tongue, random, true);
        customer = party(tongue, random, false);
        currency = Tongue.pick(tongue.currencies, random);
        rate = switch (tongue) {
            case DE -> 19;
            case FR, EN -> 20;
            case ES -> 21;
            case IT -> 22;
            case CH, US -> 8;
        };
        BigDecimal sum = BigDecimal.ZERO;
        for (int count = 1 + random.nextInt(mostItems); count > 0; count--) {
            int quantity = 1 + random.nextInt(20);
            BigDecimal price = Tongue.cents(150 + random.nextInt(90000));
            BigDecimal amount = price.multiply(BigDecimal.valueOf(quantity));
            items.add(new Item("A" + (100 + random.nextInt(900)), article(tongue, random), quantity, price, amount));
            sum = sum.add(amount);
        }
        subtotal = sum;
        tax = sum.multiply(BigDecimal.valueOf(rate)).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
        total = subtotal.add(tax);
        iban = tongue.iban(random);
        datePattern = tongue.datePattern(random);
    }

    private static Party party(Tongue tongue, Random random, boolean vendor) {
        String name = vendor || random.nextInt(3) > 0 ? tongue.firm(random) : tongue.person(random);
        String[] town = tongue.town(random);
        String host = name.toLowerCase(java.util.Locale.ROOT).split(" ")[0].replaceAll("[^a-z]", "") + ".example";
        String taxId = switch (tongue) {
            case DE -> "DE" + (100000000 + random.nextInt(899999999));
            case CH -> "CHE-123.456.7" + (10 + random.nextInt(89));
            case FR -> "FR" + (10 + random.nextInt(89)) + (100000000 + random.nextInt(899999999));
            case ES -> "B" + (10000000 + random.nextInt(89999999));
            case IT -> "IT" + (10000000000L + random.nextInt(999999999));
            case EN -> "GB" + (100000000 + random.nextInt(899999999));
            case US -> (10 + random.nextInt(89)) + "-" + (1000000 + random.nextInt(8999999));
        };
        return new Party(
                name, tongue.street(random), town[0], town[1], tongue.townLine(town, random),
                (vendor ? "billing@" : "office@") + host, taxId);
    }

    private static String article(Tongue tongue, Random random) {
        List<String> articles = switch (tongue) {
            case EN, US -> List.of(
                    "Office chair", "Printer paper A4, 500 sheets", "Consulting, senior", "LED panel 60 x 60", "Cable tray",
                    "Annual licence, 5 users", "Site visit", "Steel bracket M8");
            case DE, CH -> List.of(
                    "Bürostuhl", "Druckerpapier A4, 500 Blatt", "Beratung vor Ort", "LED-Leuchte 60 x 60", "Kabelkanal",
                    "Jahreslizenz, 5 Plätze", "Stahlwinkel M8", "Montage");
            case FR -> List.of(
                    "Chaise de bureau", "Papier A4, 500 feuilles", "Conseil sur site", "Dalle LED 60 x 60", "Goulotte",
                    "Licence annuelle, 5 postes", "Équerre acier M8");
            case ES -> List.of(
                    "Silla de oficina", "Papel A4, 500 hojas", "Consultoría", "Panel LED 60 x 60", "Canaleta",
                    "Licencia anual, 5 usuarios", "Escuadra de acero M8");
            case IT -> List.of(
                    "Sedia da ufficio", "Carta A4, 500 fogli", "Consulenza", "Pannello LED 60 x 60", "Canalina",
                    "Licenza annuale, 5 utenti", "Staffa in acciaio M8");
        };
        return Tongue.pick(articles, random);
    }

    String money(BigDecimal amount) {
        return tongue.money(amount);
    }

    String date(LocalDate date) {
        return tongue.date(date, datePattern);
    }

    static JsonNode invoiceSchema() {
        return Json.of("""
                {'title': 'Invoice', 'type': 'object', 'properties': {
                 'invoice_number': {'type': ['string', 'null']},
                 'invoice_date': {'anyOf': [{'type': 'string', 'format': 'date'}, {'type': 'null'}]},
                 'due_date': {'anyOf': [{'type': 'string', 'format': 'date'}, {'type': 'null'}]},
                 'purchase_order_number': {'type': ['string', 'null']},
                 'vendor': {'$ref': '#/$defs/Party', 'description': 'Who issued the invoice'},
                 'customer': {'$ref': '#/$defs/Party'},
                 'currency': {'type': ['string', 'null'], 'description': 'ISO 4217 code'},
                 'subtotal': {'type': ['number', 'null'], 'description': 'Net amount before tax'},
                 'tax_rate': {'type': ['number', 'null'], 'description': 'VAT rate in percent'},
                 'tax_amount': {'type': ['number', 'null']},
                 'total_amount': {'type': ['number', 'null'], 'description': 'Amount including tax'},
                 'iban': {'type': ['string', 'null']},
                 'line_items': {'type': 'array', 'items': {'type': 'object', 'properties': {
                  'description': {'type': ['string', 'null']}, 'quantity': {'type': ['number', 'null']},
                  'unit_price': {'type': ['number', 'null']}, 'amount': {'type': ['number', 'null']}},
                  'required': ['description', 'quantity', 'unit_price', 'amount']}}},
                 'required': ['invoice_number', 'line_items'],
                 '$defs': {'Party': {'type': 'object', 'properties': {
                  'name': {'type': ['string', 'null']}, 'street': {'type': ['string', 'null']},
                  'postal_code': {'type': ['string', 'null']}, 'city': {'type': ['string', 'null']},
                  'tax_id': {'type': ['string', 'null']}}}}}""");
    }

    /** @param shown what this layout does not show, to be null in the truth */
    ObjectNode invoiceTruth(String... hidden) {
        ObjectNode truth = Json.MAPPER.createObjectNode();
        truth.put("invoice_number", number)
                .put("invoice_date", date.toString())
                .put("due_date", due.toString())
                .put("purchase_order_number", orderNumber);
        truth.set("vendor", truth(vendor));
        truth.set("customer", truth(customer));
        truth.put("currency", currency)
                .put("subtotal", subtotal)
                .put("tax_rate", rate)
                .put("tax_amount", tax)
                .put("total_amount", total)
                .put("iban", iban);
        ArrayNode lines = truth.putArray("line_items");
        for (Item item : items) {
            lines.addObject()
                    .put("description", item.text)
                    .put("quantity", item.quantity)
                    .put("unit_price", item.price)
                    .put("amount", item.amount);
        }
        for (String path : hidden) {
            int slash = path.indexOf('/');
            ObjectNode at = slash < 0 ? truth : (ObjectNode) truth.get(path.substring(0, slash));
            at.putNull(path.substring(slash + 1));
        }
        return truth;
    }

    private static ObjectNode truth(Party party) {
        return Json.MAPPER
                .createObjectNode()
                .put("name", party.name)
                .put("street", party.street)
                .put("postal_code", party.code)
                .put("city", party.town)
                .put("tax_id", party.taxId);
    }
}
