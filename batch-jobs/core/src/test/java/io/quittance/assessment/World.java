package io.quittance.assessment;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.fx.Conversion;
import io.quittance.fx.Conversion.Converted;
import io.quittance.fx.Conversion.Refused;
import io.quittance.fx.Purpose;
import io.quittance.fx.Rate;
import io.quittance.fx.RateBook;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.VatBreakdown;
import io.quittance.money.Rounding;
import io.quittance.party.Address;
import io.quittance.party.Bic;
import io.quittance.party.Contract;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor;
import io.quittance.party.Contractor.Kind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Entity;
import io.quittance.party.Iban;
import io.quittance.party.PayeeAccount;
import io.quittance.party.PayeeAccount.IbanAccount;
import io.quittance.party.PayeeAccount.LocalAccount;
import io.quittance.party.Register;
import io.quittance.party.Validity;
import io.quittance.party.VerifiedAccount;
import io.quittance.tax.Confidence;
import io.quittance.tax.RoundingPolicies;
import io.quittance.tax.RoundingPolicy;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxLine;
import io.quittance.tax.TaxPolicies;
import io.quittance.tax.TaxRules;
import io.quittance.tax.Treatment;
import io.quittance.tax.TreatmentRule;
import io.quittance.vat.Filings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The small world in which documents are assessed in these tests, with fakes of rates and tax rules. */
final class World {

    static final LocalDate BUSINESS_DATE = LocalDate.parse("2026-11-24");

    private static final Validity ALWAYS = days("2020-01-01", null);
    private static final Address UTRECHT = new Address("Lange Straat", "1", "3511 AA", "Utrecht", null, "NL");
    private static final Address NOWHERE = new Address("Hauptstrasse", "1", "10115", null, null, "DE");

    static final Entity NL_BV = entity("NL-BV", 100, ALWAYS);

    static final Register REGISTER = register(Map.of());

