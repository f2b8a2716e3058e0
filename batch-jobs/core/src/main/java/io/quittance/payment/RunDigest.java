package io.quittance.payment;

import io.quittance.identity.Canonical;
import io.quittance.party.Address;
import io.quittance.party.Bic;
import io.quittance.party.PayeeAccount;
import io.quittance.party.PayeeAccount.IbanAccount;
import io.quittance.party.PayeeAccount.LocalAccount;
import java.util.HexFormat;
import org.joda.money.Money;

/**
 * What approvers sign: the SHA-256 of everything that a run will do. Fed in the run's own order, so that it streams;
 * any other date, payee, account, amount, outcome, reason or file gives another digest.
 */
public final class RunDigest {

    private final Canonical canonical;

    public RunDigest(RunTerms terms) {
        canonical = Canonical.form("quittance-run/1")
                .text(terms.run())
                .text(terms.entity().id())
                .text(terms.payDate().toString())
                .text(terms.horizon().toString())
                .text(terms.businessDate().toString());
    }

    /** Adds a payment with its settlements. */
    public RunDigest add(Payment payment) {
        canonical
                .text("payment")
                .text(payment.id())
                .text(payment.contractor())
                .text(payment.payeeName())
                .text(payment.rail().name())
                .text(payment.endToEndId())
                .text(payment.uetr())
                .text(payment.remittance());
        address(payment.payeeAddress());
        account(payment.account());
        money(payment.amount());
        payment.settlements().forEach(this::add);
        return this;
    }

    /** Adds a set that cancels out. */
    public RunDigest add(PayeePlan.Netting netting) {
        canonical.text("netting").text(netting.id()).text(netting.contractor());
        netting.settlements().forEach(this::add);
        return this;
    }

    /** Adds the outcome of a candidate. */
    public RunDigest add(Decision decision) {
        canonical
                .text("outcome")
                .text(decision.invoice().toString())
                .text(decision.outcome().name())
                .text(decision.reason())
                .text(decision.payment());
        return this;
    }

    /** Adds what is withheld from a document. */
    public RunDigest add(Deduction deduction) {
        var part = deduction.part();
        canonical
                .text("withheld")
                .text(deduction.payment())
                .text(deduction.invoice().toString())
                .text(part.rule())
                .text(part.recordedAt().toString())
                .text(part.ratePercent().toPlainString())
                .text(part.certificate());
        money(part.base());
        money(part.taxed());
        money(part.tax());
        money(part.keptBack());
        return this;
    }

    /** Adds a file as it will be rendered. */
    public RunDigest addFile(String messageId, String sha256) {
        canonical.text("file").text(messageId).text(sha256);
        return this;
    }

    /** The digest, 64 hexadecimal digits. Ends its use. */
    public String toHex() {
        return HexFormat.of().formatHex(canonical.toBytes());
    }

    private void address(Address address) {
        canonical
                .text(address.street())
                .text(address.building())
                .text(address.postCode())
                .text(address.town())
                .text(address.subdivision())
                .text(address.country());
    }

    private void account(PayeeAccount account) {
        Bic bic = account.bic();
        canonical.text(account.country()).text(account.number()).text(bic == null ? null : bic.value());
        switch (account) {
            case IbanAccount iban -> canonical.text("IBAN");
            case LocalAccount local ->
                canonical.text("LOCAL").text(local.clearingSystem()).text(local.clearingMember());
        }
    }

    private void add(Settlement settlement) {
        canonical.text("settlement").text(settlement.invoice().toString()).text(settlement.number());
        money(settlement.amount());
        money(settlement.functional());
    }

    private void money(Money amount) {
        canonical.text(amount.getCurrencyUnit().getCode()).number(amount.getAmountMinorLong());
    }
}
