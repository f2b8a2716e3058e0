package io.quittance.payment;

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
import io.quittance.party.PayeeAccount.IbanAccount;
import io.quittance.party.Register;
import io.quittance.party.Validity;
import io.quittance.party.VerifiedAccount;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One payer, one contractor and his documents, to be changed by tests in one place. */
final class Payees {

    static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    static final LocalDate PAY_DATE = LocalDate.parse("2026-11-25");
    static final String OLD = "DE89370400440532013000";
    static final String NEW = "NL91ABNA0417164300";

    private static final Address UTRECHT = new Address("Lange Straat", "1", "3511 AA", "Utrecht", null, "NL");

    static final RunTerms TERMS = new RunTerms(
            "NL-BV-20261125-01",
            new Entity(
                    "NL-BV",
                    "Halyard B.V.",
                    UTRECHT,
                    CurrencyUnit.EUR,
                    "NL",
                    null,
                    null,
                    100,
                    List.of(new BankAccount(
                            "NL-BV-EUR", "polder", "NL42TEST0201004178", new Bic("TESTNL2A"), CurrencyUnit.EUR)),
                    days("2020-01-01 to")),
            PAY_DATE,
            PAY_DATE,
            TODAY);

    private Payees() {}

    /** The contractor's days, then accounts as {@code number, verified on (or empty), days}. */
    static Register register(String active, String... accounts) {
        return Register.of(
                List.of(TERMS.entity()),
                List.of(new Contractor(
                        "C-1",
                        "Muster GmbH",
                        Kind.COMPANY,
                        UTRECHT,
                        "DE",
                        null,
                        VatStanding.REGISTERED,
                        null,
                        null,
                        days(active))),
                List.of(),
                List.of(accounts).stream().map(Payees::account).toList());
    }

    private static VerifiedAccount account(String row) {
        String[] cells = row.split(",", -1);
        return new VerifiedAccount(
                "C-1",
                CurrencyUnit.EUR,
                iban(cells[0].strip()),
                "Muster",
                cells[1].isBlank() ? null : LocalDate.parse(cells[1].strip()),
                days(cells[2].strip()));
    }

    /** {@code 2020-01-01 to 2026-12-31}, the end may be left out. */
    static Validity days(String text) {
        String[] ends = text.split(" to ?", -1);
        return new Validity(LocalDate.parse(ends[0]), ends[1].isBlank() ? null : LocalDate.parse(ends[1]));
    }

    static PayeeAccount iban(String number) {
        return new IbanAccount(new Iban(number), null);
    }

    /** An accepted invoice, or a credit note where the amount is negative, accepted for the old account. */
    static Candidate document(int number, String amount, @Nullable String stated) {
        Money money = Money.parse("EUR " + amount);
        return new Candidate(
                new UUID(0, number),
                "NL-BV",
                "C-1",
                "Name When Accepted",
                new Address(null, null, null, "Elsewhere", null, "DE"),
                money.isNegative() ? DocumentKind.CREDIT_NOTE : DocumentKind.INVOICE,
                "R-" + number,
                TODAY.minusDays(30),
                TODAY,
                money.abs(),
                money.abs(),
                iban(OLD),
                stated == null ? null : new StatedAccount(stated, null),
                null,
                null);
    }
}
