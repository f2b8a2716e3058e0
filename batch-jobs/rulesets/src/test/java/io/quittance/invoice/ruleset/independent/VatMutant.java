package io.quittance.invoice.ruleset.independent;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** An invoice that breaks one rule on purpose, and whatever hangs on it. */
record VatMutant(String rule, VatDraft draft) {

    private static final List<String> CATEGORIES = List.of("S", "Z", "E", "AE", "K", "G", "O", "L", "M");
    private static final Set<String> TAXED = Set.of("S", "L", "M");
    private static final BigDecimal ONE = new BigDecimal("1.00");

    /** One for each rule. */
    static List<VatMutant> all() {
        var mutants = new ArrayList<VatMutant>();
        for (String category : CATEGORIES) {
            ofCategory(category, mutants);
        }
        ofDocument(mutants);
        outsideScope(mutants);
        return mutants;
    }

    private static String rule(String category, int number) {
        String family = switch (category) {
            case "K" -> "IC";
            case "L" -> "AF";
            case "M" -> "AG";
            default -> category;
        };
        return String.format(Locale.ROOT, "BR-%s-%02d", family, number);
    }

    private static VatMutant of(String rule, String category, Consumer<VatDraft> change) {
        VatDraft draft = VatDraft.of(category);
        change.accept(draft);
        return new VatMutant(rule, draft);
    }

    private static void ofCategory(String category, List<VatMutant> mutants) {
        boolean taxed = TAXED.contains(category);
        mutants.add(of(rule(category, 1), category, draft -> {
            if (taxed) {
                draft.groups.clear();
            } else {
                draft.groups.add(draft.groups.getFirst());
            }
        }));
        identifiers(category, mutants);
        rates(category, mutants);
        mutants.add(of(
                rule(category, 8),
                category,
                draft ->
                        draft.groups.replaceAll(group -> group.base(group.base().add(ONE)))));
        mutants.add(of(rule(category, 9), category, draft -> {
            draft.groups.replaceAll(group -> group.tax(group.tax().add(ONE)));
            draft.totalled();
        }));
        mutants.add(of(
                rule(category, 10),
                category,
                draft -> draft.groups.replaceAll(group -> group.reason(!group.reason()))));
    }

    private static void identifiers(String category, List<VatMutant> mutants) {
        for (int kind = 0; kind < 3; kind++) {
            int kept = kind;
            mutants.add(of(rule(category, 2 + kind), category, draft -> {
                VatDraft.Use use = draft.uses.get(kept);
                // A document has a line: that of the other rules is under another category.
                draft.uses.removeIf(one -> one != use && !one.kind().equals("line"));
                if (category.equals("O")) {
                    draft.sellerVatId = "DE123456789";
                } else {
                    draft.sellerVatId = null;
                    draft.sellerTaxId = null;
                    draft.buyerVatId = null;
                    draft.buyerRegistration = null;
                }
                draft.totalled();
            }));
        }
    }

    private static void rates(String category, List<VatMutant> mutants) {
        BigDecimal wrong = switch (category) {
            case "S", "O" -> BigDecimal.ZERO;
            case "L", "M" -> BigDecimal.ONE.negate();
            default -> new BigDecimal("5");
        };
        for (int kind = 0; kind < 3; kind++) {
            int changed = kind;
            mutants.add(of(
                    rule(category, 5 + kind),
                    category,
                    draft -> draft.uses.set(changed, draft.uses.get(changed).rate(wrong))));
        }
    }

    private static void ofDocument(List<VatMutant> mutants) {
        mutants.add(of("BR-CO-03", "S", draft -> {
            draft.taxPointDate = true;
            draft.taxPointCode = true;
        }));
        mutants.add(of(
                "BR-CO-04",
                "S",
                draft -> draft.uses.set(0, draft.uses.getFirst().category(null).rate(null))));
        mutants.add(of("BR-CO-09", "S", draft -> draft.sellerVatId = "ZZ123"));
        mutants.add(of("BR-CO-09", "S", draft -> draft.buyerVatId = "123456789"));
        mutants.add(of("BR-CO-09", "S", draft -> draft.representativeVatId = "QQ1"));
        mutants.add(of("BR-CO-14", "S", draft -> {
            draft.vat = draft.vat.add(ONE);
            draft.gross = draft.gross.add(ONE);
            draft.due = draft.gross;
        }));
        mutants.add(of("BR-CO-15", "S", draft -> {
            draft.gross = draft.gross.add(ONE);
            draft.due = draft.gross;
        }));
        mutants.add(of("BR-CO-16", "S", draft -> draft.due = draft.due.add(ONE)));
        mutants.add(of("BR-CO-16", "S", draft -> draft.prepaid = ONE));
        mutants.add(of("BR-CO-16", "S", draft -> draft.rounding = new BigDecimal("0.01")));
        mutants.add(of("BR-CO-17", "S", draft -> {
            draft.groups.replaceAll(group -> group.tax(group.tax().add(new BigDecimal("2.00"))));
            draft.totalled();
        }));
        mutants.add(of("BR-CO-18", "S", draft -> draft.groups.clear()));
        mutants.add(of("BR-48", "S", draft -> draft.groups.replaceAll(group -> group.rate(null))));
        mutants.add(of("BR-53", "S", draft -> draft.taxCurrency = "GBP"));
        mutants.add(of("BR-IC-11", "K", draft -> draft.delivered = false));
        mutants.add(of("BR-IC-12", "K", draft -> draft.country = false));
    }

    private static void outsideScope(List<VatMutant> mutants) {
        mutants.add(of("BR-O-11", "O", draft -> {
            draft.groups.add(VatDraft.of("E").groups.getFirst());
            draft.totalled();
        }));
        List<String> kinds = List.of("line", "allowance", "charge");
        for (int kind = 0; kind < kinds.size(); kind++) {
            int added = kind;
            mutants.add(of("BR-O-" + (12 + kind), "O", draft -> {
                draft.uses.add(VatDraft.of("E").uses.get(added));
                draft.totalled();
            }));
        }
    }
}
