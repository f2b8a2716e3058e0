package io.quittance.engine.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import io.quittance.testkit.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@OnEveryServer
class CopyWriterIT {

    private static final long SEED = Long.getLong("property.seed", 20261124L);
    private static final CopyTable TABLE = CopyTable.of("public.copied", "position", "note");

    private final DataSource source =
            TestDatabase.empty().createUntilExit().administrator().dataSource();
    private final JdbcTemplate jdbc = new JdbcTemplate(source);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    private final CopyWriter copy = new CopyWriter(jdbc);

    CopyWriterIT() {
        jdbc.execute("create table public.copied (position int primary key, note text)");
    }

    @Test
    void any_text_comes_back_as_it_went() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            texts.add(text(random, random.nextInt(i % 100 == 0 ? 40_000 : 40)));
        }
        assertThat(write(texts)).isEqualTo(texts.size());
        assertThat(jdbc.queryForList("select note from public.copied order by position", String.class))
                .as("seed %d", SEED)
                .isEqualTo(texts);
    }

    @Test
    void stays_or_goes_with_the_transaction() {
        transaction.executeWithoutResult(status -> {
            copy.write(TABLE, row -> row.number(1).text("a").end());
            assertThat(count()).isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThat(count()).isZero();
    }

    @Test
    void outside_a_transaction_it_refuses() {
        assertThatThrownBy(() -> copy.write(TABLE, row -> row.number(1).nul().end()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside a transaction");
    }

    @Test
    void a_row_the_server_refuses_and_a_row_the_caller_breaks_leave_nothing() {
        assertThatThrownBy(() -> write(List.of("a", "b"), 7)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> write(List.of("a", "\0"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(count()).isZero();
        assertThat(write(List.of("c"))).isEqualTo(1);
    }

    private long write(List<String> texts) {
        Long rows = transaction.execute(status -> copy.write(TABLE, row -> {
            for (int i = 0; i < texts.size(); i++) {
                row.number(i).text(texts.get(i)).end();
            }
        }));
        return rows == null ? 0 : rows;
    }

    private void write(List<String> texts, int position) {
        transaction.executeWithoutResult(status -> copy.write(
                TABLE,
                row -> texts.forEach(text -> row.number(position).text(text).end())));
    }

    private Integer count() {
        return jdbc.queryForObject("select count(*) from public.copied", Integer.class);
    }

    /** All of Unicode but NUL and surrogates, the dangerous characters often. */
    private static String text(SplittableRandom random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> "\\\t\n\rN.tnr,\"'\u007F\u0080\u07FF\u0800\uFFFF".charAt(random.nextInt(17));
                        case 1 -> random.nextInt(1, 0x80);
                        case 2 -> random.nextInt(0x10000, 0x110000);
                        default -> random.nextInt(1, 0xD800);
                    });
        }
        return text.toString();
    }
}
