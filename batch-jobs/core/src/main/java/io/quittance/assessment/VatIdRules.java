package io.quittance.assessment;

import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.party.Contractor;
import io.quittance.party.VatId;
import io.quittance.party.VatIdCheck;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules about the VAT id that a contractor states (BT-31). */
final class VatIdRules {

    private VatIdRules() {}

    /** It has the form and the check digits of the contractor's territory, or of the one it names itself. */
    static Findings valid(Dossier dossier) {
        return dossier.contractor()
                .filter(contractor -> VatId.knows(contractor.vatCountry()))
                .flatMap(contractor -> stated(dossier)
                        .filter(stated -> VatId.territoryOf(stated).isEmpty())
                        .map(stated -> VatId.check(contractor.vatCountry(), stated))
                        .filter(check -> !check.valid()))
                .map(check -> dossier.finding(
                        FindingCode.VAT_ID_INVALID, "contractor_vat_id", check.normalised(), null, message(check)))
                .orElse(Findings.NONE);
    }

    /** It is the registered one, however it is spelt. One that is not valid is not compared. */
    static Findings asRegistered(Dossier dossier) {
        return dossier.contractor()
                .flatMap(contractor -> stated(dossier)
                        .filter(stated -> !isRegistered(contractor, stated))
                        .filter(stated -> valid(dossier).isEmpty())
                        .map(stated -> dossier.finding(
                                FindingCode.VAT_ID_DIFFERS,
                                "contractor_vat_id",
                                stated,
                                contractor.vatId(),
                                "the invoice states " + stated + ", " + contractor.id() + " is registered with "
                                        + orNone(contractor.vatId()))))
                .orElse(Findings.NONE);
    }

    private static boolean isRegistered(Contractor contractor, String stated) {
        String registered = contractor.vatId();
        String country = contractor.vatCountry();
        return registered != null && VatId.normalise(country, registered).equals(VatId.normalise(country, stated));
    }

    private static Optional<String> stated(Dossier dossier) {
        return Optional.ofNullable(dossier.invoice().contractorVatId()).filter(stated -> !stated.isBlank());
    }

    private static String message(VatIdCheck check) {
        return "the VAT id " + check.normalised() + ": " + check.reason();
    }

    private static String orNone(@Nullable String vatId) {
        return vatId == null ? "none" : vatId;
    }
}
