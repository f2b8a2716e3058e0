package io.quittance.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.golden.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prints the size figures of all modules and fails on what STYLE.md bans. The checker itself is checked on bad snippets. */
class TidyTest {

    private static final Path MODULES = Golden.root().resolve("batch-jobs");

    /** The test kit is test code, wherever it lies. */
    private static final List<JavaSource> MAIN = sources("src/main/java", false);

    private static final List<JavaSource> TESTS = Stream.concat(
                    sources("src/test/java", false).stream(), sources("src", true).stream())
            .toList();

    @Test
    void theHouseIsTidy() {
        System.out.println(SizeFigures.of(MAIN, TESTS));
        assertThat(MAIN).as("main sources under " + MODULES).hasSizeGreaterThan(500);
        assertThat(Tidiness.offences(MAIN)).isEmpty();
    }

    /** Not their sizes: a table of a test has as many rows and columns as it needs. */
    @Test
    void testsHaveGoodNamesToo() {
        assertThat(TESTS.stream().flatMap(source -> Tidiness.names(source).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ConfigManager, manager",
        "MoneyUtils,    utils",
        "DataHolder,    data",
        "PayeeINFO,     info",
        "ItemList,      item",
        "RunImpl,       impl",
        "Util,          util",
        "DataSources,   data",
    })
    void namesThatSayNothingAreFound(String name, String word) {
        assertThat(Tidiness.names(snippet("class Outer { record " + name + "() {} }")))
                .containsExactly("Snippet.java:2: the name " + name + " has the word " + word);
    }

    @ParameterizedTest
    @CsvSource({"LoginDataSource", "InvoiceItemReader", "ItemWriterOfRows", "Database", "Informed", "Utility", "DATASET"
    })
    void namesOfFrameworksAndOfTheTradeAreNot(String name) {
        assertThat(Tidiness.names(snippet("enum " + name + " { ONE }"))).isEmpty();
    }

    @Test
    void packagesThatSayNothingAreFound() {
        assertThat(Tidiness.names(JavaSource.parse("X.java", "package io.quittance.common.money;\nclass X {}\n")))
                .containsExactly("X.java:1: the package io.quittance.common.money has the word common");
    }

    @Test
    void longBodiesAreFoundWhereverTheyHide() {
        String body = "{\n" + "        step();\n".repeat(61) + "    }";
        assertThat(Tidiness.sizes(snippet("class A {\n    void act() " + body + "\n}")))
                .containsExactly("Snippet.java:3: act has a body of 61 lines, at most 60");
        assertThat(Tidiness.sizes(
                        snippet("class A {\n    Object nameless = new Object() { void act() " + body + " };\n}")))
                .hasSize(1);
        assertThat(Tidiness.sizes(snippet("class A {\n    A() " + body + "\n}")))
                .hasSize(1);
        assertThat(Tidiness.sizes(
                        snippet("class A {\n    void act() " + body.replaceFirst("step\\(\\);\n", "") + "\n}")))
                .as("sixty")
                .isEmpty();
    }

    @Test
    void manyParametersAreFoundButForConstructors() {
        String seven = "(int a, int b, int c, int d, int e, int f, int g)";
        assertThat(Tidiness.sizes(snippet("interface A {\n    void act" + seven + ";\n}")))
                .containsExactly("Snippet.java:3: act takes 7 parameters, at most 6");
        assertThat(Tidiness.sizes(snippet("record A" + seven + " {}"))).isEmpty();
        assertThat(Tidiness.sizes(snippet("class A {\n    A" + seven + " {}\n}")))
                .isEmpty();
    }

    @Test
    void longFilesAreFoundUnlessTheySayWhy() {
        String page = "package io.quittance.house;\nclass A {\n" + "    // line\n".repeat(500) + "}\n";
        assertThat(Tidiness.sizes(JavaSource.parse("A.java", page)))
                .singleElement()
                .asString()
                .startsWith("A.java:1: 503 lines, at most 500");
        assertThat(Tidiness.sizes(JavaSource.parse("A.java", "// Long because it is one list.\n" + page)))
                .isEmpty();
    }

    @Test
    void aPublicTypeWithoutJavadocIsFound() {
        assertThat(Tidiness.documentation(snippet("public final class A {}")))
                .containsExactly("Snippet.java:2: A is public and has no Javadoc");
        assertThat(Tidiness.documentation(snippet("/** What it is. */\npublic final class A {}")))
                .isEmpty();
        assertThat(Tidiness.documentation(snippet("class A { public static class B {} }")))
                .isEmpty();
    }

    @Test
    void aPackageThatDoesNotSayWhatLivesInItIsFound() {
        JavaSource type = snippet("class A {}");
        JavaSource description =
                JavaSource.parse("a/package-info.java", "/** Rules. */\npackage io.quittance.house;\n");
        assertThat(Tidiness.offences(List.of(type)))
                .containsExactly("the package io.quittance.house has no package-info.java");
        assertThat(Tidiness.offences(List.of(type, description))).isEmpty();
    }

    @Test
    void bodiesAreMeasuredBetweenTheirBraces() {
        JavaSource source = snippet("""
                interface A {
                    int none();
                    default void empty() {}
                    default int one() { return 1; }
                    default int three() {
                        int two = 2;

                        return two + 1;
                    }
                }""");
        assertThat(source.methods())
                .extracting(method -> method.name() + " " + method.bodyLines())
                .containsExactly("none 0", "empty 0", "one 1", "three 3");
        assertThat(SizeFigures.of(List.of(source), List.of(source, source)))
                .contains("bodies  2; 100.0 % <= 15", "max 3 lines", "2.00 times the code");
    }

    private static JavaSource snippet(String types) {
        return JavaSource.parse("Snippet.java", "package io.quittance.house;\n" + types + "\n");
    }

    private static List<JavaSource> sources(String tree, boolean ofTestkit) {
        try (Stream<Path> files = Files.walk(MODULES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(MODULES::relativize)
                    .filter(file -> file.startsWith("testkit") == ofTestkit)
                    .filter(file -> file.subpath(1, file.getNameCount()).startsWith(tree))
                    .sorted()
                    .map(TidyTest::source)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaSource source(Path file) {
        try {
            return JavaSource.parse(file.toString(), Files.readString(MODULES.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
