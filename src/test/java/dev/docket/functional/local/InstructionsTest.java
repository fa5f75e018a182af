package dev.docket.functional.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write, and what of a form it fills in. */
class InstructionsTest {
    private static final Editing EDITING = new Editing();
    private static final byte[] FORM = form();

    @AfterAll
    static void close() {
        EDITING.close();
    }

    private static byte[] form() {
        PdfPaper paper = new PdfPaper().page();
        String[] labels = {
            "First name",
            "Last name",
            "Date of birth",
            "Street",
            "City",
            "Phone number",
            "E-mail",
            "Employer",
            "Country"
        };
        for (int at = 0; at < labels.length; at++) {
            paper.text(50, 60 + 30 * at, labels[at] + ":").box(200, 48 + 30 * at, 250, 18);
        }
        String[] ticks = {"Newsletter", "Terms and conditions", "I have read the privacy policy"};
        for (int at = 0; at < ticks.length; at++) {
            paper.box(50, 351 + 20 * at, 10, 10).text(65, 360 + 20 * at, ticks[at]);
        }
        String[] questions = {"Smoker", "Married"};
        for (int at = 0; at < questions.length; at++) {
            paper.text(50, 440 + 20 * at, questions[at] + ":")
                    .box(150, 431 + 20 * at, 10, 10)
                    .text(165, 440 + 20 * at, "Yes")
                    .box(220, 431 + 20 * at, 10, 10)
                    .text(235, 440 + 20 * at, "No");
        }
        return paper.bytes();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                // Labels with values
                "first name: Jane; last name: Doe | first_name=Jane last_name=Doe",
                "First name = Jane | first_name=Jane",
                "- First name: Jane\\n- Last name: Doe | first_name=Jane last_name=Doe",
                "1. First name: Jane\\n2) Last name: Doe | first_name=Jane last_name=Doe",
                "**First name**: Jane | first_name=Jane",
                "first name: \"Jane\", last name: 'Doe' | first_name=Jane last_name=Doe",
                "First name Jane, last name Doe | first_name=Jane last_name=Doe",
                "My first name is Jane and my last name is Doe. | first_name=Jane last_name=Doe",
                "Please set the city to Paris. | city=Paris",
                "Put Jane in the first name field | first_name=Jane",
                "Fill in the employer with Acme Inc. | employer=Acme_Inc",
                "Use Poland as country | country=Poland",
                // Synonyms, other languages, slips
                "surname: Doe; telephone: +44 20 7946 0000 | last_name=Doe phone_number=+44_20_7946_0000",
                "Vorname: Jana; Nachname: Weiß; Geburtsdatum: 3.5.1990 | first_name=Jana last_name=Weiß date_birth=3.5.1990",
                "prénom : Zoé; ville : Nîmes | first_name=Zoé city=Nîmes",
                "apellidos: García; ciudad: León | last_name=García city=León",
                "cognome: Rossi; città: Forlì | last_name=Rossi city=Forlì",
                "emial: jane@doe.org; emploeyr: Acme | employer=Acme",
                "emploeyr: Acme | employer=Acme",
                "I was born on 3 May 1990 | date_birth=3_May_1990",
                // A value may have what parts values elsewhere
                "street: 1 Main St, Flat 2; city: Springfield | street=1_Main_St,_Flat_2 city=Springfield",
                "employer: Smith, Jones and Partners, city: Leeds | city=Leeds employer=Smith,_Jones_and_Partners",
                "e-mail: jane@doe.org phone | mail=jane@doe.org_phone",
                "employer: see http://acme.example/about | employer=see_http://acme.example/about",
                // Ticks
                "tick newsletter | newsletter=true",
                "Check the box for terms and conditions | terms_conditions=true",
                "tick newsletter and privacy policy | newsletter=true have_read_privacy_policy=true",
                "[x] Newsletter\\n[ ] Terms and conditions | newsletter=true terms_conditions=false",
                "newsletter: yes | newsletter=true",
                "newsletter: no | newsletter=false",
                "Newsletter ankreuzen | newsletter=true",
                "Kreuze Newsletter an | newsletter=true",
                "cocher la case newsletter | newsletter=true",
                "marcar newsletter | newsletter=true",
                "spunta newsletter | newsletter=true",
                "do not tick newsletter | newsletter=false",
                "uncheck newsletter | newsletter=false",
                "smoker: no; married: yes | smoker_no=true married_yes=true",
                "{\"smoker\": false, \"married\": true} | smoker_no=true married_yes=true",
                "tick yes for smoker | smoker_yes=true",
                // What is not to be filled in, or cannot be told
                "leave phone number empty; city: Paris | city=Paris",
                "leave city blank | ",
                "city leer lassen | ",
                "laisser vide la ville | ",
                "city: leave blank | ",
                "name: Jane Doe | ",
                "tick yes | ",
                "favourite colour: blue; shoe size: 42 | ",
                "Hello, please fill in this form for me. Thank you! | ",
                "§ § | ",
                // Objects
                "{\"first_name\": \"Jane\", \"address\": {\"city\": \"Paris\"}, \"newsletter\": true} | first_name=Jane newsletter=true",
                "{\"first_name\": \"Jane\", \"last_name\": null} | first_name=Jane",
                "```json\\n{\"city\": \"Paris\"}\\n``` | city=Paris",
                "{\"city\": \"Paris\" | city=Paris",
                "{\"shoe size\": 1E99999999999} | "
            })
    void instructions_fill_in_what_they_name_and_nothing_else(String instructions, String expected) {
        Editing.Filled filled = EDITING.fill(FORM, instructions.replace("\\n", "\n"));
        List<String> values = new ArrayList<>();
        for (String key : filled.keys()) {
            if (filled.value(key) != null) {
                values.add(key + "=" + filled.value(key).replace(' ', '_'));
            }
        }
        assertThat(String.join(" ", values)).isEqualTo(expected == null ? "" : expected);
    }
}
