package io.quittance.tax;

import io.quittance.invoice.Invoice;
import io.quittance.invoice.VatBreakdown;
import io.quittance.party.Contract;
import io.quittance.party.Contract.BuysAs;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import io.quittance.party.Validity;
import io.quittance.tax.TreatmentRule.Charge;
import io.quittance.tax.TreatmentRule.Question;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is given: the document and the facts that hold on its tax point.
 *
 * @param here the payer's territory
 * @param there the supplier's territory
 * @param site where the land lies or the event is held; null for the general rule, and where the contract does not say
 */
record Case(
        TaxTables tables,
        Invoice invoice,
        Entity payer,
        Contractor supplier,
        ServiceKind service,
        BuysAs buysAs,
        Territory here,
        Territory there,
        @Nullable Territory site) {

    static Case of(
            TaxTables tables,
            Invoice invoice,
            Entity payer,
            Contractor supplier,
            @Nullable Contract contract,
            Territory here) {
        ServiceKind service = contract == null ? ServiceKind.GENERAL : contract.service();
        String place = contract == null || service.followsTheCustomer() ? null : contract.place();
        LocalDate on = invoice.taxPoint();
        return new Case(
                tables,
                invoice,
                payer,
                supplier,
                service,
                contract == null ? BuysAs.UNKNOWN : contract.buysAs(),
                here,
                territory(tables, supplier.vatCountry(), on),
                place == null ? null : territory(tables, place, on));
    }

    private static Territory territory(TaxTables tables, String code, LocalDate on) {
        return tables.territory(code, on).orElseGet(() -> Territory.unlisted(code, new Validity(on, on)));
    }

    LocalDate on() {
        return invoice.taxPoint();
    }

    Relation relation() {
        return here.to(there);
    }

    Place place() {
        if (service.followsTheCustomer()) {
            return Place.PAYER;
        }
        if (site == null) {
            return Place.UNKNOWN;
        }
        if (site.area().equals(here.area())) {
            return Place.PAYER;
        }
        return site.area().equals(there.area()) ? Place.SUPPLIER : Place.ELSEWHERE;
    }

    /** The territory whose tax falls on the supply: the payer's, unless the land or the event is elsewhere. */
    Territory taxedIn() {
        return site == null ? here : site;
    }

    /** The region of that territory whose rates hold. */
    String region() {
        return taxedIn().regionFor(there);
    }

    /** Tax of a province that the payer's return does not take follows that province's rows. */
    private String groupOfPlace() {
        String elsewhere = taxedIn().returnArea();
        return place() == Place.PAYER && !elsewhere.equals(here.returnArea()) ? elsewhere : here.group();
    }

    Question question(VatBreakdown claim) {
        return new Question(
                here.area(),
                groupOfPlace(),
                relation(),
                place(),
                service,
                supplier.standing(),
                claim.category(),
                claim.tax().isZero() ? Charge.FREE : Charge.CHARGED,
                payer.recoveryPercent(),
                payer.vatId() != null,
                supplier.isExemptIn(here.area(), on()),
                buysAs,
                on());
    }
}
