package io.quittance.tax.table;

import static io.quittance.tax.table.PublishedAnswers.expect;

import io.quittance.finding.Finding;
import io.quittance.finding.Severity;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.party.Contract;
import io.quittance.party.Contract.BuysAs;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Entity;
import io.quittance.party.SmallBusinessNumber;
import io.quittance.party.Validity;
import io.quittance.tax.TableTaxRules;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxLine;
import io.quittance.tax.TaxPolicies;
import io.quittance.tax.TaxTables;
import io.quittance.tax.Territory;
import io.quittance.tax.VatRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A published purchase, put to the determination as it would come in: with the invoice that such a supplier would send. Where an
 * example names no figure, 1,000.00 is billed.
 */
final class PublishedPurchases {

    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "GR", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT",
            "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "EU");

    private final TaxTables tables;
    private final TaxPolicies policies;
    private final PublishedReturns returns;

    PublishedPurchases(TaxTables tables, TaxPolicies policies, PublishedReturns returns) {
        this.tables = tables;
        this.policies = policies;
        this.returns = returns;
    }

    /** Whether the example is a purchase that the determination knows; if so, what it says differently. */
    boolean ask(WorkedExample example, List<String> differences) {
        if (example.cell("contractor_country").isEmpty()) {
            return standardRate(example, differences);
        }
        Optional<ServiceKind> service = service(example);
        if (service.isEmpty() || currencyless(example)) {
            return false;
        }
        // Land and building sites lie where the customer is, unless the example says where.
        Contract contract = Cases.contract(service.get())
                .at(
                        service.get().followsTheCustomer()
                                ? null
                                : example.given().getOrDefault("land_in", example.cell("payer_country")))
                .boughtAs(buysAs(example));
        Entity payer = payer(example);
        Contractor supplier = supplier(example);
        Invoice invoice = invoice(example);
        TaxDecision decision = decided(invoice, payer, supplier, contract);
        compare(example, decision, differences);
        return true;
    }

    /** In Great Britain what is under CIS, and no written word of an end user; elsewhere examples of building work are of builders. */
    private static BuysAs buysAs(WorkedExample example) {
        if (example.isGiven("cis", "no") || example.isGiven("confirmed_in_writing", "yes")) {
            return BuysAs.USER;
        }
        boolean british = example.cell("payer_country").equals("GB");
        return !british || example.isGiven("cis", "yes") ? BuysAs.BUILDER : BuysAs.UNKNOWN;
    }

    private static boolean currencyless(WorkedExample example) {
        return example.cell("currency").isEmpty();
    }

    /** A rate of a country on a day. */
    private boolean standardRate(WorkedExample example, List<String> differences) {
        if (!example.kind().equals("RATE")) {
            return false;
        }
        BigDecimal ours = tables.standardRate(example.cell("payer_country"), example.date())
                .map(VatRate::percent)
                .orElse(BigDecimal.ZERO);
        expect(differences, "rate", new BigDecimal(example.cell("expected_rate")), ours);
        return true;
    }

    private static Optional<ServiceKind> service(WorkedExample example) {
        String named = example.cell("service").isEmpty() ? "GENERAL" : example.cell("service");
        return Arrays.stream(ServiceKind.values())
                .filter(kind -> kind.name().equals(named))
                .findFirst();
    }

    private TaxDecision decided(Invoice invoice, Entity payer, Contractor supplier, Contract contract) {
        TaxDecision first = TableTaxRules.of(tables).decide(invoice, payer, supplier, contract);
        if (first.treatment() == null) {
            return first;
        }
        var point = policies.point(first, invoice).point();
        return policies.ruled(first, point, new TaxPolicies.Between(payer, supplier, contract));
    }

    private void compare(WorkedExample example, TaxDecision decision, List<String> differences) {
        decision.findings().stream()
                .filter(finding -> finding.severity() != Severity.WARN)
                .map(Finding::toString)
                .forEach(differences::add);
        if (example.has("expected_treatment")) {
            expect(differences, "treatment", example.cell("expected_treatment"), String.valueOf(decision.treatment()));
        }
        List<TaxLine> lines = decision.lines();
        example.amount("expected_rate")
                .ifPresent(rate -> expect(
                        differences,
                        "rate",
                        Set.of(rate.stripTrailingZeros()),
                        lines.stream()
                                .map(line -> line.rate().stripTrailingZeros())
                                .collect(Collectors.toSet())));
        example.amount("expected_output_tax")
                .ifPresent(tax -> expect(
                        differences,
                        "output tax",
                        tax,
                        sum(lines.stream().map(TaxLine::selfAssessed).toList())));
        example.amount("expected_input_tax")
                .ifPresent(tax -> expect(
                        differences,
                        "input tax",
                        tax,
                        sum(lines.stream().map(TaxLine::recoverable).toList())));
        if (example.has("expected_boxes") && decision.treatment() != null) {
            var amounts = new PublishedReturns.Amounts(
                    sum(lines.stream().map(TaxLine::base).toList()),
                    sum(lines.stream().map(TaxLine::charged).toList()),
                    sum(lines.stream().map(TaxLine::selfAssessed).toList()),
                    sum(lines.stream().map(TaxLine::recoverable).toList()));
            BigDecimal rate =
                    lines.isEmpty() ? BigDecimal.ZERO : lines.getFirst().rate();
            returns.compare(example, example.cell("payer_country"), decision.treatment(), rate, amounts, differences);
        }
    }

