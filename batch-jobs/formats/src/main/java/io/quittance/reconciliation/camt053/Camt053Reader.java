package io.quittance.reconciliation.camt053;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.payment.xml.RefusedException;
import io.quittance.payment.xml.XmlElement;
import io.quittance.payment.xml.XmlSource;
import io.quittance.payment.xml.XmlValues;
import io.quittance.reconciliation.Statement;
import io.quittance.reconciliation.Statement.Entry;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code BkToCstmrStmt}: any number of statements, entry by entry. The newer path first, then the older one
 * ({@code Sts/Cd} or {@code Sts}). Whether opening balance and entries make the closing balance is the caller's question.
 */
public final class Camt053Reader {

    private final XmlSource source;
    private final List<Statement> statements = new ArrayList<>();
    private int notBooked;

    private Camt053Reader(XmlSource source) {
        this.source = source;
    }

    /** Reads the message that the source stands on. */
    public static BookedStatements read(XmlSource source) throws RefusedException {
        Camt053Reader reader = new Camt053Reader(source);
        source.element("Stmt", message -> reader.statements.add(reader.statement()));
        return new BookedStatements(reader.statements, reader.notBooked);
    }

    private Statement statement() throws RefusedException {
        List<Entry> entries = new ArrayList<>();
        XmlElement statement = source.element("Ntry", soFar -> {
            Entry entry = new EntryReader(source, currency(soFar)).read(entries.size() + 1);
            if (entry == null) {
                notBooked++;
            } else {
                entries.add(entry);
            }
        });
        XmlElement closing = balance(statement, "CLBD");
        XmlElement opening = balance(statement, "OPBD", "PRCD");
        return new Statement(
                statement.requiredText("Id"),
                account(statement),
                currency(statement),
                sequence(statement),
                XmlValues.date(closing.required("Dt")),
                Signed.amount(opening, currency(statement)),
                Signed.amount(closing, currency(statement)),
                List.copyOf(entries));
    }

    /** The currency of the account; where the bank does not name it, that of its balances. */
    private static CurrencyUnit currency(XmlElement statement) throws RefusedException {
        XmlElement named = statement.at("Acct/Ccy");
        if (named != null) {
            return XmlValues.currency(named, named.text());
        }
        Money balance = XmlValues.money(statement.required("Bal/Amt"));
        return balance.getCurrencyUnit();
    }

    private static String account(XmlElement statement) throws RefusedException {
        return statement.requiredText("Acct/Id/IBAN", "Acct/Id/Othr/Id").replace(" ", "");
    }

    private static @Nullable Long sequence(XmlElement statement) {
        String number = statement.text("ElctrncSeqNb", "LglSeqNb");
        return number != null && number.matches("\\d{1,18}") ? Long.valueOf(number) : null;
    }

    /** The balance of the first of these types that is there. OPBD opening booked, PRCD closing booked of the day before, CLBD closing booked. */
    private static XmlElement balance(XmlElement statement, String... types) throws RefusedException {
        for (String type : types) {
            for (XmlElement balance : statement.all("Bal")) {
                if (type.equals(balance.text("Tp/CdOrPrtry/Cd"))) {
                    return balance;
                }
            }
        }
        String wanted = "Bal of type " + String.join(" or ", types);
        throw new RefusedException(Finding.of(
                FindingCode.FIELD_MISSING, statement.place(), null, wanted, "The statement has no " + wanted));
    }
}
