package io.quittance.tax.table;

import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.VatId;
import io.quittance.party.VatIdCheck;
import io.quittance.tax.RecoveryRule.Purchase;
import io.quittance.tax.RoundingPolicies.Taxed;
import io.quittance.tax.TaxDates;
import io.quittance.tax.TaxPolicies;
import io.quittance.tax.Treatment;
import io.quittance.vat.ReturnForms;
import io.quittance.vat.table.ReturnTableFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the program says of a published example, next to what was published; every part of it that somebody here can answer. */
final class PublishedAnswers {

    private final TaxPolicies policies;
    private final PublishedPurchases purchases;
    private final PublishedReturns returns;

    PublishedAnswers(Path shipped) throws IOException {
        ReturnForms forms = ReturnTableFiles.forms(shipped);
        this.policies = TaxPolicyFiles.read(shipped);
        this.returns = new PublishedReturns(TaxTableFiles.boxes(shipped), forms);
        this.purchases = new PublishedPurchases(TaxTableFiles.read(shipped), policies, returns);
    }

    /** Every difference; empty where nobody here answers such a question. */
    Optional<List<String>> differences(WorkedExample example) {
        var differences = new ArrayList<String>();
        boolean asked = switch (example.kind()) {
            case "ID_CHECK" -> id(example, differences);
            case "TREATMENT", "RATE", "BOXES" -> purchases.ask(example, differences);
            case "ROUNDING" -> rounding(example, differences);
            case "RECOVERY" -> recovery(example, differences);
            case "TAX_POINT" -> taxPoint(example, differences);
            default -> false;
        };
        return asked ? Optional.of(differences) : Optional.empty();
    }

    private static boolean id(WorkedExample example, List<String> differences) {
        String country = example.cell("payer_country");
        // What is published of Norway is the number of the organisation; its VAT number bears MVA behind it.
        String number = example.given().get("number") + (country.equals("NO") ? "MVA" : "");
        VatIdCheck check = VatId.check(country, number);
        expect(differences, "valid", example.told().get("valid"), check.valid() ? "yes" : "no");
        return true;
    }

    private boolean rounding(WorkedExample example, List<String> differences) {
        if (example.isGiven("level", "RETURN") || example.given().containsKey("return")) {
            return returns.rounding(example, differences);
        }
        boolean total = total(example, differences);
        boolean raw = rawTax(example, differences);
        boolean treated = example.has("expected_treatment") && purchases.ask(example, differences);
        return total || raw || treated;
    }

    /** The published total is one of those that a supplier there may arrive at. */
    private boolean total(WorkedExample example, List<String> differences) {
        if (!example.has("expected_rate")) {
            return false;
        }
        String jurisdiction = example.cell("payer_country");
        CurrencyUnit currency = CurrencyUnit.of(example.cell("currency"));
        BigDecimal rate = new BigDecimal(example.cell("expected_rate"));
        Optional<Money> net = example.amount("net").map(amount -> Money.of(currency, amount));
        List<String> published = published(example.told());
        if (net.isEmpty() || published.isEmpty()) {
            return false;
        }
        List<Money> lines = example.given().containsKey("lines")
                ? WorkedExample.numbers(example.given().get("lines")).stream()
                        .map(line -> Money.of(currency, line))
                        .toList()
                : List.of(net.get());
        NavigableSet<Money> reachable =
                policies.roundings().reachable(jurisdiction, new Taxed(net.get(), lines, rate, example.date()));
        published.forEach(tax -> expect(
                differences, "a reachable tax", true, reachable.contains(Money.of(currency, new BigDecimal(tax)))));
        return true;
    }

    /** {@code tax}, or the alternatives that the authority allows. */
    private static List<String> published(Map<String, String> told) {
        var published = new ArrayList<String>();
        for (String key : List.of("tax", "combined", "half_up", "concession_down")) {
            if (told.containsKey(key)) {
                published.add(told.get(key));
            }
        }
        if (told.containsKey("separate")) {
            String[] parts = told.get("separate").split("\\+");
            published.add(new BigDecimal(parts[0]).add(new BigDecimal(parts[1])).toPlainString());
        }
        return published;
    }

