package io.quittance.party.job;

import io.quittance.engine.Gate;
import io.quittance.engine.HeldGate;
import io.quittance.engine.JobGate;
import io.quittance.party.Entity;
import io.quittance.party.RegistryAnswer;
import io.quittance.party.RegistryQuestion;
import io.quittance.party.RegistryResult;
import io.quittance.party.RegistryResult.Answered;
import io.quittance.party.RegistryResult.Silent;
import io.quittance.party.TaxRegister;
import io.quittance.party.VatId;
import io.quittance.party.store.RegistryRows;
import io.quittance.party.store.RegistryRows.Origin;
import io.quittance.party.vies.ViesRegister;
import io.quittance.party.vies.ViesSettings;
import io.quittance.platform.configuration.RegistrySettings.Vies;
import io.quittance.platform.workspace.Publication;
import io.quittance.platform.workspace.Sha256;
import io.quittance.stage.Audit;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Loaded;
import io.quittance.stage.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Asks VIES about the VAT ids that an entity relies on, one after another. Each answer is stored at once, and who was asked today
 * is not asked again: killed at any moment, the same command goes on where it was.
 */
@Component
public class RegistryChecks {

    private static final String VIES = "VIES";

    private final Session session;
    private final FrozenConfiguration configuration;
    private final RegistryRows rows;
    private final JobGate gates;
    private final TransactionOperations transactions;
    private final Audit audit;
    private final Clock clock = Clock.systemUTC();

