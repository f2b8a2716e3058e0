package io.quittance.payment.job;

import io.quittance.payment.CurrentPayees;
import io.quittance.payment.store.Doubts;
import io.quittance.payment.store.PaymentCursor;
import io.quittance.payment.store.PaymentFiles;
import io.quittance.payment.store.PaymentFiles.FileRow;
import io.quittance.payment.store.Payments;
import io.quittance.platform.clock.BusinessClock;
import io.quittance.platform.configuration.BankProfile;
import io.quittance.platform.configuration.Role;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Loaded;
import io.quittance.stage.Session;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What may have changed between the signatures and the release: the day, the register, and what the banks have told.
 * Looked at with the configuration in force, not with the one that the run was proposed with.
 */
@Component
public class ReleaseConditions {

    private final Session session;
    private final FrozenConfiguration configuration;
    private final PaymentFiles files;
    private final Payments payments;
    private final Doubts doubts;
    private final TaxesAtRelease taxes;

    public ReleaseConditions(
            Session session,
            FrozenConfiguration configuration,
            PaymentFiles files,
            Payments payments,
            Doubts doubts,
            TaxesAtRelease taxes) {
        this.taxes = taxes;
        this.session = session;
        this.configuration = configuration;
        this.files = files;
        this.payments = payments;
        this.doubts = doubts;
    }

    /** Why some of its money must stay; empty when all of it may go. Call it in a transaction. */
    Optional<String> obstacle(RunContext run) {
        return payeeObstacle(run)
                .or(() -> taxes.of(run).obstacle())
                .or(() -> doubts.ofRun(run.terms().run()).stream().findFirst());
    }

    /** What nobody has to wait for and somebody should know; empty for nothing. Call it in a transaction. */
    Optional<String> note(RunContext run) {
        return taxes.of(run).note();
    }

    /** Whether a person has the right to let files go, by the configuration in force. */
    boolean mayRelease(String user) {
        return configuration
                .inForce()
                .configuration()
                .users()
                .named(user)
                .filter(known -> known.may(Role.RELEASE))
                .isPresent();
    }

    /** Why nothing leaves on the day that the command works for; empty when something may. Money leaves today, whatever is typed. */
    Optional<String> notOn() {
        Loaded now = configuration.inForce();
        LocalDate today = BusinessClock.atLaunch(now.settings().businessZone()).today();
        return now.settings().example() || today.equals(session.businessDate())
                ? Optional.empty()
                : Optional.of("today is " + today + ", and only an example (example: true in quittance.yaml) plays "
                        + session.businessDate());
    }

    /** Why it is too late for this run; empty when it is not. */
    Optional<String> tooLate(RunContext run) {
        LocalDate payDate = run.terms().payDate();
        Loaded now = configuration.inForce();
        return PayDay.over(payDate, session.businessDate())
                .or(() -> clock(now)
                        .flatMap(clock -> PayDay.over(payDate, clock.today())
                                .or(() -> debitBanks(run)
                                        .map(bank -> PayDay.cutOff(payDate, now.bank(bank.id()), clock.moment()))
                                        .flatMap(Optional::stream)
                                        .findFirst())));
    }

    /** The register's objection to the first payment that it has one to; empty when there is none. Call it in a transaction. */
    private Optional<String> payeeObstacle(RunContext run) {
        var payees = new CurrentPayees(
                configuration.inForce().register(),
                session.businessDate(),
                run.terms().payDate());
        try (PaymentCursor cursor = payments.ofRun(run.terms().run())) {
            while (cursor.hasNext()) {
                var payment = cursor.next();
                Optional<String> obstacle = payees.obstacle(payment).map(reason -> payment.id() + ": " + reason);
                if (obstacle.isPresent()) {
                    return obstacle;
                }
            }
        }
        return Optional.empty();
    }

    /** The clock; none where an example plays a day that was named by {@code --date}, which has no hours. */
    private Optional<BusinessClock> clock(Loaded now) {
        BusinessClock clock = BusinessClock.atLaunch(now.settings().businessZone());
        return Optional.of(clock)
                .filter(today -> !now.settings().example() || today.today().equals(session.businessDate()));
    }

    private Stream<BankProfile> debitBanks(RunContext run) {
        return files.files(run.terms().run()).stream()
                .map(FileRow::debitAccount)
                .map(run::bankOf)
                .distinct();
    }
}
