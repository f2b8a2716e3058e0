package io.quittance.invoice.profile;

import io.quittance.invoice.file.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a column may mean. Terms of the document stand alike on all of its rows; terms of the line differ. */
public enum ProfileTerm {
    /** {@code invoice} or {@code credit_note}. */
    DOCUMENT_TYPE(Of.DOCUMENT, Term.TYPE),
    INVOICE_NUMBER(Of.DOCUMENT, Term.NUMBER),
    INVOICE_DATE(Of.DOCUMENT, Term.ISSUE_DATE),
    SUPPLY_DATE(Of.DOCUMENT, Term.DELIVERY_DATE),
    DUE_DATE(Of.DOCUMENT, Term.DUE_DATE),
    /** The entity that is to pay. */
    ENTITY(Of.DOCUMENT, Term.BUYER_ID),
    /** Who is to be paid, by our or his own identifier. */
    CONTRACTOR(Of.DOCUMENT, Term.SELLER_ID),
    CONTRACTOR_NAME(Of.DOCUMENT, Term.SELLER_NAME),
    CONTRACTOR_VAT_ID(Of.DOCUMENT, Term.SELLER_VAT_ID),
    CONTRACT(Of.DOCUMENT, Term.CONTRACT),
    PURCHASE_REFERENCE(Of.DOCUMENT, Term.PURCHASE_ORDER),
    CURRENCY(Of.DOCUMENT, Term.CURRENCY),
    INVOICE_NET(Of.DOCUMENT, Term.NET),
    INVOICE_VAT(Of.DOCUMENT, Term.VAT),
    INVOICE_GROSS(Of.DOCUMENT, Term.GROSS),
    AMOUNT_DUE(Of.DOCUMENT, Term.PAYABLE),
    PAYEE_ACCOUNT(Of.DOCUMENT, Term.ACCOUNT),
    PAYEE_BIC(Of.DOCUMENT, Term.BIC),
    PAYMENT_REFERENCE(Of.DOCUMENT, Term.PAYMENT_REFERENCE),
    PRECEDING_INVOICE(Of.DOCUMENT, Term.PRECEDING_INVOICE),
    /** Whether the amounts of the lines hold their VAT: {@code TaxExcluded}, {@code TaxInclusive} or {@code NotApplicable}. */
    TAX_MODE(Of.DOCUMENT, null),
    /** BT-126. */
    LINE_NUMBER(Of.LINE, null),
    /** BT-153. */
    DESCRIPTION(Of.LINE, null),
    /** BT-129. */
    QUANTITY(Of.LINE, null),
    /** BT-146, or the same with VAT where amounts are tax inclusive. */
    UNIT_PRICE(Of.LINE, null),
    /** BT-131, or the same with VAT where amounts are tax inclusive. */
    LINE_AMOUNT(Of.LINE, null),
    /** The VAT of the line. */
    VAT_AMOUNT(Of.LINE, null),
    /** Net and VAT of the line; never used but to check them. */
    LINE_GROSS(Of.LINE, null),
    /** BT-151. */
    VAT_CATEGORY(Of.LINE, null),
    /** BT-152, in per cent. */
    VAT_RATE(Of.LINE, null),
    /** The sender's name for category and rate, to be found in the profile's table. */
    TAX_NAME(Of.LINE, null),
    /** BT-130, as a code of UN/ECE Recommendation 20 or a word for it. */
    UNIT(Of.LINE, null),
    /** BT-134: the first day of the work. */
    PERIOD_FROM(Of.LINE, null),
    /** BT-135: its last day. */
    PERIOD_TO(Of.LINE, null),
    /** A discount in per cent: told apart so that none is overlooked; it must be empty or zero. */
    DISCOUNT(Of.LINE, null);

    private enum Of {
        DOCUMENT,
        LINE
    }

    /** The terms that must be alike on all rows of a document. */
    static final List<ProfileTerm> REPEATED =
            Arrays.stream(values()).filter(term -> term.of == Of.DOCUMENT).toList();

    private final Of of;
    private final @Nullable Term stated;
    private final String spelling = name().toLowerCase(Locale.ROOT).replace('_', '-');

    ProfileTerm(Of of, @Nullable Term stated) {
        this.of = of;
        this.stated = stated;
    }

    /** As profiles and findings spell it: {@code invoice-number}. */
    public String spelling() {
        return spelling;
    }

    /** The business term of the header that it states; null for what EN 16931 knows of lines only. */
    @Nullable
    Term stated() {
        return stated;
    }

    /** Whether no finding may show its content. */
    boolean isConfidential() {
        return this == PAYEE_ACCOUNT;
    }
}
