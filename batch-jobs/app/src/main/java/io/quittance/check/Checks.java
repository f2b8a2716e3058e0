package io.quittance.check;

import io.quittance.ledger.store.Seals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs every invariant. Most are a file of SQL that selects what violates it; its first line says what must hold. What
 * looks at files is an {@link Invariant}.
 */
@Component
public class Checks {

    private static final String FOLDER = "/checks/";

    private final JdbcClient jdbc;
    private final Seals seals;
    private final List<Invariant> invariants;
    private final TransactionOperations transactions;

    public Checks(JdbcClient jdbc, Seals seals, List<Invariant> invariants, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.invariants =
                invariants.stream().sorted(Comparator.comparing(Invariant::id)).toList();
        this.transactions = transactions;
    }

    /** Something that violates an invariant. */
    public record Violation(String invariant, String title, String detail) {}

    /** Everything that is wrong; empty when all is well. */
    public List<Violation> run() {
        var violations = new ArrayList<Violation>();
        for (String id : read("index.txt").strip().split("\n")) {
            String sql = read(id + ".sql");
            String title = sql.substring(2, sql.indexOf('\n')).strip();
            jdbc.sql(sql)
                    .query(String.class)
                    .list()
                    .forEach(detail -> violations.add(new Violation(id, title, detail)));
        }
        for (Invariant invariant : invariants) {
            List<String> details = transactions.execute(status -> invariant.violations());
            details.forEach(detail -> violations.add(new Violation(invariant.id(), invariant.title(), detail)));
        }
        Long broken = transactions.execute(status -> seals.firstBroken());
        if (broken != null && broken > 0) {
            violations.add(new Violation(
                    "I-20", "The chain over sealed journals is whole", "journal number " + broken + " does not fit"));
        }
        return violations;
    }

    private static String read(String name) {
        try (InputStream in = Checks.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