    /** An unrounded tax, as 1 % of a hundred times itself; of several lines on one invoice, summed up before. */
    private boolean rawTax(WorkedExample example, List<String> differences) {
        String raw = example.given().getOrDefault("raw_tax", example.given().get("line_raw_tax"));
        String told = example.told().get("tax");
        if (raw == null || told == null) {
            return false;
        }
        List<BigDecimal> taxes = WorkedExample.numbers(raw);
        List<BigDecimal> expected = WorkedExample.numbers(told);
        if (expected.size() == taxes.size()) {
            for (int i = 0; i < taxes.size(); i++) {
                payer(example, List.of(taxes.get(i)), expected.get(i), differences);
            }
        } else {
            payer(example, taxes, expected.getFirst(), differences);
        }
        return true;
    }

    private void payer(WorkedExample example, List<BigDecimal> taxes, BigDecimal expected, List<String> differences) {
        CurrencyUnit currency = CurrencyUnit.of(example.cell("currency"));
        List<Money> lines = taxes.stream()
                .map(tax -> Money.of(currency, tax.movePointRight(2).setScale(2)))
                .toList();
        Money tax = policies.roundings()
                .ofPayer(example.cell("payer_country"), currency, example.date())
                .tax(Money.total(lines), lines, BigDecimal.ONE);
        expect(differences, "rounded tax", Money.of(currency, expected), tax);
    }

    private boolean recovery(WorkedExample example, List<String> differences) {
        if (example.has("expected_treatment")) {
            return purchases.ask(example, differences);
        }
        String proportion =
                example.given().getOrDefault("percent", example.given().get("commercial_use_percent"));
        if (proportion == null
                || example.isGiven("financial_institution", "yes")
                || example.isGiven("method", "PRORRATA_ESPECIAL")) {
            return false;
        }
        var recovery = policies.recoveries()
                .of(new Purchase(
                        example.cell("payer_country"),
                        Treatment.DOMESTIC_TAXABLE,
                        true,
                        VatStanding.REGISTERED,
                        ServiceKind.GENERAL,
                        Integer.parseInt(proportion),
                        example.date()));
        if (example.told().containsKey("recoverable_percent")) {
            expect(
                    differences,
                    "recoverable per cent",
                    0,
                    recovery.percent().compareTo(new BigDecimal(example.told().get("recoverable_percent"))));
            return true;
        }
        Money deducted = WorkedExample.numbers(example.given().get("vat")).stream()
                .map(vat -> recovery.of(Money.of(CurrencyUnit.of(example.cell("currency")), vat)))
                .reduce(Money::plus)
                .orElseThrow();
        expect(differences, "input tax", example.amount("expected_input_tax").orElseThrow(), deducted.getAmount());
        return true;
    }

    private boolean taxPoint(WorkedExample example, List<String> differences) {
        if (!example.told().containsKey("tax_point")) {
            return false;
        }
        // Work with materials is no service of art. 196 in Germany: section 13b(2) holds, as among residents.
        Treatment treatment = example.has("expected_treatment")
                ? Treatment.valueOf(example.cell("expected_treatment"))
                : Treatment.DOMESTIC_RC;
        LocalDate performed = example.day("performed_to")
                .or(() -> example.day("performed"))
                .or(() -> example.day("period_end"))
                .orElseGet(example::date);
        LocalDate from = example.isGiven("continuous", "yes") ? performed.withDayOfMonth(1) : performed;
        TaxDates dates = new TaxDates(
                from,
                performed,
                null,
                example.day("invoice_date").orElse(performed),
                example.day("paid").orElse(null));
        LocalDate day = policies.points()
                .derive(example.cell("payer_country"), treatment, dates)
                .point()
                .day();
        if (example.told().containsKey("period")) {
            expect(differences, "period", YearMonth.parse(example.told().get("period")), YearMonth.from(day));
        } else {
            expect(differences, "tax point", LocalDate.parse(example.told().get("tax_point")), day);
        }
        return true;
    }

    static void expect(List<String> differences, String what, Object published, Object ours) {
        if (!published.equals(ours)) {
            differences.add(what + ": published " + published + ", ours " + ours);
        }
    }
}