    public RegistryChecks(
            Session session,
            FrozenConfiguration configuration,
            RegistryRows rows,
            JobGate gates,
            TransactionOperations transactions,
            Audit audit) {
        this.session = session;
        this.configuration = configuration;
        this.rows = rows;
        this.gates = gates;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Whose VAT ids are asked about.
     *
     * @param entity that relies on them
     * @param contractors ids; empty for the entity itself and everybody with a contract with it that holds on the business date
     * @param again also those about whom an answer of today is there
     */
    public record Choice(String entity, Set<String> contractors, boolean again) {}

    /** What came of one question. */
    public enum Outcome {
        IN_FORCE,
        NOT_IN_FORCE,
        /** An answer of today is there already. */
        ASKED_TODAY,
        /** The register did not answer; it may later. */
        SILENT,
        /** The register is not one for this number. */
        NOT_ASKED
    }

    /**
     * One question and what came of it.
     *
     * @param holder the entity or contractor
     * @param answer null when there is none
     * @param reason why there is none; empty otherwise
     */
    public record Asked(
            String holder,
            String number,
            Outcome outcome,
            @Nullable RegistryAnswer answer,
            String reason) {}

    /** The settings of the register. */
    public Vies settings() {
        return configuration.inForce().settings().registry().vies();
    }

    /**
     * Asks one after another.
     *
     * @param each is told what came of each question once it is stored
     * @throws RegistryRefused when there is no such entity or contractor, or the register is switched off
     */
    public void check(Choice choice, Consumer<Asked> each) {
        if (!settings().enabled()) {
            throw RegistryRefused.switchedOff();
        }
        Loaded loaded = configuration.inForce();
        Entity entity = loaded.register()
                .entity(choice.entity(), session.businessDate())
                .orElseThrow(() -> RegistryRefused.unknown("entity", choice.entity()));
        try (var register = new ViesRegister(vies(), clock)) {
            holders(loaded, entity, choice.contractors())
                    .forEach(holder -> each.accept(check(register, requester(entity), holder, choice.again())));
        }
    }

    /** Somebody with a VAT id. */
    private record Holder(String id, String territory, String vatId, String name) {}

    private Stream<Holder> holders(Loaded loaded, Entity entity, Set<String> contractors) {
        LocalDate on = session.businessDate();
        if (!contractors.isEmpty()) {
            return contractors.stream()
                    .sorted()
                    .map(id -> contractor(loaded, id)
                            .orElseThrow(() -> RegistryRefused.unknown("contractor with a VAT id", id)));
        }
        String own = entity.vatId();
        Stream<Holder> ourselves = own == null
                ? Stream.empty()
                : Stream.of(new Holder(entity.id(), entity.vatCountry(), own, entity.name()));
        return Stream.concat(
                ourselves,
                loaded.configuration().register().contracts().stream()
                        .filter(one -> one.entity().equals(entity.id())
                                && one.validity().covers(on))
                        .map(one -> loaded.register().survivor(one.contractor()))
                        .distinct()
                        .sorted()
                        .flatMap(id -> contractor(loaded, id).stream())
                        .filter(one -> VatId.isInVies(one.territory())));
    }

    private Optional<Holder> contractor(Loaded loaded, String id) {
        return loaded.register()
                .contractor(id, session.businessDate())
                .flatMap(found -> Optional.ofNullable(found.vatId())
                        .map(vatId -> new Holder(found.id(), found.vatCountry(), vatId, found.name())));
    }

    private @Nullable String requester(Entity entity) {
        String own = entity.vatId();
        return own != null && VatId.isInVies(entity.vatCountry())
                ? VatId.normalise(entity.vatCountry(), own)
                : settings().requester();
    }

    private Asked check(TaxRegister register, @Nullable String requester, Holder holder, boolean again) {
        String number = VatId.normalise(holder.territory(), holder.vatId());
        Optional<RegistryAnswer> before =
                again ? Optional.empty() : rows.latest(VIES, requester, number).filter(this::isOfToday);
        if (before.isPresent()) {
            return new Asked(holder.id(), number, Outcome.ASKED_TODAY, before.get(), "");
        }
        var question = new RegistryQuestion(requester, holder.territory(), number, holder.name(), null);
        RegistryResult result = register.ask(question);
        return switch (result) {
            case Answered(RegistryAnswer answer, String raw) -> {
                store(answer, raw);
                Outcome outcome = answer.valid() ? Outcome.IN_FORCE : Outcome.NOT_IN_FORCE;
                yield new Asked(holder.id(), number, outcome, answer, "");
            }
            case Silent(String reason, boolean later) -> {
                if (later) {
                    store(question, reason);
                }
                yield new Asked(holder.id(), number, later ? Outcome.SILENT : Outcome.NOT_ASKED, null, reason);
            }
        };
    }

    private boolean isOfToday(RegistryAnswer answer) {
        return answer.day().equals(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** The original first: an answer on record whose original is nowhere would prove nothing. */
    private void store(RegistryAnswer answer, String raw) {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        String sha256 = Sha256.of(bytes);
        Path archive =
                session.workspace().archive().resolve(sha256.substring(0, 2)).resolve(sha256);
        Publication.publish(archive, out -> out.write(bytes));
        alone(() -> {
            rows.archived(sha256);
            rows.record(answer, new Origin(sha256, 0, true, session.user()));
            audit.note(
                    "registry.check",
                    answer.number(),
                    (answer.valid() ? "in force" : "not in force") + " by " + VIES
                            + (answer.consultation() == null ? "" : ", " + answer.consultation()));
        });
    }

    private void store(RegistryQuestion question, String reason) {
        alone(() -> {
            rows.silent(VIES, question, clock.instant(), reason, session.user());
            audit.note("registry.check", question.number(), reason);
        });
    }

    /** What is recorded while somebody else records could come to be seen in another order. */
    private void alone(Runnable act) {
        try (HeldGate held = gates.take(Gate.INTAKE)) {
            transactions.executeWithoutResult(status -> act.run());
        }
    }

    private ViesSettings vies() {
        Vies settings = settings();
        return new ViesSettings(
                true,
                settings.address() == null ? ViesSettings.ON.endpoint() : settings.address(),
                settings.timeout(),
                ViesSettings.ON.maximumBytes(),
                !settings.stub());
    }
}
