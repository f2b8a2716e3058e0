package io.quittance.cli;

import io.quittance.assessment.Accepted;
import io.quittance.assessment.Trial;
import io.quittance.assessment.Verdict;
import io.quittance.bookkeeping.InvoiceBooking;
import io.quittance.finding.Finding;
import io.quittance.fx.Conversion.Converted;
import io.quittance.fx.FxPolicies;
import io.quittance.fx.FxPolicy;
import io.quittance.fx.Rate;
import io.quittance.party.VatId;
import io.quittance.tax.Ruling;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxLine;
import io.quittance.tax.TaxStep;
import io.quittance.tax.VatEntry;
import io.quittance.tax.VatRate;
import io.quittance.tax.trial.Answer;
import io.quittance.tax.trial.Supposition;
import io.quittance.tax.trial.Supposition.Corrected;
import io.quittance.withholding.Part;
import io.quittance.withholding.Withheld;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/** The page about a supposed invoice. */
final class WhatIfPaper {

    private static final String NO_ROW = "none";
    private static final int STORED_DECIMALS = 18;

    private final Supposition question;
    private final Answer answer;
    private final Trial trial;
    private final TaxWhatIf.Tables tables;

    WhatIfPaper(Supposition question, Answer answer, TaxWhatIf.Tables tables) {
        this.question = question;
        this.answer = answer;
        this.trial = answer.trial();
        this.tables = tables;
    }

    Sections sections(List<String> assumptions, RateSource published, Withheld withheld) {
        var paper = new TaxPaper(question.written());
        facts(paper, published);
        assumptions.forEach(paper::supposed);
        trial.findings().forEach(finding -> finding(finding, paper));
        trial.tax().steps().forEach(step -> paper.step(step.question(), step.answer(), step.basis()));
        rateRows().forEach(id -> paper.rate(id, rate(id)));
        trial.conversions().forEach(made -> exchange(made, paper));
        lines(paper);
        withheld(withheld, paper);
        Accepted accepted = trial.accepted();
        if (accepted != null) {
            InvoiceBooking.accepted(accepted)
                    .postings()
                    .forEach(posting -> paper.posting(
                            posting.account(),
                            posting.amount().getAmount(),
                            posting.amount().getCurrencyUnit().getCode()));
        }
        return paper.sections();
    }

    private void facts(TaxPaper paper, RateSource published) {
        TaxDecision tax = trial.tax();
        paper.fact("verdict", trial.verdict().name().toLowerCase(Locale.ROOT) + codes())
                .fact(
                        "treatment",
                        tax.treatment() == null
                                ? "none was decided"
                                : tax.treatment().name())
                .fact("jurisdiction", tax.jurisdiction())
                .fact("tax point", tax.taxPoint().toString())
                .fact("period", period())
                .fact("corrects", corrects())
                .fact("legal reference", DecidingRow.of(tax.steps()))
                .fact("invoice claims", claims())
                .fact("recoverable", question.payer().recoveryPercent() + " % of its input tax")
                .fact("policies", policies())
                .fact("deducted once paid", later(VatEntry.Reckoning::waiting))
                .fact("rounding difference", later(VatEntry.Reckoning::rounding))
                .fact("row of boxes", boxRows())
                .fact("exchange rates", published.from());
    }

