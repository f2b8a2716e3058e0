package io.quittance.delivery.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The files that were delivered: each content once by each drop folder, for ever; each delivery on record. */
@Repository
public class IntakeFiles {

    /** What a file is taken in as. */
    public enum Kind {
        INVOICES,
        BANK,
        RATES,
        TIMESHEETS,
        REGISTRY
    }

    /** A file of a work set. @param position in the order in which files are read, from 1 */
    public record Frozen(int position, String name, String sha256, long bytes) {}

    /** Files a statement. */
    private static final int PORTION = 5_000;

    private final JdbcClient jdbc;

    public IntakeFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the hashes whose content was taken in as this kind before. */
    public Set<String> known(Kind kind, List<String> hashes) {
        return jdbc
                .sql("select sha256 from quittance.intake_file where kind = ? and sha256 = any(?)")
                .params(kind.name(), new SqlArrayValue("text", hashes.toArray()))
                .query(String.class)
                .stream()
                .collect(Collectors.toSet());
    }

    /**
     * Freezes deliveries into a work set: new content as files, known or repeated content as duplicates.
     *
     * @param again known content that is read once more
     */
    public void freeze(String workSet, Kind kind, List<Frozen> deliveries, Set<String> again) {
        var rest = new HashSet<>(again);
        for (int from = 0; from < deliveries.size(); from += PORTION) {
            List<Frozen> portion = deliveries.subList(from, Math.min(from + PORTION, deliveries.size()));
            Set<String> fresh = takeIn(workSet, kind, portion);
            List<String> outcomes = portion.stream()
                    .map(file ->
                            fresh.remove(file.sha256()) ? "NEW" : rest.remove(file.sha256()) ? "AGAIN" : "DUPLICATE")
                    .toList();
            deliver(workSet, kind, portion, outcomes);
        }
    }

    /** Which contents are new. Of two files with one content the first is the one that it is taken in as. */
    private Set<String> takeIn(String workSet, Kind kind, List<Frozen> files) {
        jdbc.sql("insert into quittance.archived_file (sha256) select unnest(?) on conflict do nothing")
                .params(texts(files, Frozen::sha256))
                .update();
        return new HashSet<>(jdbc.sql("""
                        insert into quittance.intake_file (sha256, kind, name, bytes, work_set, position)
                        select sha256, ?, name, bytes, ?, position
                        from unnest(?, ?, ?, ?) as f (sha256, name, bytes, position) order by position
                        on conflict (sha256, kind) do nothing returning sha256
                        """)
                .param(kind.name())
                .param(workSet)
                .param(texts(files, Frozen::sha256))
                .param(texts(files, Frozen::name))
                .param(new SqlArrayValue(
                        "bigint", files.stream().map(Frozen::bytes).toArray()))
                .param(positions(files))
                .query(String.class)
                .list());
    }

    private void deliver(String workSet, Kind kind, List<Frozen> files, List<String> outcomes) {
        jdbc.sql("""
                        insert into quittance.intake_delivery (work_set, position, name, sha256, kind, outcome)
                        select ?, position, name, sha256, ?, outcome
                        from unnest(?, ?, ?, ?) as f (position, name, sha256, outcome) order by position
                        """)
                .param(workSet)
                .param(kind.name())
                .param(positions(files))
                .param(texts(files, Frozen::name))
                .param(texts(files, Frozen::sha256))
                .param(new SqlArrayValue("text", outcomes.toArray()))
                .update();
    }

    private static SqlArrayValue texts(List<Frozen> files, Function<Frozen, String> text) {
        return new SqlArrayValue("text", files.stream().map(text).toArray());
    }

    private static SqlArrayValue positions(List<Frozen> files) {
        return new SqlArrayValue("integer", files.stream().map(Frozen::position).toArray());
    }

    /** Freezes files of the archive into a work set, after what was delivered, but for those that it reads already. */
    public void takeUp(String workSet, Kind kind, List<String> hashes) {
        List<Frozen> delivered = deliveriesOf(workSet);
        int position = delivered.isEmpty() ? 0 : delivered.getLast().position();
        Set<String> reads = filesOf(workSet).stream().map(Frozen::sha256).collect(Collectors.toSet());
        for (String sha256 : hashes) {
            if (reads.add(sha256)) {
                Frozen kept = file(kind, sha256);
                deliver(
                        workSet,
                        kind,
                        List.of(new Frozen(++position, kept.name(), sha256, kept.bytes())),
                        List.of("AGAIN"));
            }
        }
    }

    /** Those of the contents that were refused as a whole each time, so that not one document of them is known. */
    public Set<String> refusedAsAWhole(Set<String> contents) {
        return contents.isEmpty()
                ? Set.of()
                : jdbc.sql("""
                        select f from unnest(?) as f
                        where exists (select 1 from quittance.refusal r where r.file = f and r.position = 0)
                          and not exists (select 1 from quittance.refusal r where r.file = f and r.position > 0)
                          and not exists (select 1 from quittance.invoice i where i.file = f)
                        """).params(new SqlArrayValue("text", contents.toArray())).query(String.class).stream()
                        .collect(Collectors.toSet());
    }

    /** Those of a work set's files that were read before, by another one. */
    public Set<String> readAgain(String workSet) {
        return jdbc
                .sql("select sha256 from quittance.intake_delivery where work_set = ? and outcome = 'AGAIN'")
                .params(workSet)
                .query(String.class)
                .stream()
                .collect(Collectors.toSet());
    }

    /** A file as this work set reads it: by the name that it was delivered by then, with the folder of its profile. */
    public Frozen fileOf(String workSet, String sha256) {
        return jdbc.sql("select d.position, d.name, d.sha256, f.bytes from quittance.intake_delivery d"
                        + " join quittance.intake_file f using (sha256, kind)"
                        + " where d.work_set = ? and d.sha256 = ? and d.outcome <> 'DUPLICATE'")
                .params(workSet, sha256)
                .query(IntakeFiles::row)
                .single();
    }

    /** The file with this content, as it was taken in as this kind. */
    public Frozen file(Kind kind, String sha256) {
        return jdbc.sql("select position, name, sha256, bytes from quittance.intake_file where kind = ? and sha256 = ?")
                .params(kind.name(), sha256)
                .query(IntakeFiles::row)
                .single();
    }

    /** The files that a work set reads, new ones and those that are read again, in reading order. */
    public List<Frozen> filesOf(String workSet) {
        return files(
                "select d.position, d.name, d.sha256, f.bytes from quittance.intake_delivery d"
                        + " join quittance.intake_file f using (sha256, kind)"
                        + " where d.work_set = ? and d.outcome <> 'DUPLICATE' order by d.position",
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

    /** Counts what became of each file, once all of them are read. A step that died after its commit counts once more. */
    public void countResults(String workSet) {
        jdbc.sql("""
                        insert into quittance.intake_result (sha256, intake, documents, understood, refused)
                        select f.sha256, f.work_set, u.documents + r.documents, u.documents, r.documents
                        from quittance.intake_delivery f,
                             lateral (select count(*) as documents from quittance.invoice
                                      where file = f.sha256 and intake = f.work_set) u,
                             lateral (select count(*) as documents from quittance.refusal
                                      where file = f.sha256 and intake = f.work_set) r
                        where f.work_set = ? and f.outcome <> 'DUPLICATE'
                        on conflict do nothing
                        """).params(workSet).update();
    }
}
