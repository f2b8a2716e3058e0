package io.quittance.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quittance.testkit.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/reference/hostile-input.md} names every case, and tests that are there. */
class HostileInputCatalogueTest {

    private static final Pattern ROW = Pattern.compile("^\\| ([0-9.]+) \\| .* \\| ([^|]*) \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");

    @Test
    void everyCaseIsThere() throws IOException {
        List<String> cases = Stream.concat(
                        IntStream.rangeClosed(48, 98).mapToObj(Integer::toString),
                        IntStream.rangeClosed(1, 6).mapToObj(n -> "5." + n))
                .toList();
        assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(cases);
    }

    @Test
    void everyTestIsThere() throws IOException {
        Map<String, List<JavaSource>> sources = tests().stream().collect(groupingBy(HostileInputCatalogueTest::name));
        var missing = new ArrayList<String>();
        rows().forEach((number, tests) -> {
            var test = TEST.matcher(tests);
            int found = 0;
            while (test.find()) {
                found++;
                if (!isThere(sources.getOrDefault(test.group(1), List.of()), test.group(2))) {
                    missing.add(number + ": " + test.group());
                }
            }
            if (found == 0) {
                missing.add(number + " has no test");
            }
        });
        assertThat(missing).isEmpty();
    }

    /** 94, 95: whoever adds pages has to escape and to name downloads, and to say so in the catalogue. */
    @Test
    void nothingServesPages() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "org.thymeleaf..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.quittance"));
    }

    private static boolean isThere(List<JavaSource> classes, String method) {
        return classes.stream()
                .anyMatch(source -> method == null
                        || source.methods().stream().anyMatch(one -> one.name().equals(method)));
    }

    private static String name(JavaSource source) {
        return source.name().replaceAll(".*/|\\.java$", "");
    }

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(Golden.root().resolve("docs/reference/hostile-input.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), row.group(2));
            }
        }
        return rows;
    }

    private static List<JavaSource> tests() throws IOException {
        Path modules = Golden.root().resolve("batch-jobs");
        var sources = new ArrayList<JavaSource>();
        try (Stream<Path> files = Files.walk(modules)) {
            for (Path file : files.filter(path -> path.toString().matches(".*src/test/java/.*(Test|IT)\\.java"))
                    .toList()) {
                sources.add(JavaSource.parse(modules.relativize(file).toString(), Files.readString(file)));
            }
        }
        return sources;
    }
}
