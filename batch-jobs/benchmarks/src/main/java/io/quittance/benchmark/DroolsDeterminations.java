package io.quittance.benchmark;

import io.quittance.tax.TableTaxRules;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxRules;
import io.quittance.tax.TaxTables;
import io.quittance.tax.VatRate.RateClass;
import io.quittance.tax.table.TaxTableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Twenty of the cases by Drools and by us, one thread. Drools keeps one session with the rates in it and gets one document after
 * another, which is quicker than a session for each. It writes no evidence; ours does.
 */
@State(Scope.Thread)
public class DroolsDeterminations {

    private static final int CASES = 20;

    private List<TaxCase> cases = List.of();
    private List<Purchase> purchases = List.of();
    private TaxRules engine = (invoice, payer, supplier, contract) -> {
        throw new IllegalStateException("not set up");
    };
    private int next;
    private KieSession session = TaxDrools.session();

    /** Reads tables and rules, and proves that both say the same. @throws IOException when they are not to be read */
    @Setup
    public void read() throws IOException {
        TaxTables tables = TaxTableFiles.read(Path.of("config/tax"));
        engine = TableTaxRules.of(tables);
        cases = TaxDrools.comparable(TaxCases.of(tables), CASES, tables);
        purchases = cases.stream().map(one -> new Purchase(one, tables)).toList();
        tables.rates().stream()
                .filter(rate ->
                        rate.rateClass() == RateClass.STANDARD && rate.region().isEmpty())
                .forEach(rate -> session.insert(new AreaRate(rate)));
        for (int i = 0; i < CASES; i++) {
            same(cases.get(i).decide(engine), drools());
        }
        next = 0;
    }

    private void same(TaxDecision ours, Purchase theirs) {
        var line = ours.lines().getFirst();
        if (ours.treatment() != theirs.treatment()
                || !line.selfAssessed().equals(theirs.selfAssessed())
                || !line.recoverable().equals(theirs.recoverable())) {
            throw new IllegalStateException("Drools says " + theirs + ", we say " + ours);
        }
    }

    /** One determination by Drools. */
    @Benchmark
    public Purchase drools() {
        Purchase purchase = purchases.get(turn());
        purchase.forget();
        FactHandle handle = session.insert(purchase);
        session.fireAllRules();
        session.delete(handle);
        return purchase;
    }

    /** The same determination by our tables. */
    @Benchmark
    public TaxDecision ours() {
        return cases.get(turn()).decide(engine);
    }

    private int turn() {
        int now = next;
        next = now + 1 == CASES ? 0 : now + 1;
        return now;
    }

    /** Ends the session. */
    @TearDown
    public void close() {
        session.dispose();
    }
}
