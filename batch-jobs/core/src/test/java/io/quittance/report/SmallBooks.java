package io.quittance.report;

import io.quittance.assessment.Verdict;
import io.quittance.engagement.Match;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.DocumentKind;
import io.quittance.payment.Outcome;
import io.quittance.report.AboutFacts.Accounts;
import io.quittance.report.PaymentRow.Status;
import io.quittance.tax.Treatment;
import io.quittance.tax.VatEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Two documents: one of EUR 121.00 paid, one held; the paid one in the ledger, its payment released. */
final class SmallBooks implements WorkbookContent {

    static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    final List<PaymentRow> payments = new ArrayList<>(List.of(payment("121.00", Status.RELEASED)));
    final List<LedgerRow> ledger = new ArrayList<>(List.of(
            posting("ACCEPTED", "4000", "121.00"),
            posting("ACCEPTED", "2000", "-121.00"),
            posting("RELEASED", "2000", "121.00"),
            posting("RELEASED", "2900", "-121.00")));
    final List<FindingRow> held = new ArrayList<>(List.of(finding("i-2"), finding("i-2")));
    final List<MatchRow> matches = new ArrayList<>();
    final List<VatRow> vat = new ArrayList<>();
    final List<WithheldRow> withheld = new ArrayList<>();
    final List<FindingRow> rejected = new ArrayList<>();
    final List<DatabaseFigure> figures = new ArrayList<>(List.of(
            figure(TieRule.DOCUMENT_MATH, "192.00"),
            figure(TieRule.INVOICES_PAYMENTS, "121.00"),
            figure(TieRule.PAYMENTS_LEDGER, "121.00"),
            figure(TieRule.INVOICES_LEDGER, "121.00"),
            figure(TieRule.LEDGER_BALANCE, "242.00"),
            new DatabaseFigure(TieRule.CANDIDATES_OUTCOMES, "NL-BV", null, BigDecimal.TWO),
            new DatabaseFigure(TieRule.HELD_COUNT, "NL-BV", null, BigDecimal.ONE)));

    static PaymentRow payment(String amount, Status status) {
        return new PaymentRow(
                "p-1",
                "r-1",
                "NL-BV",
                "SEPA",
                "C-1",
                "Ana",
                "****1",
                euro(amount),
                1,
                DAY,
                "f.xml",
                "E2E1",
                status,
                null,
                "j-2");
    }

    static LedgerRow posting(String kind, String account, String amount) {
        return new LedgerRow(1L, 1L, "j-1", DAY, kind, "7", "NL-BV", account, "Name", euro(amount));
    }

    static FindingRow finding(String invoice) {
        return new FindingRow(invoice, true, "NL-BV", "C-2", "8", Finding.of(FindingCode.NOTHING_DUE, "nothing"));
    }

    static FindingRow unread(String refusal, String entity) {
        return new FindingRow(refusal, false, entity, "", null, Finding.of(FindingCode.FIELD_MISSING, "nothing there"));
    }

    static DatabaseFigure figure(TieRule rule, String amount) {
        return new DatabaseFigure(rule, "NL-BV", CurrencyUnit.EUR, new BigDecimal(amount));
    }

    /** Kept back from the payment. */
    static WithheldRow withheld(String kept, Status status) {
        return new WithheldRow(
                "p-1",
                status,
                "NL-BV",
                "C-1",
                "i-1",
                "INCOME_TAX",
                "ISR",
                "WH-1",
                new BigDecimal("21"),
                euro(kept),
                euro("100.00"),
                euro(kept),
                "PAYEE",
                null,
                null,
                "2026-1",
                null,
                "i-1");
    }

    static MatchRow match(String billed, String approved) {
        return new MatchRow(
                "i-2",
                "NL-BV",
                "C-1",
                "i-2",
                DocumentKind.INVOICE,
                Verdict.HELD,
                "CT-1",
                Match.Outcome.OVER_BILLED,
                "1",
                Match.Outcome.OVER_BILLED,
                "TIME",
                "HUR",
                new BigDecimal(billed),
                new BigDecimal(approved),
                BigDecimal.ZERO,
                BigDecimal.TEN,
                BigDecimal.TEN,
                euro("440.00"),
                new BigDecimal("400"),
                "4.2 Fees");
    }

    /** A service from another Member State at 21 %, deducted in full; on the books of both VAT accounts. */
    void bought(String base, String tax) {
        vat.add(new VatRow(
                new VatEntry(
                        new UUID(0, 1),
                        new UUID(0, 2),
                        new UUID(0, 3),
                        1,
                        "NL-BV",
                        "NL",
                        Treatment.EU_SERVICE_RC,
                        DAY,
                        DAY.withDayOfMonth(1),
                        new BigDecimal("21"),
                        "NL-STANDARD",
                        "TR-051",
                        euro(base),
                        euro(tax),
                        euro(tax),
                        euro("0.00")),
                "4b 5b"));
        ledger.add(posting("ACCEPTED", "1500", tax));
        ledger.add(posting("ACCEPTED", "2200", "-" + tax));
        figures.add(figure(TieRule.VAT_OUTPUT, tax));
        figures.add(figure(TieRule.VAT_INPUT, tax));
        figures.replaceAll(figure -> figure.rule() == TieRule.LEDGER_BALANCE
                ? figure(
                        TieRule.LEDGER_BALANCE,
                        figure.value().add(new BigDecimal(tax)).toPlainString())
                : figure);
    }

    private static Money euro(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    private static InvoiceRow invoice(String id, String net, String vat, Verdict verdict, Outcome outcome) {
        boolean accepted = verdict == Verdict.ACCEPTED;
        Money gross = euro(net).plus(euro(vat));
        return new InvoiceRow(
                id,
                "NL-BV",
                "C-1",
                "Ana",
                id,
                DocumentKind.INVOICE,
                DAY,
                DAY,
                euro(net),
                euro(vat),
                gross,
                accepted ? gross : null,
                accepted ? gross : null,
                null,
                verdict,
                outcome,
                null,
                null,
                null,
                null);
    }

    @Override
    public AboutFacts about() {
        return new AboutFacts(
                "Run r-1",
                "Halden",
                "r-1",
                DAY,
                DAY,
                DAY,
                DAY,
                "abc",
                new Accounts("2000", "2900", "2200", "1500"),
                List.of());
    }

    @Override
    public Stream<InvoiceRow> invoices() {
        return Stream.of(
                invoice("i-1", "100.00", "21.00", Verdict.ACCEPTED, Outcome.PAID),
                invoice("i-2", "71.00", "0.00", Verdict.HELD, Outcome.HELD));
    }

    @Override
    public Stream<PaymentRow> payments() {
        return payments.stream();
    }

    @Override
    public Stream<FxRow> conversions() {
        return Stream.empty();
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
        return Stream.empty();
    }

    @Override
    public Stream<OpenRow> openDocuments() {
        return Stream.empty();
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
    public boolean isWithheld() {
        return !withheld.isEmpty();
    }

    @Override
    public Stream<WithheldRow> withheld() {
        return withheld.stream();
    }

    @Override
    public boolean isMatched() {
        return !matches.isEmpty();
    }

    @Override
    public Stream<MatchRow> matches() {
        return matches.stream();
    }

    @Override
    public Stream<DatabaseFigure> figures() {
        return figures.stream();
    }
}
