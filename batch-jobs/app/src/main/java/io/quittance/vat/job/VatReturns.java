package io.quittance.vat.job;

import io.quittance.party.Entity;
import io.quittance.party.VatId;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Loaded;
import io.quittance.vat.BoxKind;
import io.quittance.vat.FormBox;
import io.quittance.vat.Formula;
import io.quittance.vat.Period;
import io.quittance.vat.ReturnForm;
import io.quittance.vat.VatReturn;
import io.quittance.vat.store.ClosedReturns;
import io.quittance.vat.store.ClosedReturns.Closed;
import io.quittance.vat.store.Taxpayer;
import io.quittance.vat.store.VatLedger;
import io.quittance.vat.store.VatLedger.Asked;
import io.quittance.vat.store.VatLedger.Beside;
import io.quittance.vat.store.VatLedger.Entry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Returns as they are: the frozen figures of a closed one, those of the ledger of an open one. Changes nothing. */
@Component
public class VatReturns {

    private final FrozenConfiguration configuration;
    private final VatLedger ledger;
    private final ClosedReturns closed;
    private final TransactionOperations transactions;

    public VatReturns(
            FrozenConfiguration configuration,
            VatLedger ledger,
            ClosedReturns closed,
            TransactionOperations transactions) {
        this.configuration = configuration;
        this.ledger = ledger;
        this.closed = closed;
        this.transactions = transactions;
    }

    /**
     * A return and where it stands.
     *
     * @param closed null while the period is open
     * @param overlapping a closed return that speaks of a part of the period, so that this one is only an overview; else null
     */
    public record Drawn(
            Taxpayer of,
            CurrencyUnit currency,
            VatReturn drawn,
            @Nullable Closed closed,
            @Nullable String overlapping) {

        /** As people read it. */
        public String state() {
            return closed != null ? "CLOSED" : overlapping != null ? "PARTLY_CLOSED" : "OPEN";
        }
    }

    /**
     * Whose return is meant.
     *
     * @param jurisdiction null for the only one, which is where the entity is established unless its entries say otherwise
     */
    public Taxpayer taxpayer(String entity, Period period, @Nullable String jurisdiction) {
        List<String> found = ledger.jurisdictions(entity, period);
        if (jurisdiction != null) {
            requireKnown(jurisdiction, found);
            payer(entity, period);
            return new Taxpayer(entity, jurisdiction, period);
        }
        if (found.size() > 1) {
            throw ReturnRefused.usage(
                    entity + " has entries of " + String.join(" and ", found) + " in " + period + ".",
                    "Name one with --jurisdiction.");
        }
        return new Taxpayer(entity, found.isEmpty() ? home(payer(entity, period), period) : found.getFirst(), period);
    }

    /** Its country, or the part of it that has a return of its own. */
    private String home(Entity payer, Period period) {
        return loaded().forms().find(payer.vatCountry(), period.lastDay()).isPresent()
                ? payer.vatCountry()
                : VatId.countryOf(payer.vatCountry());
    }

    /** A slip of the pen would print an empty return. */
    private void requireKnown(String jurisdiction, List<String> found) {
        boolean form = loaded().boxes().all().stream()
                .anyMatch(row -> row.jurisdiction().equals(jurisdiction));
        boolean home = loaded().register().entities().stream()
                .anyMatch(one -> VatId.countryOf(one.vatCountry()).equals(jurisdiction));
        if (!found.contains(jurisdiction) && !form && !home) {
            throw ReturnRefused.usage(
                    jurisdiction + " is no jurisdiction of a return.",
                    "Entries of this period are of: " + (found.isEmpty() ? "none" : String.join(", ", found)) + ".");
        }
    }

    private Entity payer(String entity, Period period) {
        return loaded().register().entities().stream()
                .filter(one -> one.id().equals(entity))
                .filter(one -> one.validity().covers(period.lastDay())
                        || one.validity().covers(period.firstDay()))
                .findFirst()
                .orElseThrow(() -> ReturnRefused.usage(
                        "there is no entity " + entity + " in " + period + ".",
                        "config/register/entities.csv has: "
                                + loaded().register().entities().stream()
                                        .map(Entity::id)
                                        .distinct()
                                        .sorted()
                                        .toList()));
    }

    /** The return. */
    public Drawn of(Taxpayer of) {
        return Objects.requireNonNull(transactions.execute(status -> closed.find(of)
                .map(found -> new Drawn(of, found.rounding().getCurrencyUnit(), closed.frozen(found), found, null))
                .orElseGet(() -> open(of))));
    }

    private Drawn open(Taxpayer of) {
        CurrencyUnit currency = currency(of);
        VatReturn drawn =
                VatReturn.of(form(of).orElse(null), currency.getDecimalPlaces(), ledger.sums(of), ledger.withheld(of));
        return new Drawn(of, currency, drawn, null, closed.overlapping(of).orElse(null));
    }

    private CurrencyUnit currency(Taxpayer of) {
        return ledger.currency(of)
                .orElseGet(() -> payer(of.entity(), of.period()).functionalCurrency());
    }

    /**
     * The entries behind a box, one after another, in a transaction of their own.
     *
     * @param box as the form prints it, or {@link VatReturn#NOT_SOURCED}
     */
    public void entries(Taxpayer of, String box, Consumer<Entry> reader) {
        Asked asked = asked(of, box);
        transactions.executeWithoutResult(status -> ledger.entries(of, asked, reader));
    }

    private Asked asked(Taxpayer of, String box) {
        if (box.equals(VatReturn.NOT_SOURCED)) {
            return Asked.of(Beside.UNPLACED);
        }
        if (box.equals(VatReturn.NO_BOX)) {
            return Asked.of(Beside.UNASKED);
        }
        ReturnForm form = form(of).orElseThrow(() -> ReturnRefused.noInput(
                "no form of " + of.jurisdiction() + " is sourced on "
                        + of.period().lastDay() + ".",
                "Ask for --box '" + VatReturn.NOT_SOURCED + "'."));
        List<FormBox> figures = form.figures(box);
        if (figures.isEmpty()) {
            throw ReturnRefused.noInput(
                    form.name() + " of " + of.jurisdiction() + " has no box " + box + ".",
                    "It has: "
                            + String.join(
                                    ", ",
                                    form.boxes().stream()
                                            .map(FormBox::box)
                                            .distinct()
                                            .toList()));
        }
        if (figures.stream().allMatch(figure -> figure.kind() == BoxKind.TOTAL)) {
            throw ReturnRefused.usage(
                    "box " + box + " is a total.",
                    "Ask for what it is made of: "
                            + String.join(
                                    ", ",
                                    figures.stream()
                                            .flatMap(form::parts)
                                            .distinct()
                                            .toList())
                            + ".");
        }
        if (figures.stream().allMatch(figure -> figure.kind() == BoxKind.WITHHELD)) {
            throw ReturnRefused.usage(
                    "box " + box + " is what payments kept back, and no entry of the VAT ledger.",
                    "'quittance run show RUN' tells it, document by document.");
        }
        return new Asked(
                box,
                null,
                figures.stream()
                        .map(FormBox::kind)
                        .filter(BoxKind::isBase)
                        .findFirst()
                        .orElse(BoxKind.BASE),
                figures.stream().anyMatch(figure -> figure.formula() instanceof Formula.BasesOfOutput));
    }

    private Optional<ReturnForm> form(Taxpayer of) {
        return loaded().forms().find(of.jurisdiction(), of.period().lastDay());
    }

    private Loaded loaded() {
        return configuration.inForce();
    }
}
