package io.quittance.invoice.profile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a header means by a profile.
 *
 * @param why this profile: by its header, by the folder, by name
 * @param reading which of several ways to split the header it was read by, from 0
 * @param headings as they stand in the file
 * @param columns where each term stands, from 0
 * @param missing required terms that have no column
 * @param twice terms that have more than one
 * @param unknown headings that mean nothing here and are not known to be useless either
 */
public record Recognition(
        ColumnProfile profile,
        String why,
        int reading,
        List<String> headings,
        Map<ProfileTerm, Integer> columns,
        List<ProfileTerm> missing,
        Set<ProfileTerm> twice,
        List<String> unknown) {

    /** The header by this profile, whether it fits or not. */
    static Recognition of(ColumnProfile profile, String why, int reading, List<String> headings) {
        Map<String, ProfileTerm> terms = termsByHeading(profile);
        var columns = new EnumMap<ProfileTerm, Integer>(ProfileTerm.class);
        var twice = new java.util.TreeSet<ProfileTerm>();
        var unknown = new java.util.ArrayList<String>();
        for (int i = 0; i < headings.size(); i++) {
            String folded = Headings.fold(headings.get(i));
            ProfileTerm term = terms.get(folded);
            if (term == null) {
                if (!profile.ignored().contains(folded) && !StatusColumns.isOne(headings.get(i))) {
                    unknown.add(headings.get(i));
                }
            } else if (columns.putIfAbsent(term, i) != null) {
                twice.add(term);
            }
        }
        List<ProfileTerm> missing = profile.required().stream()
                .filter(term -> !columns.containsKey(term))
                .sorted()
                .toList();
        return new Recognition(profile, why, reading, headings, columns, missing, twice, unknown);
    }

    private static Map<String, ProfileTerm> termsByHeading(ColumnProfile profile) {
        return profile.headings().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(heading -> Map.entry(heading, entry.getKey())))
                .collect(Collectors.toMap(
                        entry -> Headings.fold(entry.getKey()), Map.Entry::getValue, (first, again) -> first));
    }

    Recognition because(String reason) {
        return new Recognition(profile, reason, reading, headings, columns, missing, twice, unknown);
    }

    /** Whether every required column is there. */
    boolean isComplete() {
        return missing.isEmpty();
    }

    /** What the heading in this column means; null when nothing. */
    public @Nullable ProfileTerm term(int column) {
        for (var entry : columns.entrySet()) {
            if (entry.getValue() == column) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** The first heading by which a term may go, for people who have to add it. */
    public String headingFor(ProfileTerm term) {
        List<String> headings = profile.headings().get(term);
        return headings == null || headings.isEmpty() ? term.spelling() : headings.getFirst();
    }
}
