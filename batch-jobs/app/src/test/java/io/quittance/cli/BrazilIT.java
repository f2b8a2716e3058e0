package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A payer in Sao Paulo through one night: what it owes itself on services from abroad, and what it keeps back. All names are invented. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrazilIT {

    private static final Map<String, String> COMPANY = Map.of(
            "register/entities.csv", """
            BR-LTDA,Halyard Talentos Ltda.,Rua do Farol,8,01001-000,Sao Paulo,SP,BR,BRL,BR-3550308,11222333000181,,100,2022-01-01,
            """,
            "register/bank-accounts.csv", "BR-LTDA-BRL,BR-LTDA,kapalbank,0720039005,TESTSGSG,BRL\n",
            "register/contractors.csv", """
            B-US,Redwood Data LLC,COMPANY,Pine Street,7,94104,San Francisco,CA,US,US,,NONE,CE-B1,2025-01-01,,2025-01-01,
            B-KY,Coral Bay Software Ltd,COMPANY,Harbour Drive,1,KY1-1001,George Town,,KY,KY,,NONE,CE-B2,2025-01-01,,2025-01-01,
            B-BR,Jacaranda Sistemas Ltda.,COMPANY,Rua da Serra,3,30110-000,Belo Horizonte,MG,BR,BR,,REGISTERED,CE-B3,2025-01-01,,2025-01-01,
            B-BI,Tereza Lobo Campos,INDIVIDUAL,Rua Nova,9,01002-000,Sao Paulo,SP,BR,BR,,NONE,CE-B4,2025-01-01,,2025-01-01,
            """,
            "register/accounts.csv", """
            B-US,BRL,000417900401,TESTBRBB,,,BR,Redwood Data LLC,2025-03-14,2025-03-01,
            B-KY,BRL,000417900402,TESTBRBB,,,BR,Coral Bay Software Ltd,2025-03-14,2025-03-01,
            B-BR,BRL,000417900403,TESTBRBB,,,BR,Jacaranda Sistemas Ltda.,2025-03-14,2025-03-01,
            B-BI,BRL,000417900404,TESTBRBB,,,BR,Tereza Lobo Campos,2025-03-14,2025-03-01,
            """,
            "register/contracts.csv", """
            CT-B-US,BR-LTDA,B-US,,BRL,,GENERAL,2026-01-01,2027-12-31
            CT-B-KY,BR-LTDA,B-KY,,BRL,,LEGAL,2026-01-01,2027-12-31
            CT-B-BR,BR-LTDA,B-BR,,BRL,,GENERAL,2026-01-01,2027-12-31
            CT-B-BI,BR-LTDA,B-BI,,BRL,,GENERAL,2026-01-01,2027-12-31
            """);

    private Path home;
    private Program program;
    private NightDatabase database;
    private Records records;

    @BeforeAll
    void night(@TempDir Path folder) throws IOException, SQLException {
        home = folder.resolve("workspace");
        Path config = folder.resolve("config");
        WithholdingCompany.copy(Program.root().resolve("config"), config);
        for (var table : COMPANY.entrySet()) {
            Files.writeString(config.resolve(table.getKey()), table.getValue(), StandardOpenOption.APPEND);
        }
        WithholdingCompany.copy(Program.root().resolve("fixtures/demo/inbox/rates"), home.resolve("inbox/rates"));
        WithholdingCompany.drop(
                home.resolve("inbox/invoices"),
                "november.csv",
                List.of(
                        WithholdingCompany.invoice(
                                "BR-LTDA,B-US,Redwood Data LLC,CT-B-US", "RD-1,BRL,10000.00,O,,0.00"),
                        WithholdingCompany.invoice(
                                "BR-LTDA,B-KY,Coral Bay Software Ltd,CT-B-KY", "CB-1,BRL,1000.00,O,,0.00"),
                        WithholdingCompany.invoice(
                                "BR-LTDA,B-BR,Jacaranda Sistemas Ltda.,CT-B-BR", "JS-1,BRL,1000.00,O,,0.00"),
                        WithholdingCompany.invoice(
                                "BR-LTDA,B-BR,Jacaranda Sistemas Ltda.,CT-B-BR", "JS-2,BRL,1000.00,S,5,50.00"),
                        WithholdingCompany.invoice(
                                "BR-LTDA,B-BI,Tereza Lobo Campos,CT-B-BI", "TL-1,BRL,1000.00,O,,0.00")));
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
        program.ok("nightly", "--date", "2026-11-27", "--as", "anna");
        records = new Records(database.open());
    }

    @AfterAll
    void close() throws SQLException {
        records.close();
        database.close();
    }

    @Test
    void theTaxesOfAServiceFromAbroadAreACostAndThoseAtHomeAreInThePrice() throws SQLException {
        assertThat(records.rows(
                        "select i.number, v.jurisdiction, v.treatment, v.rate, v.rate_row, v.recovery_row, v.output_minor,"
                                + " v.input_minor, v.non_recoverable_minor from quittance.vat_entry v"
                                + " join quittance.invoice i on i.id = v.invoice order by i.number"))
                .containsExactly(
                        "CB-1 BR IMPORT_SERVICE_RC_NON_DEDUCTIBLE 25.702479338843 BR-3550308-STANDARD-20180301 RR-BR-10 25702 0 25702",
                        "JS-1 BR OUT_OF_SCOPE 0 none RR-ALL-90 0 0 0",
                        "RD-1 BR IMPORT_SERVICE_RC_NON_DEDUCTIBLE 25.702479338843 BR-3550308-STANDARD-20180301 RR-BR-10 257025 0 257025",
                        "TL-1 BR OUT_OF_SCOPE 0 none RR-ALL-90 0 0 0");
    }

    /** Four guides are paid: each tax has its share of the whole, and the last one the rest. */
    @Test
    void eachTaxIsToldApart() throws SQLException {
        assertThat(records.rows("select i.number, c.tax, c.output_minor, c.input_minor, c.non_recoverable_minor"
                        + " from quittance.vat_component c join quittance.vat_entry v on v.id = c.entry"
                        + " join quittance.invoice i on i.id = v.invoice order by i.number, c.position"))
                .containsExactly(
                        "CB-1 PIS 1909 0 1909",
                        "CB-1 COFINS 8793 0 8793",
                        "CB-1 ISS 5000 0 5000",
                        "CB-1 CIDE 10000 0 10000",
                        "RD-1 PIS 19091 0 19091",
                        "RD-1 COFINS 87934 0 87934",
                        "RD-1 ISS 50000 0 50000",
                        "RD-1 CIDE 100000 0 100000");
    }

    /** A "VAT" beside the price is sent back, with what the corrected invoice has to look like. */
    @Test
    void whoChargesVatInBrazilIsAskedForAnotherInvoice() throws SQLException {
        assertThat(records.rows(
                        "select code, expected from quittance.finding f join quittance.invoice i on i.id = f.subject"
                                + " where i.number = 'JS-2' and f.code = 'Q702'"))
                .containsExactly("Q702 the price with all taxes in it, in category O, and no VAT beside it");
    }

    /** 15 % abroad, 25 % in a listed haven; at home income tax and the three contributions; nothing is guessed of a person. */
    @Test
    void whatIsKeptBackHangsOnWhereThePayeeIs() throws SQLException {
        assertThat(records.rows("select i.number, w.name, trim_scale(w.rate), w.tax_minor from quittance.withholding w"
                        + " join quittance.invoice i on i.id = w.invoice order by i.number, w.name"))
                .containsExactly(
                        "CB-1 IRRF listed tax haven 25 25000",
                        "JS-1 CSLL COFINS PIS 4.65 4650",
                        "JS-1 IRRF 1.5 1500",
                        "RD-1 IRRF 15 150000");
        assertThat(records.one("select d.outcome || ' ' || d.reason from quittance.run_decision d"
                        + " join quittance.invoice i on i.id = d.invoice where i.number = 'TL-1'"))
                .startsWith("EXCLUDED Q730");
    }

    @Test
    void theSecondCalculationComesToTheSame() throws SQLException {
        assertThat(program.ok("check")).isEmpty();
        assertThat(program.ok("list", "ties", "--format", "csv"))
                .contains("T-12", "T-13", "T-14", "T-15")
                .doesNotContain(",false");
        assertThat(records.rows("select a.output_minor, a.non_recoverable_minor from quittance.tax_again a"
                        + " where a.output_minor <> 0 order by a.output_minor"))
                .containsExactly("25702 25702", "257025 257025");
    }

    @Test
    void theReturnHasNoFormAndSaysSo() {
        assertThat(program.ok("vat", "return", "--entity", "BR-LTDA", "--period", "2026-11", "--format", "csv"))
                .contains("IMPORT_SERVICE_RC_NON_DEDUCTIBLE", "2827.27", "not sourced");
    }
}
