package io.quittance.world;

import io.quittance.party.Contractor.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contractors of a world. Each is drawn when it is asked for; so many of them are remembered, since numbers that pass
 * their checks are found by trying, and no more than these, so that memory stays small in the largest world.
 */
final class Suppliers {

    private static final int INVOICES_EACH = 20;
    private static final int AT_LEAST = 47;
    private static final int REMEMBERED = 50_000;
    private static final int KIND_OF_DRAW = 1;

    private static final List<String> SURNAMES = List.of(
            "Aldous",
            "Bergen",
            "Castell",
            "Dorn",
            "Eklund",
            "Ferro",
            "Galle",
            "Holm",
            "Ivens",
            "Juric",
            "Kessel",
            "Lindqvist",
            "Moreau",
            "Novak",
            "Ostrow",
            "Prins",
            "Quist",
            "Rovira",
            "Sandoz",
            "Tamm",
            "Ullmann",
            "Varga",
            "Weir",
            "Yardley",
            "Zanetti");
    private static final List<String> FORENAMES = List.of(
            "Ada", "Bram", "Clara", "David", "Elin", "Femke", "Gita", "Hugo", "Ines", "Jonas", "Kaya", "Lena", "Milan",
            "Nora", "Oscar", "Petra", "Quinn", "Rosa", "Sami", "Tess", "Umar", "Vera", "Wim", "Yara", "Zoe");
    private static final List<String> TRADES = List.of(
            "Software", "Systems", "Design", "Research", "Advisory", "Translations", "Engineering", "Analytics");
    private static final List<String> STREETS = List.of(
            "Canal Row",
            "Mill Lane",
            "Harbour Street",
            "Station Road",
            "Orchard Way",
            "Weavers Court",
            "Foundry Square");

    private final long seed;
    private final int count;
    private final @Nullable Supplier[] remembered;

    /** Those for a number of invoices: one for twenty of them, at least as many as the fixtures have. */
    Suppliers(long seed, int invoices) {
        this.seed = seed;
        this.count = Math.max(AT_LEAST, invoices / INVOICES_EACH);
        this.remembered = new Supplier[Math.min(count, REMEMBERED)];
    }

    int count() {
        return count;
    }

    /** One of them. @param index from 0 */
    Supplier get(int index) {
        if (index >= remembered.length) {
            return drawn(index);
        }
        Supplier known = remembered[index];
        if (known == null) {
            known = drawn(index);
            remembered[index] = known;
        }
        return known;
    }

    private Supplier drawn(int index) {
        Chance chance = Chance.of(seed, KIND_OF_DRAW, index);
        // the first ones are of every origin in turn: a small world has all of them, too
        Origin origin = index < Origin.all().size() ? Origin.all().get(index) : Origin.drawn(chance);
        Kind kind = chance.perMille(600) ? Kind.COMPANY : Kind.INDIVIDUAL;
        int hourMinor = origin.hourMinor() + origin.hourMinor() * chance.below(200) / 100;
        return new Supplier(
                index,
                origin,
                kind,
                name(kind, chance),
                chance.oneOf(STREETS),
                String.valueOf(chance.between(1, 240)),
                chance.filled(origin.postCode()),
                Numbers.vatId(origin, chance),
                Numbers.account(origin, chance),
                payers(origin, chance),
                hourMinor,
                !chance.perMille(5),
                !chance.perMille(5),
                // some forty hours a document: enough for ten of them
                chance.perMille(10) ? 400L * hourMinor : 0);
    }

    private static String name(Kind kind, Chance chance) {
        String surname = chance.oneOf(SURNAMES);
        return switch (kind) {
            case COMPANY -> surname + " " + chance.oneOf(TRADES);
            case INDIVIDUAL -> chance.oneOf(FORENAMES) + " " + surname;
        };
    }

    /** Most work for the entity of their country, or else the Dutch one; some for another one besides. */
    private static List<Payer> payers(Origin origin, Chance chance) {
        Payer first = Payer.mostly(origin.country());
        if (Payer.NL_BV != first || !chance.perMille(200)) {
            return List.of(first);
        }
        return List.of(first, chance.perMille(500) ? Payer.GB_LTD : Payer.SG_PTE);
    }
}