    /** With contractors that turned out to be one: id to the id that stays. */
    static Register register(Map<String, String> mergedInto) {
        return Register.of(
                List.of(
                        NL_BV,
                        entity("NL-HALF", 50, ALWAYS),
                        entity("NL-OLD", 100, days("2020-01-01", "2025-12-31")),
                        entity("NL-NEW", 100, days("2026-11-10", null))),
                List.of(
                        contractor("C-1", "Muster Beratung GmbH", "DE", "DE136695976", UTRECHT, ALWAYS, ALWAYS),
                        contractor("C-GONE", "Muster", "DE", null, UTRECHT, ALWAYS, days("2020-01-01", "2026-11-15")),
                        contractor("C-EMPLOYEE", "Muster", "DE", null, UTRECHT, null, ALWAYS),
                        contractor("C-LAPSED", "Muster", "DE", null, UTRECHT, days("2020-01-01", "2026-06-30"), ALWAYS),
                        contractor("C-NOWHERE", "Muster", "DE", null, NOWHERE, ALWAYS, ALWAYS),
                        contractor("C-NEW", "Muster", "DE", null, UTRECHT, ALWAYS, ALWAYS),
                        contractor("C-PLAIN", "Muster", "DE", null, UTRECHT, ALWAYS, ALWAYS),
                        contractor("C-US", "Sample Inc", "US", null, UTRECHT, ALWAYS, ALWAYS),
                        contractor("C-TWIN-A", "Muster", "DE", "DE111111125", UTRECHT, ALWAYS, ALWAYS),
                        contractor("C-TWIN-B", "Muster", "DE", "DE111111125", UTRECHT, ALWAYS, ALWAYS),
                        contractor("C-GB", "Sample Ltd", "GB", "GB980780684", UTRECHT, ALWAYS, ALWAYS)),
                List.of(
                        contract("K-1", "NL-BV", "C-1", "EUR", null),
                        contract("K-NL-HALF", "NL-HALF", "C-1", "EUR", null),
                        contract("K-NL-OLD", "NL-OLD", "C-1", "EUR", null),
                        contract("K-NL-NEW", "NL-NEW", "C-1", "EUR", null),
                        contract("K-CAP", "NL-BV", "C-1", "EUR", "EUR 1000.00"),
                        contract("K-OLD", "NL-BV", "C-1", "EUR", null, days("2020-01-01", "2026-09-30")),
                        contract("K-USD", "NL-BV", "C-1", "USD", null),
                        contract("K-JPY", "NL-BV", "C-1", "JPY", null),
                        contract("K-C-GONE", "NL-BV", "C-GONE", "EUR", null),
                        contract("K-C-EMPLOYEE", "NL-BV", "C-EMPLOYEE", "EUR", null),
                        contract("K-C-LAPSED", "NL-BV", "C-LAPSED", "EUR", null),
                        contract("K-C-NOWHERE", "NL-BV", "C-NOWHERE", "EUR", null),
                        contract("K-C-NEW", "NL-BV", "C-NEW", "EUR", null),
                        contract("K-C-PLAIN", "NL-BV", "C-PLAIN", "EUR", null),
                        contract("K-C-US", "NL-BV", "C-US", "USD", null),
                        contract("K-C-US-EUR", "NL-BV", "C-US", "EUR", null),
                        contract("K-C-TWIN-A", "NL-BV", "C-TWIN-A", "EUR", null),
                        contract("K-C-TWIN-B", "NL-BV", "C-TWIN-B", "EUR", null),
                        contract("K-C-GB", "NL-BV", "C-GB", "GBP", null)),
                List.of(
                        account("C-1", "EUR", iban("DE89370400440532013000"), "2020-02-01"),
                        account("C-1", "USD", iban("DE89370400440532013000"), "2020-02-01"),
                        account("C-1", "JPY", iban("DE89370400440532013000"), "2020-02-01"),
                        account("C-1", "EUR", iban("NL91ABNA0417164300"), null),
                        account("C-GONE", "EUR", iban("DE89370400440532013000"), "2020-02-01"),
                        account("C-EMPLOYEE", "EUR", iban("DE89370400440532013000"), "2020-02-01"),
                        account("C-LAPSED", "EUR", iban("DE89370400440532013000"), "2020-02-01"),
                        account("C-NOWHERE", "EUR", iban("DE89370400440532013000"), "2020-02-01"),
                        account("C-NEW", "EUR", iban("DE89370400440532013000"), null),
                        account("C-PLAIN", "EUR", iban("DE89370400440532013000"), "2020-02-01"),
                        account("C-US", "USD", local("123456789", "CHASUS33"), "2020-02-01"),
                        account("C-TWIN-A", "EUR", iban("FR1420041010050500013M02606"), "2020-02-01"),
                        account("C-TWIN-B", "EUR", iban("BE68539007547034"), "2020-02-01"),
                        account("C-GB", "GBP", iban("GB29NWBK60161331926819"), "2020-02-01")),
                mergedInto);
    }

    /** Euros for one unit; a currency that is not there has no rate. */
    private static final Map<String, String> EUROS = Map.of("USD", "0.8", "GBP", "1.2", "JPY", "0.006", "KWD", "2.5");

    private World() {}

    static Assessor assessor() {
        return assessor(World::reverseCharge);
    }

    static Assessor assessor(TaxRules tax) {
        return Assessor.of(new Assessor.Context(BUSINESS_DATE, REGISTER, RATES, tax, 30));
    }

    static Assessor assessor(Register register, Suspicion suspicion) {
        return Assessor.of(new Assessor.Context(BUSINESS_DATE, register, RATES, World::reverseCharge, 30, suspicion));
    }

    /** One that works with these policies. */
    static Assessor assessor(TaxRules tax, TaxPolicies policies) {
        return Assessor.of(new Assessor.Context(
                BUSINESS_DATE, REGISTER, RATES, tax, 30, Suspicion.DEFAULT, policies, Filings.NONE));
    }

