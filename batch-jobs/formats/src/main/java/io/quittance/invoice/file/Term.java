package io.quittance.invoice.file;

/**
 * A business term that the header of a document may state, by its number in EN 16931-1. The national syntaxes have terms of
 * the same meaning, which are read under the same number.
 */
public enum Term {
    NUMBER("BT-1"),
    ISSUE_DATE("BT-2"),
    /** UNTDID 1001 where the syntax uses it. */
    TYPE("BT-3"),
    CURRENCY("BT-5"),
    /** The currency of the seller's VAT accounting. */
    TAX_CURRENCY("BT-6"),
    TAX_POINT_DATE("BT-7"),
    TAX_POINT_CODE("BT-8"),
    DUE_DATE("BT-9"),
    BUYER_REFERENCE("BT-10"),
    PROJECT("BT-11"),
    CONTRACT("BT-12"),
    PURCHASE_ORDER("BT-13"),
    SALES_ORDER("BT-14"),
    PAYMENT_TERMS("BT-20"),
    /** The process that the document belongs to. */
    PROCESS("BT-23"),
    /** The profile: which rules the document says it follows. */
    PROFILE("BT-24"),
    PRECEDING_INVOICE("BT-25"),
    PRECEDING_DATE("BT-26"),
    SELLER_NAME("BT-27"),
    SELLER_TRADING_NAME("BT-28"),
    SELLER_ID("BT-29"),
    SELLER_REGISTRATION("BT-30"),
    SELLER_VAT_ID("BT-31"),
    SELLER_TAX_REGISTRATION("BT-32"),
    SELLER_COUNTRY("BT-40"),
    BUYER_NAME("BT-44"),
    BUYER_ID("BT-46"),
    BUYER_REGISTRATION("BT-47"),
    BUYER_VAT_ID("BT-48"),
    BUYER_COUNTRY("BT-55"),
    /** Who is to be paid, when it is not the seller. */
    PAYEE_NAME("BT-59"),
    TAX_REPRESENTATIVE_NAME("BT-62"),
    TAX_REPRESENTATIVE_VAT_ID("BT-63"),
    DELIVERY_DATE("BT-72"),
    PERIOD_START("BT-73"),
    PERIOD_END("BT-74"),
    /** Where it was delivered to. */
    DELIVERY_COUNTRY("BT-80"),
    /** UNTDID 4461. */
    PAYMENT_MEANS("BT-81"),
    PAYMENT_REFERENCE("BT-83"),
    ACCOUNT("BT-84"),
    ACCOUNT_NAME("BT-85"),
    BIC("BT-86"),
    /** A direct debit: nothing to pay out. */
    MANDATE("BT-89"),
    CREDITOR_ID("BT-90"),
    DEBITED_ACCOUNT("BT-91"),
    LINES_SUM("BT-106"),
    ALLOWANCES_SUM("BT-107"),
    CHARGES_SUM("BT-108"),
    NET("BT-109"),
    VAT("BT-110"),
    /** VAT in the currency of the seller's VAT accounting. */
    TAX_CURRENCY_VAT("BT-111"),
    GROSS("BT-112"),
    PREPAID("BT-113"),
    ROUNDING("BT-114"),
    PAYABLE("BT-115");

    private final String number;

    Term(String number) {
        this.number = number;
    }

    /** Its number, as findings name it: {@code BT-115}. */
    public String number() {
        return number;
    }
}
