package dev.docket.functional.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.MatchLabels;
import dev.docket.endpoint.local.label.Vocabulary;
import dev.docket.endpoint.local.label.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTest {
    private static final Path CONCEPTS =
            Path.of("src", "main", "resources", "dev", "docket", "endpoint", "local", "label", "concepts.txt");

    @ParameterizedTest
    @CsvSource({
        "Invoice No., Rechnungsnummer",
        "Rechnungs-Nr., Numéro de facture",
        "Facture n°, Número de factura",
        "N. fattura, Invoice number",
        "Due date, Fälligkeitsdatum",
        "Date d'échéance, Fecha de vencimiento",
        "Bill to, Rechnung an",
        "Kunde, Client",
        "USt-IdNr., VAT number",
        "Qty, Menge",
        "Einzelpreis, Prix unitaire",
        "Gesamtbetrag, Montant total",
        "Zwischensumme, Sous-total",
        "E-Mail, Courriel",
        "PLZ, ZIP code"
    })
    void labels_of_one_meaning_are_one_whatever_their_language(String one, String other) {
        assertThat(Label.of(one).concepts()).hasSameElementsAs(Label.of(other).concepts());
    }

    @Test
    void names_of_properties_are_read_like_labels() {
        assertThat(Label.ofName("invoiceNumber")).isEqualTo(Label.of("Invoice number"));
        assertThat(Label.ofName("VATNumber")).isEqualTo(Label.of("VAT number"));
        assertThat(Label.ofName("bill_to")).isEqualTo(Label.of("Bill to"));
    }

    @Test
    void what_a_label_says_too_much_speaks_against_it_and_what_goes_without_saying_is_not_missed() {
        MatchLabels onAnInvoice = new MatchLabels(Set.of("invoice"));
        Label wanted = Label.ofName("invoice_date");
        double exact = score(onAnInvoice, wanted, "Invoice date");
        double shorter = score(onAnInvoice, wanted, "Date");
        double other = score(onAnInvoice, wanted, "Due date");
        double foreign = score(onAnInvoice, wanted, "Total");
        assertThat(exact).isEqualTo(1);
        assertThat(shorter).isBetween(0.7, 0.99);
        assertThat(other).isLessThan(0.5);
        assertThat(foreign).isZero();
    }

    @Test
    void words_of_labels_are_told_from_values() {
        Vocabulary vocabulary = new Vocabulary();
        assertThat(vocabulary.isLabel("Invoice number")).isTrue();
        assertThat(vocabulary.isLabel("Zu zahlender Betrag (EUR)")).isTrue();
        assertThat(vocabulary.isLabel("INV-2026-0042")).isFalse();
        assertThat(vocabulary.isLabel("Example Studio GmbH")).isFalse();
        Vocabulary.Run run = vocabulary.run("We owe the total amount of 5 EUR", 0);
        assertThat("We owe the total amount of 5 EUR".substring(run.start(), run.end()))
                .isEqualTo("the total amount of");
    }

    @Test
    void no_spelling_stands_for_two_concepts() throws IOException {
        Map<String, String> seen = new HashMap<>();
        List<String> lines = Files.readAllLines(CONCEPTS);
        lines.subList(lines.indexOf("[concepts]") + 1, lines.indexOf("[instead]")).stream()
                .filter(line -> line.contains(":"))
                .forEach(line -> {
                    String concept = line.substring(0, line.indexOf(':'));
                    for (String spelling : line.substring(line.indexOf(':') + 1).split(",")) {
                        String before = seen.putIfAbsent(String.join(" ", Words.of(spelling)), concept);
                        assertThat(before).as("%s of %s", spelling, concept).isIn(null, concept);
                    }
                });
        assertThat(seen).hasSizeGreaterThan(1000);
    }

    private static double score(MatchLabels match, Label wanted, String found) {
        return match.score(wanted, Label.NONE, Label.of(found), Label.NONE, Label.NONE);
    }
}
