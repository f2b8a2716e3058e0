package io.quittance.invoice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The files that were delivered: each content once, for ever; each delivery on record. */
@Repository
public class IntakeFiles {

    /** What a file is taken in as. */
    public enum Kind {
        INVOICES,
        BANK,
        RATES
    }

    /** A file of a work set. @param position in the order in which files are read, from 1 */
    public record Frozen(int position, String name, String sha256, long bytes) {}

    private final JdbcClient jdbc;

    public IntakeFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the hashes whose content was taken in before. */
    public Set<String> known(List<String> hashes) {
        return jdbc
                .sql("select sha256 from quittance.intake_file where sha256 = any(?)")
                .params(new SqlArrayValue("text", hashes.toArray()))
                .query(String.class)
                .stream()
                .collect(Collectors.toSet());
    }

    /** Freezes deliveries into a work set: new content as files, known or repeated content as duplicates. */
    public void freeze(String workSet, Kind kind, List<Frozen> deliveries, Set<String> duplicates) {
        for (Frozen file : deliveries) {
            boolean isNew = !duplicates.contains(file.sha256())
                    && jdbc.sql("insert into quittance.intake_file (sha256, kind, name, bytes, work_set, position)"
                                            + " values (?, ?, ?, ?, ?, ?) on conflict (sha256) do nothing")
                                    .params(
                                            file.sha256(),
                                            kind.name(),
                                            file.name(),
                                            file.bytes(),
                                            workSet,
                                            file.position())
                                    .update()
                            == 1;
            jdbc.sql(
                            "insert into quittance.intake_delivery (work_set, position, name, sha256, outcome) values (?, ?, ?, ?, ?)")
                    .params(workSet, file.position(), file.name(), file.sha256(), isNew ? "NEW" : "DUPLICATE")
                    .update();
        }
    }

    /** The file with this content. */
    public Frozen file(String sha256) {
        return jdbc.sql("select position, name, sha256, bytes from quittance.intake_file where sha256 = ?")
                .params(sha256)
                .query(IntakeFiles::row)
                .single();
    }

    /** The new files of a work set, in reading order. */
    public List<Frozen> filesOf(String workSet) {
        return files(
                "select position, name, sha256, bytes from quittance.intake_file where work_set = ? order by position",
                workSet);
    }

    /** Every delivery of a work set, duplicates too. */
    public List<Frozen> deliveriesOf(String workSet) {
        return files(
                "select position, name, sha256, 0 as bytes from quittance.intake_delivery where work_set = ? order by position",
                workSet);
    }

    private List<Frozen> files(String sql, String workSet) {
        return jdbc.sql(sql).params(workSet).query(IntakeFiles::row).list();
    }

    private static Frozen row(ResultSet row, int number) throws SQLException {
        return new Frozen(row.getInt("position"), row.getString("name"), row.getString("sha256"), row.getLong("bytes"));
    }

    /** What was rejected of files that were delivered again gets one more attempt: its reason may have gone since. */
    public void askAgain(String workSet) {
        jdbc.sql("""
                        insert into quittance.asked_again (invoice, attempt, intake)
                        select distinct i.id, a.attempt + 1, d.work_set
                        from quittance.intake_delivery d
                        join quittance.invoice i on i.file = d.sha256
                        join quittance.assessment a on a.invoice = i.id and a.latest and a.verdict = 'REJECTED'
                        where d.work_set = ? and d.outcome = 'DUPLICATE'
                        on conflict do nothing
                        """).params(workSet).update();
    }

    /** Counts what became of each file, once all of them are read. */
    public void countResults(String workSet) {
        jdbc.sql("""
                        insert into quittance.intake_result (sha256, documents, understood, refused)
                        select f.sha256, u.documents + r.documents, u.documents, r.documents
                        from quittance.intake_file f,
                             lateral (select count(*) as documents from quittance.invoice where file = f.sha256) u,
                             lateral (select count(*) as documents from quittance.refusal where file = f.sha256) r
                        where f.work_set = ?
                        """).params(workSet).update();
    }
}
