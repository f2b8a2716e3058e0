package io.quittance.platform.configuration;

import io.quittance.party.Address;
import io.quittance.party.BankAccount;
import io.quittance.party.Bic;
import io.quittance.party.Contract;
import io.quittance.party.Contract.BuysAs;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import io.quittance.party.Iban;
import io.quittance.party.PayeeAccount;
import io.quittance.party.PayeeAccount.IbanAccount;
import io.quittance.party.PayeeAccount.LocalAccount;
import io.quittance.party.Validity;
import io.quittance.party.VerifiedAccount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What one row of each table of the register means. */
final class RegisterRows {

    static final String[] ENTITY = {
        "id",
        "name",
        "street",
        "building",
        "post_code",
        "town",
        "subdivision",
        "country",
        "functional_currency",
        "vat_country",
        "vat_id",
        "legal_id",
        "recovery_percent",
        "valid_from",
        "valid_to"
    };
    static final String[] BANK_ACCOUNT = {"id", "entity", "bank", "account", "bic", "currency"};
    static final String[] CONTRACTOR = {
        "id",
        "name",
        "kind",
        "street",
        "building",
        "post_code",
        "town",
        "subdivision",
        "country",
        "vat_country",
        "vat_id",
        "standing",
        "classification",
        "classification_from",
        "classification_to",
        "valid_from",
        "valid_to"
    };
    /** Optional: the contractor that this one turned out to be. */
    static final String MERGED_INTO = "merged_into";

    static final String[] ACCOUNT = {
        "contractor",
        "currency",
        "account",
        "bic",
        "clearing_system",
        "clearing_member",
        "country",
        "holder",
        "verified_on",
        "valid_from",
        "valid_to"
    };
    static final String[] CONTRACT = {
        "id", "entity", "contractor", "client", "currency", "cap", "service", "valid_from", "valid_to"
    };

    /** Optional: where the land lies or the event is held, for services that are taxed there. */
    static final String PLACE = "place";

    /** Optional: as what the entity buys building work. */
    static final String BUYS_AS = "buys_as";

    private static final int WHOLE = 100;

    private RegisterRows() {}

    static Entity entity(CsvRow row, List<BankAccount> accounts) {
        return new Entity(
                row.parsed("id", "upper case letters, digits and hyphens", RegisterRows::entityId),
                row.text("name"),
                address(row),
                row.currency("functional_currency"),
                row.text("vat_country"),
                row.optionalText("vat_id").orElse(null),
                row.optionalText("legal_id").orElse(null),
                row.integer("recovery_percent", 0, WHOLE),
                accounts,
                validity(row));
    }

    static BankAccount bankAccount(CsvRow row) {
        return new BankAccount(
                row.text("id"),
                row.text("bank"),
                looksLikeIban(row) ? iban(row).value() : row.text("account"),
                row.parsed("bic", "a BIC of 8 or 11 characters", RegisterRows::bic),
                row.currency("currency"));
    }

    static Contractor contractor(CsvRow row) {
        return new Contractor(
                row.text("id"),
                row.text("name"),
                row.choice("kind", Contractor.Kind.class),
                address(row),
                row.text("vat_country"),
                row.optionalText("vat_id").orElse(null),
                row.choice("standing", Contractor.VatStanding.class),
                row.optionalText("classification").orElse(null),
                row.optional("classification_from", from -> period(row, from, "classification_to"))
                        .orElse(null),
                validity(row));
    }

    static VerifiedAccount account(CsvRow row) {
        return new VerifiedAccount(
                row.text("contractor"),
                row.currency("currency"),
                payeeAccount(row),
                row.text("holder"),
                row.optionalDate("verified_on").orElse(null),
                validity(row));
    }

    static Contract contract(CsvRow row) {
        CurrencyUnit currency = row.currency("currency");
        return new Contract(
                        row.text("id"),
                        row.text("entity"),
                        row.text("contractor"),
                        row.optionalText("client").orElse(null),
                        currency,
                        row.optional(
                                        "cap",
                                        column -> row.parsed(
                                                column,
                                                "an amount with at most the decimals of " + currency,
                                                text -> Money.of(currency, new BigDecimal(text))))
                                .orElse(null),
                        row.choice("service", Contract.ServiceKind.class),
                        validity(row))
                .at(row.has(PLACE) ? row.optionalText(PLACE).orElse(null) : null)
                .boughtAs(buysAs(row));
    }

    private static BuysAs buysAs(CsvRow row) {
        return row.has(BUYS_AS)
                ? row.optional(BUYS_AS, column -> row.choice(column, BuysAs.class))
                        .orElse(BuysAs.UNKNOWN)
                : BuysAs.UNKNOWN;
    }

    /** Whether some day belongs to both versions. */
    static boolean overlap(CsvRow one, CsvRow other) {
        Validity a = validity(one);
        Validity b = validity(other);
        return a.covers(b.from()) || b.covers(a.from());
    }

    private static PayeeAccount payeeAccount(CsvRow row) {
        Bic bic = row.optional("bic", column -> row.parsed(column, "a BIC of 8 or 11 characters", RegisterRows::bic))
                .orElse(null);
        String country = country(row);
        if (!looksLikeIban(row)) {
            return new LocalAccount(
                    row.text("account"),
                    bic,
                    row.optionalText("clearing_system").orElse(null),
                    row.optionalText("clearing_member").orElse(null),
                    country);
        }
        Iban iban = iban(row);
        if (!iban.country().equals(country)) {
            throw row.wrong("country", "is '" + country + "', but the IBAN is one of " + iban.country() + ".");
        }
        return new IbanAccount(iban, bic);
    }

    /** Country, check digits, and at least the eleven characters of the shortest (ISO 13616: Norway). */
    private static boolean looksLikeIban(CsvRow row) {
        return compact(row.text("account")).matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    }

    private static Iban iban(CsvRow row) {
        return row.discreet("account", "an IBAN", text -> new Iban(compact(text)));
    }

    private static Bic bic(String text) {
        return new Bic(compact(text));
    }

    private static String compact(String text) {
        return text.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    private static Address address(CsvRow row) {
        return new Address(
                row.optionalText("street").orElse(null),
                row.optionalText("building").orElse(null),
                row.optionalText("post_code").orElse(null),
                row.optionalText("town").orElse(null),
                row.optionalText("subdivision").orElse(null),
                country(row));
    }

    private static String country(CsvRow row) {
        return row.parsed("country", "two capital letters (ISO 3166-1)", text -> matching(text, "[A-Z]{2}"));
    }

    private static String entityId(String text) {
        return matching(text, "[A-Z0-9]+(-[A-Z0-9]+)*");
    }

    private static String matching(String text, String pattern) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Validity validity(CsvRow row) {
        return period(row, "valid_from", "valid_to");
    }

    static Validity period(CsvRow row, String from, String to) {
        LocalDate first = row.date(from);
        LocalDate last = row.optionalDate(to).orElse(null);
        if (last != null && last.isBefore(first)) {
            throw row.wrong(to, "is " + last + ", before " + from + " " + first + ".");
        }
        return new Validity(first, last);
    }
}
