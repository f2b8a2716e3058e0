package io.quittance.tax.table;

import io.quittance.tax.Filing;
import io.quittance.tax.ReturnBoxes;
import io.quittance.tax.Treatment;
import io.quittance.vat.Filings;
import io.quittance.vat.LedgerSum;
import io.quittance.vat.ReturnForms;
import io.quittance.vat.ReturnLine;
import io.quittance.vat.ReturnPeriods;
import io.quittance.vat.VatReturn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The boxes of a purchase, as the form of its jurisdiction declares them. */
final class PublishedReturns {

    /** Forms are read as of today: the tables hold those in force. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private final ReturnBoxes boxes;
    private final ReturnForms forms;

    PublishedReturns(ReturnBoxes boxes, ReturnForms forms) {
        this.boxes = boxes;
        this.forms = forms;
    }

    /** What a purchase comes to. */
    record Amounts(BigDecimal base, BigDecimal charged, BigDecimal output, BigDecimal input) {}

    /** The published boxes; others are not asked about. */
    void compare(
            WorkedExample example,
            String form,
            Treatment treatment,
            BigDecimal rate,
            Amounts amounts,
            List<String> differences) {
        Map<String, BigDecimal> declared = declared(form, treatment, rate, amounts);
        WorkedExample.pairs(example.cell("expected_boxes"))
                .forEach((box, figure) -> PublishedAnswers.expect(
                        differences,
                        "box " + box,
                        new BigDecimal(figure).stripTrailingZeros(),
                        declared.getOrDefault(box, BigDecimal.ZERO).stripTrailingZeros()));
    }

    private Map<String, BigDecimal> declared(String form, Treatment treatment, BigDecimal rate, Amounts amounts) {
        Filing filing = Filings.of(boxes, forms, List.of(), ReturnPeriods.of(List.of()))
                .filing("E", form, treatment, rate, Filings.Days.of(TODAY));
        var sum = new LedgerSum(
                treatment,
                filing.boxRow(),
                new LedgerSum.Boxes(filing.base(), filing.outputTax(), filing.inputTax()),
                amounts.base,
                amounts.charged,
                amounts.base.add(amounts.charged),
                amounts.output,
                amounts.input,
                1);
        var declared = new HashMap<String, BigDecimal>();
        for (ReturnLine line : VatReturn.of(forms.find(form, TODAY).orElse(null), 2, List.of(sum))
                .lines()) {
            declared.putIfAbsent(line.box(), line.declared());
        }
        return declared;
    }

    /** How a form rounds one figure. */
    boolean rounding(WorkedExample example, List<String> differences) {
        BigDecimal none = new BigDecimal("0.00");
        switch (example.id()) {
            case "NL-06" ->
                figure(
                        differences,
                        "NL 5b",
                        "1",
                        Treatment.DOMESTIC_TAXABLE,
                        new Amounts(none, none, none, exact(example)));
            case "SG-07" ->
                figure(
                        differences,
                        "SG 5",
                        "1000",
                        Treatment.DOMESTIC_TAXABLE,
                        new Amounts(exact(example), none, none, none));
            case "AU-10" ->
                figure(
                        differences,
                        "AU 1B",
                        example.told().get("reported"),
                        Treatment.DOMESTIC_TAXABLE,
                        new Amounts(
                                none, none, none, new BigDecimal(example.given().get("amount"))));
            case "FR-04" -> {
                List<BigDecimal> exact = WorkedExample.numbers(example.given().get("base_exact"));
                List<BigDecimal> told = WorkedExample.numbers(example.told().get("base"));
                for (int i = 0; i < exact.size(); i++) {
                    var amounts = new Amounts(exact.get(i), none, none, none);
                    figure(differences, "FR A3", told.get(i).toPlainString(), Treatment.EU_SERVICE_RC, amounts);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal exact(WorkedExample example) {
        return new BigDecimal(example.given().get("exact"));
    }

    private void figure(List<String> differences, String box, String told, Treatment treatment, Amounts amounts) {
        String[] name = box.split(" ");
        BigDecimal declared = declared(name[0], treatment, new BigDecimal(rate(name[0])), amounts)
                .getOrDefault(name[1], BigDecimal.ZERO);
        PublishedAnswers.expect(
                differences, box, new BigDecimal(told).stripTrailingZeros(), declared.stripTrailingZeros());
    }

    private static String rate(String form) {
        return switch (form) {
            case "NL" -> "21";
            case "SG" -> "9";
            case "AU" -> "10";
            default -> "20";
        };
    }
}
