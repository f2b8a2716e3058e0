package io.quittance.invoice.profile;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.invoice.file.FieldReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The profiles there are, and which of them a file follows.
 *
 * @param all by name
 * @param named the one that somebody named for these files, null when nobody did
 */
public record Profiles(List<ColumnProfile> all, @Nullable String named) {

    /** No profile: only our own columns are read. */
    public static final Profiles NONE = new Profiles(List.of(), null);

    /** Which profile, or why none. */
    public sealed interface Choice {
        record Chosen(Recognition recognition) implements Choice {}

        record Refused(Findings findings) implements Choice {}
    }

    public Profiles {
        all = all.stream().sorted(Comparator.comparing(ColumnProfile::name)).toList();
    }

    /** These. */
    public static Profiles of(List<ColumnProfile> all) {
        return new Profiles(all, null);
    }

    /** The same, with the profile that somebody named. */
    public Profiles choosing(@Nullable String name) {
        return new Profiles(all, name);
    }

    /** The profile with this name. */
    public Optional<ColumnProfile> profile(@Nullable String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** Whether a profile has this name. */
    public boolean has(String name) {
        return profile(name).isPresent();
    }

    /** The profile named by command, else by the folder that the file lay in. */
    public Optional<ColumnProfile> declared(String file) {
        if (named != null) {
            return profile(named);
        }
        int folder = file.indexOf('/');
        return folder < 0 ? Optional.empty() : profile(file.substring(0, folder));
    }

    /**
     * Decides by the header.
     *
     * @param file its name, with the folder of the inbox that it lay in
     * @param readings the header, split in each way that it can be
     */
    public Choice choose(String file, List<Splitting> readings) {
        if (named != null && profile(named).isEmpty()) {
            String names = all.stream().map(ColumnProfile::name).collect(Collectors.joining(" "));
            String message = "there is no profile " + named + " in config/intake";
            return refused(Finding.of(FindingCode.FILE_FORMAT_UNKNOWN, Place.of(file), named, names, message));
        }
        Optional<ColumnProfile> declared = declared(file);
        if (declared.isPresent()) {
            String why = named == null
                    ? "the file lay in the folder " + declared.get().name()
                    : "it was named";
            return checked(file, best(readings, List.of(declared.get())).because(why));
        }
        List<Recognition> fitting = recognitions(readings, all).stream()
                .filter(Recognition::isComplete)
                .toList();
        return switch (fitting.size()) {
            case 0 -> unknown(file, readings);
            case 1 -> checked(file, fitting.getFirst());
            default -> ambiguous(file, fitting);
        };
    }

    /**
     * One way to split a header.
     *
     * @param separator null where cells are apart by themselves
     */
    public record Splitting(@Nullable Character separator, List<String> headings) {}

    private static List<Recognition> recognitions(List<Splitting> readings, List<ColumnProfile> among) {
        var found = new ArrayList<Recognition>();
        for (ColumnProfile profile : among) {
            for (int i = 0; i < readings.size(); i++) {
                Splitting reading = readings.get(i);
                if (reading.separator() == null
                        || profile.conventions().separators().contains(reading.separator())) {
                    found.add(Recognition.of(
                            profile,
                            "every required column of this profile is there, and of no other",
                            i,
                            reading.headings()));
                }
            }
        }
        return found;
    }

    private static Recognition best(List<Splitting> readings, List<ColumnProfile> among) {
        return recognitions(readings, among).stream()
                .max(Comparator.comparingInt((Recognition one) -> one.columns().size())
                        .thenComparing(one -> one.headings().size())
                        .thenComparing(one -> -one.missing().size()))
                .orElseGet(() -> Recognition.of(
                        among.getFirst(), "", 0, readings.getFirst().headings()));
    }

    private static Choice checked(String file, Recognition recognition) {
        var findings = new ArrayList<Finding>();
        for (ProfileTerm term : recognition.missing()) {
            String heading = recognition.headingFor(term);
            String message = "the column '" + heading + "' (" + term.spelling() + ") is not in the header, the profile "
                    + recognition.profile().name() + " needs it";
            findings.add(
                    Finding.of(FindingCode.COLUMN_MISSING, Place.of(file, 1).at(heading), null, heading, message));
        }
        for (ProfileTerm term : recognition.twice()) {
            String message = "two columns mean " + term.spelling() + ": nobody can say which one holds";
            findings.add(Finding.of(
                    FindingCode.FILE_UNREADABLE, Place.of(file, 1).at(term.spelling()), null, "one column", message));
        }
        return findings.isEmpty() ? new Choice.Chosen(recognition) : new Choice.Refused(new Findings(findings));
    }

    private Choice unknown(String file, List<Splitting> readings) {
        if (all.isEmpty()) {
            return refused(Finding.of(
                    FindingCode.FILE_FORMAT_UNKNOWN, Place.of(file), null, "a profile", "no profile is configured"));
        }
        Recognition nearest = best(readings, all);
        String missing = nearest.missing().stream().map(nearest::headingFor).collect(Collectors.joining(", "));
        String message = "the header is that of no profile. Columns seen: " + seen(nearest.headings())
                + ". The nearest profile is " + nearest.profile().name() + ", which also needs: " + missing;
        return refused(Finding.of(
                        FindingCode.FILE_FORMAT_UNKNOWN, Place.of(file, 1), seen(nearest.headings()), missing, message)
                .withHint("Rename the columns, or add a profile that knows them to config/intake"
                        + " (docs/operating/column-profiles.md) and drop the same file again."));
    }

    private static Choice ambiguous(String file, List<Recognition> fitting) {
        String names =
                fitting.stream().map(one -> one.profile().name()).distinct().collect(Collectors.joining(", "));
        if (names.equals(fitting.getFirst().profile().name())) {
            String message =
                    "several sheets have the columns of the profile " + names + ": leave one of them in the file";
            return refused(Finding.of(FindingCode.FILE_FORMAT_UNKNOWN, Place.of(file), names, "one sheet", message)
                    .withHint("Leave the sheet that is meant, and drop the file again."));
        }
        String message = "the header is that of several profiles: " + names
                + ". Name one with --profile, or drop the file into the folder of that name. Columns seen: "
                + seen(fitting.getFirst().headings());
        return refused(Finding.of(FindingCode.FILE_FORMAT_UNKNOWN, Place.of(file, 1), names, "one profile", message)
                .withHint(
                        "Drop the same file again into the folder of inbox/invoices that is called like its profile."));
    }

    private static String seen(List<String> headings) {
        String list = headings.stream().limit(30).map(FieldReader::shown).collect(Collectors.joining(", "));
        return headings.size() > 30 ? list + ", ..." : list;
    }

    private static Choice refused(Finding finding) {
        return new Choice.Refused(Findings.of(finding));
    }
}
