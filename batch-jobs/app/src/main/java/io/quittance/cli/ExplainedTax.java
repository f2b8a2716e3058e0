package io.quittance.cli;

import io.quittance.document.store.Listing;
import io.quittance.document.store.Standing;
import io.quittance.fx.FxPolicies;
import io.quittance.fx.Purpose;
import io.quittance.invoice.DocumentKind;
import io.quittance.party.VatId;
import io.quittance.tax.TaxPoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page about the tax of a stored document. Amounts that are not stored in a currency are blank; rows of configuration are
 * those of the configuration that its last assessment was made with.
 */
final class ExplainedTax {

    private static final String LIABLE = "6 ";
    private static final String RATE = "8 ";

    private final Standing document;
    private final Map<String, Listing> parts;
    private final Map<String, Listing> consequences;
    private final ConfigurationUsed used;
    private final Map<String, String> header;

    ExplainedTax(
            Standing document, Map<String, Listing> parts, Map<String, Listing> consequences, ConfigurationUsed used) {
        this.document = document;
        this.parts = parts;
        this.consequences = consequences;
        this.used = used;
        List<Map<String, String>> stated = rows(parts, "header");
        this.header = stated.isEmpty() ? Map.of() : stated.getFirst();
    }

    Sections sections() {
        var paper = new TaxPaper("invoice:" + document.reference() + " is " + document.state() + payable());
        facts(paper);
        rows(parts, "findings")
                .forEach(row -> paper.finding(
                        text(row, "code") + (text(row, "rule").isEmpty() ? "" : " " + text(row, "rule")),
                        text(row, "severity"),
                        text(row, "message"),
                        text(row, "hint")));
        rows(consequences, "tax")
                .forEach(row -> paper.step(text(row, "question"), text(row, "answer"), text(row, "basis")));
        rateRows().distinct().forEach(id -> paper.rate(id, used.rate(id)));
        rows(consequences, "conversions").forEach(row -> exchange(row, paper));
        claims(paper);
        entries(paper);
        rows(consequences, "withheld")
                .forEach(row -> paper.withholding(
                        text(row, "name"),
                        "%s %s kept back: %s %% of %s %s"
                                .formatted(
                                        text(row, "currency"),
                                        text(row, "kept"),
                                        text(row, "rate"),
                                        text(row, "tax_currency"),
                                        text(row, "base")),
                        text(row, "rule") + ", recorded " + text(row, "rule_recorded_at") + ": "
                                + text(row, "steps").replace("\n", "; ")));
        postings(paper);
        return paper.sections();
    }

    private String payable() {
        return document.payable() == null
                ? ""
                : ", %s %s %s"
                        .formatted(document.payable(), document.currency(), isCreditNote() ? "taken back" : "payable");
    }

    private boolean isCreditNote() {
        return DocumentKind.CREDIT_NOTE.name().equals(document.kind());
    }

    private String corrects() {
        String preceding = text(header, "preceding_invoice");
        if (!isCreditNote() || preceding.isEmpty()) {
            return "";
        }
        boolean copied = rows(consequences, "tax").stream()
                .anyMatch(row -> text(row, "basis").startsWith(TaxPoint.COPIED));
        return "invoice " + preceding
                + (copied
                        ? ": rate of tax and exchange rates are those of that invoice"
                        : ", which is not known: no rates could be copied");
    }

    /** Of the entries; a document that was not accepted has none, but the step that looked the rate up names the row. */
    private Stream<String> rateRows() {
        return Stream.concat(
                        rows(consequences, "vat_entries").stream().map(row -> text(row, "rate_row")),
                        rows(consequences, "tax").stream()
                                .filter(row -> text(row, "question").startsWith(RATE))
                                .map(row -> text(row, "basis"))
                                .map(basis -> basis.substring(0, Math.max(0, basis.indexOf(','))))
                                .filter(id -> used.rate(id).isPresent()))
                .filter(id -> !id.equals("none"));
    }

    private void facts(TaxPaper paper) {
        paper.fact("verdict", verdict())
                .fact("treatment", text(header, "treatment"))
                .fact("jurisdiction", text(header, "jurisdiction"))
                .fact("tax point", text(header, "tax_point"))
                .fact("period", periods())
                .fact("corrects", corrects())
                .fact("legal reference", legalReference())
                .fact("invoice claims", claimed())
                .fact("policies", policies())
                .fact("deducted once paid", later("waiting"))
                .fact("rounding difference", later("rounding"))
                .fact("row of boxes", boxRows())
                .fact("configuration", used.digest());
    }

    /** What could not be read was never assessed, and is refused all the same: its findings say why. */
    private String verdict() {
        String codes = rows(parts, "findings").stream()
                .map(row -> text(row, "code"))
                .distinct()
                .collect(Collectors.joining(" "));
        String because = codes.isEmpty() ? "" : " (" + codes + ")";
        return rows(parts, "attempts").stream()
                .map(row -> text(row, "date") + " " + text(row, "verdict").toLowerCase(Locale.ROOT) + because)
                .reduce((before, last) -> last)
                .orElse(
                        document.refused() || document.state().equals("REJECTED")
                                ? "rejected when it was read" + because + ": no tax was decided"
                                : "not assessed yet");
    }

