package io.quittance.invoice.profile;

import io.quittance.finding.Findings;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.text.UnreadableException;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A header and rows, wherever they come from. The rows are read more than once, always with the same result. */
public interface Sheet extends Closeable {

    /** CSV or XLSX. */
    InvoiceFormat format();

    /** The headings as they stand there. */
    List<String> headings();

    /** The line of the header, from 1. */
    long headerLine();

    /** The rows under the header from the first on. Those without any text are left out. */
    Rows rows() throws IOException;

    /** How findings name a column of a row: its heading, and the cell where cells have names. */
    String field(long line, int column);

    /** Why a cell cannot be used though it looks good, known after the rows were read once; null when nothing is wrong. */
    @Nullable
    String fault(long line, int column);

    /** About the file as a whole; complete after the rows were read once. */
    Findings warnings();

    /** Header and these rows alone as a file of the same kind, ready to correct and drop again. */
    byte[] original(List<SheetRow> rows);

    /** The header as it stands in the file, some columns of it and further ones behind them; only of a text file. */
    byte[] header(List<Integer> columns, List<String> further);

    /** The same of a row. */
    byte[] row(SheetRow row, List<Integer> columns, List<String> further);

    /** Rows one by one. */
    interface Rows extends Closeable {
        /** The next row, null at the end. */
        @Nullable
        SheetRow next() throws UnreadableException;
    }
}
