package io.quittance.payment;

import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.StatedAccount;
import io.quittance.party.Address;
import io.quittance.party.PayeeAccount;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A document that a run must decide about: accepted and open, or held.
 *
 * @param number as the contractor wrote it: it goes into the remittance information
 * @param payable positive for both kinds of document
 * @param functional what the payable was booked at in the entity's functional currency, positive for both kinds, too
 * @param account what it was accepted for; null for a held document
 * @param stated the account that the document itself asks for, null when it names none
 * @param holdReason codes of the findings that hold it, or where money for it may be already; null for one that may be paid
 * @param paymentReference a structured or free reference that the payee asks for (BT-83), null when not stated
 * @param makeup what tax is withheld from; null for a held document
 */
public record Candidate(
        UUID invoice,
        String entity,
        String contractor,
        String payeeName,
        Address payeeAddress,
        DocumentKind kind,
        String number,
        LocalDate issueDate,
        LocalDate dueDate,
        Money payable,
        Money functional,
        @Nullable PayeeAccount account,
        @Nullable StatedAccount stated,
        @Nullable String holdReason,
        @Nullable String paymentReference,
        @Nullable Makeup makeup) {

    /**
     * What a document is made up of, as far as tax is withheld from it. Positive for both kinds of document.
     *
     * @param net without VAT (BT-109)
     * @param vat charged on it (BT-110)
     * @param prepaid outside of our runs (BT-113)
     * @param levy what the document itself says that is kept back of it
     * @param contract it is under; null where it names none
     * @param creditedOn the day it was booked to the contractor's account
     * @param materials net of the lines that the contract calls materials; null where it calls none so
     */
    public record Makeup(
            Money net,
            Money vat,
            Money prepaid,
            Money levy,
            @Nullable String contract,
            LocalDate creditedOn,
            @Nullable Money materials) {}

    /** One whose makeup is not told: tax cannot be withheld from it. */
    public Candidate(
            UUID invoice,
            String entity,
            String contractor,
            String payeeName,
            Address payeeAddress,
            DocumentKind kind,
            String number,
            LocalDate issueDate,
            LocalDate dueDate,
            Money payable,
            Money functional,
            @Nullable PayeeAccount account,
            @Nullable StatedAccount stated,
            @Nullable String holdReason,
            @Nullable String paymentReference) {
        this(
                invoice,
                entity,
                contractor,
                payeeName,
                payeeAddress,
                kind,
                number,
                issueDate,
                dueDate,
                payable,
                functional,
                account,
                stated,
                holdReason,
                paymentReference,
                null);
    }

    /** The same document, paid to whom and where the register says now. */
    Candidate paidTo(String name, Address address, PayeeAccount now) {
        return new Candidate(
                invoice,
                entity,
                contractor,
                name,
                address,
                kind,
                number,
                issueDate,
                dueDate,
                payable,
                functional,
                now,
                stated,
                holdReason,
                paymentReference,
                makeup);
    }

    /**
     * Whether documents of one contractor and currency take each other back whole: what is due, net, VAT, prepaid and levy come to
     * nothing, under one contract.
     */
    static boolean cancelOut(List<Candidate> documents) {
        return documents.stream().map(one -> made(one).contract()).distinct().count() == 1
                && Stream.<Function<Candidate, Money>>of(
                                Candidate::payable,
                                one -> made(one).net(),
                                one -> made(one).vat(),
                                one -> made(one).prepaid(),
                                one -> made(one).levy())
                        .allMatch(amount -> Money.total(documents.stream()
                                        .map(one -> amount.apply(one)
                                                .multipliedBy(one.kind().sign()))
                                        .toList())
                                .isZero());
    }

    private static Makeup made(Candidate candidate) {
        return Objects.requireNonNull(candidate.makeup());
    }

    /** What it adds to a payment: positive for an invoice, negative for a credit note. */
    public Money signed() {
        return kind == DocumentKind.INVOICE ? payable : payable.negated();
    }
}
