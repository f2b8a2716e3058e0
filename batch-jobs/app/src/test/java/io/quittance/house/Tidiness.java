package io.quittance.house;

import io.quittance.house.JavaSource.Method;
import io.quittance.house.JavaSource.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What STYLE.md calls grossly outside, and names that say nothing. An offence is a line of text with file and line number. The
 * bounds are far from what is normal: they catch what nobody would defend, reviews do the rest.
 */
final class Tidiness {

    /** Lines between the braces. */
    static final int LONGEST_BODY = 60;

    /** Four are the habit; constructors and factories of records with many components may have more. */
    static final int MOST_PARAMETERS = 6;

    static final int LONGEST_FILE = 500;

    /** In a comment above the package, with the reason behind it: {@code // Long because ...}. */
    static final String EXCUSE = "Long because";

    private static final Set<String> SAY_NOTHING =
            Set.of("item", "data", "info", "manager", "helper", "util", "utils", "common", "misc", "impl");

    /** Words of a framework, which mean there what they mean. */
    private static final List<String> OF_FRAMEWORKS =
            List.of("ItemReader", "ItemWriter", "ItemProcessor", "ItemStream", "DataSource");

    private Tidiness() {}

    /** All offences of these files, in their order; packages without {@code package-info.java} last. */
    static List<String> offences(List<JavaSource> sources) {
        List<String> found = new ArrayList<>();
        for (JavaSource source : sources) {
            found.addAll(names(source));
            found.addAll(sizes(source));
            found.addAll(documentation(source));
        }
        found.addAll(undescribedPackages(sources));
        return found;
    }

    /** Type and package names of words that say nothing. */
    static List<String> names(JavaSource source) {
        Stream<String> types = source.types().stream()
                .flatMap(type -> empty(words(type.name()))
                        .map(word -> at(source, type.line()) + "the name " + type.name() + " has the word " + word));
        Stream<String> packages = empty(Arrays.stream(source.packageName().split("\\.")))
                .map(word -> at(source, 1) + "the package " + source.packageName() + " has the word " + word);
        return Stream.concat(types, packages).toList();
    }

    /** Bodies, parameters, files. */
    static List<String> sizes(JavaSource source) {
        List<String> found = new ArrayList<>();
        for (Method method : source.methods()) {
            if (method.bodyLines() > LONGEST_BODY) {
                found.add(at(source, method.line()) + method.name() + " has a body of " + method.bodyLines()
                        + " lines, at most " + LONGEST_BODY);
            }
            if (!method.constructor() && method.parameters() > MOST_PARAMETERS) {
                found.add(at(source, method.line()) + method.name() + " takes " + method.parameters()
                        + " parameters, at most " + MOST_PARAMETERS);
            }
        }
        if (source.lines().size() > LONGEST_FILE && !excused(source)) {
            found.add(at(source, 1) + source.lines().size() + " lines, at most " + LONGEST_FILE + " without '// "
                    + EXCUSE + " ...' at the top");
        }
        return found;
    }

    /** A type that others may use says what it is. */
    static List<String> documentation(JavaSource source) {
        return source.types().stream()
                .filter(Type::top)
                .filter(Type::open)
                .filter(Predicate.not(Type::documented))
                .map(type -> at(source, type.line()) + type.name() + " is public and has no Javadoc")
                .toList();
    }

    /** The file in which a package says what lives in it. */
    static List<String> undescribedPackages(List<JavaSource> sources) {
        var undescribed = new TreeSet<String>();
        sources.forEach(source -> undescribed.add(source.packageName()));
        sources.stream()
                .filter(JavaSource::describesAPackage)
                .forEach(source -> undescribed.remove(source.packageName()));
        return undescribed.stream()
                .map(name -> "the package " + name + " has no package-info.java")
                .toList();
    }

    private static boolean excused(JavaSource source) {
        return source.lines().stream()
                .takeWhile(line -> !line.startsWith("package "))
                .anyMatch(line -> line.contains(EXCUSE));
    }

    private static Stream<String> empty(Stream<String> words) {
        return words.map(word -> word.toLowerCase(Locale.ROOT)).filter(SAY_NOTHING::contains);
    }

    /** The words of a name in CamelCase; {@code XMLReader} is XML and Reader. */
    private static Stream<String> words(String name) {
        String ours = name;
        for (String theirs : OF_FRAMEWORKS) {
            ours = ours.replaceAll(theirs + "(?![a-z])", "");
        }
        return Arrays.stream(ours.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_"));
    }

    private static String at(JavaSource source, long line) {
        return source.name() + ":" + line + ": ";
    }
}
