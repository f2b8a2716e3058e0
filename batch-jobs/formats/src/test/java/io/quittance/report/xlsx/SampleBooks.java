package io.quittance.report.xlsx;

import io.quittance.assessment.Verdict;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.invoice.DocumentKind;
import io.quittance.payment.Outcome;
import io.quittance.report.AboutFacts;
import io.quittance.report.AboutFacts.Accounts;
import io.quittance.report.AboutFacts.Fact;
import io.quittance.report.BankRow;
import io.quittance.report.BankRow.Line;
import io.quittance.report.DatabaseFigure;
import io.quittance.report.FindingRow;
import io.quittance.report.FxRow;
import io.quittance.report.InvoiceRow;
import io.quittance.report.LedgerRow;
import io.quittance.report.OpenRow;
import io.quittance.report.PaymentRow;
import io.quittance.report.PaymentRow.Status;
import io.quittance.report.ReturnPartRow;
import io.quittance.report.ReturnRow;
import io.quittance.report.TieRule;
import io.quittance.report.VatRow;
import io.quittance.report.WorkbookContent;
import io.quittance.tax.Treatment;
import io.quittance.tax.VatEntry;
import io.quittance.vat.BoxKind;
import io.quittance.vat.ReturnLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Books of an invented group, kept by hand from a table of documents: balanced, so that every tie holds. */
final class SampleBooks implements WorkbookContent {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /** entity, contractor, name, number, kind, due, net, VAT %, treatment, verdict, outcome, payment, status. */
    static final String DOCUMENTS = """
            NL-BV  | C-001 | Ana Ribeiro        | 2026-114  | INVOICE     | 2026-11-30 | EUR 4250.00     | 0  | EU_SERVICE_RC     | ACCEPTED | PAID   | NL-1 | SETTLED
            NL-BV  | C-001 | Ana Ribeiro        | CN-9      | CREDIT_NOTE | 2026-11-30 | EUR 250.00      | 0  | EU_SERVICE_RC     | ACCEPTED | NETTED | NL-1 | SETTLED
            NL-BV  | C-002 | De Wit Advies      | F2026/77  | INVOICE     | 2026-11-20 | EUR 1999.99     | 21 | DOMESTIC_TAXABLE  | ACCEPTED | EXCLUDED | NL-2 | RETURNED
            NL-BV  | C-003 | Kowalski & Syn     | 11/2026   | INVOICE     | 2026-11-26 | PLN 18000.00    | 0  | EU_SERVICE_RC     | ACCEPTED | PAID   | NL-3 | ACCEPTED
            NL-BV  | C-004 | Sato Studio        | S-0088    | INVOICE     | 2026-11-25 | JPY 880000      | 0  | NON_EU_SERVICE_RC | ACCEPTED | PAID   | NL-4 | SETTLED
            NL-BV  | C-005 | =cmd|' /C calc'!A0 | +1+1      | INVOICE     | 2026-10-14 | EUR 100.00      | 0  | EU_SERVICE_RC     | HELD     | HELD   |      |
            NL-BV  | C-006 | Ghost GmbH         | @SUM(A1)  | INVOICE     | 2026-12-01 | EUR 70.00       | 0  |                   | REJECTED |        |      |
            GB-LTD | C-007 | Brown Works        | 31        | INVOICE     | 2026-11-28 | GBP 1200.00     | 20 | DOMESTIC_TAXABLE  | ACCEPTED | PAID   | GB-1 | SETTLED
            GB-LTD | C-008 | Al-Sabah Design    | K-5       | INVOICE     | 2026-11-27 | KWD 1234.567    | 0  | IMPORT_SERVICE_RC | ACCEPTED | EXCLUDED | GB-2 | REJECTED
            GB-LTD | C-009 | Late Ltd           | L-1       | INVOICE     | 2027-01-15 | GBP 500.00      | 20 | DOMESTIC_TAXABLE  | ACCEPTED | LATER  |      |
            GB-LTD | C-010 | Old Ltd            | O-1       | INVOICE     | 2026-09-01 | GBP 333.33      | 0  | DOMESTIC_EXEMPT   | ACCEPTED | EXCLUDED |    |
            SG-PTE | C-011 | Tan Consulting     | T/2026/4  | INVOICE     | 2026-11-30 | SGD 2750.50     | 9  | DOMESTIC_TAXABLE  | ACCEPTED | PAID   | SG-1 | RELEASED
            SG-PTE | C-012 | Miller Inc.        | US-19     | INVOICE     | 2026-11-30 | USD 9800.00     | 0  | IMPORT_SERVICE_RC_PARTIAL | HELD     | HELD   |      |
            """;

