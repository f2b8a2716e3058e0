package io.quittance.invoice.ruleset.independent;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.ruleset.Judgement;
import io.quittance.invoice.ruleset.OfficialRules;
import io.quittance.invoice.ruleset.OfficialRulesProvider;
import io.quittance.invoice.ruleset.RuleLimits;
import io.quittance.invoice.ruleset.RuleVerdict;
import io.quittance.invoice.ruleset.RuledDocument;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our reading of EN 16931's VAT rules, rule by rule, against the official Schematron 1.3.16: over every sample, over invoices that
 * break one rule on purpose, and over invoices that are wrong by chance.
 */
class CoreVatVerdictsTest {

    private static final Path SAMPLES = Path.of(System.getProperty("quittance.root", "../.."))
            .resolve("../shared/reference/einvoice")
            .normalize();

    private static final OfficialRules OFFICIAL = OfficialRulesProvider.installed(RuleLimits.DEFAULT);

    /** The rules that ours claim to be. */
    private static final Pattern CLAIMED =
            Pattern.compile("BR-(S|Z|E|AE|IC|G|O|AF|AG)-\\d\\d|BR-CO-(03|04|09|14|15|16|17|18)|BR-48|BR-53");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        if (!Files.isDirectory(SAMPLES)) {
            return Stream.of(DynamicTest.dynamicTest(
                    "samples are absent", () -> Assumptions.abort("there are no samples in " + SAMPLES)));
        }
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().matches(".*\\.(xml|pdf)")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> sample(file)));
        }
    }

    private static void sample(Path file) throws IOException {
        Optional<Set<String>> official = official(DeliveredFile.of(file));
        if (official.isPresent()) {
            assertThat(ours(DeliveredFile.of(file))).isEqualTo(official.get());
        }
    }

    @TestFactory
    Stream<DynamicTest> rightInvoices() {
        return Stream.of("S", "Z", "E", "AE", "K", "G", "O", "L", "M")
                .flatMap(category -> Stream.of("UBL", "CII")
                        .map(syntax -> DynamicTest.dynamicTest(
                                category + " in " + syntax,
                                () -> assertThat(bothSay(VatDraft.of(category), syntax))
                                        .isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> brokenOnPurpose() {
        return VatMutant.all().stream()
                .flatMap(mutant -> Stream.of("UBL", "CII")
                        .map(syntax -> DynamicTest.dynamicTest(mutant.rule() + " in " + syntax, () -> {
                            Set<String> said = bothSay(mutant.draft(), syntax);
                            assertThat(said).contains(mutant.rule());
                        })));
    }

    /** Each rule that ours claim to be is broken by one of the mutants. */
    @Test
    void noRuleIsLeftOut() {
        Set<String> broken =
                VatMutant.all().stream().map(VatMutant::rule).collect(Collectors.toCollection(TreeSet::new));
        Set<String> claimed = new TreeSet<>(Set.of("BR-48", "BR-53", "BR-IC-11", "BR-IC-12"));
        for (String family : List.of("S", "Z", "E", "AE", "IC", "G", "O", "AF", "AG")) {
            IntStream.rangeClosed(1, 10).forEach(number -> claimed.add("BR-" + family + "-%02d".formatted(number)));
        }
        IntStream.rangeClosed(11, 14).forEach(number -> claimed.add("BR-O-" + number));
        Stream.of("03", "04", "09", "14", "15", "16", "17", "18").forEach(number -> claimed.add("BR-CO-" + number));
        assertThat(broken).isEqualTo(claimed);
    }

    @TestFactory
    Stream<DynamicTest> wrongByChance() {
        return IntStream.range(0, 150)
                .boxed()
                .flatMap(seed -> Stream.of("UBL", "CII")
                        .map(syntax -> DynamicTest.dynamicTest(
                                "seed " + seed + " in " + syntax, () -> bothSay(chance(new Random(seed)), syntax))));
    }

    /** Several categories, and up to three things changed. */
    private static VatDraft chance(Random random) {
        List<String> categories = List.of("S", "S", "Z", "E", "AE", "K", "G", "O", "L", "M");
        VatDraft draft = VatDraft.of(categories.get(random.nextInt(categories.size())));
        for (int more = random.nextInt(3); more > 0; more--) {
            VatDraft other = VatDraft.of(categories.get(random.nextInt(categories.size())));
            draft.uses.addAll(other.uses);
            if (random.nextInt(4) > 0) {
                draft.groups.addAll(other.groups);
            }
        }
        draft.totalled();
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            change(draft, random);
        }
        return draft;
    }

    private static void change(VatDraft draft, Random random) {
        BigDecimal off = List.of("0.01", "0.99", "1.00", "-0.99", "-1.00", "-0.01").stream()
                .map(BigDecimal::new)
                .toList()
                .get(random.nextInt(6));
        List<BigDecimal> rates = List.of(BigDecimal.ZERO, new BigDecimal("0.4"), new BigDecimal("19"));
        int use = random.nextInt(draft.uses.size());
        int group = draft.groups.isEmpty() ? 0 : random.nextInt(draft.groups.size());
        VatDraft.Group chosen = draft.groups.isEmpty() ? VatDraft.of("S").groups.getFirst() : draft.groups.get(group);
        List<Runnable> changes = new ArrayList<>(List.of(
                () -> draft.sellerVatId = random.nextBoolean() ? null : "XX1",
                () -> draft.sellerTaxId = null,
                () -> draft.buyerVatId = null,
                () -> draft.buyerRegistration = null,
                () -> draft.representativeVatId = "EL123",
                () -> draft.taxCurrency = random.nextBoolean() ? "EUR" : "GBP",
                () -> draft.delivered = false,
                () -> draft.country = false,
                () -> draft.taxPointDate = true,
                () -> draft.taxPointCode = true,
                () -> draft.vat = draft.vat.add(off),
                () -> draft.gross = draft.gross.add(off),
                () -> draft.due = draft.due.add(off),
                () -> draft.prepaid = off.abs(),
                () -> draft.uses.set(use, draft.uses.get(use).rate(rates.get(random.nextInt(3)))),
                () -> draft.uses.remove(use)));
        if (!draft.groups.isEmpty()) {
            changes.addAll(List.of(
                    () -> draft.groups.set(group, chosen.base(chosen.base().add(off))),
                    () -> draft.groups.set(group, chosen.tax(chosen.tax().add(off))),
                    () -> draft.groups.set(group, chosen.rate(rates.get(random.nextInt(3)))),
                    () -> draft.groups.set(group, chosen.rate(null)),
                    () -> draft.groups.set(group, chosen.reason(!chosen.reason())),
                    () -> draft.groups.remove(group)));
        }
        changes.get(random.nextInt(changes.size())).run();
        if (draft.uses.stream().noneMatch(one -> one.kind().equals("line"))) {
            draft.uses.add(VatDraft.of("S").uses.getFirst());
        }
    }

    /** What the two say differently, seen once each: what is not seen any more is no difference. */
    @TestFactory
    Stream<DynamicTest> differences() {
        return VerdictDifference.ALL.stream()
                .map(difference -> DynamicTest.dynamicTest(
                        difference.syntax() + " " + difference.rule() + ": " + difference.reason(),
                        () -> assertThat(difference.isSeen(verdicts(difference.example(), difference.syntax())))
                                .isTrue()));
    }

    /** @param xml the document itself */
    record Verdicts(String xml, Set<String> ours, Set<String> official) {}

    private Verdicts verdicts(VatDraft draft, String syntax) throws IOException {
        String xml = syntax.equals("UBL") ? UblDraft.of(draft) : CiiDraft.of(draft);
        Path file = Files.createTempFile(folder, "draft", ".xml");
        Files.write(file, xml.getBytes(StandardCharsets.UTF_8));
        Set<String> official =
                official(DeliveredFile.of(file)).orElseThrow(() -> new AssertionError("not judged: " + xml));
        return new Verdicts(xml, ours(DeliveredFile.of(file)), official);
    }

    /** The rules that ours say are broken; that the official ones say the same, but for the differences, is asserted. */
    private Set<String> bothSay(VatDraft draft, String syntax) throws IOException {
        Verdicts verdicts = verdicts(draft, syntax);
        Set<String> excused = VerdictDifference.ALL.stream()
                .filter(difference -> difference.syntax().equals(syntax)
                        && difference.when().test(draft)
                        && difference.isSeen(verdicts))
                .map(VerdictDifference::rule)
                .collect(Collectors.toSet());
        assertThat(without(verdicts.ours(), excused))
                .as(verdicts.xml())
                .isEqualTo(without(verdicts.official(), excused));
        return verdicts.ours();
    }

    private static Set<String> without(Set<String> rules, Set<String> excused) {
        var rest = new TreeSet<>(rules);
        rest.removeAll(excused);
        return rest;
    }

    /** Of EN 16931 alone. Empty where it is not asked, or the schema is broken already and nobody asks Schematron. */
    private static Optional<Set<String>> official(DeliveredFile file) throws IOException {
        return RuledDocument.of(file, stated(file))
                .map(OFFICIAL::judge)
                .filter(Judgement.Judged.class::isInstance)
                .map(Judgement.Judged.class::cast)
                .flatMap(judged -> judged.verdicts().stream()
                        .filter(verdict -> verdict.ruleSet().equals("en16931"))
                        .findFirst())
                .filter(verdict -> verdict.breaches().stream()
                        .noneMatch(breach -> breach.rule().equals("XSD")))
                .map(verdict -> verdict.breaches().stream()
                        .map(RuleVerdict.Breach::rule)
                        .filter(rule -> CLAIMED.matcher(rule).matches())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Stated stated(DeliveredFile file) throws IOException {
        if (!(InvoiceFiles.open(file) instanceof InvoiceFile.Readable readable)) {
            return Stated.NOTHING;
        }
        try (InvoiceFileReader documents = readable.documents()) {
            return switch (documents.next()) {
                case ReadDocument.Understood understood -> understood.stated();
                case ReadDocument.Refused refused -> refused.stated();
            };
        }
    }

    private static Set<String> ours(DeliveredFile file) throws IOException {
        if (!(InvoiceFiles.open(file) instanceof InvoiceFile.Readable readable)) {
            return Set.of();
        }
        try (InvoiceFileReader documents = readable.documents()) {
            return findings(documents.next()).stream()
                    .filter(finding -> finding.code() == FindingCode.CORE_VAT_RULE_BROKEN
                            || finding.code() == FindingCode.CORE_VAT_RULE_INFORMS)
                    .map(Finding::printedId)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Findings findings(ReadDocument document) {
        return switch (document) {
            case ReadDocument.Understood understood -> understood.warnings();
            case ReadDocument.Refused refused -> refused.findings();
        };
    }
}