    /** Of its entries; a late one says which period it belongs to, and why it is not in that one. */
    private String periods() {
        return rows(consequences, "vat_entries").stream()
                .map(ExplainedTax::period)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String period(Map<String, String> row) {
        YearMonth goes = month(row, "period");
        boolean late = !text(row, "due_period").isEmpty();
        return TaxPaper.period(goes, late ? month(row, "due_period") : goes, text(row, "moved_because"));
    }

    private static YearMonth month(Map<String, String> row, String column) {
        return YearMonth.from(LocalDate.parse(text(row, column)));
    }

    private String legalReference() {
        return rows(consequences, "tax").stream()
                .filter(row -> text(row, "question").startsWith(LIABLE))
                .map(row -> text(row, "basis"))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private String claimed() {
        return rows(parts, "vat").stream()
                .map(row -> text(row, "category")
                        + (text(row, "rate").isEmpty() ? "" : " " + text(row, "rate") + " %")
                        + (figure(text(row, "tax")).signum() == 0
                                ? " without VAT"
                                : " with VAT of " + text(header, "currency") + " " + text(row, "tax")))
                .collect(Collectors.joining(", "));
    }

    private String boxRows() {
        return rows(consequences, "vat_entries").stream()
                .map(row -> TaxPaper.boxRow(text(row, "box_row"), used.loaded().boxes()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private String policies() {
        return rows(consequences, "vat_entries").stream()
                .map(row -> TaxPaper.policies(
                        text(row, "tax_point_row"), text(row, "rounding_row"), text(row, "recovery_row")))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** Amounts that stand beside input tax; nothing where they are zero. */
    private String later(String column) {
        return rows(consequences, "vat_entries").stream()
                .filter(row -> figure(text(row, column)).signum() != 0)
                .map(row -> text(row, "currency") + " " + text(row, column))
                .collect(Collectors.joining(", "));
    }

    private void exchange(Map<String, String> row, TaxPaper paper) {
        String purpose = text(row, "purpose");
        LocalDate on = LocalDate.parse(text(row, "wanted_on"));
        String policy = used.entity(header)
                .flatMap(entity -> FxPolicies.of(used.loaded().fx().policies())
                        .find(entity.id(), VatId.countryOf(entity.vatCountry()), Purpose.valueOf(purpose), on))
                .map(WhatIfPaper::policy)
                .orElse("config/fx/policies.csv");
        paper.exchange(
                new TaxPaper.Conversion(
                        purpose.toLowerCase(Locale.ROOT),
                        new TaxPaper.Amount(text(row, "from_currency"), text(row, "from_amount")),
                        text(row, "rate"),
                        new TaxPaper.Amount(text(row, "to_currency"), text(row, "to_amount")),
                        on.toString(),
                        text(row, "age_days"),
                        text(row, "path").replace(";", "; ")),
                policy);
    }

    /** What the document states, in its currency. */
    private void claims(TaxPaper paper) {
        int number = 0;
        for (Map<String, String> row : rows(parts, "vat")) {
            paper.amounts(
                    new TaxPaper.Line("invoice", ++number, text(row, "category"), figure(text(row, "rate"))),
                    List.of(text(row, "base"), text(row, "tax"), "", "", ""),
                    text(header, "currency"));
        }
    }

    private void entries(TaxPaper paper) {
        int number = 0;
        for (Map<String, String> row : rows(consequences, "vat_entries")) {
            var line = new TaxPaper.Line("return", ++number, "", figure(text(row, "rate")));
            List<TaxPaper.Tax> taxes = taxes(text(row, "entry"));
            paper.amounts(
                    line,
                    List.of(
                            text(row, "base"),
                            text(row, "charged"),
                            text(row, "output"),
                            text(row, "input"),
                            text(row, "non_recoverable")),
                    text(row, "currency"));
            paper.taxes(line, text(row, "base"), taxes, text(row, "currency"));
            paper.boxes(
                    List.of(text(row, "base_boxes"), text(row, "output_boxes"), text(row, "input_boxes")),
                    List.of(text(row, "base"), text(row, "output"), text(row, "input")),
                    taxes,
                    text(row, "currency"));
        }
    }

    private List<TaxPaper.Tax> taxes(String entry) {
        return rows(consequences, "vat_taxes").stream()
                .filter(row -> text(row, "entry").equals(entry))
                .map(row -> new TaxPaper.Tax(
                        text(row, "tax"),
                        figure(text(row, "percent")),
                        text(row, "output"),
                        text(row, "input"),
                        text(row, "non_recoverable")))
                .toList();
    }

    /** Of its acceptance; what was paid later is the tale of 'quittance explain'. */
    private void postings(TaxPaper paper) {
        rows(consequences, "postings").stream()
                .filter(row -> text(row, "event_key").startsWith("invoice:"))
                .forEach(row -> paper.posting(
                        text(row, "account"), new BigDecimal(text(row, "amount")), text(row, "currency")));
    }

    private static BigDecimal figure(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static List<Map<String, String>> rows(Map<String, Listing> parts, String name) {
        Listing listing = parts.get(name);
        return listing == null ? List.of() : listing.objects();
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
