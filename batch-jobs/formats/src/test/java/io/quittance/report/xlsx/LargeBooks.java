package io.quittance.report.xlsx;

import io.quittance.report.AboutFacts;
import io.quittance.report.BankRow;
import io.quittance.report.DatabaseFigure;
import io.quittance.report.FindingRow;
import io.quittance.report.FxRow;
import io.quittance.report.InvoiceRow;
import io.quittance.report.LedgerRow;
import io.quittance.report.OpenRow;
import io.quittance.report.PaymentRow;
import io.quittance.report.VatRow;
import io.quittance.report.WorkbookContent;
import io.quittance.report.WorkbookModel;
import java.io.OutputStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A ledger of any length and nothing else; a program, so that a test can give it little memory. */
record LargeBooks(long lines) implements WorkbookContent {

    public static void main(String[] arguments) throws Exception {
        XlsxWriter.write(
                WorkbookModel.of(new LargeBooks(Long.parseLong(arguments[0]))), OutputStream.nullOutputStream());
        System.out.println("written");
    }

    @Override
    public Stream<LedgerRow> postings() {
        return LongStream.range(0, lines).mapToObj(LargeBooks::posting);
    }

    private static LedgerRow posting(long i) {
        Money amount = Money.ofMinor(CurrencyUnit.EUR, 100 + i / 2 % 9973);
        return new LedgerRow(
                i / 1000,
                i / 2,
                String.format("%08x-0000-5000-8000-000000000000", i / 2),
                SampleBooks.TODAY,
                "ACCEPTED",
                "F-" + i / 2,
                "NL-BV",
                i % 2 == 0 ? "4000" : "2000",
                i % 2 == 0 ? "Contractors" : "Payables",
                i % 2 == 0 ? amount : amount.negated());
    }

    @Override
    public AboutFacts about() {
        return new SampleBooks().about();
    }

    @Override
    public Stream<PaymentRow> payments() {
        return Stream.empty();
    }

    @Override
    public Stream<InvoiceRow> invoices() {
        return Stream.empty();
    }

    @Override
    public Stream<FxRow> conversions() {
        return Stream.empty();
    }

    @Override
    public Stream<VatRow> vatEntries() {
        return Stream.empty();
    }

    @Override
    public Stream<BankRow> bankLines() {
        return Stream.empty();
    }

    @Override
    public Stream<OpenRow> openDocuments() {
        return Stream.empty();
    }

    @Override
    public Stream<FindingRow> held() {
        return Stream.empty();
    }

    @Override
    public Stream<FindingRow> rejected() {
        return Stream.empty();
    }

    @Override
    public Stream<DatabaseFigure> figures() {
        return Stream.empty();
    }
}