    /** EN 16931's, and for a British supplier VAT Notice 700 17.5: the total may be rounded down to a whole penny. */
    static final RoundingPolicies BRITISH = RoundingPolicies.of(Stream.concat(
                    RoundingPolicies.GENERAL.all().stream(),
                    Stream.of(
                            rounding("GB-UP", "GB", RoundingPolicy.Level.CATEGORY_TOTAL, Rounding.HALF_UP),
                            rounding("GB-DOWN", "GB", RoundingPolicy.Level.CATEGORY_TOTAL, Rounding.DOWN)))
            .toList());

    static RoundingPolicy rounding(String id, String country, RoundingPolicy.Level level, Rounding mode) {
        return new RoundingPolicy(
                id,
                country,
                null,
                level,
                RoundingPolicy.Grain.MINOR_UNIT,
                mode,
                Rounding.HALF_UP,
                List.of(),
                RoundingPolicy.Favour.NEITHER,
                EnumSet.allOf(RoundingPolicy.User.class),
                "test",
                ALWAYS,
                LocalDate.parse("2026-11-26"),
                "test",
                Confidence.HIGH);
    }

    static History nothingBefore() {
        return History.of(Map.of(), Map.of());
    }

    static Assessment assess(Draft draft) {
        return assessor().assess(draft.invoice(), nothingBefore());
    }

    static Dossier dossier(Draft draft) {
        var circumstances = new Dossier.Circumstances(BUSINESS_DATE, REGISTER, Suspicion.DEFAULT, BRITISH);
        return Dossier.open(draft.invoice(), circumstances, nothingBefore());
    }

    /** Rates that rise by a tenth from 2026-11-10 on, so that a test sees which day was asked for. */
    static final RateBook RATES = (entity, purpose, amount, into, on) -> {
        String euros = EUROS.get(amount.getCurrencyUnit().getCode());
        if (euros == null || !into.equals(CurrencyUnit.EUR)) {
            return new Refused(
                    Finding.of(FindingCode.RATE_MISSING, "no rate from " + amount.getCurrencyUnit() + " to " + into));
        }
        boolean later = !on.isBefore(LocalDate.parse("2026-11-10"));
        BigDecimal rate = new BigDecimal(euros).multiply(new BigDecimal(later ? "1.1" : "1"));
        return converted(purpose, amount, into, rate, on);
    };

    private static Conversion converted(
            Purpose purpose, Money amount, CurrencyUnit into, BigDecimal rate, LocalDate on) {
        Money to = Rounding.HALF_UP.amount(into, amount.getAmount().multiply(rate));
        var published = new Rate("TEST", amount.getCurrencyUnit(), into, on, on, rate);
        return new Converted(purpose, amount, to, rate, on, List.of(published));
    }

    /** The payer owes 21 %. */
    static TaxDecision reverseCharge(Invoice invoice, Entity payer, Contractor supplier, Contract contract) {
        List<TaxLine> lines = invoice.vat().stream().map(World::selfAssessed).toList();
        return new TaxDecision(Treatment.EU_SERVICE_RC, "NL", invoice.taxPoint(), List.of(), lines, Findings.NONE);
    }

    /** The payer owes 21 % of what it uses for other purposes. */
    static TaxDecision inPart(Invoice invoice, Entity payer, Contractor supplier, Contract contract) {
        TaxDecision whole = reverseCharge(invoice, payer, supplier, contract);
        List<TaxLine> lines = whole.lines().stream()
                .map(line -> new TaxLine(
                        line.category(),
                        line.rate(),
                        line.rateRow(),
                        line.treatmentRule(),
                        line.components(),
                        line.base(),
                        TreatmentRule.BaseShare.NON_DEDUCTIBLE,
                        line.charged(),
                        line.selfAssessed(),
                        Money.zero(line.base().getCurrencyUnit())))
                .toList();
        return new TaxDecision(
                Treatment.IMPORT_SERVICE_RC_PARTIAL, "ZA", invoice.taxPoint(), List.of(), lines, Findings.NONE);
    }

