package io.quittance.report;

import java.util.stream.Stream;

/**
 * Where the rows of a workbook come from. Every stream is read once, in a total order that does not change, and closed.
 * The sheets belong together: the ledger holds every journal of each payment and document listed and nothing else, and
 * payments hold every payment that a statement's line names.
 */
public interface WorkbookContent {

    AboutFacts about();

    Stream<PaymentRow> payments();

    Stream<InvoiceRow> invoices();

    Stream<FxRow> conversions();

    Stream<VatRow> vatEntries();

    Stream<LedgerRow> postings();

    Stream<BankRow> bankLines();

    Stream<OpenRow> openDocuments();

    Stream<FindingRow> held();

    Stream<FindingRow> rejected();

    /** Whether a document was matched; where no contract says how it is billed none is, and the book has no such sheet. */
    default boolean isMatched() {
        return false;
    }

    /** Every line of the documents that were matched and are not rejected. */
    default Stream<MatchRow> matches() {
        return Stream.empty();
    }

    /** Whether anything was withheld from a payee, or is reported; where not, the book has no such sheet. */
    default boolean isWithheld() {
        return false;
    }

    /** What was withheld from every document that the payments listed settle. */
    default Stream<WithheldRow> withheld() {
        return Stream.empty();
    }

    /** Whether a VAT return was closed in the period; where none was, the book has no sheets of them. */
    default boolean isReturned() {
        return false;
    }

    /** What the entries of those returns add to each of their figures. */
    default Stream<ReturnPartRow> returnParts() {
        return Stream.empty();
    }

    /** The figures of those returns. */
    default Stream<ReturnRow> returnFigures() {
        return Stream.empty();
    }

    /** What the database says about each tie; a combination that it does not mention counts as zero. */
    Stream<DatabaseFigure> figures();
}
