package io.quittance.fx.store;

import io.quittance.engine.copy.CopyTable;
import io.quittance.engine.copy.CopyWriter;
import io.quittance.fx.Rate;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Published rates: insert-only, each pair and day once; what was used can never change afterwards. */
@Repository("publishedRates")
public class Rates {

    private static final CopyTable DELIVERED =
            CopyTable.of("delivered_rate", "source", "base", "quote", "valid_from", "valid_to", "value");

    /**
     * Whether a delivered period has days of one that begins on another day. Recorded periods never overlap, so the newest that
     * begins before it and the first that begins within it are all there is to look at.
     */
    private static final String OVERLAPS = """
            (exists (select 1 from quittance.rate r
                     where (r.source, r.base, r.quote) = (d.source, d.base, d.quote)
                       and r.valid_from > d.valid_from and r.valid_from <= d.valid_to)
             or coalesce((select r.valid_to from quittance.rate r
                          where (r.source, r.base, r.quote) = (d.source, d.base, d.quote)
                            and r.valid_from < d.valid_from
                          order by r.valid_from desc limit 1) >= d.valid_from, false))
            """;

    private final JdbcClient jdbc;
    private final CopyWriter copy;

    public Rates(JdbcClient jdbc, CopyWriter copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    /** The newest rate recorded so far: whoever freezes it sees rates up to it and none after. */
    public long mark() {
        return jdbc.sql("select coalesce(max(mark), 0) from quittance.rate")
                .query(Long.class)
                .single();
    }

    /** Every rate recorded up to a mark. */
    public List<Rate> upTo(long mark) {
        return jdbc.sql("select source, base, quote, valid_from, valid_to, value from quittance.rate where mark <= ?"
                        + " order by source, base, quote, valid_from")
                .params(mark)
                .query((row, n) -> new Rate(
                        row.getString("source"),
                        CurrencyUnit.of(row.getString("base")),
                        CurrencyUnit.of(row.getString("quote")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getBigDecimal("value").stripTrailingZeros()))
                .list();
    }

    /** How many rates of a file were new, and which of them contradict what is recorded. */
    public record Taken(int recorded, List<String> contradictions) {}

    /** Records the rates of a file, retrieved on the day of a work set. What is there already stays; a different value for it is told, never taken. */
    public Taken take(String workSet, String file, List<Rate> rates) {
        jdbc.sql("create temporary table if not exists delivered_rate (source text, base char(3), quote char(3),"
                        + " valid_from date, valid_to date, value numeric(38, 12)) on commit delete rows")
                .update();
        copy.write(
                DELIVERED,
                rates,
                (row, rate) -> row.text(rate.source())
                        .text(rate.base().getCode())
                        .text(rate.quote().getCode())
                        .date(rate.from())
                        .date(rate.to())
                        .decimal(rate.value()));
        List<String> contradictions = jdbc.sql("""
                        select d.source || ' ' || d.base || '/' || d.quote || ' ' || d.valid_from || ': recorded '
                               || trim_scale(r.value) || ', delivered ' || trim_scale(d.value)
                        from delivered_rate d join quittance.rate r using (source, base, quote, valid_from)
                        where r.value <> d.value
                        union all
                        select d.source || ' ' || d.base || '/' || d.quote || ' ' || d.valid_from || ' to ' || d.valid_to
                               || ': days of it have a recorded rate already'
                        from delivered_rate d
                        where OVERLAPS or exists (select 1 from quittance.rate r
                                                  where (r.source, r.base, r.quote, r.valid_from)
                                                      = (d.source, d.base, d.quote, d.valid_from)
                                                    and r.valid_to <> d.valid_to and r.value = d.value)
                        order by 1
                        """.replace("OVERLAPS", OVERLAPS))
                .query((row, n) -> row.getString(1))
                .list();
        int recorded = jdbc.sql("""
                        insert into quittance.rate (source, base, quote, valid_from, valid_to, value, file, published_on, retrieved_on)
                        select source, base, quote, valid_from, valid_to, value, ?,
                               case when valid_from = valid_to then valid_from end,
                               (select business_date from quittance.work_set where id = ?)
                        from delivered_rate d
                        where not exists (select 1 from quittance.rate r
                                          where (r.source, r.base, r.quote, r.valid_from)
                                              = (d.source, d.base, d.quote, d.valid_from))
                          and not OVERLAPS
                        order by source, base, quote, valid_from
                        """.replace("OVERLAPS", OVERLAPS))
                .params(file, workSet)
                .update();
        return new Taken(recorded, contradictions);
    }

    /** Those of the files of which no rate was taken. */
    public Set<String> barren(Set<String> files) {
        return Set.copyOf(
                jdbc.sql("select f from unnest(?) as f where not exists (select 1 from quittance.rate where file = f)"
                                + " and not exists (select 1 from quittance.rate_file_result where file = f and taken)")
                        .params(new SqlArrayValue("text", files.toArray()))
                        .query(String.class)
                        .list());
    }

    /** How often a file was read before. */
    public int attempts(String file) {
        return jdbc.sql("select count(*) from quittance.rate_file_result where file = ?")
                .params(file)
                .query(Integer.class)
                .single();
    }

    /** A file that a work set read. @param taken false when it was refused as a whole */
    public record Delivered(String file, int attempt, UUID subject, boolean taken) {}

    /** Records what became of a file. */
    public void record(String workSet, Delivered file) {
        jdbc.sql(
                        "insert into quittance.rate_file_result (file, attempt, work_set, subject, taken) values (?, ?, ?, ?, ?)")
                .params(file.file(), file.attempt(), workSet, file.subject(), file.taken())
                .update();
    }

    /** The files that a work set refused, in the order of their content. */
    public List<Delivered> refusedBy(String workSet) {
        return jdbc.sql("select file, attempt, subject, taken from quittance.rate_file_result"
                        + " where work_set = ? and not taken order by file")
                .params(workSet)
                .query((row, n) -> new Delivered(
                        row.getString("file"),
                        row.getInt("attempt"),
                        row.getObject("subject", UUID.class),
                        row.getBoolean("taken")))
                .list();
    }
}
