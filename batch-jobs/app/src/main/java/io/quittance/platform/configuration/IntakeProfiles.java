package io.quittance.platform.configuration;

import io.quittance.invoice.profile.ColumnProfile;
import io.quittance.invoice.profile.ColumnProfile.ContractorKey;
import io.quittance.invoice.profile.ColumnProfile.Conventions;
import io.quittance.invoice.profile.ColumnProfile.Derivation;
import io.quittance.invoice.profile.ColumnProfile.TaxCode;
import io.quittance.invoice.profile.ColumnProfile.TaxMode;
import io.quittance.invoice.profile.ColumnProfile.Taxes;
import io.quittance.invoice.profile.DatePattern;
import io.quittance.invoice.profile.Headings;
import io.quittance.invoice.profile.ProfileTerm;
import io.quittance.invoice.profile.Profiles;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code intake/NAME.yaml}: what the columns of a sheet of invoices mean. */
public final class IntakeProfiles {

    private static final Map<String, Character> SEPARATORS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|');
    private static final Map<String, Character> DECIMALS = Map.of("point", '.', "comma", ',');
    private static final String PROVEN = "proven";

    private IntakeProfiles() {}

    /** Every profile of the folder; none when there is no such folder. */
    public static Profiles read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Profiles.NONE;
        }
        var profiles = new ArrayList<ColumnProfile>();
        YamlFile.in(folder).forEach(file -> profiles.add(profile(file)));
        return Profiles.of(profiles);
    }

    private static ColumnProfile profile(Path file) {
        YamlSection top = YamlFile.read(file);
        YamlSection columns = top.section("columns");
        Map<ProfileTerm, List<String>> headings = headings(columns);
        Map<ProfileTerm, String> defaults = top.has("defaults") ? defaults(top.section("defaults")) : Map.of();
        String fileName = String.valueOf(file.getFileName());
        var profile = new ColumnProfile(
                fileName.substring(0, fileName.lastIndexOf('.')),
                top.text("title"),
                headings,
                required(top, headings),
                top.has("ignored") ? Set.copyOf(top.texts("ignored")) : Set.of(),
                conventions(top),
                top.has("contractor") ? top.choice("contractor", ContractorKey.class) : ContractorKey.IDENTIFIER,
                defaults,
                taxes(top),
                derived(top));
        top.done();
        verify(profile, top);
        return profile;
    }

    private static Map<ProfileTerm, List<String>> headings(YamlSection columns) {
        Map<ProfileTerm, List<String>> headings = new EnumMap<>(ProfileTerm.class);
        Map<String, ProfileTerm> taken = new HashMap<>();
        for (ProfileTerm term : ProfileTerm.values()) {
            if (columns.has(term.spelling())) {
                List<String> names = columns.texts(term.spelling());
                headings.put(term, names);
                names.forEach(name -> take(columns, taken, term, name));
            }
        }
        columns.done();
        return headings;
    }

    private static void take(YamlSection columns, Map<String, ProfileTerm> taken, ProfileTerm term, String name) {
        ProfileTerm other = taken.put(Headings.fold(name), term);
        if (Headings.fold(name).isEmpty()) {
            throw columns.wrong(term.spelling(), "has the heading '" + name + "', expected letters or digits.");
        }
        if (other != null && other != term) {
            throw columns.wrong(
                    term.spelling(), "has the heading '" + name + "', which " + other.spelling() + " has already.");
        }
    }

    private static Set<ProfileTerm> required(YamlSection top, Map<ProfileTerm, List<String>> headings) {
        Set<ProfileTerm> required = EnumSet.noneOf(ProfileTerm.class);
        required.addAll(top.choices("required", ProfileTerm.class));
        for (ProfileTerm term : required) {
            if (!headings.containsKey(term)) {
                throw top.wrong("required", "names " + term.spelling() + ", which has no headings under columns.");
            }
        }
        if (required.size() < 2) {
            throw top.wrong("required", "names " + required.size() + " columns; a file is recognised by two at least.");
        }
        return required;
    }

    private static Map<ProfileTerm, String> defaults(YamlSection section) {
        Map<ProfileTerm, String> defaults = new EnumMap<>(ProfileTerm.class);
        for (ProfileTerm term : ProfileTerm.values()) {
            section.optionalText(term.spelling()).ifPresent(text -> defaults.put(term, text));
        }
        section.done();
        return defaults;
    }

    private static Conventions conventions(YamlSection top) {
        return new Conventions(
                top.texts("separators").stream()
                        .map(name -> named(top, "separators", name, SEPARATORS))
                        .toList(),
                top.text("decimal").equals(PROVEN) ? null : named(top, "decimal", top.text("decimal"), DECIMALS),
                top.texts("dates").stream().map(text -> date(top, text)).toList(),
                top.choice("tax", TaxMode.class),
                top.optional("encoding", key -> top.parsed(key, "an encoding such as windows-1252", Charset::forName))
                        .orElse(null));
    }

    private static Character named(YamlSection top, String key, String name, Map<String, Character> known) {
        Character found = known.get(name);
        if (found == null) {
            String names = String.join(", ", known.keySet().stream().sorted().toList());
            throw top.wrong(key, "is '" + name + "', expected " + names + (known == DECIMALS ? " or proven." : "."));
        }
        return found;
    }

    private static DatePattern date(YamlSection top, String text) {
        try {
            return DatePattern.of(text);
        } catch (IllegalArgumentException e) {
            throw top.wrong("dates", "has '" + text + "', expected a pattern such as dd.MM.yyyy or d/M/yyyy.");
        }
    }

    private static Taxes taxes(YamlSection top) {
        var byName = new LinkedHashMap<String, TaxCode>();
        var folded = new HashMap<String, String>();
        for (YamlSection tax : top.has("taxes") ? top.sections("taxes") : List.<YamlSection>of()) {
            String name = tax.text("name");
            if (folded.put(Headings.fold(name), name) != null) {
                throw tax.wrong("name", "is '" + name + "', which stands there already.");
            }
            byName.put(name, tax.parsed("vat", "a category and its rate, such as S 20, Z 0 or O", TaxCode::parse));
            tax.done();
        }
        List<TaxCode> candidates = new ArrayList<>();
        for (String text : top.has("rates") ? top.texts("rates") : List.<String>of()) {
            try {
                candidates.add(TaxCode.parse(text));
            } catch (IllegalArgumentException e) {
                throw top.wrong("rates", "has '" + text + "', expected a category and its rate, such as S 19.");
            }
        }
        return new Taxes(byName, candidates);
    }

    private static Set<Derivation> derived(YamlSection top) {
        Set<Derivation> derived = EnumSet.noneOf(Derivation.class);
        if (top.has("derived")) {
            derived.addAll(top.choices("derived", Derivation.class));
        }
        return derived;
    }

    /** What can never be read is told when the program starts, not when the first invoice comes. */
    private static void verify(ColumnProfile profile, YamlSection top) {
        for (ProfileTerm term : List.of(
                ProfileTerm.INVOICE_NUMBER, ProfileTerm.INVOICE_DATE, ProfileTerm.CURRENCY, ProfileTerm.ENTITY)) {
            if (!profile.headings().containsKey(term) && !profile.defaults().containsKey(term)) {
                throw top.wrong("columns", "has no heading for " + term.spelling() + ", and there is no default.");
            }
        }
        if (profile.derives(Derivation.VAT_RATE) == profile.taxes().candidates().isEmpty()) {
            throw top.wrong("rates", "and derived: vat-rate go together, expected both or neither.");
        }
        if (profile.conventions().dates().isEmpty()) {
            throw top.wrong("dates", "is empty, expected at least one pattern.");
        }
    }
}
