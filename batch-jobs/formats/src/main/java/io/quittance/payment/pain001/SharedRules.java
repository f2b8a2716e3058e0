package io.quittance.payment.pain001;

import io.quittance.party.Address;
import io.quittance.payment.Payment;
import io.quittance.payment.PaymentBatch;
import io.quittance.payment.Rail;
import io.quittance.payment.text.CharacterSet;
import io.quittance.payment.text.References;
import io.quittance.payment.text.Transliteration;
import org.jspecify.annotations.Nullable;

/** Rules that hold on every rail. */
final class SharedRules {

    private static final int USTRD_LENGTH = 140;

    private SharedRules() {}

    /** A file holds payments of its own rail only: the rules of another would not be checked. */
    static PaymentRule rail(Rail rail) {
        return (batch, payment) -> payment.rail() == rail
                ? null
                : new Breach(
                        "CdtTrfTxInf",
                        "goes by " + payment.rail() + " in a file for " + rail,
                        "one rail for each file");
    }

    /** One currency for each {@code PmtInf}: else its control sum adds different things. */
    static @Nullable Breach currency(PaymentBatch batch, Payment payment) {
        return payment.amount().getCurrencyUnit().equals(batch.sum().getCurrencyUnit())
                ? null
                : new Breach(
                        "InstdAmt",
                        "is " + payment.amount() + " in a batch of " + batch.sum(),
                        "one currency for each batch");
    }

    static @Nullable Breach instructionId(PaymentBatch batch, Payment payment) {
        return reference("InstrId", payment.id());
    }

    static @Nullable Breach endToEndId(PaymentBatch batch, Payment payment) {
        return reference("EndToEndId", payment.endToEndId());
    }

    /** A name must leave something to read once it is in the bank's characters. */
    static PaymentRule name(CharacterSet characters) {
        return (batch, payment) -> Transliteration.of(payment.payeeName(), characters)
                        .isLegible()
                ? null
                : new Breach("Cdtr/Nm", "has no letter that can be written in " + characters, "EPC Latin set, FIN-X");
    }

    /** Since 15 November 2026 an address is structured, with town and country, or left out (EPC rulebooks 2025 v1.1, CBPR+). */
    static @Nullable Breach address(PaymentBatch batch, Payment payment) {
        return address("Cdtr/PstlAdr", payment.payeeAddress());
    }

    static @Nullable Breach address(String element, Address address) {
        if (!address.isComplete()) {
            return new Breach(element, "lacks town or country", "EPC rulebooks 2025 v1.1; CBPR+ 2026");
        }
        String town = address.town() == null ? "" : address.town();
        if (!Transliteration.of(town, CharacterSet.FIN_X_EXTENDED).isLegible()) {
            return new Breach(element, "has a town without a letter that can be written", "EPC Latin set, FIN-X");
        }
        return fits(address.street(), 70)
                        && fits(address.building(), 16)
                        && fits(address.postCode(), 16)
                        && fits(address.town(), 35)
                        && fits(address.subdivision(), 35)
                ? null
                : new Breach(element, "has a part longer than its element", "ISO 20022, PostalAddress24");
    }

    /** One {@code Ustrd} of at most 140 characters, not more of them (DFÜ agreement annex 3; Swiss guidelines). */
    static @Nullable Breach remittance(PaymentBatch batch, Payment payment) {
        int length = payment.remittance().length();
        return length <= USTRD_LENGTH
                ? null
                : new Breach(
                        "RmtInf",
                        "has " + length + " characters, allowed are " + USTRD_LENGTH,
                        "DFÜ agreement annex 3");
    }

    static @Nullable Breach reference(String element, String reference) {
        String problem = References.problem(reference);
        return problem == null ? null : new Breach(element, problem, "EPC230-15");
    }

    private static boolean fits(@Nullable String part, int length) {
        return part == null || part.length() <= length;
    }
}
