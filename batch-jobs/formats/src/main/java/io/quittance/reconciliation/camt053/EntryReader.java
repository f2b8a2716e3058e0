package io.quittance.reconciliation.camt053;

import io.quittance.payment.xml.RefusedException;
import io.quittance.payment.xml.XmlElement;
import io.quittance.payment.xml.XmlSource;
import io.quittance.payment.xml.XmlValues;
import io.quittance.reconciliation.Statement.Batch;
import io.quittance.reconciliation.Statement.Entry;
import io.quittance.reconciliation.Statement.Transaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads one {@code Ntry}. */
final class EntryReader {

    private final XmlSource source;
    private final CurrencyUnit currency;

    EntryReader(XmlSource source, CurrencyUnit currency) {
        this.source = source;
        this.currency = currency;
    }

    /**
     * The entry that the source stands on; null when it is not booked.
     *
     * @param position of a booked one, from 1
     */
    @Nullable
    Entry read(int position) throws RefusedException {
        List<TransactionDetails> details = new ArrayList<>();
        XmlElement entry = source.element(
                "TxDtls", soFar -> details.add(TransactionDetails.read(source.element(), soFar, currency)));
        if (!"BOOK".equals(entry.text("Sts/Cd", "Sts"))) {
            return null;
        }
        Money amount = Signed.amount(entry, currency);
        LocalDate booked = XmlValues.date(entry.required("BookgDt", "ValDt"));
        return new Entry(
                position,
                Objects.requireNonNullElse(entry.text("AcctSvcrRef", "NtryRef"), ""),
                amount,
                booked,
                XmlValues.date(entry.required("ValDt", "BookgDt")),
                Boolean.parseBoolean(entry.text("RvslInd")),
                family(entry),
                batch(entry.at("NtryDtls/Btch")),
                transactions(details, entry, amount),
                text(entry, details));
    }

    /** Bank transaction code: the ISO one as domain-family-subfamily, else the bank's own. */
    private static String family(XmlElement entry) {
        XmlElement domain = entry.at("BkTxCd/Domn");
        if (domain == null) {
            return Objects.requireNonNullElse(entry.text("BkTxCd/Prtry/Cd"), "");
        }
        return String.join(
                "-",
                Stream.of(domain.text("Cd"), domain.text("Fmly/Cd"), domain.text("Fmly/SubFmlyCd"))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static @Nullable Batch batch(@Nullable XmlElement batch) throws RefusedException {
        if (batch == null) {
            return null;
        }
        String count = batch.text("NbOfTxs");
        XmlElement total = batch.at("TtlAmt");
        return new Batch(
                batch.text("MsgId"),
                batch.text("PmtInfId"),
                count != null && count.matches("\\d{1,9}") ? Integer.valueOf(count) : null,
                total == null ? null : XmlValues.money(total));
    }

    /**
     * The only transaction of an entry moves what the entry moves, charges and all, whatever banks write inside. Of several
     * without an amount none can be told from the others: then the entry stands alone, for a person to match.
     */
    private List<Transaction> transactions(List<TransactionDetails> details, XmlElement entry, Money amount)
            throws RefusedException {
        String counted = entry.text("NtryDtls/Btch/NbOfTxs");
        if (details.size() == 1 && (counted == null || counted.equals("1"))) {
            Money charges = TransactionDetails.charges(entry, currency);
            return List.of(details.getFirst().moving(amount, charges));
        }
        boolean told = details.stream().allMatch(TransactionDetails::hasAmount);
        return told ? details.stream().map(TransactionDetails::transaction).toList() : List.of();
    }

    private static String text(XmlElement entry, List<TransactionDetails> details) {
        String text = entry.text("AddtlNtryInf");
        if (text == null && details.size() == 1) {
            return details.getFirst().text();
        }
        return text == null ? "" : text;
    }
}
