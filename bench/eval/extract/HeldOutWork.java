package extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Papers of working life: contract, payslip, time sheet, advertisement, ticket, certificate, travel expenses. */
final class HeldOutWork extends Making {
    HeldOutWork(Random random, int number) {
        super(random, number);
    }

    @Override
    List<Sample> all() {
        return List.of(contract(), payStub(), timeSheet(), advertisement(), ticket(), course(), minutes());
    }

    /** A German contract in numbered clauses. */
    private Sample contract() {
        Tongue tongue = Tongue.DE;
        String firm = tongue.firm(random);
        String person = tongue.person(random);
        LocalDate start = day();
        BigDecimal salary = money(2400, 7200);
        int days = whole(24, 33);
        byte[] docx = new Office()
                .paragraph("Arbeitsvertrag")
                .paragraph("zwischen")
                .paragraph(firm + ", " + tongue.street(random) + ", 50667 Köln (Arbeitgeber)")
                .paragraph("und")
                .paragraph(person + ", " + tongue.street(random) + ", 20095 Hamburg (Arbeitnehmer)")
                .paragraph("§ 1 Das Arbeitsverhältnis beginnt am " + tongue.date(start, "d. MMMM yyyy") + ".")
                .paragraph("§ 2 Der Arbeitnehmer erhält ein monatliches Bruttogehalt von " + tongue.money(salary) + " EUR.")
                .paragraph("§ 3 Der Urlaubsanspruch beträgt " + days + " Arbeitstage im Kalenderjahr.")
                .paragraph("§ 4 Die Kündigungsfrist beträgt drei Monate zum Monatsende.")
                .paragraph("Probezeit: 6 Monate")
                .paragraph("Arbeitsort: Köln")
                .docx();
        ObjectNode truth = truth().put("start_date", start.toString()).put("monthly_gross_salary", salary);
        truth.put("vacation_days", days).put("probation_period", "6 Monate").put("place_of_work", "Köln");
        return sample("contract", "docx", docx, """
                {'title': 'Arbeitsvertrag', 'type': 'object', 'properties': {
                 'start_date': {'type': ['string', 'null'], 'format': 'date', 'description': 'Beginn des Arbeitsverhältnisses'},
                 'monthly_gross_salary': {'type': ['number', 'null'], 'description': 'Bruttogehalt'},
                 'vacation_days': {'type': ['integer', 'null'], 'description': 'Urlaubsanspruch in Tagen'},
                 'probation_period': {'type': ['string', 'null'], 'title': 'Probezeit'},
                 'place_of_work': {'type': ['string', 'null'], 'title': 'Arbeitsort'}}}""", truth);
    }

    /** An American pay stub: this period and the year to date beside each other. */
    private Sample payStub() {
        String person = Tongue.US.person(random);
        BigDecimal gross = money(1500, 5200);
        BigDecimal federal = money(100, 700);
        BigDecimal net = gross.subtract(federal);
        LocalDate paid = day();
        Paper paper = new Paper(Paper.PLAIN, 9);
        paper.text(Paper.BOLD, 13, 50, 50, "Granville Foods LLC").right(Paper.BOLD, 13, 545, 50, "EARNINGS STATEMENT");
        paper.text(50, 80, "Employee: " + person).text(300, 80, "Employee ID: " + (4000 + number));
        paper.text(50, 93, "Pay period: " + Tongue.US.date(paid.minusDays(14), "MM/dd/yyyy") + " - " + Tongue.US.date(paid.minusDays(1), "MM/dd/yyyy"));
        paper.text(300, 93, "Pay date: " + Tongue.US.date(paid, "MM/dd/yyyy"));
        paper.bold(50, 130, "Description").right(Paper.BOLD, 9, 400, 130, "This period").right(Paper.BOLD, 9, 545, 130, "Year to date");
        String[] names = {"Gross pay", "Federal income tax", "Net pay"};
        BigDecimal[] sums = {gross, federal, net};
        for (int at = 0; at < 3; at++) {
            float y = 146 + 14 * at;
            paper.text(50, y, names[at]).right(400, y, Tongue.US.money(sums[at]));
            paper.right(545, y, Tongue.US.money(sums[at].multiply(BigDecimal.valueOf(7))));
        }
        ObjectNode truth = truth().put("employee_name", person).put("employee_id", String.valueOf(4000 + number));
        truth.put("pay_date", paid.toString()).put("period_start", paid.minusDays(14).toString());
        truth.put("period_end", paid.minusDays(1).toString()).put("gross_pay", gross).put("federal_tax", federal).put("net_pay", net);
        return sample("pay-stub", "pdf", paper.bytes(), """
                {'title': 'PayStub', 'type': 'object', 'properties': {'employee_name': {'type': ['string', 'null']},
                 'employee_id': {'type': ['string', 'null']}, 'pay_date': {'type': ['string', 'null'], 'format': 'date'},
                 'period_start': {'type': ['string', 'null'], 'format': 'date'}, 'period_end': {'type': ['string', 'null'], 'format': 'date'},
                 'gross_pay': {'type': ['number', 'null']}, 'federal_tax': {'type': ['number', 'null'], 'description': 'Federal income tax'},
                 'net_pay': {'type': ['number', 'null']}}}""", truth);
    }

