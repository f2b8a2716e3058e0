package io.quittance.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quittance.testkit.golden.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Security number 96: no text makes a regular expression of ours slow. Each is attacked with long runs of what it is made of, and
 * may look at a text no oftener than a number of times per character.
 */
class RegularExpressionsTest {

    private static final int LENGTH = 1_200;
    private static final int STEPS_PER_CHARACTER = 120;

    /** Recursion in Java's engine ends in a stack overflow; a text field may have this many characters. */
    private static final int DEEP = 100_000;

    /** Expressions whose text is short whatever somebody sends, with its length. */
    private static final Map<String, Integer> SHORT = Map.of(
            "IbanFormat.FIELD", 40,
            "JsonNumbers.SMALL_EXPONENT", 100,
            "NumberText.PARTS", 60,
            "NumberText.GROUPED", 60,
            "XmlEncoding.DECLARED", 200,
            "DatePattern.SHAPE", 40,
            "SchemaCheck.CONTENT", 500);

    private static final List<String> ALWAYS = List.of(
            " ", "\t", "\n", "0", "9", "a", "A", "z", "-", ".", ",", ":", "/", "'", "\"", "_", "\u00E9", "\u00A0",
            "\u0301");

    private static final List<String> ENDS = List.of("!", " x");

    private static final Map<String, String> ALL = Patterns.of(ours(), sources());

    @Test
    void allAreFound() {
        assertThat(ALL).hasSizeGreaterThan(90);
        assertThat(ALL.values()).contains("FieldReader.LINE_BREAK_OR_TAB", "SafeText.ESCAPE", "Table.FIGURE");
    }

    @Test
    void noneIsSlow() {
        var slow = new ArrayList<String>();
        ALL.forEach((expression, where) -> {
            int length = SHORT.getOrDefault(where, LENGTH);
            long most = (long) Math.max(length, 500) * STEPS_PER_CHARACTER;
            Pattern pattern = Pattern.compile(expression);
            attacks(expression, length)
                    .filter(text -> StepCounter.of(pattern, text, most) > most)
                    .findFirst()
                    .ifPresent(text -> slow.add(where + ": " + expression + " on " + shown(text)));
        });
        assertThat(slow).isEmpty();
    }

    @Test
    void noneOverflowsTheStack() {
        var overflowing = new ArrayList<String>();
        ALL.forEach((expression, where) -> {
            Pattern pattern = Pattern.compile(expression);
            deep(expression, SHORT.getOrDefault(where, DEEP)).forEach(text -> {
                try {
                    pattern.matcher(text).matches();
                } catch (StackOverflowError overflow) {
                    overflowing.add(where + ": " + expression + " on " + shown(text));
                }
            });
        });
        assertThat(overflowing).isEmpty();
    }

    /** The attack finds what it is for. */
    @Test
    void aSlowOneIsFound() {
        for (String slow : List.of("\\s*[\\r\\n\\t]\\s*", ".*x.*y", "[0-9]+[.][0-9]+Z", "(.*),(.*),(.*)!")) {
            Pattern pattern = Pattern.compile(slow);
            assertThat(attacks(slow, LENGTH).mapToLong(text -> StepCounter.of(pattern, text, LENGTH * 120L)))
                    .as(slow)
                    .anyMatch(steps -> steps > LENGTH * 120L);
        }
    }

    @Test
    void oneThatRecursIsFound() {
        Pattern pattern = Pattern.compile("(?:a|b)*c");
        assertThat(deep(pattern.pattern(), DEEP))
                .anySatisfy(
                        text -> assertThatThrownBy(() -> pattern.matcher(text).matches())
                                .isInstanceOf(StackOverflowError.class));
    }

    /** Runs of what the expression names, behind what it may begin with and before what does not fit. */
    private static Stream<String> attacks(String expression, int length) {
        List<String> units = units(expression);
        List<String> begins =
                Stream.concat(Stream.of(""), units.stream().limit(4)).toList();
        return units.stream()
                .flatMap(unit ->
                        begins.stream().flatMap(begin -> ENDS.stream().map(end -> run(begin, unit, end, length))));
    }

    private static Stream<String> deep(String expression, int length) {
        return units(expression).stream().map(unit -> run("", unit, "", length));
    }

    private static String run(String begin, String unit, String end, int length) {
        return begin + unit.repeat(length / unit.length()) + end;
    }

    private static List<String> units(String expression) {
        Set<String> units = new LinkedHashSet<>();
        var literal = new StringBuilder();
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (Character.isLetterOrDigit(c) && (i == 0 || expression.charAt(i - 1) != '\\')) {
                literal.append(c);
            } else if ("()[]{}*+?|^$.\\".indexOf(c) < 0) {
                units.add(String.valueOf(c));
            }
            if (!literal.isEmpty()
                    && (i + 1 == expression.length() || !Character.isLetterOrDigit(expression.charAt(i + 1)))) {
                units.add(literal.toString());
                units.add(literal.substring(0, 1));
                literal.setLength(0);
            }
        }
        units.addAll(ALWAYS);
        return List.copyOf(units);
    }

    private static String shown(String text) {
        String head = text.substring(0, Math.min(30, text.length()));
        return "'" + head + "...' of " + text.length();
    }

    private static JavaClasses ours() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.quittance");
    }

    private static Map<String, String> sources() {
        Path modules = Golden.root().resolve("batch-jobs");
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(modules)) {
            for (Path file : files.filter(path -> path.toString().matches(".*/src/main/java/.*\\.java"))
                    .filter(path -> !path.startsWith(modules.resolve("testkit")))
                    .toList()) {
                sources.put(modules.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }
}
