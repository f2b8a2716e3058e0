package io.quittance.ledger.store;

import io.quittance.engine.StopPoint;
import io.quittance.engine.copy.CopyTable;
import io.quittance.engine.copy.CopyWriter;
import io.quittance.ledger.Chain;
import io.quittance.ledger.Journal;
import io.quittance.ledger.Posting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sealed chain: gap-free numbers and hashes over the journals, in an order that every run repeats. */
@Repository
public class Seals {

    private static final int ROWS_AT_ONCE = 2_000;

    private static final String LEGS = """
            select j.id, j.entity, j.event_key, j.kind, j.business_date, j.reference, j.reverses,
                   p.account, p.currency, p.minor
            from ledger.journal j join ledger.posting p on p.journal = j.id
            """;
    private static final CopyTable SEALED = CopyTable.of("ledger.sealed_journal", "number", "journal", "block", "hash");

    private final JdbcClient jdbc;
    private final CopyWriter copy;
    private final StopPoint stop;

    public Seals(JdbcClient jdbc, CopyWriter copy, StopPoint stop) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.stop = stop;
    }

    /** The head of the chain. @param number of the last sealed journal, 0 before the first */
    public record Head(long number, long block, byte[] hash) {
        /** The hash as people compare it. */
        public String hex() {
            return HexFormat.of().formatHex(hash);
        }
    }

    /** Where the chain stands. */
    public Head head() {
        return jdbc.sql("select last_no, number, hash from ledger.block order by number desc limit 1")
                .query((row, n) -> new Head(row.getLong(1), row.getLong(2), row.getBytes(3)))
                .optional()
                .orElse(new Head(0, 0, Chain.ORIGIN));
    }

    /** Where the chain stood once it had sealed what a work set posted; empty when that posted nothing. */
    public Optional<Head> headOf(String workSet) {
        return jdbc.sql("select last_no, number, hash from ledger.block where work_set = ?")
                .params(workSet)
                .query((row, n) -> new Head(row.getLong(1), row.getLong(2), row.getBytes(3)))
                .optional();
    }

    /**
     * Seals what a work set posted, as one block. Call it in a transaction, under the pipeline gate: one at a time.
     *
     * @return how many journals were sealed; 0 leaves no block
     */
    public long seal(String workSet, LocalDate businessDate) {
        Head before = head();
        var block = new Block(before);
        read(LEGS + "where j.work_set = ? order by j.entity, j.event_key, p.position", block, workSet);
        block.flush();
        long sealed = block.number - before.number();
        if (sealed > 0) {
            jdbc.sql(
                            "insert into ledger.block (number, work_set, business_date, first_no, last_no, previous_hash, hash)"
                                    + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            before.block() + 1,
                            workSet,
                            businessDate,
                            before.number() + 1,
                            block.number,
                            before.hash(),
                            block.hash)
                    .update();
        }
        return sealed;
    }

    /** Whether what a work set posted is sealed already. */
    public boolean isSealed(String workSet) {
        return jdbc.sql("select exists (select 1 from ledger.block where work_set = ?)")
                .params(workSet)
                .query(Boolean.class)
                .single();
    }

    /** Walks every link from the origin. Returns the number of the first journal that does not fit, 0 when all do. */
    public long firstBroken() {
        var walk = new Walk();
        jdbc.sql("select s.number, s.hash as sealed_hash, l.* from ledger.sealed_journal s join ("
                        + LEGS.replace("p.account", "p.position, p.account")
                        + ") l on l.id = s.journal order by s.number, l.position")
                .withFetchSize(ROWS_AT_ONCE)
                .query(walk::accept);
        return walk.finish();
    }

    private void read(String sql, Consumer<Journal> consumer, Object... params) {
        var fold = new Fold(consumer);
        jdbc.sql(sql).withFetchSize(ROWS_AT_ONCE).params(params).query(fold::accept);
        fold.finish();
    }

    /** Numbers and hashes journals and writes them in portions, so that memory stays small. */
    private final class Block implements Consumer<Journal> {
        private final long blockNumber;
        private final List<Link> links = new ArrayList<>(ROWS_AT_ONCE);
        private long number;
        private byte[] hash;

        Block(Head before) {
            blockNumber = before.block() + 1;
            number = before.number();
            hash = before.hash();
        }

        @Override
        public void accept(Journal journal) {
            stop.pass();
            number++;
            hash = Chain.hash(number, hash, journal);
            links.add(new Link(number, journal.id(), hash));
            if (links.size() == ROWS_AT_ONCE) {
                flush();
            }
        }

        void flush() {
            if (!links.isEmpty()) {
                copy.write(
                        SEALED,
                        links,
                        (row, link) -> row.number(link.number())
                                .uuid(link.journal())
                                .number(blockNumber)
                                .bytes(link.hash()));
                links.clear();
            }
        }
    }

    private record Link(long number, UUID journal, byte[] hash) {}

    /** Folds the postings of one journal into one value. */
    private static final class Fold {
        private final Consumer<Journal> consumer;
        private final List<Posting> postings = new ArrayList<>();
        private Journals.@Nullable Header open;

        Fold(Consumer<Journal> consumer) {
            this.consumer = consumer;
        }

        void accept(ResultSet row) throws SQLException {
            UUID id = row.getObject("id", UUID.class);
            if (open == null || !open.id().equals(id)) {
                finish();
                open = Journals.Header.of(row);
            }
            postings.add(new Posting(
                    row.getString("account"),
                    Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("minor"))));
        }

        void finish() {
            if (open != null) {
                consumer.accept(open.with(postings));
                postings.clear();
                open = null;
            }
        }
    }

    /** Recomputes the chain over what is stored and remembers the first link that does not fit. */
    private static final class Walk {
        private byte[] previous = Chain.ORIGIN;
        private long number;
        private byte[] stored = new byte[0];
        private long broken;
        private final Fold fold = new Fold(this::link);

        void accept(ResultSet row) throws SQLException {
            long next = row.getLong("number");
            if (next != number) {
                fold.finish();
                number = next;
                stored = row.getBytes("sealed_hash");
            }
            fold.accept(row);
        }

        private void link(Journal journal) {
            byte[] expected = Chain.hash(number, previous, journal);
            if (broken == 0 && !Arrays.equals(expected, stored)) {
                broken = number;
            }
            previous = stored;
        }

        long finish() {
            fold.finish();
            return broken;
        }
    }
}
