package io.quittance.report;

/** The ties of a workbook, in the order of the sheet Checks. Each is taken per entity, and per currency where it is about money. */
public enum TieRule {
    DOCUMENT_MATH(
            "T01",
            true,
            "Net + VAT = gross",
            "Invoices not rejected: net and VAT added up, against gross (EN 16931 BR-CO-15)"),
    CANDIDATES_OUTCOMES(
            "T02",
            false,
            "Candidates = outcomes",
            "Summary: candidates, against paid + netted + held + later + excluded"),
    INVOICES_PAYMENTS(
            "T03",
            true,
            "Invoices paid = payments",
            "Invoices: payable of what is paid or netted, against Payments that stand"),
    PAYMENTS_LEDGER(
            "T04",
            true,
            "Payments = ledger",
            "Payments: all but proposed ones, against Ledger: in transit, kind RELEASED"),
    INVOICES_LEDGER(
            "T05",
            true,
            "Invoices accepted = ledger",
            "Invoices: payable accepted, against Ledger: payables, kind ACCEPTED"),
    LEDGER_BALANCE("T06", true, "Debit = credit", "Ledger: all debits, against all credits"),
    VAT_OUTPUT("T07", true, "VAT owed = ledger", "VAT: output tax, against Ledger: output VAT account"),
    VAT_INPUT("T08", true, "VAT deducted = ledger", "VAT: input tax, against Ledger: input VAT account"),
    FX_PRODUCT(
            "T09",
            false,
            "Conversions recalculate",
            "FX: lines whose amount x rate is not what was booked, against none"),
    BANK_PAYMENTS(
            "T10",
            true,
            "Bank = payments settled",
            "BankRec: payments that left by a match, against Payments: settled or returned"),
    BANK_BALANCE(
            "T11", false, "Statements add up", "BankRec: statements whose balance is not the stated one, against none"),
    HELD_COUNT("T12", false, "Held documents", "Invoices: verdict HELD, against documents on sheet Held"),
    REJECTED_COUNT(
            "T13", false, "Rejected documents", "Invoices: verdict REJECTED, against documents on sheet Rejected"),
    OPEN_AGEING(
            "T14",
            true,
            "Open = ageing",
            "OpenItems: open, against its ageing columns; database: payables of the ledger"),
    UNREAD_COUNT(
            "T15",
            false,
            "Records that could not be read",
            "Rejected: records not readable, with at least one reason each; database: refusals"),
    VAT_AGAIN(
            "T16",
            false,
            "VAT recalculates",
            "VAT: lines whose self-assessed tax is off base x rate, against none; database: entries the second calculation differs on"),
    RETURN_ENTRIES(
            "T17",
            true,
            "VAT declared = VAT entries",
            "Returns: net tax declared less rounding posted, against ReturnParts: tax owed less tax deducted"),
    RETURN_ROUNDING(
            "T18", true, "Rounding of returns = ledger", "Returns: rounding posted, against Ledger: account 2520"),
    RETURN_BOUNDS(
            "T19",
            false,
            "Rounding explains returns",
            "Returns: figures further from their entries than rounding explains, against none");

    private final String id;
    private final boolean money;
    private final String title;
    private final String compares;

    TieRule(String id, boolean money, String title, String compares) {
        this.id = id;
        this.money = money;
        this.title = title;
        this.compares = compares;
    }

    /** Whether it is about VAT returns: a book without any does not have it. */
    public boolean isOfReturns() {
        return switch (this) {
            case RETURN_ENTRIES, RETURN_ROUNDING, RETURN_BOUNDS -> true;
            default -> false;
        };
    }

    public String id() {
        return id;
    }

    /** Whether it is about amounts, taken per currency, or about a number of documents. */
    public boolean isMoney() {
        return money;
    }

    public String title() {
        return title;
    }

    /** Expected, against actual. */
    public String compares() {
        return compares;
    }
}