    private Sample timeSheet() {
        String person = Tongue.EN.person(random);
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("Timesheet"));
        rows.add(List.of("Consultant:", person, "", "Week ending:", "2026-05-17"));
        rows.add(List.of("Client:", "Norden Solar Ltd", "", "Project code:", "NS-" + (30 + number)));
        rows.add(List.of());
        rows.add(List.of("Day", "Task", "Start", "Finish", "Hours", "Billable"));
        ObjectNode truth = truth().put("consultant", person).put("client", "Norden Solar Ltd").put("project_code", "NS-" + (30 + number));
        truth.put("week_ending", "2026-05-17");
        ArrayNode entries = truth.putArray("entries");
        double total = 0;
        for (String day : List.of("Monday", "Tuesday", "Wednesday", "Friday")) {
            double hours = whole(2, 17) / 2.0;
            boolean billable = random.nextBoolean();
            String task = Tongue.pick(List.of("Site survey", "Wiring plan", "Report"), random);
            rows.add(List.of(day, task, "09:00", "17:30", hours, billable ? "Yes" : "No"));
            entries.addObject().put("day", day).put("task", task).put("hours", hours).put("billable", billable);
            total += hours;
        }
        rows.add(List.of("", "", "", "Total hours", total, ""));
        truth.put("total_hours", total);
        return sample("time-sheet", "xlsx", Office.xlsx("Week 20", rows), """
                {'type': 'object', 'properties': {'consultant': {'type': 'string'}, 'client': {'type': 'string'},
                 'project_code': {'type': 'string'}, 'week_ending': {'type': 'string', 'format': 'date'},
                 'entries': {'type': 'array', 'items': {'type': 'object', 'properties': {'day': {'enum': ['Monday', 'Tuesday',
                  'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']}, 'task': {'type': 'string'}, 'hours': {'type': 'number'},
                  'billable': {'type': 'boolean'}}}}, 'total_hours': {'type': 'number'}}}""", truth);
    }

    private Sample advertisement() {
        int least = 5000 * whole(8, 14);
        String page = "<html><head><title>Jobs</title></head><body><nav>Home | Jobs | About</nav><h1>Backend Engineer</h1>"
                + "<ul><li><strong>Location:</strong> Leeds, UK</li><li><strong>Employment type:</strong> Full-time</li>"
                + "<li><strong>Salary range:</strong> £" + String.format("%,d", least) + " - £" + String.format("%,d", least + 15000)
                + "</li><li><strong>Closing date:</strong> 14 August 2026</li><li><strong>Reference:</strong> BE-" + (70 + number)
                + "</li></ul><h2>Requirements</h2><ul><li>Java or Kotlin</li><li>SQL</li><li>Message queues</li></ul>"
                + "<h2>Benefits</h2><ul><li>30 days of leave</li><li>Bicycle</li></ul><footer>© Kestrel Print</footer></body></html>";
        ObjectNode truth = truth().put("job_title", "Backend Engineer").put("location", "Leeds, UK");
        truth.put("employment_type", "full_time").put("closing_date", "2026-08-14").put("reference", "BE-" + (70 + number));
        truth.putArray("requirements").add("Java or Kotlin").add("SQL").add("Message queues");
        truth.putArray("benefits").add("30 days of leave").add("Bicycle");
        return sample("advertisement", "html", page.getBytes(UTF_8), """
                {'type': 'object', 'properties': {'job_title': {'type': ['string', 'null']}, 'location': {'type': ['string', 'null']},
                 'employment_type': {'enum': ['full_time', 'part_time', 'contract', null]},
                 'closing_date': {'type': ['string', 'null'], 'format': 'date'}, 'reference': {'type': ['string', 'null']},
                 'requirements': {'type': 'array', 'items': {'type': 'string'}},
                 'benefits': {'type': 'array', 'items': {'type': 'string'}}}}""", truth);
    }

    private Sample ticket() {
        String person = Tongue.EN.person(random);
        String priority = Tongue.pick(List.of("low", "medium", "high"), random);
        String text = "From: " + person + " <help@delmont.example>\r\nTo: support@vendor.example\r\nSubject: Printer jam on floor 3\r\n"
                + "Date: Mon, 9 Mar 2026 08:15:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                + "Hello,\r\n\r\nthe printer on floor 3 jams with every second sheet.\r\n\r\nDevice: LaserLine 400\r\n"
                + "Serial number: LL4-" + (80000 + number) + "\r\nPriority: " + priority.toUpperCase(java.util.Locale.ROOT)
                + "\r\nAffected users: 12\r\nPlease call me back on +44 117 496 0123.\r\n\r\nRegards\r\n" + person + "\r\n";
        ObjectNode truth = truth().put("reporter_email", "help@delmont.example").put("subject", "Printer jam on floor 3");
        truth.put("device", "LaserLine 400").put("serial_number", "LL4-" + (80000 + number)).put("priority", priority);
        truth.put("affected_users", 12).put("callback_phone", "+44 117 496 0123").put("received_at", "2026-03-09T08:15:00Z");
        return sample("ticket", "eml", text.getBytes(UTF_8), """
                {'type': 'object', 'properties': {'reporter_email': {'type': 'string', 'format': 'email'}, 'subject': {'type': 'string'},
                 'device': {'type': 'string'}, 'serial_number': {'type': 'string'}, 'priority': {'enum': ['low', 'medium', 'high']},
                 'affected_users': {'type': 'integer'}, 'callback_phone': {'type': ['string', 'null']},
                 'received_at': {'type': 'string', 'format': 'date-time', 'description': 'Date of the mail'}}}""", truth);
    }

    /** A certificate that is set in the middle of the page, without a colon anywhere. */
    private Sample course() {
        String person = Tongue.EN.person(random);
        LocalDate day = day();
        Paper paper = new Paper(Paper.SERIF, 13);
        paper.center(Paper.BOLD, 26, 297, 160, "Certificate of Completion");
        paper.center(Paper.SERIF, 13, 297, 220, "This is to certify that").center(Paper.BOLD, 20, 297, 255, person);
        paper.center(Paper.SERIF, 13, 297, 290, "has successfully completed the course");
        paper.center(Paper.BOLD, 16, 297, 320, "Safe Work at Heights");
        paper.center(Paper.SERIF, 11, 297, 370, "Duration " + (8 + number % 5) + " hours");
        paper.text(100, 480, "Date").text(100, 496, Tongue.EN.date(day, "d MMMM yyyy"));
        paper.text(400, 480, "Certificate no.").text(400, 496, "SW-" + (600 + number));
        ObjectNode truth = truth().put("participant_name", person).put("course_title", "Safe Work at Heights");
        truth.put("issue_date", day.toString()).put("certificate_number", "SW-" + (600 + number)).put("duration_hours", 8 + number % 5);
        return sample("course", "pdf", paper.bytes(), """
                {'type': 'object', 'properties': {'participant_name': {'type': ['string', 'null'], 'description': 'Who completed the course'},
                 'course_title': {'type': ['string', 'null']}, 'issue_date': {'type': ['string', 'null'], 'format': 'date'},
                 'certificate_number': {'type': ['string', 'null']}, 'duration_hours': {'type': ['integer', 'null']}}}""", truth);
    }

    /** Minutes in French as text. */
    private Sample minutes() {
        LocalDate day = day();
        String chair = Tongue.FR.person(random);
        String text = "COMPTE RENDU DE RÉUNION\n\nDate : " + Tongue.FR.date(day, "d MMMM yyyy") + "\nLieu : Salle Voltaire\n"
                + "Président de séance : " + chair + "\nParticipants : Mireille Moreau, Jonas Weiss, Elena Navarro\n\n"
                + "Ordre du jour :\n1. Budget 2027\n2. Recrutement\n3. Déménagement\n\nProchaine réunion : 12/01/2027\n";
        ObjectNode truth = truth().put("date", day.toString()).put("location", "Salle Voltaire").put("chair", chair);
        truth.putArray("participants").add("Mireille Moreau").add("Jonas Weiss").add("Elena Navarro");
        truth.putArray("agenda").add("Budget 2027").add("Recrutement").add("Déménagement");
        truth.put("next_meeting", "2027-01-12");
        return sample("minutes", "txt", text.getBytes(UTF_8), """
                {'type': 'object', 'properties': {'date': {'type': 'string', 'format': 'date'}, 'location': {'type': 'string'},
                 'chair': {'type': 'string', 'title': 'Président de séance'}, 'participants': {'type': 'array', 'items': {'type': 'string'}},
                 'agenda': {'type': 'array', 'items': {'type': 'string'}},
                 'next_meeting': {'type': 'string', 'format': 'date', 'title': 'Prochaine réunion'}}}""", truth);
    }
}
