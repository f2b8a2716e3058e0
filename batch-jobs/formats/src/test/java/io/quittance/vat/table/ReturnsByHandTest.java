package io.quittance.vat.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.tax.Filing;
import io.quittance.tax.ReturnBoxes;
import io.quittance.tax.Treatment;
import io.quittance.tax.table.TaxTableFiles;
import io.quittance.vat.Filings;
import io.quittance.vat.LedgerSum;
import io.quittance.vat.ReturnForms;
import io.quittance.vat.ReturnPeriods;
import io.quittance.vat.VatReturn;
import io.quittance.vat.WithheldSum;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole returns, worked out by hand from what the form of each authority asks for (the sources of its lines stand in
 * {@code config/tax/return-forms.csv}): a purchase at home, one that the payer taxes himself, one that is deducted in part, and a
 * credit note go in, every figure of the form comes out, in its order. Sales are not in these books.
 */
class ReturnsByHandTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final Path SHIPPED =
            Path.of(System.getProperty("quittance.root")).resolve("config/tax");

    private static ReturnBoxes boxes;
    private static ReturnForms forms;

    @BeforeAll
    static void tables() throws IOException {
        boxes = TaxTableFiles.boxes(SHIPPED);
        forms = ReturnTableFiles.forms(SHIPPED);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # form | treatment rate base charged output input; ... | every figure
            # Bases of whole euros are cut: 500.90 is 500. 66 is 190.00 - 19.00; 67 all of 47 and half of 85.
            DE | DOMESTIC_TAXABLE 19 1000.00 190.00 0 190.00; EU_SERVICE_RC 19 500.90 0 95.17 95.17; NON_EU_SERVICE_RC 19 200.00 0 38.00 19.00; DOMESTIC_TAXABLE 19 -100.00 -19.00 0 -19.00 | 46 BASE=500 47 OUTPUT=95.17 84 BASE=200 85 OUTPUT=38.00 66 INPUT=171.00 67 INPUT=114.17 83 TOTAL=-152.00 net TOTAL=-152.00
            # 500.50 is 501, and its tax 100 (20 % of 501); 20 is 200.10 + 100.10 + 15.00 - 20.00 = 295.20
            FR | DOMESTIC_TAXABLE 20 1000.50 200.10 0 200.10; EU_SERVICE_RC 20 500.50 0 100.10 100.10; NON_EU_SERVICE_RC 10 300.00 0 30.00 15.00; DOMESTIC_TAXABLE 20 -100.00 -20.00 0 -20.00 | A3 BASE=501 B4 BASE=300 08 BASE=501 08 OUTPUT=100 9B BASE=300 9B OUTPUT=30 09 BASE=0 09 OUTPUT=0 16 TOTAL=130 20 INPUT=295 23 TOTAL=295 25 TOTAL=165 28 TOTAL=0 net TOTAL=-165.00
            # The credit note is of the German supplier: it lessens T1, T2 and ES2.
            IE | DOMESTIC_TAXABLE 23 1000.00 230.00 0 230.00; EU_SERVICE_RC 23 500.00 0 115.00 115.00; NON_EU_SERVICE_RC 23 200.00 0 46.00 23.00; EU_SERVICE_RC 23 -100.00 0 -23.00 -23.00 | T1 OUTPUT=138.00 T2 INPUT=345.00 T3 TOTAL=0.00 T4 TOTAL=207.00 ES2 BASE=400 net TOTAL=-207.00
            # In the own favour: due 105.19 is 105, deducted 315.19 is 316.
            NL | DOMESTIC_TAXABLE 21 1000.00 210.00 0 210.00; EU_SERVICE_RC 21 500.90 0 105.19 105.19; NON_EU_SERVICE_RC 21 200.00 0 42.00 21.00; DOMESTIC_RC 21 -100.00 0 -21.00 -21.00 | 2a BASE=-100 2a OUTPUT=-21 4a BASE=200 4a OUTPUT=42 4b BASE=500 4b OUTPUT=105 5a TOTAL=126 5b INPUT=316 5g TOTAL=-190 net TOTAL=-190.00
            # 12 and 28 take what comes from third countries and building work; 36 and 37 only the Union.
            ES | DOMESTIC_TAXABLE 21 1000.00 210.00 0 210.00; EU_SERVICE_RC 21 500.00 0 105.00 105.00; NON_EU_SERVICE_RC 21 200.00 0 42.00 21.00; DOMESTIC_RC 21 -100.00 0 -21.00 -21.00 | 10 BASE=500.00 11 OUTPUT=105.00 12 BASE=100.00 13 OUTPUT=21.00 27 TOTAL=126.00 28 BASE=1100.00 29 INPUT=210.00 36 BASE=500.00 37 INPUT=105.00 45 TOTAL=315.00 46 TOTAL=-189.00 net TOTAL=-189.00
            IT | DOMESTIC_TAXABLE 22 1000.00 220.00 0 220.00; EU_SERVICE_RC 22 500.00 0 110.00 110.00; NON_EU_SERVICE_RC 22 200.00 0 44.00 22.00; DOMESTIC_TAXABLE 22 -100.00 -22.00 0 -22.00 | VP3 BASE=1600.00 VP4 OUTPUT=154.00 VP5 INPUT=330.00 VP6 TOTAL=-176.00 net TOTAL=-176.00
            # Evidence in grosze, declaration in zloty: 115.07 is 115, 345.16 is 345, 1600.70 is 1601. What is paid follows the declaration.
            PL | DOMESTIC_TAXABLE 23 1000.40 230.09 0 230.09; EU_SERVICE_RC 23 500.30 0 115.07 115.07; NON_EU_SERVICE_RC 23 200.00 0 46.00 23.00; DOMESTIC_TAXABLE 23 -100.00 -23.00 0 -23.00 | K_27 BASE=200.00 K_28 OUTPUT=46.00 K_29 BASE=500.30 K_30 OUTPUT=115.07 K_42 BASE=1600.70 K_43 INPUT=345.16 P_27 TOTAL=200 P_28 TOTAL=46 P_29 TOTAL=500 P_30 TOTAL=115 P_37 TOTAL=700 P_38 TOTAL=161 P_42 TOTAL=1601 P_43 TOTAL=345 P_48 TOTAL=345 P_51 TOTAL=0 P_53 TOTAL=184 net TOTAL=-184.00
            # Nine boxes; 3 = 1 + 2, 5 without its sign; building work is in 7, not in 6.
            GB | DOMESTIC_TAXABLE 20 1000.00 200.00 0 200.00; IMPORT_SERVICE_RC 20 500.50 0 100.10 100.10; DOMESTIC_RC 20 200.00 0 40.00 20.00; DOMESTIC_TAXABLE 20 -100.00 -20.00 0 -20.00 | 1 OUTPUT=140.10 2 OUTPUT=0.00 3 TOTAL=140.10 4 INPUT=300.10 5 TOTAL=160.00 6 BASE=501 7 BASE=1601 8 BASE=0 9 BASE=0 net TOTAL=-160.00
            CH | DOMESTIC_TAXABLE 8.1 1000.00 81.00 0 81.00; IMPORT_SERVICE_RC 8.1 500.00 0 40.50 40.50; IMPORT_SERVICE_RC 8.1 200.00 0 16.20 8.10; DOMESTIC_TAXABLE 8.1 -100.00 -8.10 0 -8.10 | 382 BASE=0.00 382 OUTPUT=0.00 383 BASE=700.00 383 OUTPUT=56.70 399 TOTAL=56.70 400 INPUT=121.50 479 TOTAL=121.50 500 TOTAL=0.00 510 TOTAL=64.80 net TOTAL=-64.80
            # Whole kroner: 899.60 is 900, 224.90 is 225. 87 has no deduction.
            NO | DOMESTIC_TAXABLE 25 1000.00 250.00 0 250.00; IMPORT_SERVICE_RC 25 500.00 0 125.00 125.00; DOMESTIC_TAXABLE 12 100.00 12.00 0 6.00; IMPORT_SERVICE_RC_NON_DEDUCTIBLE 25 200.00 0 50.00 0; DOMESTIC_TAXABLE 25 -100.40 -25.10 0 -25.10 | 1 BASE=900 1 INPUT=225 11 BASE=0 11 INPUT=0 13 BASE=100 13 INPUT=6 86 BASE=500 86 OUTPUT=125 86 INPUT=125 88 BASE=0 88 OUTPUT=0 88 INPUT=0 87 BASE=200 87 OUTPUT=50 89 BASE=0 89 OUTPUT=0 net TOTAL=-181.00
            # Dollars are cut: 1490.55 (1100.55 + 500.00 - 110.00) is 1490, 110.05 is 110. W4 is withheld, and no GST.
            AU | DOMESTIC_TAXABLE 10 1000.50 100.05 0 100.05; IMPORT_SERVICE_RC_PARTIAL 10 500.00 0 50.00 20.00; DOMESTIC_TAXABLE 10 -100.00 -10.00 0 -10.00; WITHHELD no-ABN~withholding 470.94 | G11 GROSS=1490 1A OUTPUT=50 1B INPUT=110 W4 WITHHELD=470 net TOTAL=-60.00
            # 11 is 1150.00 + half of 230.00 - 115.00; 12 is 3/23 of it. Services from abroad are adjustments.
            NZ | DOMESTIC_TAXABLE 15 1000.00 150.00 0 150.00; DOMESTIC_TAXABLE 15 200.00 30.00 0 15.00; IMPORT_SERVICE_RC_PARTIAL 15 500.00 0 75.00 30.00; DOMESTIC_TAXABLE 15 -100.00 -15.00 0 -15.00 | 9 BASE=500.00 9 OUTPUT=75.00 10 TOTAL=75.00 11 DEDUCTED=1150.00 12 INPUT=150.00 13 INPUT=30.00 14 TOTAL=180.00 15 TOTAL=-105.00 net TOTAL=-105.00
            # Values of whole dollars are cut: 1451.30 (1000.50 + 50.00 + 500.80 - 100.00) is 1451; tax in cents.
            SG | DOMESTIC_TAXABLE 9 1000.50 90.05 0 90.05; DOMESTIC_ZERO 0 50.00 0 0 0; IMPORT_SERVICE_RC_PARTIAL 9 500.80 0 45.07 20.00; DOMESTIC_TAXABLE 9 -100.00 -9.00 0 -9.00 | 1 BASE=500 4 TOTAL=500 5 BASE=1451 6 OUTPUT=45.07 7 INPUT=101.05 8 TOTAL=-55.98 14 BASE=500 net TOTAL=-55.98
            IN | DOMESTIC_TAXABLE 18 1000.00 180.00 0 180.00; IMPORT_SERVICE_RC 18 500.50 0 90.09 90.09; DOMESTIC_RC 18 200.00 0 36.00 18.00; DOMESTIC_TAXABLE 18 -100.00 -18.00 0 -18.00 | 3.1(d) BASE=701 3.1(d) OUTPUT=126 4(A)(2) INPUT=90 4(A)(3) INPUT=18 4(A)(5) INPUT=162 net TOTAL=-144.00
            # 405 is paid with the return and no part of 109.
            CA | DOMESTIC_TAXABLE 13 1000.00 130.00 0 130.00; IMPORT_SERVICE_RC_PARTIAL 13 500.00 0 65.00 26.00; DOMESTIC_TAXABLE 13 -100.00 -13.00 0 -13.00 | 405 OUTPUT=65.00 106 INPUT=143.00 108 TOTAL=143.00 109 TOTAL=-143.00 net TOTAL=-78.00
            # 12 is what is not for taxable supplies, so nothing of it is deducted; half of the third one is.
            ZA | DOMESTIC_TAXABLE 15 1000.00 150.00 0 150.00; IMPORT_SERVICE_RC_PARTIAL 15 500.00 0 75.00 0; DOMESTIC_TAXABLE 15 200.00 30.00 0 15.00; DOMESTIC_TAXABLE 15 -100.00 -15.00 0 -15.00 | 12 BASE=500.00 12 OUTPUT=75.00 15 INPUT=150.00 net TOTAL=-75.00
            AE | DOMESTIC_TAXABLE 5 1000.00 50.00 0 50.00; IMPORT_SERVICE_RC 5 500.00 0 25.00 25.00; DOMESTIC_TAXABLE 5 200.00 10.00 0 5.00; DOMESTIC_TAXABLE 5 -100.00 -5.00 0 -5.00 | 3 BASE=500.00 3 OUTPUT=25.00 9 BASE=1100.00 9 INPUT=50.00 10 BASE=500.00 10 INPUT=25.00 net TOTAL=-50.00
            SA | DOMESTIC_TAXABLE 15 1000.00 150.00 0 150.00; IMPORT_SERVICE_RC 15 500.00 0 75.00 75.00; DOMESTIC_TAXABLE 15 200.00 30.00 0 15.00; DOMESTIC_EXEMPT 0 40.00 0 0 0; DOMESTIC_ZERO 0 30.00 0 0 0; DOMESTIC_TAXABLE 15 -100.00 -15.00 0 -15.00 | 7 BASE=1100.00 7 INPUT=150.00 9 BASE=500.00 9 OUTPUT=75.00 9 INPUT=75.00 10 BASE=30.00 11 BASE=40.00 net TOTAL=-150.00
            # Kroner are cut: 125.25 is 125, 344.75 is 344; rubrik A is for the Union only.
            DK | DOMESTIC_TAXABLE 25 1000.00 250.00 0 250.00; EU_SERVICE_RC 25 501.00 0 125.25 125.25; NON_EU_SERVICE_RC 25 100.00 0 25.00 12.50; DOMESTIC_TAXABLE 25 -172.00 -43.00 0 -43.00 | salgsmoms OUTPUT=0 ydelsesmoms OUTPUT=150 købsmoms INPUT=344 momstilsvar TOTAL=-194 rubrik A ydelser BASE=501 net TOTAL=-194.00
            FI | DOMESTIC_TAXABLE 25.5 1000.00 255.00 0 255.00; EU_SERVICE_RC 25.5 500.00 0 127.50 127.50; NON_EU_SERVICE_RC 25.5 200.00 0 51.00 25.50; DOMESTIC_RC 25.5 100.00 0 25.50 25.50; DOMESTIC_TAXABLE 25.5 -100.00 -25.50 0 -25.50 | 301 OUTPUT=51.00 302 OUTPUT=0.00 303 OUTPUT=0.00 306 OUTPUT=127.50 318 OUTPUT=25.50 307 INPUT=408.00 308 TOTAL=-204.00 314 BASE=500.00 320 BASE=100.00 net TOTAL=-204.00
            LU | DOMESTIC_TAXABLE 17 1000.00 170.00 0 170.00; EU_SERVICE_RC 17 500.00 0 85.00 85.00; NON_EU_SERVICE_RC 14 200.00 0 28.00 14.00; DOMESTIC_TAXABLE 17 -100.00 -17.00 0 -17.00 | 741 BASE=500.00 742 OUTPUT=85.00 743 BASE=0.00 744 OUTPUT=0.00 745 BASE=0.00 746 OUTPUT=0.00 431 BASE=0.00 432 OUTPUT=0.00 751 BASE=0.00 752 OUTPUT=0.00 753 BASE=200.00 754 OUTPUT=28.00 755 BASE=0.00 756 OUTPUT=0.00 441 BASE=0.00 442 OUTPUT=0.00 458 INPUT=153.00 461 INPUT=99.00 net TOTAL=-139.00
            # 2 is 7.8 % of 123,000; of 17,500 credited 78/100 are national; 22/78 of what is refunded nationally are local.
            JP | DOMESTIC_TAXABLE 10 100000 10000 0 10000; IMPORT_SERVICE_RC_PARTIAL 10 123999 0 12399 6000; OUT_OF_SCOPE 10 55000 0 0 3500; DOMESTIC_TAXABLE 10 -20000 -2000 0 -2000 | specified taxable purchases BASE=123000 specified taxable purchases OUTPUT=12399 taxable purchases x 7.8/110 INPUT=11500 specified taxable purchases x 7.8/100 INPUT=6000 2 TOTAL=9594 credit TOTAL=17500 4 TOTAL=13650 8 TOTAL=4056 9 TOTAL=0 19 TOTAL=1144 20 TOTAL=0 26 TOTAL=-5200 net TOTAL=-5200
            # Nothing deducted: 78,039 is cut to 78,000 of national tax, 22/78 of which are 22,000 of local tax.
            JP | IMPORT_SERVICE_RC_PARTIAL 10 1000500 0 100050 0 | specified taxable purchases BASE=1000000 specified taxable purchases OUTPUT=100050 taxable purchases x 7.8/110 INPUT=0 specified taxable purchases x 7.8/100 INPUT=0 2 TOTAL=78000 credit TOTAL=0 4 TOTAL=0 8 TOTAL=0 9 TOTAL=78000 19 TOTAL=0 20 TOTAL=22000 26 TOTAL=100000 net TOTAL=100000
            """)
    void everyFigureOfTheForm(String form, String entries, String figures) {
        int decimals = form.equals("JP") ? 0 : 2;
        List<String[]> all = Arrays.stream(entries.split(";"))
                .map(entry -> entry.strip().split(" "))
                .toList();
        VatReturn drawn = VatReturn.of(
                forms.find(form, DAY).orElseThrow(),
                decimals,
                all.stream()
                        .filter(cells -> !cells[0].equals("WITHHELD"))
                        .map(cells -> sum(form, decimals, cells))
                        .toList(),
                all.stream()
                        .filter(cells -> cells[0].equals("WITHHELD"))
                        .map(cells -> new WithheldSum(cells[1].replace('~', ' '), new BigDecimal(cells[2]), 1))
                        .toList());

        assertThat(drawn.faults()).isEmpty();
        assertThat(drawn.lines().stream()
                        .filter(line -> !line.box().equals(VatReturn.NO_BOX))
                        .map(line -> line.box() + " " + line.kind() + "=" + line.declared())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(figures);
    }

    private static LedgerSum sum(String form, int decimals, String[] cells) {
        Treatment treatment = Treatment.valueOf(cells[0]);
        Filing filing = Filings.of(boxes, forms, List.of(), ReturnPeriods.of(List.of()))
                .filing("E", form, treatment, new BigDecimal(cells[1]), Filings.Days.of(DAY));
        BigDecimal base = new BigDecimal(cells[2]).setScale(decimals);
        BigDecimal charged = new BigDecimal(cells[3]).setScale(decimals);
        BigDecimal input = new BigDecimal(cells[5]).setScale(decimals);
        return new LedgerSum(
                treatment,
                filing.boxRow(),
                new LedgerSum.Boxes(filing.base(), filing.outputTax(), filing.inputTax()),
                base,
                charged,
                charged.signum() == 0
                        ? base
                        : base.add(charged).multiply(input).divide(charged, decimals, RoundingMode.HALF_UP),
                new BigDecimal(cells[4]).setScale(decimals),
                input,
                1);
    }
}
