package io.quittance.payment;

import io.quittance.identity.Uuid5;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.StatedAccount;
import io.quittance.party.Address;
import io.quittance.party.BankAccount;
import io.quittance.party.Bic;
import io.quittance.party.Contractor;
import io.quittance.party.Contractor.Kind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Entity;
import io.quittance.party.Iban;
import io.quittance.party.PayeeAccount;
import io.quittance.party.Register;
import io.quittance.party.Validity;
import io.quittance.party.VerifiedAccount;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Documents of one contractor in short: {@code I1 EUR 100.00 2026-11-20 A}, a semicolon between two. {@code I} is an invoice,
 * {@code C} a credit note; the date is the due date; {@code A} and {@code B} are IBANs of SEPA countries, {@code U} an account
 * in the United States, {@code held} stands in the account's place for a document that is held.
 */
final class Due {

    static final LocalDate DAY = LocalDate.parse("2026-11-24");

    private static final Map<String, PayeeAccount> ACCOUNTS = Map.of(
            "A",
            iban("NL91ABNA0417164300"),
            "B",
            iban("DE89370400440532013000"),
            "U",
            new PayeeAccount.LocalAccount("0123456789", Bic.of("TESTUS33"), "USABA", "021000021", "US"),
            "V",
            new PayeeAccount.LocalAccount("0123456789", Bic.of("TESTUS44"), "USABA", "021000022", "US"));

    private Due() {}

    /** A run of an entity that has accounts in these currencies and counts in the first. */
    static RunTerms terms(String currencies) {
        List<BankAccount> accounts = Stream.of(currencies.split(" "))
                .map(code -> new BankAccount(
                        "NL-BV-" + code, "bank", "NL42TEST0201004178", Bic.of("TESTNL2A"), CurrencyUnit.of(code)))
                .toList();
        return terms(accounts, accounts.getFirst().currency());
    }

    static RunTerms termsWithoutAccount() {
        return terms(List.of(), CurrencyUnit.EUR);
    }

    private static RunTerms terms(List<BankAccount> accounts, CurrencyUnit functional) {
        var validity = new Validity(LocalDate.parse("2020-01-01"), null);
        var entity =
                new Entity("NL-BV", "Example B.V.", address(), functional, "NL", null, null, 100, accounts, validity);
        return new RunTerms("NL-BV-20261125-01", entity, DAY.plusDays(1), DAY.plusDays(1), DAY);
    }

    static List<Candidate> documents(String text) {
        return Stream.of(text.split(";")).map(String::strip).map(Due::document).toList();
    }

    private static Candidate document(String text) {
        String[] word = text.split(" ");
        Money payable = Money.parse(word[1] + " " + word[2]);
        boolean held = word[4].equals("held");
        return new Candidate(
                Uuid5.of(word[0]),
                "NL-BV",
                "C1001",
                "Payee",
                address(),
                word[0].startsWith("I") ? DocumentKind.INVOICE : DocumentKind.CREDIT_NOTE,
                word[0],
                DAY.minusDays(20),
                LocalDate.parse(word[3]),
                payable,
                payable,
                held ? null : ACCOUNTS.get(word[4]),
                held ? null : stated(ACCOUNTS.get(word[4])),
                held ? "Q303 unknown" : null,
                null);
    }

    /** The document asks for the very account, or two of one contractor could not be told apart. */
    private static StatedAccount stated(PayeeAccount account) {
        return switch (account) {
            case PayeeAccount.IbanAccount iban -> new StatedAccount(iban.iban().value(), null);
            case PayeeAccount.LocalAccount local ->
                new StatedAccount(local.number(), local.bic().value());
        };
    }

    /** The payee with each of the accounts, verified, in every currency of a test. */
    static Register register() {
        var always = new Validity(LocalDate.parse("2020-01-01"), null);
        var payee = new Contractor(
                "C1001", "Payee", Kind.COMPANY, address(), "NL", null, VatStanding.REGISTERED, null, null, always);
        List<VerifiedAccount> accounts = Stream.of("EUR", "USD", "GBP", "CHF", "JPY")
                .flatMap(code -> ACCOUNTS.values().stream()
                        .map(account -> new VerifiedAccount(
                                "C1001",
                                CurrencyUnit.of(code),
                                account,
                                "Payee",
                                LocalDate.parse("2020-02-01"),
                                always)))
                .toList();
        return Register.of(List.of(), List.of(payee), List.of(), accounts);
    }

    static Address address() {
        return new Address("Street", "1", "1000 AA", "Amsterdam", null, "NL");
    }

    private static PayeeAccount iban(String number) {
        return new PayeeAccount.IbanAccount(Iban.parse(number).found().orElseThrow(), null);
    }
}
