package io.quittance.delivery.store;

import io.quittance.delivery.store.IntakeFiles.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Which files were taken out of their folders, each once: what decides between two who want the same file is a unique index. */
@Repository
public class ClaimRows {

    private static final String COLUMNS = "select id, name, sha256, bytes from quittance.claim ";

    private final JdbcClient jdbc;

    public ClaimRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A file that is in the archive.
     *
     * @param name in its folder, with that of a folder in it and {@code /} in front
     * @param origin the file of a server, in one text; null when somebody dropped it
     */
    public record Claimed(
            Kind kind,
            String name,
            String sha256,
            long bytes,
            @Nullable String origin) {}

    /** A claim. @param id in the order of claiming */
    public record Claim(long id, String name, String sha256, long bytes) {}

    /** Notes contents as archived, in one order for all who do so at once: none of two waits for the other. */
    public void archived(Set<String> hashes) {
        jdbc.sql("insert into quittance.archived_file (sha256) select unnest(?) on conflict do nothing")
                .params(new SqlArrayValue("text", new TreeSet<>(hashes).toArray()))
                .update();
    }

    /** Stores a claim of an archived content, in the transaction that is under way; empty when the file is claimed already. */
    public OptionalLong insert(Claimed file) {
        return jdbc
                .sql("insert into quittance.claim (kind, name, sha256, bytes, origin) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing returning id")
                .param(file.kind().name())
                .param(file.name())
                .param(file.sha256())
                .param(file.bytes())
                .param(file.origin())
                .query(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Notes that files are gone from their folder. */
    public void cleared(List<Long> ids) {
        jdbc.sql("update quittance.claim set cleared = true where id = any(?)")
                .params(new SqlArrayValue("bigint", ids.toArray()))
                .update();
    }

    /** Claims whose file may still lie in its folder: the process died, or is just at it. */
    public List<Claim> uncleared(Kind kind) {
        return claims(COLUMNS + "where kind = ? and not cleared order by id", kind);
    }

    /** Claims that no work set reads yet. */
    public List<Claim> waiting(Kind kind) {
        return claims(COLUMNS + "where kind = ? and work_set is null order by id", kind);
    }

    /** Gives claims to a work set, in the transaction that freezes it. */
    public void take(String workSet, List<Claim> claims) {
        Long[] ids = claims.stream().map(Claim::id).toArray(Long[]::new);
        int taken = jdbc.sql("update quittance.claim set work_set = ? where id = any(?) and work_set is null")
                .params(workSet, new SqlArrayValue("bigint", (Object[]) ids))
                .update();
        if (taken != ids.length) {
            throw new IllegalStateException(ids.length - taken + " files belong to another work set");
        }
    }

    /** Whether the file of a server is claimed. */
    public boolean has(String origin) {
        return jdbc.sql("select exists (select 1 from quittance.claim where origin = ?)")
                .params(origin)
                .query(Boolean.class)
                .single();
    }

    private List<Claim> claims(String sql, Kind kind) {
        return jdbc.sql(sql).params(kind.name()).query(ClaimRows::row).list();
    }

    private static Claim row(ResultSet row, int number) throws SQLException {
        return new Claim(row.getLong("id"), row.getString("name"), row.getString("sha256"), row.getLong("bytes"));
    }
}
