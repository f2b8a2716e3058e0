package io.quittance.payment.job;

import io.quittance.payment.Candidate;
import io.quittance.payment.store.Candidates;
import io.quittance.payment.store.Candidates.Scope;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reads the candidates of one contractor after another; its position is the last contractor it handed out. */
final class ContractorReader implements ItemStreamReader<List<Candidate>> {

    private static final String POSITION = "contractor";
    private static final int CONTRACTORS_AT_ONCE = 500;

    private final Candidates candidates;
    private final Scope scope;
    private final Queue<List<Candidate>> page = new ArrayDeque<>();
    private String read = "";
    private String handedOut = "";

    ContractorReader(Candidates candidates, Scope scope) {
        this.candidates = candidates;
        this.scope = scope;
    }

    @Override
    public void open(ExecutionContext context) {
        read = context.getString(POSITION, "");
        handedOut = read;
    }

    @Override
    public @Nullable List<Candidate> read() {
        // a page can be empty: what was open when contractors were listed may be settled when documents are read
        while (page.isEmpty()) {
            List<String> contractors = candidates.contractorsAfter(scope, read, CONTRACTORS_AT_ONCE);
            if (contractors.isEmpty()) {
                return null;
            }
            page.addAll(candidates.of(scope, contractors));
            read = contractors.getLast();
        }
        List<Candidate> next = page.remove();
        handedOut = next.getFirst().contractor();
        return next;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putString(POSITION, handedOut);
    }
}
