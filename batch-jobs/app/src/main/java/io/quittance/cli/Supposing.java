package io.quittance.cli;

import io.quittance.cli.TaxWhatIf.PayerOptions;
import io.quittance.cli.TaxWhatIf.PaymentOptions;
import io.quittance.cli.TaxWhatIf.ServiceOptions;
import io.quittance.cli.TaxWhatIf.SupplierOptions;
import io.quittance.finding.Place;
import io.quittance.invoice.VatCategory;
import io.quittance.party.Address;
import io.quittance.party.Contract.BuysAs;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Countries;
import io.quittance.party.Entity;
import io.quittance.party.SmallBusinessNumber;
import io.quittance.party.Validity;
import io.quittance.party.VatId;
import io.quittance.party.VatIdCheck;
import io.quittance.table.Cells;
import io.quittance.table.TableError;
import io.quittance.tax.Territory;
import io.quittance.tax.trial.SupposedParties;
import io.quittance.tax.trial.SupposedParties.Party;
import io.quittance.tax.trial.SupposedWithholding;
import io.quittance.tax.trial.Supposition;
import io.quittance.tax.trial.Supposition.Claim;
import io.quittance.tax.trial.Supposition.Corrected;
import io.quittance.withholding.IncomeKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Makes a question of the options of {@code tax what-if}, and keeps what it had to suppose for that. */
final class Supposing {

    /** Codes of tax territories that are no countries of ISO 3166. */
    private static final List<String> OTHER_CODES = List.of("EA", "EL", "IC", "XI");

    private static final String NONE = "none";
    private static final int ALL = 100;

    private final TaxWhatIf.Tables tables;
    private final LocalDate on;
    private final LocalDate issued;
    private final SupposedParties parties;
    private final List<String> assumptions = new ArrayList<>();

    /** @param issued whose parties of the register are asked about, as of any document */
    Supposing(TaxWhatIf.Tables tables, LocalDate on, LocalDate issued) {
        this.tables = tables;
        this.on = on;
        this.issued = issued;
        this.parties = new SupposedParties(tables.tax(), tables.loaded().fx().withdrawn(), on);
    }

    /** The question. @throws Refused when an option cannot be understood, with what is known */
    Supposition question(PayerOptions payer, SupplierOptions supplier, ServiceOptions service) {
        Entity pays = payer(payer);
        Contractor supplies = supplier(supplier);
        CurrencyUnit currency = service.currency == null ? pays.functionalCurrency() : currency(service.currency);
        ServiceKind kind = kind(service.name);
        Money net = money("--net", service.net, currency);
        if (!net.isPositive()) {
            throw wrong("--net", service.net, "an amount above zero");
        }
        return new Supposition(
                pays,
                smallBusiness(supplies, supplier.exNumber, pays),
                kind,
                place(service.place, kind),
                net,
                on,
                issued,
                claim(service, currency),
                corrected(service),
                buysAs(service.buysAs, kind));
    }

    private BuysAs buysAs(@Nullable String written, ServiceKind kind) {
        if (written == null) {
            if (kind == ServiceKind.CONSTRUCTION) {
                assumptions.add("nobody says as what the payer buys building work: use --buys-as");
            }
            return BuysAs.UNKNOWN;
        }
        return switch (written.strip().toLowerCase(Locale.ROOT)) {
            case "builder" -> BuysAs.BUILDER;
            case "user" -> BuysAs.USER;
            default -> throw wrong("--buys-as", written, "builder or user");
        };
    }

    private @Nullable Corrected corrected(ServiceOptions options) {
        boolean credit = options.kind != null && isCreditNote(options.kind);
        if (!credit) {
            refuse("--corrects-date", options.corrects);
            refuse("--corrects-invoiced", options.correctsInvoiced);
            return null;
        }
        if (options.corrects == null) {
            throw new Refused(
                    ExitCode.USAGE,
                    "a credit note copies the rates of the invoice that it takes back: give --corrects-date.");
        }
        LocalDate invoiced = options.correctsInvoiced == null ? options.corrects : options.correctsInvoiced;
        if (invoiced.isAfter(issued)) {
            throw wrong("--corrects-date", invoiced.toString(), "no later than the credit note, " + issued);
        }
        assumptions.add("the invoice of " + invoiced + " that is taken back was accepted, and is of the same kind");
        return new Corrected(options.corrects, invoiced);
    }

    private static void refuse(String option, @Nullable LocalDate day) {
        if (day != null) {
            throw new Refused(ExitCode.USAGE, option + " is for --kind credit-note.");
        }
    }

    private static boolean isCreditNote(String kind) {
        return switch (kind.strip().toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "credit-note" -> true;
            case "invoice" -> false;
            default -> throw wrong("--kind", kind, "invoice or credit-note");
        };
    }

