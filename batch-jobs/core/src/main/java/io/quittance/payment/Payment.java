package io.quittance.payment;

import io.quittance.party.Address;
import io.quittance.party.PayeeAccount;
import java.util.List;
import org.joda.money.Money;

/**
 * One transfer to one payee account in one currency.
 *
 * @param id run and running number, e.g. {@code NL-BV-20261125-01-00007}
 * @param endToEndId derived from run, payee and settled documents: the same after every restart, never another's; at most 35 characters A-Z and 2-7 (ISO 20022 {@code EndToEndId})
 * @param uetr derived likewise (ISO 20022 {@code UETR}, form of UUID version 4)
 * @param remittance what the payee reads, at most 140 characters of the EPC Latin set ({@code RmtInf/Ustrd}); an ISO 11649 reference is sent as such
 */
public record Payment(
        String id,
        String contractor,
        String payeeName,
        Address payeeAddress,
        PayeeAccount account,
        Money amount,
        Rail rail,
        String endToEndId,
        String uetr,
        String remittance,
        List<Settlement> settlements) {

    public Payment {
        settlements = List.copyOf(settlements);
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("Payment " + id + " would move " + amount);
        }
    }

    /** The same payment with what it settles. */
    public Payment settling(List<Settlement> settled) {
        return new Payment(
                id, contractor, payeeName, payeeAddress, account, amount, rail, endToEndId, uetr, remittance, settled);
    }
}