    private static final Map<String, String> FUNCTIONAL = Map.of("NL-BV", "EUR", "GB-LTD", "GBP", "SG-PTE", "SGD");
    private static final Map<String, String> RATES = Map.of(
            "PLN/EUR", "0.2341234567891",
            "JPY/EUR", "0.0061237",
            "KWD/GBP", "2.5641025641026",
            "USD/SGD", "1.3402");

    final List<InvoiceRow> invoices = new ArrayList<>();
    final List<FxRow> fx = new ArrayList<>();
    final List<VatRow> vat = new ArrayList<>();
    final List<LedgerRow> ledger = new ArrayList<>();
    final List<PaymentRow> payments = new ArrayList<>();
    final List<BankRow> bank = new ArrayList<>();
    final List<OpenRow> open = new ArrayList<>();
    final List<FindingRow> held = new ArrayList<>();
    final List<FindingRow> rejected = new ArrayList<>();
    final List<DatabaseFigure> figures = new ArrayList<>();
    final List<ReturnPartRow> parts = new ArrayList<>();
    final List<ReturnRow> returned = new ArrayList<>();
    private final Map<String, List<InvoiceRow>> byPayment = new LinkedHashMap<>();
    private final Map<String, String> states = new LinkedHashMap<>();
    private long journals;

    /** The table above, {@code copies} times. */
    static SampleBooks of(int copies) {
        return of(copies, false);
    }

    /** The same, with a VAT return that was closed. */
    static SampleBooks withReturn(int copies) {
        return of(copies, true);
    }

    private static SampleBooks of(int copies, boolean declaring) {
        var books = new SampleBooks();
        for (int copy = 0; copy < copies; copy++) {
            String suffix = copy == 0 ? "" : "/" + copy;
            DOCUMENTS.lines().forEach(line -> books.document(line.split("\\|(?! ?['/])"), suffix));
        }
        books.byPayment.forEach(books::pay);
        books.statements();
        if (declaring) {
            books.declare();
        }
        books.ask();
        return books;
    }

    private void document(String[] cells, String suffix) {
        String[] words = Stream.of(cells).map(String::strip).toArray(String[]::new);
        Money net = Money.parse(words[6]);
        Money tax = net.multipliedBy(new BigDecimal(words[7]).movePointLeft(2), RoundingMode.HALF_UP);
        Verdict verdict = Verdict.valueOf(words[9]);
        boolean accepted = verdict == Verdict.ACCEPTED;
        String id = id(words[0] + words[1] + words[3] + suffix);
        Money functional = accepted ? convert(words[0], "BOOKING", id, net.plus(tax)) : null;
        var row = new InvoiceRow(
                id,
                words[0],
                words[1],
                words[2],
                words[3] + suffix,
                DocumentKind.valueOf(words[4]),
                TODAY.minusDays(20),
                LocalDate.parse(words[5]),
                net,
                tax,
                net.plus(tax),
                accepted ? net.plus(tax) : null,
                functional,
                words[8].isEmpty() ? null : words[8],
                verdict,
                words[10].isEmpty() ? null : Outcome.valueOf(words[10]),
                words[10].equals("LATER") ? "due 2027-01-15, after the horizon 2026-12-04" : null,
                words[11].isEmpty() ? null : words[11] + suffix,
                words[8].endsWith("_RC") ? "supplier VIES 2026-11-20 confirmed" : null,
                accepted ? id(id + "accepted") : null);
        invoices.add(row);
        conclude(row, new BigDecimal(words[7]));
        if (row.payment() != null) {
            byPayment.computeIfAbsent(row.payment(), key -> new ArrayList<>()).add(row);
            states.put(row.payment(), words[12]);
        }
    }

    private void conclude(InvoiceRow row, BigDecimal rate) {
        switch (row.verdict()) {
            case ACCEPTED -> book(row, rate);
            case HELD -> {
                held.add(finding(row, FindingCode.NOTHING_DUE));
                held.add(finding(row, FindingCode.PRECEDING_INVOICE_UNKNOWN));
            }
            case REJECTED -> rejected.add(finding(row, FindingCode.GROSS_MISMATCH));
        }
    }

