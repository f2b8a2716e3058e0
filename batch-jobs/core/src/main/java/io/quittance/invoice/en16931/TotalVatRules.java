package io.quittance.invoice.en16931;

import io.quittance.invoice.en16931.VatTerms.Group;
import io.quittance.invoice.en16931.VatTerms.Totals;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules on the totals: BR-CO-14 to BR-CO-18. */
final class TotalVatRules {

    private TotalVatRules() {}

    /** BR-CO-14: BT-110 is the sum of BT-117. */
    static Stream<Breach> vat(VatTerms terms) {
        Optional<BigDecimal> stated = terms.totals().documentVat();
        if (stated.isEmpty() || (terms.groups().isEmpty() && terms.artefact() == Artefact.UBL)) {
            return Stream.empty();
        }
        BigDecimal sum = Figures.cents(terms.groups().stream()
                .map(Group::tax)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
        return differ("BR-CO-14", "BT-110", stated.get(), sum, "the VAT of the breakdowns comes to ");
    }

    /** BR-CO-15: BT-112 is BT-109 and BT-110. */
    static Stream<Breach> gross(VatTerms terms) {
        Totals totals = terms.totals();
        BigDecimal net = totals.net();
        BigDecimal gross = totals.gross();
        if (net == null || gross == null || (terms.artefact() == Artefact.CII && Figures.same(net, gross))) {
            return Stream.empty();
        }
        if (totals.vatIn(totals.currency()).size() != 1) {
            return Stream.of(new Breach(
                    "BR-CO-15",
                    0,
                    "BT-110",
                    null,
                    "one total of VAT in the currency of the document",
                    "there are " + totals.vatIn(totals.currency()).size()
                            + " totals of VAT in the currency of the document"));
        }
        return totals.documentVat()
                .map(vat -> differ(
                        "BR-CO-15",
                        "BT-112",
                        gross,
                        Figures.cents(net.add(vat)),
                        "net " + Figures.text(net) + " and VAT " + Figures.text(vat) + " come to "))
                .orElse(Stream.empty());
    }

    /** BR-CO-16: BT-115 is BT-112 less BT-113 and with BT-114. */
    static Stream<Breach> due(VatTerms terms) {
        Totals totals = terms.totals();
        BigDecimal gross = totals.gross();
        BigDecimal due = totals.due();
        if (gross == null || due == null) {
            return Stream.empty();
        }
        BigDecimal expected = gross.subtract(DocumentVatRules.orZero(totals.prepaid()))
                .add(DocumentVatRules.orZero(totals.rounding()));
        return differ("BR-CO-16", "BT-115", due, expected, "gross less what was prepaid, with rounding, comes to ");
    }

    private static Stream<Breach> differ(
            String rule, String term, BigDecimal stated, BigDecimal expected, String comesTo) {
        return Figures.same(stated, expected)
                ? Stream.empty()
                : Stream.of(new Breach(
                        rule,
                        0,
                        term,
                        Figures.text(stated),
                        Figures.text(expected),
                        comesTo + Figures.text(expected) + ", but " + Figures.text(stated) + " is stated"));
    }

    /** BR-CO-17: BT-117 is BT-116 x BT-119, or less than one unit off; of a rate that rounds to nothing, nothing. */
    static Stream<Breach> taxOfBreakdowns(VatTerms terms) {
        return terms.groups().stream()
                .filter(group -> !isTax(terms.artefact(), group))
                .map(group -> new Breach(
                        "BR-CO-17",
                        group.line(),
                        "BT-117",
                        Figures.textIfAny(group.tax()),
                        expected(group),
                        "the tax of a breakdown on " + Figures.textIfAny(group.base()) + " at "
                                + Figures.text(DocumentVatRules.orZero(group.rate())) + " % is "
                                + Figures.textIfAny(group.tax()) + ", but should be " + expected(group)
                                + " or less than 1 off"));
    }

    private static String expected(Group group) {
        return Figures.text(Figures.tax(DocumentVatRules.orZero(group.base()), DocumentVatRules.orZero(group.rate())));
    }

    private static boolean isTax(Artefact artefact, Group group) {
        BigDecimal tax = group.tax();
        BigDecimal base = group.base();
        if (tax == null || base == null) {
            return true;
        }
        BigDecimal rate = group.rate();
        if (rate == null || Figures.round(rate).signum() == 0) {
            return Figures.round(tax).signum() == 0;
        }
        BigDecimal off = tax.abs().subtract(Figures.tax(base, rate)).abs();
        // CII lets a whole unit pass, UBL only less.
        return off.compareTo(BigDecimal.ONE) < (artefact == Artefact.CII ? 1 : 0);
    }

    /** BR-CO-18: there is a breakdown. */
    static Stream<Breach> breakdown(VatTerms terms) {
        return terms.groups().isEmpty()
                ? Stream.of(new Breach(
                        "BR-CO-18", 0, "BG-23", null, "at least one VAT breakdown", "there is no VAT breakdown"))
                : Stream.empty();
    }
}
