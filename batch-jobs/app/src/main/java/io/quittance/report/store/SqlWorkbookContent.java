package io.quittance.report.store;

import static io.quittance.payment.store.Columns.money;

import io.quittance.assessment.Verdict;
import io.quittance.engagement.Match;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.invoice.DocumentKind;
import io.quittance.payment.Outcome;
import io.quittance.report.AboutFacts;
import io.quittance.report.BankRow;
import io.quittance.report.DatabaseFigure;
import io.quittance.report.FindingRow;
import io.quittance.report.FxRow;
import io.quittance.report.InvoiceRow;
import io.quittance.report.LedgerRow;
import io.quittance.report.MatchRow;
import io.quittance.report.OpenRow;
import io.quittance.report.PaymentRow;
import io.quittance.report.ReturnPartRow;
import io.quittance.report.ReturnRow;
import io.quittance.report.TieRule;
import io.quittance.report.VatRow;
import io.quittance.report.WithheldRow;
import io.quittance.report.WorkbookContent;
import io.quittance.tax.Filing;
import io.quittance.tax.Treatment;
import io.quittance.tax.VatEntry;
import io.quittance.tax.VatEntry.Reckoning;
import io.quittance.tax.VatEntry.Rows;
import io.quittance.vat.BoxKind;
import io.quittance.vat.ReturnLine;
import io.quittance.vat.VatReturn;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one workbook, streamed from the database inside one transaction. */
final class SqlWorkbookContent implements WorkbookContent {

    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final AboutFacts about;
    private final @Nullable String run;

    /** @param run the run it is about, null for a month */
    SqlWorkbookContent(JdbcClient jdbc, AboutFacts about, @Nullable String run) {
        this.jdbc = jdbc;
        this.about = about;
        this.run = run;
    }

    @Override
    public AboutFacts about() {
        return about;
    }

    @Override
    public Stream<PaymentRow> payments() {
        return stream(ReportSql.PAYMENTS, SqlWorkbookContent::payment);
    }

    @Override
    public Stream<InvoiceRow> invoices() {
        return ofRun(ReportSql.INVOICES, SqlWorkbookContent::invoice);
    }

    @Override
    public Stream<FxRow> conversions() {
        return stream(ReportSql.CONVERSIONS, SqlWorkbookContent::conversion);
    }

    @Override
    public Stream<VatRow> vatEntries() {
        return stream(ReportSql.VAT, SqlWorkbookContent::vat);
    }

    @Override
    public Stream<LedgerRow> postings() {
        return stream(ReportSql.POSTINGS, SqlWorkbookContent::posting);
    }

    @Override
    public Stream<BankRow> bankLines() {
        return stream(ReportSql.BANK, SqlWorkbookContent::bankLine);
    }

    @Override
    public Stream<OpenRow> openDocuments() {
        return ofRun(ReportSql.OPEN, SqlWorkbookContent::open);
    }

    @Override
    public Stream<FindingRow> held() {
        return stream(ReportSql.HELD, SqlWorkbookContent::finding);
    }

    @Override
    public Stream<FindingRow> rejected() {
        return stream(ReportSql.REJECTED, SqlWorkbookContent::finding);
    }

    @Override
    public boolean isMatched() {
        return jdbc.sql(ReportSql.MATCHED).query(Boolean.class).single();
    }

    @Override
    public Stream<MatchRow> matches() {
        return stream(ReportSql.MATCHES, SqlWorkbookContent::match);
    }

    @Override
    public boolean isWithheld() {
        return jdbc.sql(ReportSql.WITHHELD).query(Boolean.class).single();
    }

    @Override
    public Stream<WithheldRow> withheld() {
        return stream(ReportSql.WITHHOLDINGS, SqlWorkbookContent::withheldRow);
    }