    /** How it is paid, as far as it was said. */
    SupposedWithholding.Payment payment(PaymentOptions options) {
        assumptions.add("nothing was paid to the contractor before");
        return new SupposedWithholding.Payment(
                options.paid == null ? on : options.paid,
                options.tin == null ? null : isYes(options.tin),
                options.income == null ? null : named(IncomeKind.class, "--income", options.income),
                options.performedIn == null ? null : country("--performed-in", options.performedIn));
    }

    private static boolean isYes(String answer) {
        return switch (answer.strip().toLowerCase(Locale.ROOT)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw wrong("--tin", answer, "yes or no");
        };
    }

    /** What was not said and is supposed, in the order in which it was missed. */
    List<String> assumptions() {
        return List.copyOf(assumptions);
    }

    private Contractor smallBusiness(Contractor supplier, @Nullable String exNumber, Entity payer) {
        if (exNumber == null) {
            return supplier;
        }
        try {
            return supplier.exempt(List.of(new SmallBusinessNumber(
                    exNumber.strip().toUpperCase(Locale.ROOT), payer.vatCountry(), new Validity(on, on))));
        } catch (IllegalArgumentException none) {
            throw wrong("--ex-number", exNumber, "a number that ends in EX");
        }
    }

    private @Nullable String place(@Nullable String place, ServiceKind kind) {
        if (place == null && !kind.followsTheCustomer()) {
            assumptions.add("nobody says where the land lies or the event is held: use --place");
        }
        return place == null ? null : country("--place", place);
    }

    /** The part of a country that has a row of its own, else the country. */
    private String territory(String option, String country, @Nullable String part) {
        if (part == null) {
            return country;
        }
        List<String> parts = parts(country);
        String code = country + "-" + part.strip().toUpperCase(Locale.ROOT);
        if (!parts.isEmpty() && !parts.contains(code)) {
            throw wrong(
                    option,
                    part,
                    "one of "
                            + parts.stream()
                                    .map(known -> known.substring(country.length() + 1))
                                    .toList());
        }
        return parts.isEmpty() ? country : code;
    }

    /** The states or provinces of a country that have rows of their own, on whatever day. */
    private List<String> parts(String country) {
        return tables.tax().territories().stream()
                .map(Territory::code)
                .filter(code -> code.startsWith(country + "-"))
                .distinct()
                .sorted()
                .toList();
    }

    private static @Nullable String payersId(@Nullable String vatId, Entity found) {
        if (vatId == null) {
            return found.vatId();
        }
        String stated = stated(vatId);
        String country = found.vatCountry();
        if (stated != null && VatId.knows(country)) {
            VatIdCheck check = VatId.check(country, stated);
            if (!check.valid()) {
                throw wrong("--payer-vat-id", vatId, "a VAT id of %s, or none: %s".formatted(country, check.reason()));
            }
        }
        return stated;
    }

    private Entity payer(PayerOptions options) {
        oneOf("--entity", options.entity, "--payer-country", options.country);
        Entity found = options.entity == null ? anyPayer(options) : registered(options.entity);
        return new Entity(
                found.id(),
                found.name(),
                options.province == null ? found.address() : in(options.province, found.address()),
                found.functionalCurrency(),
                territory("--province", found.vatCountry(), options.province),
                payersId(options.vatId, found),
                found.legalId(),
                options.recoveryPercent == null ? found.recoveryPercent() : percent(options.recoveryPercent),
                found.accounts(),
                found.validity());
    }

    private Entity registered(String id) {
        return tables.loaded()
                .register()
                .entity(id, issued)
                .orElseThrow(() -> wrong(
                        "--entity",
                        id,
                        tables.loaded().register().entities().stream()
                                        .map(Entity::id)
                                        .sorted()
                                        .toList() + ""));
    }

    private Entity anyPayer(PayerOptions options) {
        String country = country("--payer-country", Objects.requireNonNull(options.country));
        if (options.vatId == null) {
            assumptions.add("the payer has a VAT id of " + country);
        }
        if (options.recoveryPercent == null) {
            assumptions.add("the payer may deduct all its input tax");
        }
        try {
            return parties.payer(new Party(country, options.province, parties.anyVatId(country)), ALL);
        } catch (IllegalArgumentException unknown) {
            throw wrong("--payer-country", country, "a country with a currency");
        }
    }

    private Contractor supplier(SupplierOptions options) {
        oneOf("--contractor", options.contractor, "--contractor-country", options.country);
        Contractor found = options.contractor == null ? anySupplier(options) : registeredSupplier(options.contractor);
        VatStanding standing = options.standing == null
                ? found.standing()
                : named(VatStanding.class, "--contractor-standing", options.standing);
        return new Contractor(
                found.id(),
                found.name(),
                options.kind == null ? found.kind() : named(Contractor.Kind.class, "--contractor-kind", options.kind),
                options.province == null ? found.address() : in(options.province, found.address()),
                territory("--contractor-province", found.vatCountry(), options.province),
                options.vatId == null ? found.vatId() : stated(options.vatId),
                standing,
                found.classification(),
                found.classificationValidity(),
                found.validity(),
                found.exemptions());
    }

