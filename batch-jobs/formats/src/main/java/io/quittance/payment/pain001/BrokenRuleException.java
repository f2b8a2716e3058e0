package io.quittance.payment.pain001;

/**
 * A payment file that must not leave: something upstream is wrong. Always thrown before the file is complete. Names the
 * payment, batch or file by its id and the element; never an account number or a name.
 */
public final class BrokenRuleException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    BrokenRuleException(String where, Breach breach) {
        super(where + ": " + breach);
    }
}
