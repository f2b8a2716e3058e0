package io.quittance.assessment.store;

import io.quittance.assessment.History;
import io.quittance.assessment.Likeness;
import io.quittance.assessment.Likenesses;
import io.quittance.assessment.Verdict;
import io.quittance.engagement.ApprovedWork;
import io.quittance.engagement.Share;
import io.quittance.invoice.Fingerprint;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;

/**
 * What a page of documents needs to know of the past: loaded once for the page, carried on in memory while the page is
 * assessed in order. Documents of one contractor are always in one partition, so nobody else can change it meanwhile.
 */
public final class PageHistory implements History {

    private final Map<InvoiceKey, Held> occupants = new HashMap<>();
    private final Map<String, Money> acceptedNet = new HashMap<>();
    private final Map<InvoiceKey, Money> creditedGross = new HashMap<>();
    private final Map<String, ApprovedWork> works = new HashMap<>();
    private final Likenesses likenesses = new Likenesses();
    /** Which documents came before which; what is new on this page comes after all that was loaded. */
    private final Map<UUID, Long> since = new HashMap<>();

    private long next = Long.MAX_VALUE / 2;
    private UUID underAssessment = new UUID(0, 0);
    private Optional<LocalDate> received = Optional.empty();

    private record Held(UUID invoice, Occupant occupant) {}

    /** The next document: what it occupies itself is no obstacle to it. */
    public void turnTo(AssessPage.Task task) {
        underAssessment = task.invoice().id();
        received = Optional.of(task.received());
    }

    @Override
    public Optional<LocalDate> received() {
        return received;
    }

    void occupy(InvoiceKey key, UUID invoice, Occupant occupant) {
        occupants.put(key, new Held(invoice, occupant));
    }

    void accepted(String contract, Money net) {
        acceptedNet.put(contract, net);
    }

    void alike(Likeness known, long its) {
        likenesses.add(known);
        since.put(known.invoice(), its);
    }

    void since(UUID invoice, long its) {
        since.put(invoice, its);
    }

    void credited(InvoiceKey invoice, Money gross) {
        creditedGross.merge(invoice, gross, Money::plus);
    }

    /**
     * Of later documents only accepted ones count: nothing may be paid beside them. A held one waits for this one, unless it says
     * the same under the id that this one's contractor was merged into: two such the database does not take.
     */
    @Override
    public List<Likeness> alike(Invoice invoice, Collection<String> contractors) {
        long its = since.getOrDefault(invoice.id(), Long.MAX_VALUE);
        return likenesses.of(invoice, contractors).stream()
                .filter(other -> other.verdict() == Verdict.ACCEPTED
                        || Objects.requireNonNull(since.get(other.invoice())) < its
                        || saysTheSameUnderItsId(other, invoice))
                .toList();
    }

    private static boolean saysTheSameUnderItsId(Likeness other, Invoice invoice) {
        return other.contractor().equals(invoice.contractor())
                && other.fingerprint().equals(Fingerprint.of(invoice));
    }

    @Override
    public Optional<Money> creditedGross(InvoiceKey credited) {
        return Optional.ofNullable(creditedGross.get(credited));
    }

    /** What is approved under a contract, and billed of it so far. */
    public void approved(String contract, ApprovedWork work) {
        works.put(contract, work);
    }

    @Override
    public ApprovedWork work(String contract) {
        return works.getOrDefault(contract, ApprovedWork.NONE);
    }

    @Override
    public void bill(String contract, List<Share> shares) {
        works.put(contract, work(contract).after(shares));
    }

    @Override
    public Optional<Occupant> occupant(InvoiceKey key) {
        return Optional.ofNullable(occupants.get(key))
                .filter(held -> !held.invoice().equals(underAssessment))
                .map(Held::occupant);
    }

    @Override
    public Optional<Money> acceptedNet(String contract) {
        return Optional.ofNullable(acceptedNet.get(contract));
    }

    @Override
    public void remember(Invoice invoice, Verdict verdict, TaxDays days) {
        Held held = occupants.get(invoice.key());
        boolean mayOccupy = held == null || held.invoice().equals(invoice.id());
        if (verdict == Verdict.REJECTED) {
            likenesses.remove(invoice.id());
            if (mayOccupy) {
                occupants.remove(invoice.key());
            }
            return;
        }
        if (mayOccupy) {
            occupy(invoice.key(), invoice.id(), Occupant.of(invoice, verdict, days));
        }
        likenesses.add(Likeness.of(invoice, verdict));
        since.computeIfAbsent(invoice.id(), first -> next++);
        if (verdict == Verdict.ACCEPTED) {
            credited(invoice).ifPresent(key -> credited(key, invoice.totals().gross()));
        }
        if (verdict == Verdict.ACCEPTED && invoice.contract() != null) {
            Money net = invoice.totals().net().multipliedBy(invoice.kind().sign());
            acceptedNet.merge(invoice.contract(), net, Money::plus);
        }
    }
}
