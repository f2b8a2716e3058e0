package io.quittance.tax;

import io.quittance.finding.FindingCode;
import io.quittance.party.Contractor.VatStanding;
import java.time.LocalDate;

/** What to do where no rule decides: it follows from what is missing, which is seldom a rule. */
final class Remedies {

    private Remedies() {}

    /** The rules of the case begin later. */
    static String before(LocalDate begins) {
        return "The tables begin on " + begins
                + ": have a tax adviser decide it, or add rows with the law of that day and its source to config/tax.";
    }

    static String of(Case given) {
        if (given.place() == Place.UNKNOWN) {
            return "Say where the land lies or the event is held: the column place of the contract in"
                    + " config/register/contracts.csv.";
        }
        if (given.relation() == Relation.SPECIAL) {
            return special(given);
        }
        if (given.supplier().standing() == VatStanding.NONE) {
            return "Have it confirmed whether the supplier is in business: the column standing in"
                    + " config/register/contractors.csv.";
        }
        return FindingCode.TREATMENT_UNKNOWN.hint();
    }

    /** Whose territory it is that the tables do not have, or have without rules. */
    private static String special(Case given) {
        boolean payers = given.here().group().equals(Territory.SPECIAL);
        Territory which = payers ? given.here() : given.there();
        return "Correct vat_country %s of %s in config/register/%s, or have the rules of this territory added to config/tax."
                .formatted(
                        which.code(),
                        payers ? given.payer().id() : given.supplier().id(),
                        payers ? "entities.csv" : "contractors.csv");
    }

    /** The payer's territory is in no row, or in none of the day. */
    static String territory(String code, String payer) {
        return "Correct vat_country %s of %s in config/register/entities.csv, or add the territory with its source to"
                        .formatted(code, payer)
                + " config/tax/territories.csv.";
    }
}
