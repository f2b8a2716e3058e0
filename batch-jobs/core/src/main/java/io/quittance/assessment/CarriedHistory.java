package io.quittance.assessment;

import io.quittance.engagement.ApprovedWork;
import io.quittance.engagement.Share;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/** A history in memory: what was loaded, and what was concluded since. Not final: tests say when a document was received. */
class CarriedHistory implements History {

    private final Map<InvoiceKey, Occupant> occupants;
    private final Map<String, Money> acceptedNet;
    private final Map<InvoiceKey, Money> creditedGross = new HashMap<>();
    private final Likenesses likenesses = new Likenesses();
    private final Map<String, ApprovedWork> works;

    CarriedHistory(
            Map<InvoiceKey, Occupant> occupants, Map<String, Money> acceptedNet, Map<String, ApprovedWork> works) {
        this.works = new HashMap<>(works);
        this.occupants = new HashMap<>(occupants);
        this.acceptedNet = new HashMap<>(acceptedNet);
    }

    @Override
    public Optional<Occupant> occupant(InvoiceKey key) {
        return Optional.ofNullable(occupants.get(key));
    }

    @Override
    public Optional<Money> acceptedNet(String contract) {
        return Optional.ofNullable(acceptedNet.get(contract));
    }

    @Override
    public List<Likeness> alike(Invoice invoice, Collection<String> contractors) {
        return likenesses.of(invoice, contractors);
    }

    @Override
    public Optional<Money> creditedGross(InvoiceKey credited) {
        return Optional.ofNullable(creditedGross.get(credited));
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
    public void remember(Invoice invoice, Verdict verdict, TaxDays days) {
        if (verdict == Verdict.REJECTED) {
            return;
        }
        occupants.putIfAbsent(invoice.key(), Occupant.of(invoice, verdict, days));
        likenesses.add(Likeness.of(invoice, verdict));
        if (verdict == Verdict.ACCEPTED) {
            Money gross = invoice.totals().gross();
            credited(invoice).ifPresent(key -> creditedGross.merge(key, gross, Money::plus));
        }
        if (verdict == Verdict.ACCEPTED && invoice.contract() != null) {
            Money net = invoice.totals().net().multipliedBy(invoice.kind().sign());
            acceptedNet.merge(invoice.contract(), net, Money::plus);
        }
    }
}
