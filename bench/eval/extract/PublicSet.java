package extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/**
 * Documents that others made and published: the examples of UBL that the artifact {@code ph-ubl-testfiles} has, and files
 * that Apache Tika is tested with. What is true of the latter was read off by eye and stands in {@code public.json}.
 */
final class PublicSet {
    private static final List<String> INVOICES = List.of(
            "invoice/UBL-Invoice-2.1-Example.xml", "invoice/UBL-Invoice-2.0-Example.xml",
            "invoice/UBL-Invoice-2.1-Example-Trivial.xml", "invoice/BII04 XML example full core data 01.xml",
            "invoice/BII04 minimal VAT invoice example 01.xml", "invoice/BII04 minimal invoice example 02.xml",
            "invoice/CENBII-Invoice-maximal.xml", "invoice/UBL-Invoice-2.0-Example-NS2.xml",
            "creditnote/UBL-CreditNote-2.1-Example.xml", "creditnote/UBL-CreditNote-2.0-Example.xml",
            "order/UBL-Order-2.1-Example.xml", "order/UBL-Order-2.0-Example.xml", "order/BII03 Order example 01.xml",
            "order/CENBII-Order-maximal.xml", "quotation/UBL-Quotation-2.1-Example.xml", "order/CENBII-Order-minimal.xml");

    private PublicSet() {}

    /** @param folder that has the artifacts; without one of them its documents are left out */
    static List<Sample> samples(Path folder) throws IOException {
        List<Sample> samples = new ArrayList<>();
        List<Path> archives = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(archives::add);
            }
        }
        JsonNode known;
        try (InputStream json = PublicSet.class.getResourceAsStream("public.json")) {
            known = Json.MAPPER.readTree(json);
        }
        for (Path archive : archives) {
            try (ZipFile zip = new ZipFile(archive.toFile())) {
                for (String name : INVOICES) {
                    byte[] bytes = bytes(zip, "external/test-ubl/" + name);
                    if (bytes != null) {
                        samples.add(ubl(name, bytes));
                    }
                }
                for (JsonNode each : known) {
                    byte[] bytes = bytes(zip, "test-documents/" + each.get("file").asText());
                    if (bytes != null) {
                        samples.add(new Sample("public", each.get("name").asText(), each.get("name").asText(), bytes, each.get("schema"), each.get("truth")));
                    }
                }
            }
        }
        return samples;
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static Sample ubl(String name, byte[] bytes) {
        Ubl ubl = new Ubl(bytes);
        ObjectNode truth = Json.MAPPER.createObjectNode();
        truth.put("document_number", ubl.text("/*/ID")).put("issue_date", ubl.text("/*/IssueDate"));
        truth.put("currency", ubl.text("/*/DocumentCurrencyCode|/*/PricingCurrencyCode"));
        truth.putObject("supplier").put("name", ubl.text("//*[contains(local-name(), 'SupplierParty')][1]/Party/PartyName/Name"));
        truth.putObject("customer").put("name", ubl.text("//*[contains(local-name(), 'CustomerParty')][1]/Party/PartyName/Name"));
        truth.put("payable_amount", ubl.number("/*/*[contains(local-name(), 'MonetaryTotal')][1]/PayableAmount"));
        ArrayNode lines = truth.putArray("lines");
        for (Ubl line : ubl.all("/*/*[substring(local-name(), string-length(local-name()) - 3) = 'Line']")) {
            ObjectNode each = lines.addObject().put("item", line.text(".//Item/Name"));
            each.put("quantity", line.number(".//*[contains(local-name(), 'Quantity')][1]"));
            each.put("line_amount", line.number(".//LineExtensionAmount"));
        }
        return new Sample("ubl", name.substring(name.indexOf('/') + 1), name.replace('/', '-'), bytes, schema(), truth);
    }

    private static JsonNode schema() {
        return Json.of("""
                {'type': 'object', 'properties': {'document_number': {'type': ['string', 'null'], 'description': 'ID'},
                 'issue_date': {'type': ['string', 'null'], 'format': 'date'}, 'currency': {'type': ['string', 'null']},
                 'supplier': {'type': 'object', 'properties': {'name': {'type': ['string', 'null']}}},
                 'customer': {'type': 'object', 'properties': {'name': {'type': ['string', 'null']}}},
                 'payable_amount': {'type': ['number', 'null']},
                 'lines': {'type': 'array', 'items': {'type': 'object', 'properties': {'item': {'type': ['string', 'null'], 'description': 'Name of the item'},
                  'quantity': {'type': ['number', 'null']}, 'line_amount': {'type': ['number', 'null'], 'description': 'Line extension amount'}}}}}}""");
    }
}
