package io.quittance.invoice.ksef;

import static io.quittance.invoice.file.Reading.documents;
import static io.quittance.invoice.file.Reading.originals;
import static io.quittance.invoice.file.Reading.readable;
import static io.quittance.invoice.file.Reading.refusal;
import static io.quittance.invoice.file.Reading.refused;
import static io.quittance.invoice.file.Reading.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.FindingCode;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Term;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KsefInvoicesTest {

    @Test
    void readsAnFa() {
        var file = new KsefPage()
                .with("<P_15>", "<P_6>2026-10-31</P_6><P_15>")
                .before(
                        "<FaWiersz>",
                        "<Platnosc><TerminPlatnosci><Termin>2026-12-20</Termin></TerminPlatnosci>"
                                + "<TerminPlatnosci><Termin>2026-12-02</Termin></TerminPlatnosci><FormaPlatnosci>6</FormaPlatnosci>"
                                + "<RachunekBankowy><NrRB>61109010140000071219812874</NrRB><SWIFT>WBKPPLPP</SWIFT></RachunekBankowy>"
                                + "</Platnosc><WarunkiTransakcji><Umowy><NrUmowy>CT-1</NrUmowy></Umowy>"
                                + "<Zamowienia><NrZamowienia>PO-9</NrZamowienia></Zamowienia></WarunkiTransakcji>")
                .file();
        var document = (ReadDocument.Understood) documents(file).getFirst();
        Invoice invoice = document.invoice();
        assertThat(invoice.number()).isEqualTo("FV/1");
        assertThat(invoice.issueDate()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(invoice.supplyDate()).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(invoice.dueDate()).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(invoice.contractor()).isEqualTo("PL1234567788");
        assertThat(invoice.entity()).isEqualTo("DE999999999");
        assertThat(invoice.contract()).isEqualTo("CT-1");
        assertThat(invoice.purchaseReference()).isEqualTo("PO-9");
        assertThat(invoice.payee()).isEqualTo(new StatedAccount("61109010140000071219812874", "WBKPPLPP"));
        assertThat(lines(invoice)).containsExactly("1 10 x 95.00 = 950.00 S 23");
        assertThat(invoice.vat()).hasToString("[VatBreakdown[category=S, rate=23, base=EUR 950.00, tax=EUR 218.50]]");
        assertThat(document.stated().syntax()).isEqualTo("KSeF-FA3");
        assertThat(document.stated().first(Term.TAX_CURRENCY)).isEqualTo("PLN");
        assertThat(document.stated().first(Term.TAX_CURRENCY_VAT)).isEqualTo("930.81");
        assertThat(document.warnings()).isEmpty();
        assertThat(readable(InvoiceFiles.open(file)).format()).isEqualTo(InvoiceFormat.KSEF);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # sum | P_12  | category
            6_1   | 0 KR  | Z
            6_1   | 0     | Z
            6_2   | 0 WDT | K
            6_3   | 0 EX  | G
            7     | zw    | E
            8     | np I  | O
            8     | np    | O
            9     | np II | AE
            9     | np    | AE
            10    | oo    | AE
            """)
    void bringsRatesToCategories(String sum, String p12, String category) {
        Invoice invoice =
                understood(documents(new KsefPage().rate(sum, p12).file()).getFirst());
        assertThat(invoice.vat().getFirst().category()).hasToString(category);
        assertThat(invoice.lines().getFirst().vatGroup())
                .isEqualTo(invoice.vat().getFirst().vatGroup());
        assertThat(invoice.totals().vat().isZero()).isTrue();
    }

    /** P_8A is a text of the sender's; OkresFa is the period of the document, P_6A a day of a line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # P_8A | read
            HUR    | HUR 2026-10-01 to 2026-10-31
            godz.  | HUR 2026-10-01 to 2026-10-31
            dni    | DAY 2026-10-01 to 2026-10-31
            szt.   | C62 2026-10-01 to 2026-10-31
            usł.   | usł. 2026-10-01 to 2026-10-31
            """)
    void readsUnitAndPeriod(String unit, String read) {
        var page = new KsefPage()
                .with("<P_15>", "<OkresFa><P_6_Od>2026-10-01</P_6_Od><P_6_Do>2026-10-31</P_6_Do></OkresFa><P_15>")
                .with("<P_8B>", "<P_6A>2026-10-30</P_6A><P_8A>" + unit + "</P_8A><P_8B>");
        Invoice invoice = understood(documents(page.file()).getFirst());
        assertThat(invoice.supplyDate()).hasToString("2026-10-31");
        var line = invoice.lines().getFirst();
        assertThat(line.unit() + " " + line.period()).isEqualTo(read);
    }

    /** A correction states what was before, what is now, and the difference in its sums. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # hours before | hours now | kind        | asks for
            10             | 8         | CREDIT_NOTE | EUR 233.70
            10             | 12        | INVOICE     | EUR 233.70
            """)
    void aCorrectionIsTheDifference(int before, int now, String kind, String asksFor) {
        String sign = now < before ? "-" : "";
        String line = new KsefPage().text().replaceAll("(?s).*(<FaWiersz>.*</FaWiersz>).*", "$1");
        var page = new KsefPage()
                .with("<P_13_1>950.00", "<P_13_1>" + sign + "190.00")
                .with("<P_14_1>218.50", "<P_14_1>" + sign + "43.70")
                .with("<P_15>1168.50", "<P_15>" + sign + "233.70")
                .with(">VAT<", ">KOR<")
                .with(line, of(line, before).replace("<P_7>", "<StanPrzed>1</StanPrzed><P_7>") + of(line, now))
                .before(
                        "<FaWiersz>",
                        "<DaneFaKorygowanej><DataWystFaKorygowanej>2026-10-02</DataWystFaKorygowanej>"
                                + "<NrFaKorygowanej>FV/0</NrFaKorygowanej></DaneFaKorygowanej>");
        Invoice invoice = understood(documents(page.file()).getFirst());
        assertThat(invoice.kind()).isEqualTo(DocumentKind.valueOf(kind));
        assertThat(invoice.totals().due()).hasToString(asksFor);
        assertThat(invoice.precedingInvoice()).isEqualTo("FV/0");
        assertThat(invoice.lines()).hasSize(2);
        assertThat(invoice.lines()
                        .getFirst()
                        .net()
                        .plus(invoice.lines().getLast().net()))
                .isEqualTo(invoice.totals().net());
    }

    private static String of(String line, int hours) {
        return line.replace("<P_8B>10", "<P_8B>" + hours).replace("<P_11>950.00", "<P_11>" + hours * 95 + ".00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # payment                                                                                      | prepaid     | due
            <Platnosc><Zaplacono>1</Zaplacono></Platnosc>                                                  | EUR 1168.50 | EUR 0.00
            <Platnosc><ZaplataCzesciowa><KwotaZaplatyCzesciowej>168.50</KwotaZaplatyCzesciowej></ZaplataCzesciowa></Platnosc> | EUR 168.50 | EUR 1000.00
            <Rozliczenie><SumaOdliczen>100</SumaOdliczen><DoZaplaty>1068.50</DoZaplaty></Rozliczenie>      | EUR 100.00  | EUR 1068.50
            """)
    void whatIsPaidIsNotDue(String payment, String prepaid, String due) {
        Invoice invoice = understood(
                documents(new KsefPage().before("<FaWiersz>", payment).file()).getFirst());
        assertThat(invoice.totals().prepaid()).hasToString(prepaid);
        assertThat(invoice.totals().due()).hasToString(due);
    }

    @Test
    void splitPaymentIsHeld() {
        var document = (ReadDocument.Understood)
                documents(new KsefPage().with("<P_18A>2", "<P_18A>1").file()).getFirst();
        assertThat(document.warnings().all()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.LEVY_STATED);
            assertThat(finding.place()).hasToString("fa.xml:20 P_18A");
        });
    }

    @Test
    void aDiscountIsALineOfItsOwn() {
        var page = new KsefPage().with("<P_8B>10", "<P_8B>11").with("<P_11>", "<P_10>95.00</P_10><P_11>");
        assertThat(lines(understood(documents(page.file()).getFirst())))
                .containsExactly("1 11 x 95.00 = 1045.00 S 23", "1/discount -1 x 95.00 = -95.00 S 23");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # in place of                   | stands                                     | code and place
            <P_2>FV/1</P_2>                 | ''                                         | Q108 fa.xml:12 BT-1 P_2
            <P_2>FV/1</P_2>                 | <P_2>A</P_2><P_2>B</P_2>                   | Q107 fa.xml:15 BT-1 P_2
            <P_1>2026-11-02                 | <P_1>02.11.2026                            | Q111 fa.xml:14 BT-2 P_1
            >EUR<                           | >PL<                                       | Q112 fa.xml:13 BT-5
            >VAT<                           | >PRO<                                      | Q112 fa.xml:21 BT-3 RodzajFaktury
            <NIP>1234567788</NIP>           | ''                                         | Q108 fa.xml:4 BT-31 Podmiot1/NIP
            <P_15>1168.50</P_15>            | ''                                         | Q108 fa.xml:12 BT-112 P_15
            <P_15>1168.50                   | <P_15>1 168,50                             | Q109 fa.xml:19 BT-112 P_15
            <P_12>23                        | <P_12>19                                   | Q112 fa.xml:28 BT-152 P_12
            <P_12>23                        | <P_12>8                                    | Q112 fa.xml:16 P_13_1
            P_13_1>                         | P_13_5>                                    | Q112 fa.xml:16 P_13_5
            P_13_1>                         | P_13_11>                                   | Q112 fa.xml:16 P_13_11
            <P_11>950.00</P_11>             | <P_11A>1168.50</P_11A>                     | Q108 fa.xml:22 BT-131 P_11
            FaWiersz                        | Inny                                       | Q108 fa.xml:12 BG-25 FaWiersz
            """)
    void refusesWithThePlace(String old, String other, String expected) {
        var file = new KsefPage().with(old, other).file();
        var refused = refused(documents(file).getFirst());
        assertThat(refused.findings().stream().map(finding -> finding.code().id() + " " + finding.place()))
                .contains(expected);
        assertThat(originals(file).getFirst())
                .isEqualTo(new KsefPage().with(old, other).text());
    }

    @Test
    void otherVersionsAndEncodingsAreRefused() {
        var older = new KsefPage().with("2025/06/25/13775", "2021/11/29/11089");
        assertThat(refusal(older.file()).message()).contains("another version than FA(2) and FA(3)");
        byte[] latin = new KsefPage()
                .with("UTF-8", "windows-1252")
                .with("Jan", "J\u00E1n")
                .text()
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(DeliveredFile.of("fa.xml", latin)).code()).isEqualTo(FindingCode.FILE_UNREADABLE);
    }

    @Test
    void everyPrefixIsRefused() {
        byte[] whole = new KsefPage().text().strip().getBytes(StandardCharsets.UTF_8);
        IntStream.range(0, whole.length)
                .filter(length -> length % 23 == 0 || length > whole.length - 12)
                .forEach(length -> assertThat(refusal(DeliveredFile.of("fa.xml", Arrays.copyOf(whole, length)))
                                .code())
                        .isIn(FindingCode.FILE_UNREADABLE, FindingCode.FILE_FORMAT_UNKNOWN));
    }

    private static List<String> lines(Invoice in) {
        return in.lines().stream()
                .map(line -> line.number() + " " + line.quantity() + " x " + line.unitPrice() + " = "
                        + line.net().getAmount() + " " + line.category() + " " + line.rate())
                .toList();
    }
}
