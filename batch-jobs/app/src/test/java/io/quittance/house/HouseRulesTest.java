package io.quittance.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.quittance.testkit.database.DatabaseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may use whom: the table of docs/ARCHITECTURE.md, and what is banned where. */
class HouseRulesTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.quittance");

    private static final JavaClasses TESTS_OF_THE_APP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("io.quittance");

    /** Core packages, lowest first, with what each may use beside identity, money and finding. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("identity", List.of()),
            Map.entry("money", List.of()),
            Map.entry("finding", List.of("money")),
            Map.entry("party", List.of("money", "finding")),
            Map.entry("invoice", List.of("party", "money", "finding")),
            Map.entry("fx", List.of("money", "finding")),
            Map.entry("tax", List.of("party", "invoice", "money", "fx", "finding")),
            Map.entry("vat", List.of("party", "finding", "tax")),
            Map.entry("engagement", List.of("party", "invoice", "money", "finding")),
            Map.entry("assessment", List.of("party", "invoice", "money", "fx", "finding", "tax", "vat", "engagement")),
            Map.entry("withholding", List.of("party", "money", "fx", "finding", "tax")),
            Map.entry(
                    "payment",
                    List.of("party", "invoice", "money", "fx", "finding", "tax", "withholding", "assessment")),
            Map.entry("ledger", List.of("money")),
            Map.entry(
                    "bookkeeping",
                    List.of("party", "invoice", "money", "fx", "finding", "tax", "assessment", "payment", "ledger")),
            Map.entry("reconciliation", List.of("ledger", "payment", "tax", "money", "finding", "party")));

    @TestFactory
    Stream<DynamicTest> corePackagesUseOnlyWhatTheTableSays() {
        return MAY_USE.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    List<String> allowed = new ArrayList<>(List.of(
                            "io.quittance." + entry.getKey(),
                            "io.quittance.identity",
                            "java..",
                            "org.joda.money..",
                            "org.jspecify.."));
                    entry.getValue().forEach(name -> allowed.add("io.quittance." + name));
                    classes()
                            .that()
                            .resideInAPackage("io.quittance." + entry.getKey())
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(allowed.toArray(String[]::new))
                            .check(OURS);
                }));
    }

    @Test
    void noClockAndNoChanceInCoreAndFormats() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.quittance.platform..",
                        "io.quittance.engine..",
                        "io.quittance.cli..",
                        "io.quittance.testkit..")
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class);
        rule.check(OURS);
    }

    @Test
    void stepsAndJobsAreMadeByTheEngineAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.quittance.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.batch.core.step.builder..", "org.springframework.batch.core.job.builder..")
                .check(OURS);
    }

    @Test
    void springBatchLivesInJobsEngineAndStages() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..job..", "io.quittance.engine..", "io.quittance.stage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.batch..")
                .check(OURS);
    }

    @Test
    void xmlParsersAreMadeInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.quittance.xml..", "io.quittance.payment.xml..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(javax.xml.stream.XMLInputFactory.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(javax.xml.parsers.DocumentBuilderFactory.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(javax.xml.parsers.SAXParserFactory.class)
                .check(OURS);
    }

    /** The launcher may run without them, so nothing else may name them. */
    @Test
    void officialRuleSetsStayBehindTheirPort() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.quittance.invoice.ruleset.phive..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.helger..", "net.sf.saxon..", "io.quittance.invoice.ruleset.phive..")
                .check(OURS);
    }

    @Test
    void storesDoNotKnowJobsOrTheCommandLine() {
        noClasses()
                .that()
                .resideInAPackage("..store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..job..", "io.quittance.cli..")
                .check(OURS);
    }

    /** Or CI would not try it on the other kinds of server. */
    @Test
    void testsOnTheTestDatabaseAreMarkedAsSuch() {
        classes()
                .that()
                .haveSimpleNameEndingWith("IT")
                .and()
                .containAnyFieldsThat(describe(
                        "are a database for tests",
                        field -> Set.of("TestDatabase", "ToyDatabase", "NightDatabase")
                                .contains(field.getRawType().getSimpleName())))
                .should()
                .beAnnotatedWith(DatabaseTest.class)
                .check(TESTS_OF_THE_APP);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = OURS.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(found -> found.getClasses().stream()
                        .anyMatch(one -> !one.getSimpleName().equals("package-info")))
                .filter(found -> !found.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .map(found -> found.getName())
                .filter(name -> !name.startsWith("io.quittance.testkit"))
                .toList();
        org.assertj.core.api.Assertions.assertThat(unmarked).isEmpty();
    }
}
