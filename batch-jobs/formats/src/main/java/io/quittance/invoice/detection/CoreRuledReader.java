package io.quittance.invoice.detection;

import io.quittance.finding.Findings;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.en16931.CoreVatRules;
import io.quittance.invoice.en16931.InvoiceVatTerms;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.Original;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.profile.Sheet;
import io.quittance.invoice.profile.SheetDocuments;
import io.quittance.invoice.profile.SheetRow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The documents of a file in a syntax that is not of EN 16931, with what its VAT rules say of each that was understood. */
class CoreRuledReader implements InvoiceFileReader {

    private final InvoiceFileReader documents;
    private final CoreVatRules.Scope scope;

    private CoreRuledReader(InvoiceFileReader documents, CoreVatRules.Scope scope) {
        this.documents = documents;
        this.scope = scope;
    }

    /** The file with the rules asked. UBL and CII ask them themselves: they know every term. */
    static InvoiceFile of(InvoiceFile file) {
        return switch (file) {
            case InvoiceFile.Unreadable unreadable -> unreadable;
            case InvoiceFile.Readable readable ->
                scope(readable)
                        .<InvoiceFile>map(asked -> new InvoiceFile.Readable(
                                readable.format(), readable.warnings(), ruled(readable.documents(), asked)))
                        .orElse(readable);
        };
    }

    private static CoreRuledReader ruled(InvoiceFileReader documents, CoreVatRules.Scope asked) {
        return documents instanceof SheetDocuments sheets
                ? new OfSheets(sheets, asked)
                : new CoreRuledReader(documents, asked);
    }

    /** Those of a sheet, whose rows and columns can still be asked for. */
    private static final class OfSheets extends CoreRuledReader implements SheetDocuments {

        private final SheetDocuments sheets;

        private OfSheets(SheetDocuments sheets, CoreVatRules.Scope scope) {
            super(sheets, scope);
            this.sheets = sheets;
        }

        @Override
        public Sheet sheet() {
            return sheets.sheet();
        }

        @Override
        public List<SheetRow> rows() {
            return sheets.rows();
        }
    }

    private static Optional<CoreVatRules.Scope> scope(InvoiceFile.Readable file) {
        return switch (file.format()) {
            case UBL, CII, PDF -> Optional.empty();
            case CSV, XLSX, JSON -> Optional.of(CoreVatRules.Scope.CATEGORIES);
            case FATTURAPA, KSEF, CFDI, INV01 -> Optional.of(CoreVatRules.Scope.FIGURES);
        };
    }

    @Override
    public boolean hasNext() {
        return documents.hasNext();
    }

    @Override
    public ReadDocument next() {
        return switch (documents.next()) {
            case ReadDocument.Refused refused -> refused;
            case ReadDocument.Understood understood ->
                new ReadDocument.Understood(
                        understood.invoice(),
                        understood.stated(),
                        understood.warnings().and(said(understood.invoice())));
        };
    }

    private Findings said(Invoice invoice) {
        return CoreVatRules.findings(
                CoreVatRules.judge(InvoiceVatTerms.of(invoice), scope),
                invoice.source().place("VAT"),
                true);
    }

    @Override
    public void skip(int count) {
        documents.skip(count);
    }

    @Override
    public Original original() {
        return documents.original();
    }

    @Override
    public void close() throws IOException {
        documents.close();
    }
}
