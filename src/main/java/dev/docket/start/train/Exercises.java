package dev.docket.start.train;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The bodies of the calls that a service is trained with: one small document for each endpoint that reads documents. */
final class Exercises {
    private static final String DOCUMENT = document("""
            Invoice

            Invoice number: 2024-0117
            Date: 17 January 2024
            Vendor: Northern Paper Ltd.

            Item              Quantity   Price
            Copy paper A4           20    4.50
            Envelopes C5             2   12.00

            Total amount: 114.00 EUR
            """);

    private static final List<String> CREATES = List.of(
            create("parse", ""),
            create("parse", ",\"table_parsing_format\":\"markdown\""),
            create("extract", """
                    ,"json_schema":{"type":"object","properties":{
                      "invoice_number":{"type":["string","null"]},
                      "invoice_date":{"type":["string","null"],"format":"date"},
                      "total_amount":{"type":["number","null"]}}}"""),
            create("classify", """
                    ,"categories":[{"name":"invoice","description":"A bill for goods"},
                      {"name":"contract","description":"An agreement between parties"}]"""),
            create("split", """
                    ,"subdocuments":[{"name":"invoice","description":"A bill for goods"},
                      {"name":"other","description":"Anything else"}]"""));

    private static final int OF_A_BATCH = 100;

    private Exercises() {}

    /** The body of one create; {@code round} chooses its kind, and that of a batch is the most frequent one. */
    static String create(int round) {
        return CREATES.get(round % CREATES.size());
    }

    static String batch() {
        return "{\"jobs\":[" + (CREATES.get(0) + ",").repeat(OF_A_BATCH - 1) + CREATES.get(0) + "]}";
    }

    private static String create(String endpoint, String more) {
        return "{\"endpoint\":\"/v1/documents/" + endpoint + "\",\"request\":{\"document\":" + DOCUMENT
                + ",\"model\":\"retab-small\"" + more + "},\"metadata\":{\"kind\":\"training\"}}";
    }

    private static String document(String text) {
        String bytes = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return "{\"filename\":\"invoice.txt\",\"url\":\"data:text/plain;base64," + bytes + "\"}";
    }
}