    private static FindingRow finding(InvoiceRow row, FindingCode code) {
        var place = new Place("november.csv", 12, "invoice_gross");
        return new FindingRow(
                row.invoice(),
                true,
                row.entity(),
                row.contractor(),
                row.number(),
                Finding.of(code, place, "70.00", "84.70", "net 70.00 + VAT 14.70 = 84.70, but gross says 70.00"));
    }

    private void book(InvoiceRow row, BigDecimal rate) {
        int sign = row.kind().sign();
        Money gross = row.gross().multipliedBy(sign);
        String journal = String.valueOf(row.journal());
        journals++;
        post(row.entity(), journal, "ACCEPTED", row.number(), "4000", row.net().multipliedBy(sign));
        post(row.entity(), journal, "ACCEPTED", row.number(), "2000", gross.negated());
        Money tax = row.vat().multipliedBy(sign);
        post(row.entity(), journal, "ACCEPTED", row.number(), "1500", tax);
        boolean reverse = Treatment.valueOf(String.valueOf(row.treatment())).isSelfAssessed();
        Money base = convert(row.entity(), "VAT", row.invoice(), row.net()).multipliedBy(sign);
        BigDecimal percent = reverse ? new BigDecimal("21.0") : rate;
        Money own = base.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP);
        if (reverse) {
            post(row.entity(), journal, "ACCEPTED", row.number(), "1500", own);
            post(row.entity(), journal, "ACCEPTED", row.number(), "2200", own.negated());
        }
        Money zero = Money.zero(base.getCurrencyUnit());
        vat.add(new VatRow(
                new VatEntry(
                        UUID.fromString(id(row.invoice() + "vat")),
                        UUID.fromString(row.invoice()),
                        UUID.fromString(journal),
                        1,
                        row.entity(),
                        row.entity().substring(0, 2),
                        Treatment.valueOf(String.valueOf(row.treatment())),
                        row.issueDate(),
                        LocalDate.of(2026, 11, 1),
                        percent,
                        "2026-standard",
                        reverse ? "TR-051" : "TR-020",
                        base,
                        reverse ? own : zero,
                        own,
                        zero),
                reverse ? "4b 5b" : "5b"));
        if (row.payment() == null) {
            open.add(new OpenRow(
                    row.invoice(), row.entity(), row.contractor(), row.name(), row.number(), due(row), gross, journal));
        }
    }

    private static LocalDate due(InvoiceRow row) {
        return row.dueDate() == null ? TODAY : row.dueDate();
    }

    private Money convert(String entity, String purpose, String invoice, Money from) {
        CurrencyUnit to = CurrencyUnit.of(String.valueOf(FUNCTIONAL.get(entity)));
        if (from.getCurrencyUnit().equals(to)) {
            return from;
        }
        String pair = from.getCurrencyUnit() + "/" + to;
        BigDecimal rate = new BigDecimal(String.valueOf(RATES.get(pair)));
        Money result = from.convertedTo(to, rate, RoundingMode.HALF_UP);
        fx.add(new FxRow(
                invoice,
                entity,
                purpose,
                from,
                rate,
                result,
                TODAY.minusDays(1),
                1,
                "ECB " + pair + " " + rate,
                id(invoice + "accepted")));
        return result;
    }

    private void post(String entity, String journal, String kind, String reference, String account, Money amount) {
        if (!amount.isZero()) {
            ledger.add(new LedgerRow(
                    1L, journals, journal, TODAY, kind, reference, entity, account, "Account " + account, amount));
        }
    }

    private void pay(String payment, List<InvoiceRow> documents) {
        InvoiceRow first = documents.getFirst();
        Money amount = documents.stream()
                .map(document -> document.gross().multipliedBy(document.kind().sign()))
                .reduce(Money::plus)
                .orElseThrow();
        Status status = Status.valueOf(String.valueOf(states.get(payment)));
        String journal = id(payment + "released");
        journals++;
        post(first.entity(), journal, "RELEASED", payment, "2000", amount);
        post(first.entity(), journal, "RELEASED", payment, "2900", amount.negated());
        payments.add(new PaymentRow(
                payment,
                first.entity() + "-20261125-01",
                first.entity(),
                amount.getCurrencyUnit().getCode().equals("EUR") ? "SEPA" : "CROSS_BORDER",
                first.contractor(),
                first.name(),
                "****" + (4000 + payments.size()),
                amount,
                documents.size(),
                TODAY.plusDays(1),
                first.entity() + "-20261125-01-1.xml",
                "QE2E" + payment.replace("-", ""),
                status,
                status == Status.REJECTED || status == Status.RETURNED ? "AC04 closed account" : null,
                journal));
    }

    private void statements() {
        FUNCTIONAL.keySet().stream().sorted().forEach(entity -> {
            List<PaymentRow> left = payments.stream()
                    .filter(payment -> payment.entity().equals(entity))
                    .filter(payment -> payment.status() == Status.SETTLED || payment.status() == Status.RETURNED)
                    .toList();
            statement(entity, CurrencyUnit.of(String.valueOf(FUNCTIONAL.get(entity))), left);
        });
    }

    private void statement(String entity, CurrencyUnit currency, List<PaymentRow> left) {
        Money balance = Money.of(currency, 50_000);
        line(Line.OPENING, entity, balance, null, null, null);
        for (PaymentRow payment : left) {
            Money moved = convert(entity, "PAYMENT", payment.payment(), payment.amount())
                    .negated();
            balance = balance.plus(moved);
            line(Line.ENTRY, entity, moved, "EXACT", payment, payment.amount());
            if (payment.status() == Status.RETURNED) {
                balance = balance.minus(moved);
                line(Line.ENTRY, entity, moved.negated(), "RETURNED", payment, payment.amount());
            }
        }
        line(Line.CLOSING, entity, balance, null, null, null);
    }

    private void line(
            Line line,
            String entity,
            Money amount,
            @Nullable String match,
            @Nullable PaymentRow payment,
            @Nullable Money settled) {
        bank.add(new BankRow(
                line,
                entity + "-ST-331",
                "****0001",
                entity,
                TODAY.plusDays(1),
                payment == null ? "" : payment.endToEndId(),
                amount,
                match,
                payment == null ? null : payment.payment(),
                settled,
                payment == null ? null : payment.journal()));
    }

    /** The return of NL-BV for November: whole euros, in the own favour, and what that is worth on its account. */
    private void declare() {
        List<VatRow> ours =
                vat.stream().filter(row -> row.entry().entity().equals("NL-BV")).toList();
        for (VatRow row : ours) {
            if (row.boxes().startsWith("4b")) {
                part(row, "4b", BoxKind.BASE, row.entry().base());
                part(row, "4b", BoxKind.OUTPUT, row.entry().outputTax());
            }
            part(row, "5b", BoxKind.INPUT, row.entry().inputTax());
        }
        figure("4b", BoxKind.BASE, RoundingMode.FLOOR);
        BigDecimal due = figure("4b", BoxKind.OUTPUT, RoundingMode.FLOOR);
        BigDecimal deducted = figure("5b", BoxKind.INPUT, RoundingMode.CEILING);
        BigDecimal net = of("4b", BoxKind.OUTPUT).subtract(of("5b", BoxKind.INPUT));
        BigDecimal rounding = due.subtract(deducted).subtract(net);
        returned(null, "net", BoxKind.TOTAL, net, due.subtract(deducted), BigDecimal.TWO, rounding);
        Money posted = Money.of(CurrencyUnit.EUR, rounding);
        post("NL-BV", id("closed"), "VAT_CLOSED", "NL-BV/NL/2026-11", "6950", posted);
        post("NL-BV", id("closed"), "VAT_CLOSED", "NL-BV/NL/2026-11", "2520", posted.negated());
        add(TieRule.RETURN_ENTRIES, "NL-BV", Money.of(CurrencyUnit.EUR, net));
        add(TieRule.RETURN_ROUNDING, "NL-BV", posted);
    }

    private void part(VatRow row, String box, BoxKind kind, Money amount) {
        parts.add(new ReturnPartRow(
                "NL-BV/NL/2026-11",
                "NL-BV",
                box,
                kind,
                "C",
                "1",
                amount,
                row.entry().id().toString()));
    }

    private BigDecimal of(String box, BoxKind kind) {
        return parts.stream()
                .filter(part -> part.box().equals(box) && part.kind() == kind)
                .map(part -> part.amount().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal figure(String box, BoxKind kind, RoundingMode mode) {
        BigDecimal declared = of(box, kind).setScale(0, mode);
        returned("RF-" + box, box, kind, of(box, kind), declared, BigDecimal.ONE, null);
        return declared;
    }

    private void returned(
            @Nullable String row,
            String box,
            BoxKind kind,
            BigDecimal ledger,
            BigDecimal declared,
            BigDecimal bound,
            @Nullable BigDecimal rounding) {
        returned.add(new ReturnRow(
                "NL-BV/NL/2026-11",
                "NL-BV",
                "OB",
                CurrencyUnit.EUR,
                new ReturnLine(row, box, kind, "what it is", ledger, declared, 1, bound),
                rounding));
    }

    /** What a database would say, by loops of its own. */
    private void ask() {
        for (InvoiceRow row : invoices) {
            Money gross = row.gross().multipliedBy(row.kind().sign());
            if (row.verdict() != Verdict.REJECTED) {
                add(TieRule.DOCUMENT_MATH, row.entity(), gross);
            }
            if (row.outcome() != null) {
                count(TieRule.CANDIDATES_OUTCOMES, row.entity());
            }
            switch (row.verdict()) {
                case ACCEPTED -> add(TieRule.INVOICES_LEDGER, row.entity(), gross);
                case HELD -> count(TieRule.HELD_COUNT, row.entity());
                case REJECTED -> count(TieRule.REJECTED_COUNT, row.entity());
            }
        }
        for (PaymentRow row : payments) {
            if (row.status() != Status.RETURNED && row.status() != Status.REJECTED) {
                add(TieRule.INVOICES_PAYMENTS, row.entity(), row.amount());
            }
            add(TieRule.PAYMENTS_LEDGER, row.entity(), row.amount());
            if (row.status() == Status.SETTLED || row.status() == Status.RETURNED) {
                add(TieRule.BANK_PAYMENTS, row.entity(), row.amount());
            }
        }
        ledger.stream()
                .filter(row -> row.amount().isPositive())
                .forEach(row -> add(TieRule.LEDGER_BALANCE, row.entity(), row.amount()));
        vat.forEach(
                row -> add(TieRule.VAT_OUTPUT, row.entry().entity(), row.entry().outputTax()));
        vat.forEach(
                row -> add(TieRule.VAT_INPUT, row.entry().entity(), row.entry().inputTax()));
        open.forEach(row -> add(TieRule.OPEN_AGEING, row.entity(), row.open()));
    }

    private void add(TieRule rule, String entity, Money amount) {
        figures.add(new DatabaseFigure(rule, entity, amount.getCurrencyUnit(), amount.getAmount()));
    }

    private void count(TieRule rule, String entity) {
        figures.add(new DatabaseFigure(rule, entity, null, BigDecimal.ONE));
    }

    private static String id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public AboutFacts about() {
        return new AboutFacts(
                "Payment runs of 2026-11-25",
                "Halden Group",
                "2026-11-25",
                TODAY,
                TODAY,
                TODAY,
                TODAY,
                "6f1d0c7be2a94c538f2b7d1e0a9c8b7a6f5e4d3c2b1a09f8e7d6c5b4a3928170",
                new Accounts("2000", "2900", "2200", "1500"),
                List.of(
                        new Fact("Runs", "GB-LTD-20261125-01, NL-BV-20261125-01, SG-PTE-20261125-01"),
                        new Fact("Proposed by", "p.mensah, 2026-11-24"),
                        new Fact("Approved by", "h.lindqvist, 2026-11-24"),
                        new Fact("Rates", "ECB 2026-11-23"),
                        new Fact("Version", "Quittance 0.1.0")));
    }

    @Override
    public boolean isReturned() {
        return !returned.isEmpty();
    }

    @Override
    public Stream<ReturnPartRow> returnParts() {
        return parts.stream();
    }

    @Override
    public Stream<ReturnRow> returnFigures() {
        return returned.stream();
    }

    @Override
    public Stream<PaymentRow> payments() {
        return payments.stream();
    }

    @Override
    public Stream<InvoiceRow> invoices() {
        return invoices.stream();
    }

    @Override
    public Stream<FxRow> conversions() {
        return fx.stream();
    }

    @Override
    public Stream<VatRow> vatEntries() {
        return vat.stream();
    }

    @Override
    public Stream<LedgerRow> postings() {
        return ledger.stream();
    }

    @Override
    public Stream<BankRow> bankLines() {
        return bank.stream();
    }

    @Override
    public Stream<OpenRow> openDocuments() {
        return open.stream();
    }

    @Override
    public Stream<FindingRow> held() {
        return held.stream();
    }

    @Override
    public Stream<FindingRow> rejected() {
        return rejected.stream();
    }

    @Override
    public Stream<DatabaseFigure> figures() {
        return figures.stream();
    }
}