    private String period() {
        Accepted accepted = trial.accepted();
        return accepted == null
                ? ""
                : accepted.vatEntries().stream()
                        .map(entry -> TaxPaper.period(
                                YearMonth.from(entry.period()),
                                YearMonth.from(entry.filing().due()),
                                entry.filing().reason()))
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    private String corrects() {
        Corrected corrects = question.corrects();
        return corrects == null
                ? ""
                : "an invoice of %s, supplied on %s: rate of tax and exchange rates are those of that invoice"
                        .formatted(corrects.issued(), corrects.on());
    }

    private String codes() {
        List<String> codes = trial.findings().stream()
                .map(finding -> finding.code().id())
                .distinct()
                .toList();
        return codes.isEmpty() ? "" : " (" + String.join(" ", codes) + ")";
    }

    private String claims() {
        return answer.supposed().invoice().vat().stream()
                .map(claim -> claim.category()
                        + (claim.rate() == null ? "" : " " + claim.rate().toPlainString() + " %")
                        + (claim.tax().isZero() ? " without VAT" : " with VAT of " + claim.tax()))
                .collect(Collectors.joining(", "));
    }

    private String policies() {
        Ruling ruling = trial.tax().ruling();
        if (ruling == null) {
            return "";
        }
        var rows = VatEntry.Rows.of(ruling);
        return TaxPaper.policies(rows.taxPoint(), rows.rounding(), rows.recovery());
    }

    /** Amounts that stand beside input tax; nothing where they are zero. */
    private String later(Function<VatEntry.Reckoning, Money> amount) {
        Accepted accepted = trial.accepted();
        return accepted == null
                ? ""
                : accepted.vatEntries().stream()
                        .map(entry -> amount.apply(entry.reckoning()))
                        .filter(money -> !money.isZero())
                        .map(Money::toString)
                        .collect(Collectors.joining(", "));
    }

    private void withheld(Withheld withheld, TaxPaper paper) {
        if (trial.verdict() == Verdict.REJECTED) {
            return; // It is never paid.
        }
        switch (withheld) {
            case Withheld.Open open ->
                paper.withholding(
                        "not paid", open.code().id() + " " + open.code().title(), open.reason());
            case Withheld.Decided decided -> {
                decided.parts().forEach(part -> part(part, paper));
                if (!decided.review().isEmpty()) {
                    paper.withholding("to be looked at", decided.review(), "nothing stops the payment");
                }
            }
        }
    }

    private static void part(Part part, TaxPaper paper) {
        String below = part.below();
        paper.withholding(
                part.name(),
                below == null
                        ? "%s kept back: %s %% of %s"
                                .formatted(part.keptBack(), part.ratePercent().toPlainString(), part.base())
                        : below,
                part.rule() + ", recorded " + part.recordedAt() + ": " + String.join("; ", part.steps()));
    }

    private String boxRows() {
        Accepted accepted = trial.accepted();
        return accepted == null
                ? ""
                : accepted.vatEntries().stream()
                        .map(entry -> TaxPaper.boxRow(
                                entry.filing().boxRow(), tables.loaded().boxes()))
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    private void finding(Finding finding, TaxPaper paper) {
        paper.finding(finding.printedId(), finding.severity().name(), finding.message(), whatToDo(finding));
    }

    /** Where an option of this command would answer, it is named. */
    private String whatToDo(Finding finding) {
        String option = switch (finding.code()) {
            case TERRITORY_PART_UNKNOWN ->
                " Here: --payer-country CA-ON or --province ON; of the contractor --contractor-country or --contractor-province.";
            case TREATMENT_UNKNOWN ->
                question.place() == null && !question.service().followsTheCustomer() ? " Here: --place CC." : "";
            case RATE_MISSING, RATE_STALE -> " Here: --rates PATH.";
            default -> "";
        };
        return finding.hint() + option;
    }

    private Stream<String> rateRows() {
        return trial.tax().lines().stream()
                .map(TaxLine::rateRow)
                .filter(id -> !id.equals(NO_ROW))
                .distinct();
    }

    private Optional<VatRate> rate(String id) {
        return tables.rates().stream().filter(row -> row.id().equals(id)).findFirst();
    }

    private void exchange(Converted made, TaxPaper paper) {
        String path = made.path().stream().map(WhatIfPaper::published).collect(Collectors.joining("; "));
        paper.exchange(
                new TaxPaper.Conversion(
                        made.purpose().name().toLowerCase(Locale.ROOT),
                        amount(made.from()),
                        stored(made.rate()),
                        amount(made.to()),
                        made.on().toString(),
                        Long.toString(made.ageDays()),
                        path),
                policy(made));
    }

    private static TaxPaper.Amount amount(Money money) {
        return new TaxPaper.Amount(
                money.getCurrencyUnit().getCode(), money.getAmount().toPlainString());
    }

    /** As the database keeps it. */
    private static String stored(BigDecimal rate) {
        return rate.setScale(STORED_DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String published(Rate rate) {
        return rate.pair() + " " + rate.from() + (rate.to().equals(rate.from()) ? "" : " to " + rate.to()) + " "
                + rate.value().toPlainString();
    }

    private String policy(Converted made) {
        return FxPolicies.of(tables.loaded().fx().policies())
                .find(question.payer().id(), VatId.countryOf(question.payer().vatCountry()), made.purpose(), made.on())
                .map(WhatIfPaper::policy)
                .orElse("config/fx/policies.csv");
    }

    static String policy(FxPolicy row) {
        return "policy of %s from %s: %s, %s, at most %d days old; %s"
                .formatted(
                        row.owner(),
                        row.validFrom(),
                        row.source(),
                        row.days().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        row.maxAgeDays(),
                        row.basis());
    }

    /** Both currencies of each line, and the boxes it goes to. */
    private void lines(TaxPaper paper) {
        List<TaxLine> lines = trial.tax().lines();
        Accepted accepted = trial.accepted();
        for (int i = 0; i < lines.size(); i++) {
            TaxLine line = lines.get(i);
            paper.amounts(
                    new TaxPaper.Line("invoice", i + 1, line.category().name(), line.rate()),
                    figures(
                            line.base(),
                            line.charged(),
                            line.selfAssessed(),
                            line.recoverable(),
                            line.nonRecoverable()),
                    line.base().getCurrencyUnit().getCode());
            if (accepted != null) {
                entry(accepted.vatEntries().get(i), line, paper);
            }
        }
    }

    private void entry(VatEntry entry, TaxLine line, TaxPaper paper) {
        String currency = entry.base().getCurrencyUnit().getCode();
        var stated =
                new TaxPaper.Line("return", entry.position(), line.category().name(), entry.rate());
        paper.amounts(
                stated,
                figures(
                        entry.base(),
                        entry.reckoning().charged(),
                        entry.outputTax(),
                        entry.inputTax(),
                        entry.nonRecoverable()),
                currency);
        List<TaxPaper.Tax> taxes = entry.parts().stream().map(WhatIfPaper::tax).toList();
        paper.taxes(stated, figures(entry.base()).getFirst(), taxes, currency);
        paper.boxes(
                List.of(
                        TaxPaper.joined(entry.filing().base()),
                        TaxPaper.joined(entry.filing().outputTax()),
                        TaxPaper.joined(entry.filing().inputTax())),
                figures(entry.base(), entry.outputTax(), entry.inputTax()),
                taxes,
                currency);
    }

    private static TaxPaper.Tax tax(VatEntry.Part part) {
        List<String> figures = figures(part.outputTax(), part.inputTax(), part.nonRecoverable());
        return new TaxPaper.Tax(part.tax(), part.percent(), figures.get(0), figures.get(1), figures.get(2));
    }

    private static List<String> figures(Money... amounts) {
        return Stream.of(amounts)
                .map(Money::getAmount)
                .map(BigDecimal::toPlainString)
                .toList();
    }

    /** The step that says who is liable names the row that decided, and the law behind it. */
    static final class DecidingRow {
        private DecidingRow() {}

        static String of(List<TaxStep> steps) {
            return steps.stream()
                    .filter(step -> step.question().startsWith("6 "))
                    .map(TaxStep::basis)
                    .distinct()
                    .collect(Collectors.joining("; "));
        }
    }
}
