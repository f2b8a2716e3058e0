package io.quittance.ledger;

import java.util.List;

/** The chart of accounts: the same for every entity. Balances are kept per entity, account and currency. */
public final class Chart {

    /** What we owe contractors, in the currency of their invoices. Explained by open documents. */
    public static final Account PAYABLES =
            new Account("2100", "Trade payables, contractors", AccountKind.LIABILITY, true);
    /** Ordered from the bank and not yet seen on a statement. Explained by released payments. */
    public static final Account IN_TRANSIT = new Account("2190", "Payments in transit", AccountKind.LIABILITY, true);
    /** What the bank holds for us, in the account's currency. */
    public static final Account BANK = new Account("1100", "Bank", AccountKind.ASSET, false);
    /**
     * Where two currencies of one event meet: in each currency it mirrors what the events have moved elsewhere. Zero in every
     * currency once a document is paid from an account in functional currency; an account in foreign currency stays mirrored
     * here, at the rates of its movements, and so does a prepayment until its own payment is booked.
     */
    public static final Account FX_CLEARING = new Account("1900", "Currency clearing", AccountKind.ASSET, true);
    /** VAT and GST that may be deducted. Explained by VAT entries. */
    public static final Account INPUT_TAX = new Account("1510", "Input VAT", AccountKind.ASSET, true);
    /** VAT and GST that may be deducted once the document is paid. Explained by VAT entries that wait. */
    public static final Account WAITING_TAX =
            new Account("1520", "Input VAT, once it is paid", AccountKind.ASSET, true);
    /** VAT and GST that we owe on purchases (reverse charge). Explained by VAT entries. */
    public static final Account OUTPUT_TAX =
            new Account("2510", "Output VAT, reverse charge", AccountKind.LIABILITY, true);
    /** Tax on contractors' income that was kept back and is owed to the tax office, in functional currency. */
    public static final Account WITHHELD_INCOME_TAX =
            new Account("2610", "Withholding tax payable", AccountKind.LIABILITY, true);
    /** VAT on contractors' invoices that was kept back and is owed to the tax office, in functional currency. */
    public static final Account WITHHELD_VAT = new Account("2620", "Withheld VAT payable", AccountKind.LIABILITY, true);
    /**
     * What the forms of VAT returns round: with input and output tax it is the tax as declared. Explained by closed returns.
     */
    public static final Account RETURN_ROUNDING =
            new Account("2520", "VAT returns: rounding of the form", AccountKind.LIABILITY, false);
    /** Contractors' fees and the VAT on them that may not be deducted. */
    public static final Account EXPENSE = new Account("6100", "Contractors' services", AccountKind.EXPENSE, false);
    /** Tax on contractors' income that we bear ourselves, since their fee is agreed net of it, in functional currency. */
    public static final Account WITHHOLDING_BORNE =
            new Account("6110", "Withholding tax borne", AccountKind.EXPENSE, false);
    /** What suppliers' roundings of tax come to beyond our own. Explained by VAT entries. */
    public static final Account TAX_ROUNDING =
            new Account("6190", "Rounding differences of VAT", AccountKind.EXPENSE, false);
    /** What banks charge. */
    public static final Account BANK_CHARGES = new Account("6800", "Bank charges", AccountKind.EXPENSE, false);
    /** Realised differences between booked and paid rates; losses are debits. */
    public static final Account FX_DIFFERENCE =
            new Account("6900", "Realised currency differences", AccountKind.EXPENSE, false);
    /** What the rounding of VAT returns costs; gains are credits. */
    public static final Account RETURN_DIFFERENCE =
            new Account("6950", "Rounding of VAT returns", AccountKind.EXPENSE, false);
    /** Paid before the invoice came (EN 16931 BT-113), outside of our runs. */
    public static final Account PREPAYMENTS =
            new Account("1400", "Prepayments to contractors", AccountKind.ASSET, true);
    /** Money on a statement that nobody can explain yet. Explained by unmatched entries. */
    public static final Account SUSPENSE = new Account("1990", "Unexplained bank entries", AccountKind.ASSET, true);

    /** Every account, by code. */
    public static final List<Account> ACCOUNTS = List.of(
            BANK,
            PREPAYMENTS,
            INPUT_TAX,
            WAITING_TAX,
            FX_CLEARING,
            SUSPENSE,
            PAYABLES,
            IN_TRANSIT,
            OUTPUT_TAX,
            RETURN_ROUNDING,
            WITHHELD_INCOME_TAX,
            WITHHELD_VAT,
            EXPENSE,
            WITHHOLDING_BORNE,
            TAX_ROUNDING,
            BANK_CHARGES,
            FX_DIFFERENCE,
            RETURN_DIFFERENCE);

    private Chart() {}
}
