package io.quittance.assessment;

import static io.quittance.assessment.Arithmetic.figure;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatGroup;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Rules about the totals of a document (EN 16931 BG-22), all to the cent. */
final class TotalRules {

    private static final Comparator<VatGroup> BY_CATEGORY_AND_RATE =
            Comparator.comparing(VatGroup::category).thenComparing(VatGroup::rate);

    private TotalRules() {}

    /** BR-CO-10 and BR-CO-13: the net amounts of the lines are the net total BT-109. We take no document allowances. */
    static Findings linesAddUpToNet(Dossier dossier) {
        Invoice invoice = dossier.invoice();
        List<Money> nets = invoice.lines().stream().map(InvoiceLine::net).toList();
        return mustBe(
                dossier,
                FindingCode.NET_TOTAL_MISMATCH,
                "invoice_net",
                nets,
                invoice.totals().net());
    }

    /** BR-S-08 and its sisters: the lines of each category and rate are its taxable amount BT-116. */
    static Findings linesAddUpToBases(Dossier dossier) {
        Invoice invoice = dossier.invoice();
        Map<VatGroup, List<Money>> nets = grouped(invoice.lines(), InvoiceLine::vatGroup, InvoiceLine::net);
        Map<VatGroup, List<Money>> bases = grouped(invoice.vat(), VatBreakdown::vatGroup, VatBreakdown::base);
        var groups = new TreeSet<>(BY_CATEGORY_AND_RATE);
        groups.addAll(nets.keySet());
        groups.addAll(bases.keySet());
        return groups.stream()
                .flatMap(
                        group -> baseOf(dossier, group, nets.getOrDefault(group, List.of()), bases.get(group)).stream())
                .collect(Findings.gathered());
    }

    private static Findings baseOf(Dossier dossier, VatGroup group, List<Money> nets, @Nullable List<Money> bases) {
        Money computed = total(dossier, nets);
        Money stated = total(dossier, bases == null ? List.of() : bases);
        if (computed.equals(stated)) {
            return Findings.NONE;
        }
        return dossier.finding(
                FindingCode.NET_TOTAL_MISMATCH,
                "vat_category",
                figure(stated),
                figure(computed),
                "lines of " + group + ": " + Arithmetic.stated(Arithmetic.sum(nets), computed, stated)
                        + " as taxable amount (EN 16931 BR-S-08)");
    }

    /** BR-CO-14: the tax of the categories is the VAT total BT-110. */
    static Findings vat(Dossier dossier) {
        List<Money> taxes =
                dossier.invoice().vat().stream().map(VatBreakdown::tax).toList();
        return mustBe(
                dossier,
                FindingCode.VAT_TOTAL_MISMATCH,
                "invoice_vat",
                taxes,
                totals(dossier).vat());
    }

    /** BR-CO-15: net + VAT is gross BT-112. */
    static Findings gross(Dossier dossier) {
        InvoiceTotals totals = totals(dossier);
        return mustBe(
                        dossier,
                        FindingCode.GROSS_MISMATCH,
                        "invoice_gross",
                        List.of(totals.net(), totals.vat()),
                        totals.gross())
                .stream()
                .map(finding -> finding.withHint(finding.hint() + dueAfterwards(dossier)))
                .collect(Findings.gathered());
    }

    /**
     * An amount due that fits the wrong gross total will be wrong by the right one: told now, not on the next night. Where net or
     * VAT are wrong themselves, nobody knows the right one.
     */
    private static String dueAfterwards(Dossier dossier) {
        InvoiceTotals totals = totals(dossier);
        if (!linesAddUpToNet(dossier).isEmpty() || !vat(dossier).isEmpty()) {
            return "";
        }
        Money gross = totals.net().plus(totals.vat());
        Money due = gross.minus(totals.prepaid()).plus(totals.rounding());
        return due.equals(totals.due())
                ? ""
                : " With a gross total of " + figure(gross) + " the amount due is " + figure(due) + ", not "
                        + figure(totals.due()) + ": correct both.";
    }

    /**
     * BR-CO-16: gross less prepaid BT-113 plus rounding BT-114 is the amount due BT-115. Rounding is to a whole unit, so it
     * is never more than one: otherwise it would be a way to ask for any sum.
     */
    static Findings amountDue(Dossier dossier) {
        InvoiceTotals totals = totals(dossier);
        if (totals.rounding().getAmount().abs().compareTo(BigDecimal.ONE) > 0) {
            return dossier.finding(
                    FindingCode.AMOUNT_DUE_MISMATCH,
                    "amount_due",
                    figure(totals.rounding()),
                    "at most 1",
                    "a rounding amount of " + figure(totals.rounding()) + " is more than one unit of "
                            + dossier.invoice().currency());
        }
        List<Money> terms = Stream.of(totals.gross(), totals.prepaid().negated(), totals.rounding())
                .filter(term -> term.equals(totals.gross()) || !term.isZero())
                .toList();
        return mustBe(dossier, FindingCode.AMOUNT_DUE_MISMATCH, "amount_due", terms, totals.due());
    }

    /** Amounts of a document are not negative, in a credit note neither: its kind carries the sign. */
    static Findings signs(Dossier dossier) {
        InvoiceTotals totals = totals(dossier);
        return Stream.of(
                        Map.entry("invoice_net", totals.net()),
                        Map.entry("invoice_vat", totals.vat()),
                        Map.entry("invoice_gross", totals.gross()),
                        Map.entry("prepaid", totals.prepaid()),
                        Map.entry("levy", totals.levy()),
                        Map.entry("amount_due", totals.due()))
                .filter(amount -> amount.getValue().isNegative())
                .map(amount -> Finding.of(
                        FindingCode.SIGN_WRONG,
                        dossier.place(amount.getKey()),
                        figure(amount.getValue()),
                        "0 or more",
                        amount.getKey() + " is " + figure(amount.getValue()) + "; amounts of "
                                + (dossier.invoice().kind() == DocumentKind.INVOICE ? "an invoice" : "a credit note")
                                + " are not negative"))
                .collect(Findings.gathered());
    }

    /** There is nothing to pay or to set off. */
    static Findings somethingIsDue(Dossier dossier) {
        InvoiceTotals totals = totals(dossier);
        if (!totals.due().isZero()) {
            return Findings.NONE;
        }
        return dossier.finding(
                FindingCode.NOTHING_DUE,
                "amount_due",
                figure(totals.due()),
                "more than 0",
                figure(totals.gross()) + " gross - " + figure(totals.prepaid()) + " prepaid leave nothing due");
    }

    private static Findings mustBe(Dossier dossier, FindingCode code, String field, List<Money> terms, Money stated) {
        Money computed = total(dossier, terms);
        return computed.equals(stated)
                ? Findings.NONE
                : dossier.finding(
                        code,
                        field,
                        figure(stated),
                        figure(computed),
                        Arithmetic.stated(Arithmetic.sum(terms), computed, stated));
    }

    private static <T> Map<VatGroup, List<Money>> grouped(
            Collection<T> parts, Function<T, VatGroup> group, Function<T, Money> amount) {
        return parts.stream().collect(Collectors.groupingBy(group, Collectors.mapping(amount, Collectors.toList())));
    }

    private static Money total(Dossier dossier, List<Money> terms) {
        return terms.stream().reduce(Money.zero(dossier.invoice().currency()), Money::plus);
    }

    private static InvoiceTotals totals(Dossier dossier) {
        return dossier.invoice().totals();
    }
}
