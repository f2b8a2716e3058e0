package io.quittance.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;

/** One record of a CSV result. */
final class CsvLine {

    private CsvLine() {}

    /** The fields, quoted where they have to be, without the end of the line. */
    static String of(List<String> fields) {
        var line = new StringWriter();
        CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(line)
                .writeRecord(fields);
        StringBuffer whole = line.getBuffer();
        return whole.substring(0, whole.length() - 1);
    }
}
