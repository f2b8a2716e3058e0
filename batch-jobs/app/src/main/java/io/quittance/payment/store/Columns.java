package io.quittance.payment.store;

import io.quittance.party.Address;
import io.quittance.party.Bic;
import io.quittance.party.Iban;
import io.quittance.party.PayeeAccount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Values that span several columns, read by the names that all tables share. */
public final class Columns {

    private Columns() {}

    /** Minor units and a currency. */
    public static Money money(ResultSet row, String currency, String minor) throws SQLException {
        return Money.ofMinor(CurrencyUnit.of(row.getString(currency)), row.getLong(minor));
    }

    /** The columns {@code payee_*}; a document that is not accepted has none yet. */
    public static Address address(ResultSet row) throws SQLException {
        return new Address(
                row.getString("payee_street"),
                row.getString("payee_building"),
                row.getString("payee_post_code"),
                row.getString("payee_town"),
                row.getString("payee_subdivision"),
                Objects.requireNonNullElse(row.getString("payee_country"), ""));
    }

    /** The columns {@code account_*}; null when there is none. */
    public static @Nullable PayeeAccount account(ResultSet row) throws SQLException {
        String number = row.getString("account_number");
        if (number == null) {
            return null;
        }
        String bic = row.getString("account_bic");
        String system = row.getString("account_system");
        String country = row.getString("account_country");
        Bic bank = bic == null ? null : Bic.of(bic);
        // A local account has a clearing system, or a number that is no IBAN of its country.
        String member = row.getString("account_member");
        return Iban.parse(number)
                .found()
                .filter(iban -> system == null && iban.country().equals(country))
                .<PayeeAccount>map(iban -> new PayeeAccount.IbanAccount(iban, bank))
                .orElseGet(() -> new PayeeAccount.LocalAccount(number, bank, system, member, country));
    }
}
