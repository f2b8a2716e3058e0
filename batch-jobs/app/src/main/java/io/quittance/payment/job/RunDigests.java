package io.quittance.payment.job;

import io.quittance.engine.StopPoint;
import io.quittance.payment.Decision;
import io.quittance.payment.Outcome;
import io.quittance.payment.RunDigest;
import io.quittance.payment.store.PaymentCursor;
import io.quittance.payment.store.PaymentFiles;
import io.quittance.payment.store.Payments;
import io.quittance.withholding.store.Withholdings;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The digest of a run as it is stored now: what people sign, and what release compares. */
@Component
public class RunDigests {

    private final JdbcClient jdbc;
    private final Payments payments;
    private final PaymentFiles files;
    private final Withholdings withholdings;
    private final StopPoint stop;

    public RunDigests(
            JdbcClient jdbc, Payments payments, PaymentFiles files, Withholdings withholdings, StopPoint stop) {
        this.withholdings = withholdings;
        this.jdbc = jdbc;
        this.payments = payments;
        this.files = files;
        this.stop = stop;
    }

    /** Recomputed from every row of the run. Call it in a transaction: rows stream. */
    public String digest(RunContext context) {
        String run = context.terms().run();
        var digest = new RunDigest(context.terms());
        try (PaymentCursor cursor = payments.ofRun(run)) {
            while (cursor.hasNext()) {
                stop.pass();
                digest.add(cursor.next());
            }
        }
        payments.nettings(run).forEach(digest::add);
        jdbc.sql("select invoice, outcome, reason, payment from quittance.run_decision where run = ? order by invoice")
                .withFetchSize(2_000)
                .params(run)
                .query(row -> {
                    digest.add(new Decision(
                            row.getObject("invoice", UUID.class),
                            Outcome.valueOf(row.getString("outcome")),
                            row.getString("reason"),
                            row.getString("payment")));
                });
        withholdings.ofRun(run, digest::add);
        files.files(run).forEach(file -> digest.addFile(file.messageId(), file.sha256()));
        return digest.toHex();
    }
}
