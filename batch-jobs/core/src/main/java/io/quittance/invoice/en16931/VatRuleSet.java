package io.quittance.invoice.en16931;

import io.quittance.invoice.VatCategory;
import java.util.Locale;

/** A VAT category with the family of rules that EN 16931 has for it: BR-S, BR-Z, BR-E, BR-AE, BR-IC, BR-G, BR-O, BR-AF, BR-AG. */
enum VatRuleSet {
    S(VatCategory.S, "S", Ids.SELLER_TAX),
    Z(VatCategory.Z, "Z", Ids.SELLER_TAX),
    E(VatCategory.E, "E", Ids.SELLER_TAX),
    AE(VatCategory.AE, "AE", Ids.SELLER_TAX_AND_BUYER),
    K(VatCategory.K, "IC", Ids.SELLER_VAT_AND_BUYER_VAT),
    G(VatCategory.G, "G", Ids.SELLER_VAT),
    O(VatCategory.O, "O", Ids.NONE),
    L(VatCategory.L, "AF", Ids.SELLER_TAX),
    M(VatCategory.M, "AG", Ids.SELLER_TAX);

    /** Which identifiers the parties must state (rules 02 to 04). */
    enum Ids {
        SELLER_TAX(
                "the seller's VAT id (BT-31) or tax registration (BT-32), or the VAT id of his representative (BT-63)"),
        SELLER_TAX_AND_BUYER(
                "the seller's VAT id or tax registration, or his representative's VAT id, and the buyer's VAT id (BT-48)"
                        + " or legal registration (BT-47)"),
        SELLER_VAT("the seller's VAT id (BT-31) or that of his representative (BT-63)"),
        SELLER_VAT_AND_BUYER_VAT(
                "the VAT ids of the seller (BT-31) or his representative (BT-63), and of the buyer (BT-48)"),
        NONE("no VAT id of the seller (BT-31), his representative (BT-63) or the buyer (BT-48)");

        private final String expected;

        Ids(String expected) {
            this.expected = expected;
        }

        /** For people. */
        String expected() {
            return expected;
        }

        boolean are(VatTerms.Parties parties) {
            return switch (this) {
                case SELLER_TAX -> parties.sellerIsKnownForTax();
                case SELLER_TAX_AND_BUYER -> parties.sellerIsKnownForTax() && parties.buyerIsKnownForTax();
                case SELLER_VAT -> parties.sellerOrRepresentativeHasVatId();
                case SELLER_VAT_AND_BUYER_VAT ->
                    parties.sellerOrRepresentativeHasVatId()
                            && !parties.buyerVatIds().isEmpty();
                case NONE -> parties.vatIds().findAny().isEmpty();
            };
        }
    }

    private final VatCategory category;
    private final String family;
    private final Ids ids;

    VatRuleSet(VatCategory category, String family, Ids ids) {
        this.category = category;
        this.family = family;
        this.ids = ids;
    }

    /** The id of a rule of the family: {@code BR-S-08}. */
    String rule(int number) {
        return String.format(Locale.ROOT, "BR-%s-%02d", family, number);
    }

    /** The code of the category, as documents state it. */
    String code() {
        return category.name();
    }

    /** Whether tax is charged under it: S, L, M. They alone may have several rates, and so several breakdowns. */
    boolean taxed() {
        return category.isTaxed();
    }

    Ids ids() {
        return ids;
    }

    /** Whether a breakdown states why there is no tax (rule 10); where there may be tax, and at a zero rate, it may not. */
    boolean reasoned() {
        return !taxed() && this != Z;
    }
}
