package io.quittance.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refused PDF comes back as it was sent, byte for byte, whether its document was refused or the whole file. */
@DatabaseTest
class HybridPdfIT {

    private static final String NOT_MUCH = """
            <CrossIndustryInvoice xmlns="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
                xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100">
              <ExchangedDocument><ram:ID>F-1</ram:ID></ExchangedDocument>
            </CrossIndustryInvoice>
            """;

    @Test
    void aRefusedPdfIsLaidOutByteForByte(@TempDir Path folder) throws IOException {
        Path home = folder.resolve("workspace");
        Path inbox = Files.createDirectories(home.resolve("inbox/invoices"));
        byte[] refused = pdf("factur-x.xml", NOT_MUCH);
        byte[] noInvoice = pdf("terms.txt", "no invoice");
        byte[] damaged = "%PDF-1.7\n\u00E2\u00E3\u00CF\u00D3".getBytes(ISO_8859_1);
        Files.write(inbox.resolve("refused.pdf"), refused);
        Files.write(inbox.resolve("terms.pdf"), noInvoice);
        Files.write(inbox.resolve("damaged.pdf"), damaged);
        try (var database = NightDatabase.onTestServer(home, folder)) {
            Program.Result night = new Program(home, Program.root().resolve("config"), database.options())
                    .run("nightly", "--date", "2026-11-24", "--as", "anna", "--fail-on", "rejected");
            assertThat(night.exit()).as(night.err()).isEqualTo(10);
        }
        assertThat(Files.readAllBytes(laidOut(home, "00001-refused.pdf"))).isEqualTo(refused);
        assertThat(Files.readAllBytes(laidOut(home, "terms.pdf"))).isEqualTo(noInvoice);
        assertThat(Files.readAllBytes(laidOut(home, "damaged.pdf"))).isEqualTo(damaged);
        assertThat(reasons(home))
                .anySatisfy(line -> assertThat(line).startsWith("1,2,F-1,Q108,REJECT,BT-2,"))
                .anySatisfy(line -> assertThat(line).contains("Q102", "only terms.txt"))
                .anySatisfy(line -> assertThat(line).contains("Q101", "the PDF is damaged"));
    }

    private static Path laidOut(Path home, String name) throws IOException {
        try (Stream<Path> tree = Files.walk(home.resolve("quarantine"))) {
            return tree.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static List<String> reasons(Path home) throws IOException {
        var lines = new ArrayList<String>();
        try (Stream<Path> tree = Files.walk(home.resolve("quarantine"))) {
            for (Path file :
                    tree.filter(path -> path.toString().endsWith(".csv")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    private static byte[] pdf(String name, String content) throws IOException {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            var file = new PDComplexFileSpecification();
            file.setFile(name);
            file.setEmbeddedFile(new PDEmbeddedFile(pdf, new ByteArrayInputStream(content.getBytes(UTF_8))));
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of(name, file));
            var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            pdf.getDocumentCatalog().setNames(names);
            var out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }
}
