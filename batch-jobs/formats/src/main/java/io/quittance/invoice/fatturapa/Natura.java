package io.quittance.invoice.fatturapa;

import io.quittance.invoice.VatCategory;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a line bears no VAT (field 2.2.1.14), as a VAT category of EN 16931. FatturaPA's list is finer than UNTDID 5305; it is
 * brought over by what the codes mean in D.P.R. 633/1972 and D.L. 331/1993:
 *
 * <table>
 * <caption>Natura and category</caption>
 * <tr><td>N1 excluded by art. 15, N2.1 not in Italy (art. 7 to 7-septies) unless as below, N2.2 not subject for other reasons (small
 * businesses in the flat-rate scheme), N7 VAT paid in another state</td><td>O</td></tr>
 * <tr><td>N3.1 exports, N3.3 to San Marino, N3.4 treated like exports</td><td>G</td></tr>
 * <tr><td>N3.2 intra-community supplies</td><td>K</td></tr>
 * <tr><td>N3.5 by declaration of intent, N3.6 other supplies that are not taxable but keep the right to deduct</td><td>Z</td></tr>
 * <tr><td>N4 exempt, N5 margin scheme</td><td>E</td></tr>
 * <tr><td>N6.1 to N6.9 reverse charge; N2.1 to a buyer with a VAT id of another member state, who owes the VAT there and whose
 * invoice bears "inversione contabile" (D.P.R. 633/1972 art. 21 c. 6-bis lett. a; Directive 2006/112 art. 196). To anybody else
 * it is "operazione non soggetta" (lett. b)</td><td>AE</td></tr>
 * </table>
 *
 * N2, N3 and N6 alone have not been valid since 2021; N3 alone could be any of three categories and is unknown here.
 */
final class Natura {

    static final String KNOWN = "N1 N2.1 N2.2 N3.1 to N3.6 N4 N5 N6.1 to N6.9 N7";

    /** Prefixes of VAT ids: Greece's is EL, Northern Ireland's XI is for goods only. */
    private static final Set<String> OTHER_MEMBER_STATES = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private Natura() {}

    /** Whether a VAT id with this prefix is of a member state of the European Union other than Italy. */
    static boolean isOfAnotherMemberState(@Nullable String prefix) {
        return prefix != null && OTHER_MEMBER_STATES.contains(prefix);
    }

    /**
     * The category of a code; null when it is not in the list.
     *
     * @param forAnotherMemberState whether the buyer has a VAT id of another member state
     */
    static @Nullable VatCategory category(String natura, boolean forAnotherMemberState) {
        return switch (natura) {
            case "N2.1" -> forAnotherMemberState ? VatCategory.AE : VatCategory.O;
            case "N1", "N2", "N2.2", "N7" -> VatCategory.O;
            case "N3.1", "N3.3", "N3.4" -> VatCategory.G;
            case "N3.2" -> VatCategory.K;
            case "N3.5", "N3.6" -> VatCategory.Z;
            case "N4", "N5" -> VatCategory.E;
            case "N6", "N6.1", "N6.2", "N6.3", "N6.4", "N6.5", "N6.6", "N6.7", "N6.8", "N6.9" -> VatCategory.AE;
            default -> null;
        };
    }
}