    private Contractor registeredSupplier(String id) {
        return tables.loaded()
                .register()
                .contractor(id, issued)
                .orElseThrow(() -> wrong("--contractor", id, "an id of config/register/contractors.csv"));
    }

    private Contractor anySupplier(SupplierOptions options) {
        String country = country("--contractor-country", Objects.requireNonNull(options.country));
        VatStanding standing = options.standing == null
                ? supposed(parties.usualStanding(country), "the contractor's standing there is ")
                : named(VatStanding.class, "--contractor-standing", options.standing);
        Contractor.Kind kind = options.kind == null
                ? supposed(Contractor.Kind.COMPANY, "the contractor is a ")
                : named(Contractor.Kind.class, "--contractor-kind", options.kind);
        boolean numbered = options.vatId == null && standing != VatStanding.NONE;
        if (numbered) {
            assumptions.add("the contractor has a VAT id of " + country);
        }
        return parties.supplier(
                new Party(country, options.province, numbered ? parties.anyVatId(country) : null), kind, standing);
    }

    private ServiceKind kind(@Nullable String name) {
        if (name == null) {
            return supposed(ServiceKind.GENERAL, "the service is of the kind ");
        }
        return tables.services()
                .find(name)
                .orElseThrow(() ->
                        wrong("--service", name, "one of: " + tables.services().known()));
    }

    private Claim claim(ServiceOptions service, CurrencyUnit currency) {
        VatCategory category =
                service.category == null ? null : named(VatCategory.class, "--category", service.category);
        BigDecimal rate = service.rate == null ? null : figure("--vat-rate", service.rate);
        Money charged = service.charged == null ? null : money("--vat-charged", service.charged, currency);
        if (category == null && rate == null && charged == null) {
            assumptions.add("the invoice is written as the rules expect it");
        }
        return new Claim(category, rate, charged);
    }

    private <E extends Enum<E>> E supposed(E value, String sentence) {
        assumptions.add(sentence + value.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        return value;
    }

    private String country(String option, String written) {
        String country = written.strip().toUpperCase(Locale.ROOT);
        boolean known = country.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?")
                && (Countries.exists(country.substring(0, 2)) || OTHER_CODES.contains(country));
        if (!known) {
            throw wrong(option, written, "a code of ISO 3166 such as NL, GB or CA-ON, or one of " + OTHER_CODES);
        }
        return country;
    }

    private static Address in(String province, Address there) {
        return new Address(there.street(), there.building(), there.postCode(), there.town(), province, there.country());
    }

    private static @Nullable String stated(String vatId) {
        return vatId.equalsIgnoreCase(NONE) ? null : vatId.strip().toUpperCase(Locale.ROOT);
    }

    private static int percent(int stated) {
        if (stated < 0 || stated > ALL) {
            throw wrong("--recovery-percent", String.valueOf(stated), "0 to 100");
        }
        return stated;
    }

    private static CurrencyUnit currency(String code) {
        try {
            return CurrencyUnit.of(code.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalCurrencyException unknown) {
            throw wrong("--currency", code, "an ISO 4217 code");
        }
    }

    private static Money money(String option, String written, CurrencyUnit currency) {
        try {
            return Money.of(currency, figure(option, written), RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            throw wrong(
                    option,
                    written,
                    "an amount with at most %d decimals, as %s has them"
                            .formatted(currency.getDecimalPlaces(), currency));
        }
    }

    private static BigDecimal figure(String option, String written) {
        try {
            return Cells.decimal(written.strip(), Place.of(option));
        } catch (TableError none) {
            throw wrong(option, written, "a figure such as 1000 or 1000.50");
        }
    }

    private static <E extends Enum<E>> E named(Class<E> names, String option, String written) {
        return Arrays.stream(names.getEnumConstants())
                .filter(name -> name.name().equalsIgnoreCase(written.strip()))
                .findFirst()
                .orElseThrow(() -> wrong(
                        option,
                        written,
                        Arrays.toString(names.getEnumConstants()).toLowerCase(Locale.ROOT)));
    }

    private static void oneOf(String one, @Nullable String first, String other, @Nullable String second) {
        if ((first == null) == (second == null)) {
            throw new Refused(ExitCode.USAGE, "give either " + one + " or " + other + ".");
        }
    }

    private static Refused wrong(String option, String written, String expected) {
        return new Refused(ExitCode.USAGE, "%s is '%s'; it must be %s.".formatted(option, written, expected));
    }
}