    private static BigDecimal sum(List<Money> amounts) {
        return amounts.stream().map(Money::getAmount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    private Entity payer(WorkedExample example) {
        String country = place(example, "payer_region", "payer_country", "NL");
        String recovery = switch (example.cell("entity_status")) {
            case "PARTIAL" ->
                example.given()
                        .getOrDefault("percent", example.given().getOrDefault("creditable_extent_percent", "50"));
            case "FRANCHISE", "NONE" -> "0";
            default -> "";
        };
        boolean registered = !example.cell("entity_status").equals("NONE");
        return Cases.payer(country + recovery, registered ? id(country, example.date()) : null);
    }

    /** Who is not registered in the payer's country, is a business at home. */
    private Contractor supplier(WorkedExample example) {
        String country = place(example, "contractor_region", "contractor_country", "DE");
        boolean domestic = example.cell("contractor_country").equals(example.cell("payer_country"));
        VatStanding standing = switch (example.cell("contractor_standing")) {
            case "FRANCHISE" -> VatStanding.FRANCHISE;
            case "NONE" -> domestic ? VatStanding.NONE : VatStanding.REGISTERED;
            default -> VatStanding.REGISTERED;
        };
        return Cases.supplier(country, standing, id(country, example.date())).exempt(exemptions(example));
    }

    /** The number of the small-business scheme, from the day on which it was confirmed. */
    private static List<SmallBusinessNumber> exemptions(WorkedExample example) {
        return example.day("ex_number_confirmed")
                .map(from -> List.of(new SmallBusinessNumber("DE1EX", "NL", new Validity(from, null))))
                .orElse(List.of());
    }

    /** A region where the example names one; the union stands for one of its states. */
    private static String place(WorkedExample example, String region, String column, String anyState) {
        String named = example.given().getOrDefault(region, example.cell(column));
        return named.equals("EU") ? anyState : named;
    }

    private @Nullable String id(String country, LocalDate on) {
        return tables.territory(country, on)
                .map(Territory::vatPrefix)
                .map(prefix -> prefix + "1")
                .orElse("1");
    }

    private Invoice invoice(WorkedExample example) {
        CurrencyUnit currency = CurrencyUnit.of(example.cell("currency"));
        Claim claim = claim(example);
        BigDecimal rate = claim.taxed ? rate(example) : claim.category == VatCategory.O ? null : BigDecimal.ZERO;
        Money base = Money.of(currency, net(example), RoundingMode.HALF_UP);
        Money tax = !claim.taxed
                ? Money.zero(currency)
                : example.amount("vat_charged")
                        .map(charged -> Money.of(currency, charged))
                        .orElseGet(() -> base.multipliedBy(rate(example).movePointLeft(2), RoundingMode.HALF_UP));
        return Cases.billed(currency, new VatBreakdown(claim.category, rate, base, tax), example.date());
    }

    private BigDecimal net(WorkedExample example) {
        return example.amount("net")
                .or(() -> Optional.ofNullable(example.given().get("gross"))
                        .map(gross -> new BigDecimal(gross)
                                .multiply(BigDecimal.valueOf(100))
                                .divide(rate(example).add(BigDecimal.valueOf(100)), 2, RoundingMode.HALF_UP)))
                .orElse(new BigDecimal("1000.00"));
    }

    private BigDecimal rate(WorkedExample example) {
        return example.amount("expected_rate")
                .or(() -> tables.standardRate(place(example, "payer_region", "payer_country", "NL"), example.date())
                        .map(VatRate::percent))
                .orElse(BigDecimal.ZERO);
    }

    private record Claim(VatCategory category, boolean taxed) {}

    /** What such a supplier would write on his invoice. */
    private static Claim claim(WorkedExample example) {
        String from = example.cell("contractor_country");
        if (example.cell("contractor_standing").equals("FRANCHISE")) {
            return new Claim(VatCategory.E, false);
        }
        if (!from.equals(example.cell("payer_country"))) {
            boolean union = UNION.contains(from) && UNION.contains(example.cell("payer_country"));
            return new Claim(union ? VatCategory.AE : VatCategory.O, false);
        }
        boolean reverse = example.isGiven("rct", "yes")
                || (example.isGiven("cis", "yes")
                        && !example.isGiven("confirmed_in_writing", "yes")
                        && !example.date().isBefore(LocalDate.of(2021, 3, 1)));
        return reverse ? new Claim(VatCategory.AE, false) : new Claim(VatCategory.S, true);
    }
}
