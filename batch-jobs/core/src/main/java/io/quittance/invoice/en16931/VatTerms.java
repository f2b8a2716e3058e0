package io.quittance.invoice.en16931;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a document that VAT rules look at, as they were stated: with the sign that was written, and null where nothing was or
 * nothing readable. All amounts but BT-111 are in the currency of the document.
 *
 * @param artefact whose reading of the rules holds
 * @param uses what is taxed: lines (BG-25), allowances (BG-20) and charges (BG-21) of the document
 * @param groups VAT breakdowns (BG-23)
 */
public record VatTerms(
        Artefact artefact, Parties parties, Dates dates, List<Use> uses, List<Group> groups, Totals totals) {

    public VatTerms {
        uses = List.copyOf(uses);
        groups = List.copyOf(groups);
    }

    /** What a VAT category stands on. */
    public enum Kind {
        LINE("line", "BT-151", "BT-152"),
        ALLOWANCE("allowance", "BT-95", "BT-96"),
        CHARGE("charge", "BT-102", "BT-103");

        private final String word;
        private final String category;
        private final String rate;

        Kind(String word, String category, String rate) {
            this.word = word;
            this.category = category;
            this.rate = rate;
        }

        /** For people. */
        String word() {
            return word;
        }

        /** The term of its VAT category. */
        String category() {
            return category;
        }

        /** The term of its VAT rate. */
        String rate() {
            return rate;
        }
    }

    /**
     * A line, an allowance or a charge.
     *
     * @param line where it stands, from 1
     * @param category BT-151, BT-95, BT-102
     * @param rate BT-152, BT-96, BT-103 in per cent
     * @param amount BT-131, BT-92, BT-99
     */
    public record Use(
            Kind kind,
            long line,
            @Nullable String category,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal amount) {

        /** What it adds to the taxable amount; an allowance takes away. */
        BigDecimal share() {
            BigDecimal stated = amount == null ? BigDecimal.ZERO : amount;
            return kind == Kind.ALLOWANCE ? stated.negate() : stated;
        }
    }

    /**
     * A VAT breakdown.
     *
     * @param line where it stands, from 1
     * @param category BT-118
     * @param rate BT-119 in per cent
     * @param base BT-116
     * @param tax BT-117
     * @param reasoned whether BT-120 or BT-121 is there
     */
    public record Group(
            long line,
            @Nullable String category,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal base,
            @Nullable BigDecimal tax,
            boolean reasoned) {}

    /**
     * Who the parties say they are.
     *
     * @param sellerVatIds BT-31
     * @param sellerRegistered whether BT-32 is there
     * @param representativeVatIds BT-63
     * @param buyerVatIds BT-48
     * @param buyerRegistered whether BT-47 is there
     */
    public record Parties(
            List<String> sellerVatIds,
            boolean sellerRegistered,
            List<String> representativeVatIds,
            List<String> buyerVatIds,
            boolean buyerRegistered) {

        public Parties {
            sellerVatIds = List.copyOf(sellerVatIds);
            representativeVatIds = List.copyOf(representativeVatIds);
            buyerVatIds = List.copyOf(buyerVatIds);
        }

        boolean sellerOrRepresentativeHasVatId() {
            return !sellerVatIds.isEmpty() || !representativeVatIds.isEmpty();
        }

        boolean sellerIsKnownForTax() {
            return sellerRegistered || sellerOrRepresentativeHasVatId();
        }

        boolean buyerIsKnownForTax() {
            return buyerRegistered || !buyerVatIds.isEmpty();
        }

        Stream<String> vatIds() {
            return Stream.of(sellerVatIds, representativeVatIds, buyerVatIds).flatMap(List::stream);
        }
    }

    /**
     * When and where it was supplied.
     *
     * @param taxPointDate whether BT-7 is there
     * @param taxPointCode whether BT-8 is there
     * @param supplied whether BT-72 or a period BG-14 is there
     * @param country whether BT-80 is there
     */
    public record Dates(boolean taxPointDate, boolean taxPointCode, boolean supplied, boolean country) {}

    /** A total of VAT in the currency that it names (BT-110, BT-111). */
    public record VatTotal(
            @Nullable String currency, @Nullable BigDecimal amount) {}

    /**
     * The totals (BG-22).
     *
     * @param currency BT-5
     * @param taxCurrency BT-6
     * @param vat BT-110 and BT-111
     * @param net BT-109
     * @param gross BT-112
     * @param prepaid BT-113
     * @param rounding BT-114
     * @param due BT-115
     */
    public record Totals(
            @Nullable String currency,
            @Nullable String taxCurrency,
            List<VatTotal> vat,
            @Nullable BigDecimal net,
            @Nullable BigDecimal gross,
            @Nullable BigDecimal prepaid,
            @Nullable BigDecimal rounding,
            @Nullable BigDecimal due) {

        public Totals {
            vat = List.copyOf(vat);
        }

        /** The totals in one currency. */
        List<VatTotal> vatIn(@Nullable String code) {
            return vat.stream()
                    .filter(total -> Objects.equals(total.currency(), code))
                    .toList();
        }

        /** BT-110. */
        Optional<BigDecimal> documentVat() {
            return vatIn(currency).stream()
                    .map(VatTotal::amount)
                    .filter(Objects::nonNull)
                    .findFirst();
        }
    }

    Stream<Use> uses(VatRuleSet category) {
        return uses.stream().filter(use -> category.code().equals(use.category()));
    }

    Stream<Use> uses(Kind kind) {
        return uses.stream().filter(use -> use.kind() == kind);
    }

    Stream<Group> groups(VatRuleSet category) {
        return groups.stream().filter(group -> category.code().equals(group.category()));
    }
}
