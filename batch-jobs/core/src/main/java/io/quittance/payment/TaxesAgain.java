package io.quittance.payment;

import io.quittance.withholding.Certificate;
import io.quittance.withholding.Part;
import io.quittance.withholding.Payee;
import io.quittance.withholding.Withheld;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the register in force makes of the taxes that a run was proposed with: a certificate may have been withdrawn since, a tax
 * number given up, a residence moved. Compared are rules, rates and certificates; limits are left out, since both sides would add up
 * the same. What would be withheld more, by another rule or on the word of a certificate that no longer counts stops the release: the
 * payer owes what it fails to withhold. What would be withheld less is only told, since the payee can have it back.
 */
public final class TaxesAgain {

    private final PayeeTaxes then;
    private final PayeeTaxes now;
    private final LocalDate payDate;

    /**
     * The taxes of a run, asked twice.
     *
     * @param then as it was proposed
     * @param now by the register in force
     * @param payDate the day on which certificates must be valid
     */
    public TaxesAgain(PayeeTaxes then, PayeeTaxes now, LocalDate payDate) {
        this.then = then;
        this.now = now;
        this.payDate = payDate;
    }

    /**
     * What has changed for a document.
     *
     * @param stops whether the money must stay
     * @param says what was, what is now and why
     */
    public record Change(boolean stops, String says) {}

    /** What has changed; empty when nothing has, and for what no run pays. */
    public Optional<Change> of(Candidate document) {
        boolean paid = document.holdReason() == null && document.makeup() != null;
        if (!paid || !now.knows(document.contractor())) {
            return Optional.empty();
        }
        if (!(then.byItself(document) instanceof Withheld.Decided before)) {
            return Optional.empty();
        }
        return switch (now.byItself(document)) {
            case Withheld.Open open -> Optional.of(new Change(true, open.code().id() + " " + open.reason()));
            case Withheld.Decided after -> changed(document, before, after);
        };
    }

    private Optional<Change> changed(Candidate document, Withheld.Decided before, Withheld.Decided after) {
        Map<String, Part> was = byHead(before);
        Map<String, Part> is = byHead(after);
        var heads = new TreeSet<>(was.keySet());
        heads.addAll(is.keySet());
        List<Change> changes = new ArrayList<>();
        for (String head : heads) {
            changed(document, was.get(head), is.get(head)).ifPresent(changes::add);
        }
        return changes.stream()
                .filter(Change::stops)
                .findFirst()
                .or(() -> changes.stream().findFirst());
    }

    private static Map<String, Part> byHead(Withheld.Decided decided) {
        return decided.parts().stream()
                .collect(Collectors.toMap(Part::head, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    private Optional<Change> changed(Candidate document, @Nullable Part was, @Nullable Part is) {
        Optional<String> gone =
                Optional.ofNullable(was).map(Part::certificate).flatMap(id -> gone(document.contractor(), id));
        if (gone.isEmpty() && same(was, is)) {
            return Optional.empty();
        }
        boolean less =
                was != null && (is == null || is.ratePercent().compareTo(was.ratePercent()) < 0 && bornAlike(was, is));
        String why = gone.orElseGet(() -> facts(document.contractor(), was, is));
        return Optional.of(new Change(
                gone.isPresent() || !less,
                told(was) + " then, " + told(is) + " now" + (why.isEmpty() ? "" : ": " + why)));
    }

    /** Another certificate for the same is none the less the same while the first one stands. */
    private static boolean same(@Nullable Part was, @Nullable Part is) {
        return was != null
                && is != null
                && was.rule().equals(is.rule())
                && was.ratePercent().compareTo(is.ratePercent()) == 0
                && bornAlike(was, is);
    }

    private static boolean bornAlike(Part was, Part is) {
        return was.payerBears() == is.payerBears();
    }

    private static String told(@Nullable Part part) {
        if (part == null) {
            return "nothing";
        }
        return part.name() + " " + part.ratePercent().toPlainString() + " % by " + part.rule()
                + (part.certificate() == null ? "" : " and certificate " + part.certificate())
                + (part.payerBears() ? ", borne by the payer" : "");
    }

    /** Why a certificate does not count on the day of payment. */
    private Optional<String> gone(String contractor, String id) {
        List<Certificate> same = now.certificates(contractor).stream()
                .filter(certificate -> certificate.id().equals(id))
                .toList();
        if (same.isEmpty()) {
            return Optional.of("certificate " + id + " is no longer one of " + contractor
                    + " in register/withholding-certificates.csv");
        }
        return same.stream()
                .filter(certificate -> !certificate.validity().covers(payDate))
                .map(certificate -> "certificate " + id + " is valid " + certificate.validity()
                        + ", not on the day of payment " + payDate)
                .findFirst();
    }

    private String facts(String contractor, @Nullable Part was, @Nullable Part is) {
        List<String> facts = new ArrayList<>();
        Payee one = then.payee(contractor);
        Payee other = now.payee(contractor);
        if (one.tinGiven() != other.tinGiven()) {
            facts.add("the tax number of " + contractor + (other.tinGiven() ? " is given" : " is no longer given"));
        }
        if (!one.residence().equals(other.residence())) {
            facts.add(
                    "the tax residence of " + contractor + " was " + one.residence() + " and is " + other.residence());
        }
        if (was != null && is != null && was.income() != is.income()) {
            facts.add("the income was " + was.income() + " and is " + is.income());
        }
        return String.join(", ", facts);
    }
}
