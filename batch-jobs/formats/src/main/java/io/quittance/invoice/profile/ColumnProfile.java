package io.quittance.invoice.profile;

import io.quittance.invoice.VatCategory;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of one kind of sheet mean: a file of {@code config/intake}.
 *
 * @param name the file's name without ending; a folder of the inbox may be called so
 * @param title for people
 * @param headings for each term the headings it may have, as people write them
 * @param required the terms whose columns make a file one of this profile
 * @param ignored headings that are known and say nothing that we need
 * @param conventions how its texts are to be read
 * @param contractor by what it names who is to be paid
 * @param defaults what holds where a file has no such column or leaves it empty
 * @param taxes the sender's names of tax codes
 * @param derived what is calculated where it is not stated; each figure exactly, or the document is refused
 */
public record ColumnProfile(
        String name,
        String title,
        Map<ProfileTerm, List<String>> headings,
        Set<ProfileTerm> required,
        Set<String> ignored,
        Conventions conventions,
        ContractorKey contractor,
        Map<ProfileTerm, String> defaults,
        Taxes taxes,
        Set<Derivation> derived) {

    /** By what a file names who is to be paid. */
    public enum ContractorKey {
        /** By our or his own identifier, else by VAT id. */
        IDENTIFIER,
        /** By the name in the register, exactly one of which must be it: for senders that know no identifier. */
        NAME
    }

    /** What is calculated where it is not stated. */
    public enum Derivation {
        /** One of each: the price is the amount. */
        QUANTITY,
        /** Amount = quantity x price, without a remainder. */
        LINE_AMOUNT,
        /** VAT = net x rate, or the part of a gross amount, without a remainder. */
        VAT_AMOUNT,
        /** The one category and rate of the profile's list whose VAT, rounded half up, is the VAT stated. */
        VAT_RATE,
        /** Net, VAT and gross are the sums of the lines, and gross is due. */
        TOTALS,
        /** Lines count from 1. */
        LINE_NUMBER,
        /** An invoice whose totals are negative gives money back. */
        CREDIT_BY_SIGN
    }

    /**
     * How texts are to be read.
     *
     * @param separators of a CSV file; which of them it is shows in its header
     * @param decimal the decimal sign; null when each file must prove it
     * @param dates patterns; where a date means two days by two of them, the file must prove which one it follows
     * @param tax whether the amounts of the lines hold their VAT
     * @param fallback the encoding of files that are not Unicode, null when there is none
     */
    public record Conventions(
            List<Character> separators,
            @Nullable Character decimal,
            List<DatePattern> dates,
            TaxMode tax,
            @Nullable Charset fallback) {
        public Conventions {
            separators = List.copyOf(separators);
            dates = List.copyOf(dates);
        }
    }

    /** Whether the amounts of the lines hold their VAT. */
    public enum TaxMode {
        EXCLUSIVE,
        INCLUSIVE
    }

    /**
     * The sender's tax codes.
     *
     * @param byName as the sender writes them, by name
     * @param candidates those that {@link Derivation#VAT_RATE} chooses from
     */
    public record Taxes(Map<String, TaxCode> byName, List<TaxCode> candidates) {

        public Taxes {
            byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
            candidates = List.copyOf(candidates);
        }

        @Nullable
        TaxCode named(String name) {
            String folded = Headings.fold(name);
            for (var entry : byName.entrySet()) {
                if (Headings.fold(entry.getKey()).equals(folded)) {
                    return entry.getValue();
                }
            }
            return null;
        }

        /** The names, for people. */
        String names() {
            return byName.keySet().stream().limit(10).collect(Collectors.joining(", "));
        }
    }

    /**
     * Category and rate.
     *
     * @param category BT-151
     * @param rate BT-152 in per cent, null where the category knows none
     */
    public record TaxCode(VatCategory category, @Nullable BigDecimal rate) {

        /** Such as {@code S 20} or {@code O}. @throws IllegalArgumentException for anything else */
        public static TaxCode parse(String text) {
            String[] parts = text.strip().split(" ");
            VatCategory category = VatCategory.valueOf(parts[0]);
            if (parts.length != (category == VatCategory.O ? 1 : 2)) {
                throw new IllegalArgumentException(text);
            }
            return new TaxCode(category, parts.length == 1 ? null : new BigDecimal(parts[1]));
        }

        BigDecimal rateOrZero() {
            return rate == null ? BigDecimal.ZERO : rate;
        }
    }

    public ColumnProfile {
        headings = Map.copyOf(new EnumMap<>(headings));
        required = Set.copyOf(required);
        ignored = ignored.stream().map(Headings::fold).collect(Collectors.toUnmodifiableSet());
        defaults = Map.copyOf(defaults);
        derived = Set.copyOf(derived);
    }

    /** Whether this is calculated where it is not stated. */
    public boolean derives(Derivation what) {
        return derived.contains(what);
    }

    /** Whether its columns are those of our own CSV, which has a reader of its own. */
    public boolean isOurs() {
        return name.equals("quittance");
    }
}
