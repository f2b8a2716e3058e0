package io.quittance.invoice.job;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.invoice.annotation.Annotated;
import io.quittance.invoice.annotation.Annotations;
import io.quittance.invoice.job.Quarantine.Refused;
import io.quittance.invoice.profile.SheetDocuments;
import io.quittance.platform.workspace.Publication;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The refused documents of a sheet in one file, with the reasons beside the cells that they are about. */
final class AnnotatedSheets {

    /** How many documents' reasons are asked for, and held in memory, at once. */
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    AnnotatedSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param name of the file without its ending */
    void publish(Path folder, String name, SheetDocuments sheets, List<Refused> refused) {
        Path target = folder.resolve(name + Annotations.ending(sheets.sheet()));
        Publication.publish(
                target, out -> Annotations.write(sheets.sheet(), new InFileOrder(sheets, refused, jdbc), out));
    }

    /** One after another, as they stand in the file. */
    private static final class InFileOrder implements Iterator<Annotated> {

        private final SheetDocuments sheets;
        private final List<Refused> refused;
        private final JdbcClient jdbc;
        private List<List<Finding>> reasons = List.of();
        private int next;
        private int passed;

        private InFileOrder(SheetDocuments sheets, List<Refused> refused, JdbcClient jdbc) {
            this.sheets = sheets;
            this.refused = refused;
            this.jdbc = jdbc;
        }

        @Override
        public boolean hasNext() {
            return next < refused.size();
        }

        @Override
        public Annotated next() {
            if (next % AT_ONCE == 0) {
                reasons = reasons(refused.subList(next, Math.min(refused.size(), next + AT_ONCE)), jdbc);
            }
            Refused one = refused.get(next);
            sheets.skip(one.position() - passed - 1);
            passed = one.position();
            return new Annotated(sheets.rows(), reasons.get(next++ % AT_ONCE));
        }
    }

    private record Reason(int n, Finding finding) {}

    private static List<List<Finding>> reasons(List<Refused> some, JdbcClient jdbc) {
        Map<Integer, List<Finding>> byDocument = jdbc
                .sql(Quarantine.REASONS)
                .params(
                        new SqlArrayValue(
                                "text", some.stream().map(Refused::subject).toArray()),
                        new SqlArrayValue(
                                "int2",
                                some.stream().map(one -> (short) one.attempt()).toArray()))
                .query((row, number) -> reason(some, row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Reason::n, Collectors.mapping(Reason::finding, Collectors.toCollection(ArrayList::new))));
        return IntStream.range(0, some.size())
                .mapToObj(n -> byDocument.getOrDefault(n, new ArrayList<>()))
                .toList();
    }

    /** Without a line of its own it is about the document's first. */
    private static Reason reason(List<Refused> some, ResultSet row) throws SQLException {
        int n = row.getInt("n") - 1;
        long line = row.getLong("line");
        return new Reason(
                n,
                new Finding(
                        FindingCode.ofId(row.getString("code")),
                        Severity.valueOf(row.getString("severity")),
                        new Place("", line == 0 ? some.get(n).line() : line, row.getString("field")),
                        row.getString("read"),
                        row.getString("expected"),
                        row.getString("message"),
                        row.getString("hint")));
    }
}
