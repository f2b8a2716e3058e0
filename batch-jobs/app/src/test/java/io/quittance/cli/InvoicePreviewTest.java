package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InvoicePreviewTest {

    private static final String CONFIG =
            Path.of(System.getProperty("quittance.root"), "config").toString();

    @TempDir
    Path folder;

    private record Shown(int exit, String out) {}

    @Test
    void showsProfileColumnsConventionsAndDocuments() throws IOException {
        Shown shown = preview("""
                Rechnungsnummer;Rechnungsdatum;USt-IdNr.;Netto;USt;Farbe
                R-1;15.02.2026;DE136695976;1.234,50;234,56;rot
                R-2;31.02.2026;DE136695976;100,00;19,00;blau
                """, "--json");
        JsonNode json = JsonMapper.builder().build().readTree(shown.out());
        assertThat(shown.exit()).isZero();
        assertThat(json.get("profile").asString()).isEqualTo("german-excel (Rechnungsliste aus Excel)");
        assertThat(json.get("decimal_sign").asString()).isEqualTo(",");
        assertThat(json.get("documents").asString()).isEqualTo("1 understood, 1 refused");
        assertThat(json.get("columns").get(3).toString())
                .contains("\"heading\":\"Netto\"", "\"means\":\"line-amount\"");
        assertThat(json.get("columns").get(5).toString()).contains("\"means\":\"unknown, ignored\"");
        assertThat(json.get("first_documents").get(0).get("gross").asString()).isEqualTo("1469.06");
        assertThat(json.get("findings"))
                .extracting(finding -> finding.get("code").asString())
                .containsExactly("Q105", "Q111");
    }

    @Test
    void aTableHasTheSameInSections() throws IOException {
        Shown shown = preview("Rechnungsnummer;Rechnungsdatum;USt-IdNr.;Netto;USt\nR-1;15.02.2026;DE1;100,00;19,00\n");
        assertThat(shown.out())
                .contains("profile             german-excel", "columns\ncolumn  heading", "first documents\nnumber")
                .contains("(Währung)", "EUR by default")
                .doesNotContain("findings");
    }

    @Test
    void whatNobodyKnowsEndsWith65AndSaysWhatIsNear() throws IOException {
        Shown shown = preview("Rechnungsnummer;Rechnungsdatum;Netto\n1;2;3\n");
        assertThat(shown.exit()).isEqualTo(65);
        assertThat(shown.out()).contains("The nearest profile is german-excel, which also needs: ");
    }

    private Shown preview(String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), text);
        var out = new StringWriter();
        String[] arguments = new String[4 + more.length];
        arguments[0] = "invoice";
        arguments[1] = "preview";
        arguments[2] = file.toString();
        arguments[3] = "--config=" + CONFIG;
        System.arraycopy(more, 0, arguments, 4, more.length);
        int exit = QuittanceCommand.commandLine(new PrintWriter(out), new PrintWriter(new StringWriter()))
                .execute(arguments);
        return new Shown(exit, out.toString());
    }
}
