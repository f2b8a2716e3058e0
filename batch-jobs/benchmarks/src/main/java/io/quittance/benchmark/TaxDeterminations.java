package io.quittance.benchmark;

import io.quittance.tax.TableTaxRules;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxRules;
import io.quittance.tax.TaxTables;
import io.quittance.tax.table.TaxTableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Determinations by one thread, one document after another, over tables of several sizes. JMH makes and runs it. */
@State(Scope.Thread)
public class TaxDeterminations {

    /** How many treatment rules; 0 for those that are shipped. */
    @Param({"0", "1000", "100000"})
    public int rules;

    private List<TaxCase> cases = List.of();
    private int next;
    private TaxRules engine = (invoice, payer, supplier, contract) -> {
        throw new IllegalStateException("not set up");
    };

    /** Reads the tables of the configuration. @throws IOException when they are not to be read */
    @Setup
    public void read() throws IOException {
        TaxTables shipped = TaxTableFiles.read(Path.of("config/tax"));
        engine = TableTaxRules.of(rules == 0 ? shipped : GrownTables.of(shipped, rules));
        cases = TaxCases.of(shipped);
    }

    /** One determination. */
    @Benchmark
    public TaxDecision decide() {
        next = next + 1 == cases.size() ? 0 : next + 1;
        return cases.get(next).decide(engine);
    }
}
