package io.quittance.payment.pain001;

import io.quittance.party.BankAccount;
import io.quittance.payment.Payment;
import io.quittance.payment.PaymentBatch;
import io.quittance.payment.PaymentFile;
import io.quittance.payment.text.Transliteration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Checks a file while it is written: every payment by the rules of the rail, every batch against what it declares. */
final class FileCheck {

    private final PaymentFile file;
    private final Profile profile;
    private final Set<String> batchIds = new HashSet<>();
    private final Fingerprints endToEndIds = new Fingerprints();
    private final Fingerprints instructionIds = new Fingerprints();
    private int count;
    private Money sum;

    FileCheck(PaymentFile file, Profile profile) {
        this.file = file;
        this.profile = profile;
        this.sum = Money.zero(CurrencyUnit.EUR);
    }

    /** The file itself, before anything is written. */
    void header() {
        demand(file.messageId(), SharedRules.reference("MsgId", file.messageId()));
        demand(file.messageId(), name(profile, "InitgPty/Nm", file.initiator()));
        demand(
                file.messageId(),
                !file.batches().isEmpty(),
                "PmtInf",
                "is missing: a file has at least one batch",
                "ISO 20022");
    }

    /** A batch, before its payments. */
    void begin(PaymentBatch batch) {
        String id = batch.id();
        demand(id, SharedRules.reference("PmtInfId", id));
        demand(id, batchIds.add(id), "PmtInfId", "is used twice in the file", "ISO 20022; DU02");
        demand(id, batch.count() > 0, "NbOfTxs", "is " + batch.count(), "ISO 20022");
        payer(profile, batch).forEach(breach -> demand(id, breach));
        count = 0;
        sum = Money.zero(batch.sum().getCurrencyUnit());
    }

    /** A payment, before it is written. */
    void next(PaymentBatch batch, Payment payment) {
        for (PaymentRule rule : profile.rules()) {
            demand(payment.id(), rule.breach(batch, payment));
        }
        boolean isNew = endToEndIds.add(payment.endToEndId()) && instructionIds.add(payment.id());
        demand(payment.id(), isNew, "PmtId", "is used twice in the file", "ISO 20022; DU05");
        count = Math.addExact(count, 1);
        sum = sum.plus(payment.amount());
    }

    /** A batch, after its payments: count and sum are what was declared before they were read. */
    void end(PaymentBatch batch) {
        String id = batch.id();
        String counted = "declares " + batch.count() + ", but " + count + " payments came";
        demand(id, count == batch.count(), "NbOfTxs", counted, "ISO 20022");
        String summed = "declares " + batch.sum() + ", but the payments add up to " + sum + ", difference "
                + sum.minus(batch.sum());
        demand(id, sum.isEqual(batch.sum()), "CtrlSum", summed, "ISO 20022; AM10");
    }

    /** What is wrong with who pays: it is wrong for every payment of the batch. */
    static Stream<Breach> payer(Profile profile, PaymentBatch batch) {
        return Stream.of(
                        Optional.ofNullable(name(profile, "Dbtr/Nm", batch.debtorName())),
                        Optional.ofNullable(account(profile, batch.debtorAccount())),
                        Optional.of(batch.debtorAddress())
                                .filter(address -> profile.writesDebtorAddress(batch))
                                .map(address -> SharedRules.address("Dbtr/PstlAdr", address)))
                .flatMap(Optional::stream);
    }

    private static @Nullable Breach account(Profile profile, BankAccount account) {
        boolean isLocal = profile.takesLocalDebtorAccounts() && CrossBorderProfile.isLocalNumber(account.number());
        return account.iban().isPresent() || isLocal
                ? null
                : new Breach("DbtrAcct", "is no account number that the rail takes", "ISO 13616, ISO 20022");
    }

    private static @Nullable Breach name(Profile profile, String element, String name) {
        return Transliteration.of(name, profile.characters()).isLegible()
                ? null
                : new Breach(element, "has no letter that the bank's characters can write", "EPC Latin set, FIN-X");
    }

    private static void demand(String where, boolean holds, String element, String problem, String source) {
        demand(where, holds ? null : new Breach(element, problem, source));
    }

    private static void demand(String where, @Nullable Breach breach) {
        if (breach != null) {
            throw new BrokenRuleException(where, breach);
        }
    }
}
