package io.quittance.tax;

import io.quittance.invoice.VatCategory;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.tax.TreatmentRule.Charge;
import io.quittance.tax.TreatmentRule.Question;

/** The number of each case that a payer can have: relation, place, service, standing, category and charge, one digit each. */
final class CasePositions {

    private static final int RELATIONS = Relation.values().length;
    private static final int PLACES = Place.values().length;
    private static final int SERVICES = ServiceKind.values().length;
    private static final int STANDINGS = VatStanding.values().length;
    private static final int CATEGORIES = VatCategory.values().length;
    private static final int CHARGES = Charge.values().length;

    /** How many there are. */
    static final int COUNT = RELATIONS * PLACES * SERVICES * STANDINGS * CATEGORIES * CHARGES;

    private CasePositions() {}

    static int of(Question question) {
        int position = question.relation().ordinal();
        position = position * PLACES + question.place().ordinal();
        position = position * SERVICES + question.service().ordinal();
        position = position * STANDINGS + question.standing().ordinal();
        position = position * CATEGORIES + question.category().ordinal();
        return position * CHARGES + question.charge().ordinal();
    }
}
