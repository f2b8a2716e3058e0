package io.quittance.tax;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.VatBreakdown;
import io.quittance.tax.TreatmentRule.BaseShare;
import io.quittance.tax.VatRate.RateClass;
import io.quittance.tax.WorkingPaper.Ruled;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** Steps 8 and 11: the rate row in force, the tax by it, and the part that may be deducted. */
final class Amounts {

    private static final String NO_ROW = "none";
    private static final int WHOLE = 100;

    private Amounts() {}

    static void rates(Case given, WorkingPaper paper) {
        paper.ruled().replaceAll(ruled -> switch (ruled.treatment()) {
            case DOMESTIC_TAXABLE, FOREIGN_VAT_CHARGED -> taken(ruled, claimed(ruled.claim(), given, paper), paper);
            case DOMESTIC_RC,
                    EU_SERVICE_RC,
                    NON_EU_SERVICE_RC,
                    IMPORT_SERVICE_RC,
                    IMPORT_SERVICE_RC_PARTIAL,
                    IMPORT_SERVICE_RC_NON_DEDUCTIBLE -> taken(ruled, own(ruled.rule(), given, paper), paper);
            case DOMESTIC_ZERO, DOMESTIC_EXEMPT, FRANCHISE -> inNamedPart(ruled, given, paper);
            case NO_ABN_WITHHOLDING, OUT_OF_SCOPE -> ruled;
        });
    }

    /** Where the tax hangs on the province, nobody knows what is free of it in one that is not named. */
    private static Ruled inNamedPart(Ruled ruled, Case given, WorkingPaper paper) {
        if (given.taxedIn().region().equals(Territory.PART_UNKNOWN)) {
            paper.findOnce(partUnknown(Claims.written(ruled.claim()), given, paper));
        }
        return ruled;
    }

    static void recoverability(Case given, WorkingPaper paper) {
        int percent = given.payer().recoveryPercent();
        paper.note(
                Step.RECOVERY,
                () -> percent + " %",
                List.of(),
                () -> "%s's proportion, Directive 2006/112 art. 168, 173-175 and equivalents"
                        .formatted(given.payer().id()));
        for (Ruled ruled : paper.ruled()) {
            // Another country's VAT is never deducted here: it is refunded there, or a cost.
            paper.line(line(ruled, ruled.treatment() == Treatment.FOREIGN_VAT_CHARGED ? 0 : percent));
        }
    }

    private static TaxLine line(Ruled ruled, int recoveryPercent) {
        VatBreakdown claim = ruled.claim();
        Money none = Money.zero(claim.base().getCurrencyUnit());
        BaseShare taxed = ruled.rule().own().share();
        int recoverable = taxed == BaseShare.WHOLE ? recoveryPercent : 0;
        Money base = taxed == BaseShare.WHOLE
                ? claim.base()
                : share(claim.base(), BigDecimal.valueOf(WHOLE - recoveryPercent));
        Money selfAssessed = ruled.treatment().isSelfAssessed() ? share(base, ruled.percent()) : none;
        Money tax = claim.tax().plus(selfAssessed);
        return new TaxLine(
                claim.category(),
                ruled.percent(),
                ruled.rate() == null ? NO_ROW : ruled.rate().id(),
                ruled.rule().id(),
                ruled.rate() == null ? List.of() : ruled.rate().components(),
                claim.base(),
                taxed,
                claim.tax(),
                selfAssessed,
                share(tax, BigDecimal.valueOf(recoverable)));
    }

    /** So many per cent of an amount, half up to its minor unit (tax.md 8: per category total). */
    private static Money share(Money amount, BigDecimal percent) {
        return amount.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP);
    }

    private static Ruled taken(Ruled ruled, Optional<VatRate> found, WorkingPaper paper) {
        if (found.isEmpty()) {
            return ruled;
        }
        VatRate rate = found.get();
        paper.note(Step.RATE, rate::written, rows(rate, ruled.rule()), rate::source);
        if (rate.confidence() != Confidence.HIGH && !paper.findings().has(FindingCode.VAT_RATE_UNCERTAIN)) {
            paper.find(Finding.of(
                    FindingCode.VAT_RATE_UNCERTAIN,
                    paper.place("BT-119"),
                    rate.written(),
                    "a row of confidence high",
                    "rate row %s is of %s confidence".formatted(rate.id(), rate.confidence())));
        }
        return ruled.with(rate);
    }

    private static Optional<VatRate> claimed(VatBreakdown claim, Case given, WorkingPaper paper) {
        BigDecimal percent = claim.rate() == null ? BigDecimal.ZERO : claim.rate();
        Optional<VatRate> row = given.tables().rateOf(given.taxedIn().area(), given.region(), percent, given.on());
        if (row.isEmpty()) {
            missing(Claims.written(claim), given, paper);
        }
        return row;
    }

    /** The rule decides about the rate where it asks for another class than the standard one. */
    private static List<String> rows(VatRate rate, TreatmentRule rule) {
        return rule.own().rateClass() == RateClass.STANDARD ? List.of(rate.id()) : List.of(rate.id(), rule.id());
    }

    private static Optional<VatRate> own(TreatmentRule rule, Case given, WorkingPaper paper) {
        RateClass wanted = rule.own().rateClass();
        Optional<VatRate> row = given.tables().rateOf(given.here().area(), given.region(), wanted, given.on());
        if (row.isEmpty()) {
            missing("the payer's %s rate".formatted(wanted.written()), given, paper);
        }
        return row;
    }

    private static void missing(String wanted, Case given, WorkingPaper paper) {
        if (hangsOnThePart(given)) {
            paper.findOnce(partUnknown(wanted, given, paper));
            return;
        }
        String area = given.region().isEmpty() ? given.taxedIn().area() : given.region();
        String inForce = given.tables().ratesInForce(given.taxedIn().area(), given.region(), given.on()).stream()
                .map(VatRate::written)
                .collect(Collectors.joining(", "));
        paper.note(Step.RATE, () -> "none fits", List.of(), () -> "rates.csv");
        paper.find(Finding.of(
                FindingCode.VAT_RATE_NOT_IN_FORCE,
                paper.place("BT-119"),
                wanted,
                inForce.isEmpty() ? "a row of rates.csv" : inForce,
                "%s is not in force in %s on %s; in force: %s"
                        .formatted(wanted, area, given.on(), inForce.isEmpty() ? "no row" : inForce)));
    }

    /** No rate of the whole area, but rates of parts of it; or a territory that says so itself. */
    private static boolean hangsOnThePart(Case given) {
        String area = given.taxedIn().area();
        return given.region().equals(Territory.PART_UNKNOWN)
                || (given.region().equals(VatRate.WHOLE_AREA)
                        && given.tables().ratesInForce(area, given.on()).isEmpty()
                        && !given.tables().partsWithRates(area, given.on()).isEmpty());
    }

    private static Finding partUnknown(String wanted, Case given, WorkingPaper paper) {
        return Finding.of(
                FindingCode.TERRITORY_PART_UNKNOWN,
                paper.place("BT-119"),
                wanted,
                "a part of the country, such as "
                        + given.tables().partsWithRates(given.taxedIn().area(), given.on()).stream()
                                .findFirst()
                                .orElse(given.taxedIn().area() + "-XX"),
                "the rate in %s hangs on the state, province or municipality; the register has %s for the payer, %s for the supplier"
                        .formatted(
                                given.taxedIn().area(),
                                given.here().code(),
                                given.there().code()));
    }
}
