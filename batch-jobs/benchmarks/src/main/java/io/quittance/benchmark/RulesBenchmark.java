package io.quittance.benchmark;

import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.ruleset.Judgement;
import io.quittance.invoice.ruleset.OfficialRules;
import io.quittance.invoice.ruleset.OfficialRulesProvider;
import io.quittance.invoice.ruleset.RuleLimits;
import io.quittance.invoice.ruleset.RuledDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Documents judged by the official rules per second by one thread, by rule set. It has a main of its own, since it is run with the
 * class path of the program: the rule sets and the readers that ours are compared with cannot share one.
 */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Measures the official rules by rule set.")
final class RulesBenchmark implements Callable<Integer> {

    @Option(
            names = "--samples",
            description = "A folder of invoices (default: ${DEFAULT-VALUE}); they are not in this repository.")
    Path samples = Path.of("../shared/reference/einvoice");

    @Option(names = "--rounds", description = "How many (default: ${DEFAULT-VALUE}).")
    int rounds = 3;

    @Option(names = "--seconds", description = "Of each rule set in a round (default: ${DEFAULT-VALUE}).")
    double seconds = 3;

    @Option(names = "--largest", description = "Bytes of the largest XML that counts (default: ${DEFAULT-VALUE}).")
    long largest = 50_000;

    private static final double NANOS = 1e9;

    private final OfficialRules rules = OfficialRulesProvider.installed(RuleLimits.DEFAULT);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RulesBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Map<String, List<RuledDocument>> byRules = new TreeMap<>();
        for (RuledDocument document : documents()) {
            long start = System.nanoTime();
            String key = ruleSets(document);
            if (key.isEmpty()) {
                continue;
            }
            List<RuledDocument> alike = byRules.computeIfAbsent(key, sets -> new ArrayList<>());
            if (alike.isEmpty()) {
                System.out.printf("%s: the first document takes %.1f s%n", key, (System.nanoTime() - start) / NANOS);
            }
            alike.add(document);
        }
        for (var entry : byRules.entrySet()) {
            var rate = new Rate(entry.getKey() + " (" + entry.getValue().size() + ")");
            new Rate("warm-up").measure(seconds, () -> judge(entry.getValue()));
            for (int round = 0; round < rounds; round++) {
                rate.measure(seconds, () -> judge(entry.getValue()));
            }
            System.out.println(rate.told("documents"));
        }
        System.out.println(new PeakHeap());
        return 0;
    }

    private long judge(List<RuledDocument> documents) {
        documents.forEach(rules::judge);
        return documents.size();
    }

    private String ruleSets(RuledDocument document) {
        return rules.judge(document) instanceof Judgement.Judged judged
                ? judged.verdicts().stream()
                        .map(verdict -> verdict.ruleSet() + " " + verdict.version())
                        .sorted()
                        .collect(Collectors.joining(" + "))
                : "";
    }

    private List<RuledDocument> documents() throws IOException {
        var documents = new ArrayList<RuledDocument>();
        try (Stream<Path> files = Files.list(samples)) {
            for (Path path : files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                byte[] bytes = Files.readAllBytes(path);
                if (bytes.length <= largest) {
                    var file = DeliveredFile.of(path.getFileName().toString(), bytes);
                    stated(file)
                            .flatMap(stated -> RuledDocument.of(file, stated))
                            .ifPresent(documents::add);
                }
            }
        }
        return documents;
    }

    private static Optional<Stated> stated(DeliveredFile file) throws IOException {
        if (!(InvoiceFiles.open(file) instanceof InvoiceFile.Readable readable)) {
            return Optional.empty();
        }
        try (var documents = readable.documents()) {
            return documents.next() instanceof ReadDocument.Understood understood
                    ? Optional.of(understood.stated())
                    : Optional.empty();
        }
    }
}
