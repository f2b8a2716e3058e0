package io.quittance.invoice.ruleset.independent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice for tests on VAT rules, right as it begins, and changed in one point or several: what is not said of VAT is the same in
 * all of them. {@link UblDraft} and {@link CiiDraft} write it down.
 */
final class VatDraft {

    /** @param kind {@code line}, {@code allowance} or {@code charge} */
    record Use(
            String kind,
            @Nullable String category,
            @Nullable BigDecimal rate,
            BigDecimal amount) {

        Use rate(@Nullable BigDecimal other) {
            return new Use(kind, category, other, amount);
        }

        Use category(@Nullable String other) {
            return new Use(kind, other, rate, amount);
        }
    }

    record Group(String category, @Nullable BigDecimal rate, BigDecimal base, BigDecimal tax, boolean reason) {

        Group base(BigDecimal other) {
            return new Group(category, rate, other, tax, reason);
        }

        Group tax(BigDecimal other) {
            return new Group(category, rate, base, other, reason);
        }

        Group rate(@Nullable BigDecimal other) {
            return new Group(category, other, base, tax, reason);
        }

        Group reason(boolean other) {
            return new Group(category, rate, base, tax, other);
        }
    }

    static final BigDecimal LINE = new BigDecimal("100.00");
    static final BigDecimal ALLOWANCE = new BigDecimal("10.00");
    static final BigDecimal CHARGE = new BigDecimal("4.00");
    static final BigDecimal BASE = new BigDecimal("94.00");

    final List<Use> uses = new ArrayList<>();
    final List<Group> groups = new ArrayList<>();

    @Nullable
    String sellerVatId = "DE123456789";

    @Nullable
    String sellerTaxId = "12/345/67890";

    @Nullable
    String representativeVatId;

    @Nullable
    String buyerVatId = "NL823104175B01";

    @Nullable
    String buyerRegistration = "HRB 1";

    boolean taxPointDate;
    boolean taxPointCode;
    boolean delivered = true;
    boolean country = true;

    @Nullable
    String taxCurrency;

    @Nullable
    BigDecimal taxCurrencyVat;

    BigDecimal vat = BigDecimal.ZERO;
    BigDecimal net = BigDecimal.ZERO;
    BigDecimal gross = BigDecimal.ZERO;

    @Nullable
    BigDecimal prepaid;

    @Nullable
    BigDecimal rounding;

    BigDecimal due = BigDecimal.ZERO;

    /** A line, an allowance and a charge under one category, and what follows from them. */
    static VatDraft of(String category) {
        var draft = new VatDraft();
        BigDecimal rate = rate(category);
        draft.uses.add(new Use("line", category, rate, LINE));
        draft.uses.add(new Use("allowance", category, rate, ALLOWANCE));
        draft.uses.add(new Use("charge", category, rate, CHARGE));
        draft.groups.add(new Group(category, rate, BASE, tax(BASE, rate), needsReason(category)));
        if (category.equals("O")) {
            draft.sellerVatId = null;
            draft.buyerVatId = null;
        }
        draft.totalled();
        return draft;
    }

    static @Nullable BigDecimal rate(String category) {
        return switch (category) {
            case "S" -> new BigDecimal("19");
            case "L" -> new BigDecimal("7");
            case "M" -> new BigDecimal("4");
            case "O" -> null;
            default -> BigDecimal.ZERO;
        };
    }

    static boolean needsReason(String category) {
        return List.of("E", "AE", "K", "G", "O").contains(category);
    }

    static BigDecimal tax(BigDecimal base, @Nullable BigDecimal rate) {
        return rate == null
                ? new BigDecimal("0.00")
                : base.multiply(rate).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
    }

    /** The totals that follow from lines and breakdowns. */
    void totalled() {
        net = uses.stream()
                .map(use -> use.kind().equals("allowance") ? use.amount().negate() : use.amount())
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
        vat = groups.stream().map(Group::tax).reduce(new BigDecimal("0.00"), BigDecimal::add);
        gross = net.add(vat);
        due = gross;
    }

    BigDecimal sum(String kind) {
        return uses.stream()
                .filter(use -> use.kind().equals(kind))
                .map(Use::amount)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    boolean has(String kind) {
        return uses.stream().anyMatch(use -> use.kind().equals(kind));
    }
}
