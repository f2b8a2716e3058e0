package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Mexican professional's CFDI states itself what is kept back of it: the payer keeps that back once, pays what the document asks for
 * and owes the rest to the tax office. Where the document states something else than the rows say, nobody is paid.
 */
@DatabaseTest
class StatedLevyIT {

    private static final String DAY = "2026-11-24";
    private static final String RUN = "MX-SA-20261125-01";

    private static final String CFDI = """
            <?xml version="1.0" encoding="UTF-8"?>
            <c:Comprobante xmlns:c="http://www.sat.gob.mx/cfd/4" Version="4.0" Serie="A" Folio="FOLIO" Fecha="2026-10-20T10:00:00"
                Moneda="MXN" SubTotal="10000.00" Total="TOTAL" TipoDeComprobante="I" FormaPago="03" MetodoPago="PUE">
              <c:Emisor Rfc="EKU9003173C9" Nombre="Rosa Mendoza Faro" RegimenFiscal="612"/>
              <c:Receptor Rfc="URE180429TM6" Nombre="Halyard Talento S.A. de C.V." UsoCFDI="G03"/>
              <c:Conceptos>
                <c:Concepto Cantidad="10" Descripcion="Consultoria" ValorUnitario="1000.00" Importe="10000.00" ObjetoImp="02">
                  <c:Impuestos><c:Traslados>
                    <c:Traslado Base="10000.00" Impuesto="002" TipoFactor="Tasa" TasaOCuota="0.160000" Importe="1600.00"/>
                  </c:Traslados></c:Impuestos>
                </c:Concepto>
              </c:Conceptos>
              <c:Impuestos TotalImpuestosTrasladados="1600.00" TotalImpuestosRetenidos="LEVY">
                <c:Retenciones>
                  <c:Retencion Impuesto="001" Importe="1000.00"/>
                  <c:Retencion Impuesto="002" Importe="VAT"/>
                </c:Retenciones>
                <c:Traslados>
                  <c:Traslado Base="10000.00" Impuesto="002" TipoFactor="Tasa" TasaOCuota="0.160000" Importe="1600.00"/>
                </c:Traslados>
              </c:Impuestos>
            </c:Comprobante>
            """;

    @TempDir
    Path folder;

    private Path home;
    private Program program;
    private NightDatabase database;

    @BeforeEach
    void company() throws IOException {
        home = folder.resolve("workspace");
        Path config = folder.resolve("config");
        WithholdingCompany.write(config);
        replace(config.resolve("register/entities.csv"), ",MX,MXN,MX,,,100", ",MX,MXN,MX,URE180429TM6,,100");
        replace(
                config.resolve("register/contractors.csv"),
                ",MX,MX,,REGISTERED,CE-W1",
                ",MX,MX,EKU9003173C9,REGISTERED,CE-W1");
        WithholdingCompany.copy(Program.root().resolve("fixtures/demo/inbox/rates"), home.resolve("inbox/rates"));
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatTheDocumentAsksForIsPaidAndTheTaxIsOwedOnce() throws Exception {
        lifted("7", "2066.67", "1066.67", "9533.33");
        assertThat(program.ok("explain", "invoice:MX-SA/W-MX/A-7"))
                .contains("due 11600.00 MXN, of which it says 2066.67 is kept back");
        try (Records records = new Records(database.open())) {
            assertThat(records.rows("select minor, remittance from quittance.payment"))
                    .containsExactly("953333 A-7 less ISR 1000.00 IVA retenido 1066.67");
            program.approve(RUN);
            program.ok("run", "release", RUN, "--date", DAY, "--as", "dev");
            assertThat(records.rows("select account, sum(minor) from ledger.posting where entity = 'MX-SA'"
                            + " and account in ('2100', '1400', '2190', '2610', '2620') group by 1 order by 1"))
                    .as("nothing stands as prepaid")
                    .containsExactly("2100 0", "2190 -953333", "2610 -100000", "2620 -106667");
            assertThat(program.ok("check")).isEmpty();
            assertThat(failingTies(records)).isEmpty();
            try (var more = records.change("quittance.invoice", "levy_minor", "levy_minor + 2", "number = 'A-7'")) {
                assertThat(program.run("check").out()).contains("I-76", "206669 MXN is kept back");
            }
        }
    }

    @Test
    void whatTheRowsDoNotSayIsNotPaid() throws Exception {
        String other =
                WithholdingCompany.invoice("MX-SA,W-MX,Rosa Mendoza Faro,CT-W-MX", "MX-1,MXN,5000.00,S,16,800.00");
        WithholdingCompany.drop(
                home.resolve("inbox/invoices"),
                "other.csv",
                List.of(other.replace(",Rosa Mendoza Faro,,", ",Rosa Mendoza Faro,EKU9003173C9,")));
        lifted("8", "2000.00", "1000.00", "9600.00");
        assertThat(program.ok("run", "show", RUN, "--format", "csv"))
                .contains("Q707 the document says that MXN 2000.00 is kept back, our rows keep back MXN 2066.67"
                        + " (ISR 1000.00, IVA retenido 1066.67)");
        try (Records records = new Records(database.open())) {
            assertThat(records.rows("select minor, remittance from quittance.payment"))
                    .as("the other document of the payee is paid")
                    .containsExactly("476667 MX-1 less ISR 500.00 IVA retenido 533.33");
        }
        assertThat(program.ok("check")).isEmpty();
    }

    /** Read, held because of the levy and since a CFDI names no contract, and lifted by a person. */
    private void lifted(String number, String levy, String vat, String total) throws IOException {
        Files.createDirectories(home.resolve("inbox/invoices"));
        Files.writeString(
                home.resolve("inbox/invoices/cfdi.xml"),
                CFDI.replace("FOLIO", number)
                        .replace("LEVY", levy)
                        .replace("VAT\"", vat + "\"")
                        .replace("TOTAL", total));
        program.ok("intake", "--date", DAY, "--as", "anna");
        program.ok("assess", "--date", DAY, "--as", "anna");
        for (String code : List.of("Q501", "Q707")) {
            program.ok(
                    "invoice",
                    "lift",
                    "MX-SA/W-MX/A-" + number,
                    "--code",
                    code,
                    "--reason",
                    "agreed",
                    "--as",
                    "anna",
                    "--date",
                    DAY);
        }
        program.ok("assess", "--date", DAY, "--as", "anna");
        assertThat(program.ok("list", "invoices", "--format", "csv")).contains(",ACCEPTED,");
        assertThat(program.ok("list", "findings", "--format", "csv")).doesNotContain(",HOLD,", ",REJECT,");
        program.ok("run", "propose", "--entity", "MX-SA", "--date", DAY, "--as", "anna");
    }

    private static List<String> failingTies(Records records) throws SQLException, IOException {
        String ties = Files.readString(Program.root().resolve("batch-jobs/app/src/main/resources/ties.sql"));
        return records.rows("select distinct id from (" + ties + ") t where expected <> actual");
    }

    private static void replace(Path file, String old, String other) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, other));
    }
}