    @Override
    public boolean isReturned() {
        return jdbc.sql("select exists (select 1 from scope_return)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public Stream<ReturnPartRow> returnParts() {
        return stream(ReturnSql.PARTS, SqlWorkbookContent::returnPart);
    }

    @Override
    public Stream<ReturnRow> returnFigures() {
        return stream(ReturnSql.FIGURES, SqlWorkbookContent::returnFigure);
    }

    @Override
    public Stream<DatabaseFigure> figures() {
        return Stream.concat(
                ofRun(ReportSql.FIGURES, SqlWorkbookContent::figure),
                stream(ReturnSql.TIES, SqlWorkbookContent::figure));
    }

    private <T> Stream<T> stream(String sql, RowMapper<T> mapper) {
        return jdbc.sql(sql).withFetchSize(ROWS_AT_ONCE).query(mapper).stream();
    }

    /** A read that looks at one run only when the book is of one. */
    private <T> Stream<T> ofRun(String sql, RowMapper<T> mapper) {
        return jdbc.sql(sql).withFetchSize(ROWS_AT_ONCE).param("run", run).query(mapper).stream();
    }

    private static ReturnPartRow returnPart(ResultSet row, int number) throws SQLException {
        return new ReturnPartRow(
                row.getString("return_id"),
                row.getString("entity"),
                row.getString("box"),
                BoxKind.valueOf(row.getString("kind")),
                row.getString("contractor"),
                row.getString("number"),
                money(row, "currency", "minor"),
                row.getString("entry"));
    }

    private static ReturnRow returnFigure(ResultSet row, int number) throws SQLException {
        boolean net = row.getString("box").equals(VatReturn.NET);
        return new ReturnRow(
                row.getString("return_id"),
                row.getString("entity"),
                row.getString("form"),
                CurrencyUnit.of(row.getString("currency")),
                new ReturnLine(
                        row.getString("form_row"),
                        row.getString("box"),
                        BoxKind.valueOf(row.getString("kind")),
                        row.getString("label"),
                        row.getBigDecimal("ledger"),
                        row.getBigDecimal("declared"),
                        row.getLong("entries"),
                        row.getBigDecimal("bound").stripTrailingZeros()),
                net ? money(row, "currency", "rounding_minor").getAmount() : null);
    }

    private static WithheldRow withheldRow(ResultSet row, int number) throws SQLException {
        return new WithheldRow(
                row.getString("payment"),
                status(row.getString("state")),
                row.getString("entity"),
                row.getString("contractor"),
                row.getString("number"),
                row.getString("family"),
                row.getString("name"),
                row.getString("rule"),
                row.getBigDecimal("rate").stripTrailingZeros(),
                money(row, "currency", "kept_minor"),
                money(row, "tax_currency", "base_minor"),
                money(row, "tax_currency", "tax_minor"),
                row.getString("borne_by"),
                row.getString("certificate"),
                row.getString("return_code"),
                row.getString("certified"),
                row.getString("below"),
                row.getString("invoice"));
    }

    private static PaymentRow.Status status(@Nullable String state) {
        return state == null
                ? PaymentRow.Status.PROPOSED
                : state.equals("ORDERED") ? PaymentRow.Status.RELEASED : PaymentRow.Status.valueOf(state);
    }

    private static PaymentRow payment(ResultSet row, int number) throws SQLException {
        String account = row.getString("account_number");
        return new PaymentRow(
                row.getString("id"),
                row.getString("run"),
                row.getString("entity"),
                row.getString("rail"),
                row.getString("contractor"),
                row.getString("payee_name"),
                row.getString("account_country") + "…" + account.substring(Math.max(0, account.length() - 4)),
                money(row, "currency", "minor"),
                row.getInt("documents"),
                row.getObject("pay_date", LocalDate.class),
                row.getString("file_name"),
                row.getString("end_to_end_id"),
                status(row.getString("state")),
                blankToNull(row.getString("reason")),
                id(row, "journal"));
    }

    private static InvoiceRow invoice(ResultSet row, int number) throws SQLException {
        boolean accepted = row.getString("verdict").equals("ACCEPTED");
        String outcome = row.getString("outcome");
        String ended = row.getString("ended");
        return new InvoiceRow(
                row.getString("id"),
                row.getString("entity"),
                row.getString("contractor"),
                row.getString("contractor_name"),
                row.getString("number"),
                DocumentKind.valueOf(row.getString("kind")),
                row.getObject("issue_date", LocalDate.class),
                row.getObject("owed_on", LocalDate.class),
                money(row, "currency", "net_minor"),
                money(row, "currency", "vat_minor"),
                money(row, "currency", "gross_minor"),
                accepted ? money(row, "currency", "payable_minor") : null,
                accepted ? money(row, "functional", "functional_minor") : null,
                row.getString("treatment"),
                Verdict.valueOf(row.getString("verdict")),
                outcome == null ? null : ended == null ? Outcome.valueOf(outcome) : Outcome.EXCLUDED,
                ended == null
                        ? row.getString("reason")
                        : row.getString("reason") + "; came back: " + ended + " " + row.getString("ended_code")
                                + ", open again",
                row.getString("payment"),
                row.getString("registry"),
                id(row, "journal"));
    }

    private static FxRow conversion(ResultSet row, int number) throws SQLException {
        LocalDate wanted = row.getObject("wanted_on", LocalDate.class);
        return new FxRow(
                row.getString("invoice"),
                row.getString("entity"),
                row.getString("purpose"),
                money(row, "from_currency", "from_minor"),
                row.getBigDecimal("rate").stripTrailingZeros(),
                money(row, "to_currency", "to_minor"),
                wanted.minusDays(row.getInt("age_days")),
                row.getInt("age_days"),
                row.getString("path"),
                row.getString("journal"));
    }

    private static VatRow vat(ResultSet row, int number) throws SQLException {
        var entry = new VatEntry(
                row.getObject("id", UUID.class),
                row.getObject("invoice", UUID.class),
                row.getObject("journal", UUID.class),
                row.getInt("position"),
                row.getString("entity"),
                row.getString("jurisdiction"),
                Treatment.valueOf(row.getString("treatment")),
                row.getObject("tax_point", LocalDate.class),
                row.getObject("period", LocalDate.class),
                row.getBigDecimal("rate").stripTrailingZeros(),
                row.getString("rate_row"),
                row.getString("treatment_rule"),
                money(row, "currency", "base_minor"),
                money(row, "currency", "output_minor"),
                money(row, "currency", "input_minor"),
                money(row, "currency", "non_recoverable_minor"),
                reckoning(row),
                Filing.unsourced(row.getObject("period", LocalDate.class)),
                List.of());
        return new VatRow(entry, boxes(row));
    }

    private static Reckoning reckoning(ResultSet row) throws SQLException {
        return new Reckoning(
                money(row, "currency", "charged_minor"),
                money(row, "currency", "own_minor"),
                money(row, "currency", "rounding_minor"),
                money(row, "currency", "waiting_minor"),
                money(row, "currency", "included_minor"),
                new Rows(row.getString("tax_point_row"), row.getString("rounding_row"), row.getString("recovery_row")));
    }

    private static LedgerRow posting(ResultSet row, int number) throws SQLException {
        return new LedgerRow(
                row.getObject("block", Long.class),
                row.getObject("number", Long.class),
                row.getString("id"),
                row.getObject("business_date", LocalDate.class),
                row.getString("kind"),
                row.getString("reference"),
                row.getString("entity"),
                row.getString("account"),
                row.getString("account_name"),
                money(row, "currency", "minor"));
    }

    private static BankRow bankLine(ResultSet row, int number) throws SQLException {
        String settled = row.getString("settled_currency");
        return new BankRow(
                BankRow.Line.values()[row.getInt("line")],
                row.getString("statement_id"),
                row.getString("account"),
                row.getString("entity"),
                row.getObject("date", LocalDate.class),
                row.getString("reference"),
                money(row, "currency", "minor"),
                row.getString("status"),
                row.getString("payment"),
                settled == null ? null : Money.ofMinor(CurrencyUnit.of(settled), row.getLong("settled_minor")),
                id(row, "journal"));
    }

    private static OpenRow open(ResultSet row, int number) throws SQLException {
        Money payable = money(row, "currency", "payable_minor");
        return new OpenRow(
                row.getString("id"),
                row.getString("entity"),
                row.getString("contractor"),
                row.getString("contractor_name"),
                row.getString("number"),
                row.getObject("owed_on", LocalDate.class),
                row.getString("kind").equals("INVOICE") ? payable : payable.negated(),
                row.getString("journal"));
    }

    private static MatchRow match(ResultSet row, int number) throws SQLException {
        return new MatchRow(
                row.getString("id"),
                row.getString("entity"),
                row.getString("contractor"),
                row.getString("number"),
                DocumentKind.valueOf(row.getString("kind")),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("contract"),
                Match.Outcome.valueOf(row.getString("document")),
                row.getString("line"),
                Match.Outcome.valueOf(row.getString("outcome")),
                row.getString("basis"),
                row.getString("unit"),
                row.getBigDecimal("billed"),
                row.getBigDecimal("approved"),
                row.getBigDecimal("before"),
                row.getBigDecimal("price"),
                row.getBigDecimal("rate"),
                money(row, "currency", "net_minor"),
                row.getBigDecimal("agreed"),
                row.getString("clause"));
    }

    private static FindingRow finding(ResultSet row, int number) throws SQLException {
        String file = row.getString("file");
        return new FindingRow(
                row.getString("subject"),
                row.getBoolean("read_at_all"),
                row.getString("entity"),
                row.getString("contractor"),
                row.getString("number"),
                new Finding(
                        FindingCode.ofId(row.getString("code")),
                        Severity.valueOf(row.getString("severity")),
                        file == null ? null : new Place(file, row.getLong("line"), row.getString("field")),
                        row.getString("read"),
                        row.getString("expected"),
                        row.getString("message"),
                        row.getString("hint")));
    }

    private static DatabaseFigure figure(ResultSet row, int number) throws SQLException {
        String code = row.getString("currency");
        CurrencyUnit currency = code == null ? null : CurrencyUnit.of(code);
        long minor = row.getLong("minor");
        return new DatabaseFigure(
                TieRule.valueOf(row.getString("rule")),
                row.getString("entity"),
                currency,
                currency == null
                        ? BigDecimal.valueOf(minor)
                        : Money.ofMinor(currency, minor).getAmount());
    }

    private static @Nullable String id(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : id.toString();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").isBlank() ? null : text;
    }

    /** The boxes that an entry went into when it was assessed, each once, as the sheet shows them. */
    private static String boxes(ResultSet row) throws SQLException {
        return String.join(
                " ",
                Stream.of(row.getString("base_boxes"), row.getString("output_boxes"), row.getString("input_boxes"))
                        .flatMap(codes -> Stream.of(codes.split(" ")))
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .toList());
    }
}
