package io.quittance.payment.job;

import io.quittance.party.PayeeAccount;

/** Which accounts a SEPA credit transfer reaches. */
final class Sepa {

    private Sepa() {}

    /** An IBAN of a country in the geographical scope of SEPA (EPC409-09), whoever owns the account. */
    static boolean reaches(PayeeAccount account) {
        return account instanceof PayeeAccount.IbanAccount iban && iban.iban().isSepa();
    }
}