    private static TaxLine selfAssessed(VatBreakdown vat) {
        BigDecimal rate = new BigDecimal("21");
        Money tax = Rounding.HALF_UP.percent(vat.base(), rate);
        Money none = Money.zero(tax.getCurrencyUnit());
        return new TaxLine(vat.category(), rate, "NL-S", vat.base(), none, tax, tax);
    }

    /** The supplier charges what he charges. */
    static TaxDecision domestic(Invoice invoice, Entity payer, Contractor supplier, Contract contract) {
        List<TaxLine> lines = invoice.vat().stream()
                .map(vat -> new TaxLine(
                        vat.category(),
                        vat.vatGroup().rate(),
                        "NL-S",
                        vat.base(),
                        vat.tax(),
                        Money.zero(vat.tax().getCurrencyUnit()),
                        vat.tax()))
                .toList();
        return new TaxDecision(Treatment.DOMESTIC_TAXABLE, "NL", invoice.taxPoint(), List.of(), lines, Findings.NONE);
    }

    /** There is no tax at all. */
    static TaxDecision outOfScope(Invoice invoice, Entity payer, Contractor supplier, Contract contract) {
        List<TaxLine> lines = invoice.vat().stream()
                .map(vat -> {
                    Money none = Money.zero(vat.base().getCurrencyUnit());
                    return new TaxLine(vat.category(), BigDecimal.ZERO, "none", vat.base(), none, none, none);
                })
                .toList();
        return new TaxDecision(Treatment.OUT_OF_SCOPE, "NL", invoice.taxPoint(), List.of(), lines, Findings.NONE);
    }

    /** No rule fits. */
    static TaxDecision undecided(Invoice invoice, Entity payer, Contractor supplier, Contract contract) {
        Findings why = Findings.of(Finding.of(FindingCode.TREATMENT_UNKNOWN, "no rule fits"));
        return new TaxDecision(null, "NL", invoice.taxPoint(), List.of(), List.of(), why);
    }

    private static Entity entity(String id, int recoveryPercent, Validity validity) {
        return new Entity(
                id, "Example BV", UTRECHT, CurrencyUnit.EUR, "NL", null, null, recoveryPercent, List.of(), validity);
    }

    private static Contractor contractor(
            String id,
            String name,
            String country,
            String vatId,
            Address address,
            Validity evidence,
            Validity validity) {
        return new Contractor(
                id,
                name,
                Kind.COMPANY,
                address,
                country,
                vatId,
                VatStanding.REGISTERED,
                evidence == null ? null : "questionnaire",
                evidence,
                validity);
    }

    private static Contract contract(String id, String entity, String contractor, String currency, String cap) {
        return contract(id, entity, contractor, currency, cap, ALWAYS);
    }

    private static Contract contract(
            String id, String entity, String contractor, String currency, String cap, Validity validity) {
        return new Contract(
                id,
                entity,
                contractor,
                null,
                CurrencyUnit.of(currency),
                cap == null ? null : Money.parse(cap),
                ServiceKind.GENERAL,
                validity);
    }

    private static VerifiedAccount account(String contractor, String currency, PayeeAccount account, String verified) {
        return new VerifiedAccount(
                contractor,
                CurrencyUnit.of(currency),
                account,
                "Holder",
                verified == null ? null : LocalDate.parse(verified),
                ALWAYS);
    }

    private static PayeeAccount iban(String iban) {
        return new IbanAccount(Iban.of(iban), null);
    }

    private static PayeeAccount local(String number, String bic) {
        return new LocalAccount(number, Bic.of(bic), null, null, "US");
    }

    private static Validity days(String from, String to) {
        return new Validity(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }
}
