package io.quittance.assessment;

import static io.quittance.assessment.InvoiceRulesTest.Case.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.VatCategory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One change to a right invoice, and the finding that comes of it: exactly that one. */
class InvoiceRulesTest {

    /** What is changed, which code it raises, and the message word for word. */
    record Case(FindingCode code, String message, Draft draft) {

        static Case of(FindingCode code, String message, Consumer<Draft> change) {
            return of(code, message, Draft.right(), change);
        }

        static Case of(FindingCode code, String message, Draft draft, Consumer<Draft> change) {
            change.accept(draft);
            return new Case(code, message, draft);
        }

        @Override
        public String toString() {
            return code.id() + " " + message;
        }
    }

    static Stream<Case> documents() {
        return Stream.of(
                of(
                        FindingCode.LINE_NET_MISMATCH,
                        "line 2: 1 x 50.01 = 50.01, stated 50.00",
                        Draft.empty(),
                        draft -> draft.line("2", "50", "100.00", VatCategory.AE, "0")
                                .line("1", "50.01", "50.00", VatCategory.AE, "0")
                                .breakdown(VatCategory.AE, "0", "150.00", "0.00")),
                of(
                        FindingCode.NET_TOTAL_MISMATCH,
                        "100.00 + 50.00 = 150.00, stated 149.00",
                        draft -> draft.totals("149.00", "0.00", "149.00")),
                of(
                        FindingCode.NET_TOTAL_MISMATCH,
                        "lines of S 21 %: 50.00 = 50.00, stated 40.00 as taxable amount (EN 16931 BR-S-08)",
                        Draft.empty(),
                        draft -> draft.line("2", "50", "100.00", VatCategory.S, "9.0")
                                .line("1", "50", "50.00", VatCategory.S, "21")
                                .breakdown(VatCategory.S, "9", "100.00", "9.00")
                                .breakdown(VatCategory.S, "21.00", "40.00", "8.40")
                                .totals("150.00", "17.40", "167.40")),
                of(
                        FindingCode.NET_TOTAL_MISMATCH,
                        "lines of E 0 %: no lines = 0.00, stated 10.00 as taxable amount (EN 16931 BR-S-08)",
                        draft -> draft.breakdown(VatCategory.E, null, "10.00", "0.00")),
                of(
                        FindingCode.VAT_AMOUNT_MISMATCH,
                        "category S: 21 % of 50.00 = 10.50 or 10.51, stated 10.52",
                        Draft.empty(),
                        draft -> draft.line("1", "37.50", "37.50", VatCategory.S, "21")
                                .line("1", "12.50", "12.50", VatCategory.S, "21")
                                .breakdown(VatCategory.S, "21", "50.00", "10.52")
                                .totals("50.00", "10.52", "60.52")),
                of(
                        FindingCode.VAT_AMOUNT_MISMATCH,
                        "category AE: 0 % of 150.00 = 0.00, stated 1.00",
                        Draft.empty(),
                        draft -> draft.line("1", "150", "150.00", VatCategory.AE, null)
                                .breakdown(VatCategory.AE, null, "150.00", "1.00")
                                .totals("150.00", "1.00", "151.00")),
                of(
                        FindingCode.VAT_TOTAL_MISMATCH,
                        "0.00 = 0.00, stated 1.00",
                        draft -> draft.totals("150.00", "1.00", "151.00")),
                of(
                        FindingCode.GROSS_MISMATCH,
                        "150.00 + 0.00 = 150.00, stated 151.00",
                        draft -> draft.totals("150.00", "0.00", "151.00")),
                of(
                        FindingCode.AMOUNT_DUE_MISMATCH,
                        "150.00 - 20.00 = 130.00, stated 150.00",
                        draft -> draft.prepaid = "20.00"),
                of(
                        FindingCode.AMOUNT_DUE_MISMATCH,
                        "150.00 + 0.05 = 150.05, stated 150.00",
                        draft -> draft.rounding = "0.05"),
                of(
                        FindingCode.AMOUNT_DUE_MISMATCH,
                        "a rounding amount of 850.00 is more than one unit of EUR",
                        draft -> {
                            draft.rounding = "850.00";
                            draft.amountDue = "1000.00";
                        }),
                of(FindingCode.SIGN_WRONG, "prepaid is -10.00; amounts of an invoice are not negative", draft -> {
                    draft.prepaid = "-10.00";
                    draft.amountDue = "160.00";
                }),
                of(
                        FindingCode.SIGN_WRONG,
                        "line 2: the price -50 is negative (EN 16931 BR-27); a discount has a negative quantity",
                        Draft.empty(),
                        draft -> draft.line("4", "50", "200.00", VatCategory.AE, "0")
                                .line("1", "-50", "-50.00", VatCategory.AE, "0")
                                .breakdown(VatCategory.AE, "0", "150.00", "0.00")),
                of(FindingCode.NOTHING_DUE, "150.00 gross - 150.00 prepaid leave nothing due", draft -> {
                    draft.prepaid = "150.00";
                    draft.amountDue = "0.00";
                }));
    }

    static Stream<Case> dates() {
        return Stream.of(
                of(
                        FindingCode.DATE_IMPLAUSIBLE,
                        "the invoice date 2026-11-25 is after the business date 2026-11-24",
                        draft -> draft.issued = LocalDate.parse("2026-11-25")),
                of(
                        FindingCode.DATE_IMPLAUSIBLE,
                        "the due date 2026-11-01 is before the invoice date 2026-11-02",
                        draft -> draft.due = LocalDate.parse("2026-11-01")),
                of(
                        FindingCode.DATE_IMPLAUSIBLE,
                        "the supply date 2027-11-04 is more than 366 days after the invoice date 2026-11-02",
                        draft -> draft.supply = LocalDate.parse("2027-11-04")),
                of(
                        FindingCode.PRECEDING_INVOICE_UNKNOWN,
                        "no invoice 2026-000 of this contractor was taken in for 2025 or 2026",
                        Draft.creditNote("G-1", "2026-000"),
                        draft -> {}));
    }

    static Stream<Case> parties() {
        return Stream.of(
                of(
                        FindingCode.ENTITY_UNKNOWN,
                        "the document is addressed to NL-XX, which names no entity of the register",
                        draft -> draft.entity = "NL-XX"),
                of(
                        FindingCode.ENTITY_INACTIVE,
                        "NL-NEW is active from 2026-11-10, not on the invoice date 2026-11-02",
                        draft -> to(draft, "NL-NEW")),
                of(
                        FindingCode.ENTITY_INACTIVE,
                        "NL-OLD is active 2020-01-01 to 2025-12-31, not on the invoice date 2026-11-02",
                        draft -> to(draft, "NL-OLD")),
                of(
                        FindingCode.CONTRACTOR_UNKNOWN,
                        "C-0 names no contractor of the register",
                        draft -> draft.contractor = "C-0"),
                of(
                        FindingCode.CONTRACTOR_INACTIVE,
                        "C-GONE is active 2020-01-01 to 2026-11-15, not on the business date 2026-11-24",
                        draft -> from(draft, "C-GONE", "Muster")),
                of(
                        FindingCode.CONTRACTOR_NAME_DIFFERS,
                        "the name on the invoice is not the one that C-1 is registered with",
                        draft -> draft.name = "Muster Beratung AG"),
                of(
                        FindingCode.CLASSIFICATION_MISSING,
                        "C-EMPLOYEE has no evidence of being a contractor",
                        draft -> from(draft, "C-EMPLOYEE", "Muster")),
                of(
                        FindingCode.CLASSIFICATION_MISSING,
                        "the evidence of C-LAPSED holds 2020-01-01 to 2026-06-30; the invoice is of 2026-11-02",
                        draft -> from(draft, "C-LAPSED", "Muster")),
                of(
                        FindingCode.ADDRESS_INCOMPLETE,
                        "the registered address of C-NOWHERE lacks town or country",
                        draft -> from(draft, "C-NOWHERE", "Muster")));
    }

    static Stream<Case> accounts() {
        return Stream.of(
                of(FindingCode.CURRENCY_NOT_AGREED, "C-US has no account in EUR on 2026-11-24", draft -> {
                    from(draft, "C-US", "Sample Inc");
                    draft.contract = "K-C-US-EUR";
                    draft.account = null;
                }),
                of(
                        FindingCode.ACCOUNT_INVALID,
                        "the account …3001: the check digits do not fit",
                        draft -> draft.account = "DE89370400440532013001"),
                of(
                        FindingCode.ACCOUNT_INVALID,
                        "the account …3000: an IBAN begins with the letters of a country",
                        draft -> draft.account = "0532013000"),
                of(
                        FindingCode.ACCOUNT_INVALID,
                        "the account …0 00: a BIC has 8 or 11 characters, this has 4",
                        draft -> draft.bic = "COBA"),
                of(
                        FindingCode.ACCOUNT_DIFFERS,
                        "the document asks for payment to …6819, registered is DE…3000",
                        draft -> draft.account = "GB29NWBK60161331926819"),
                of(
                        FindingCode.ACCOUNT_DIFFERS,
                        "the document asks for payment to …4300, registered is DE…3000",
                        draft -> draft.account = "NL91ABNA0417164300"),
                of(
                        FindingCode.ACCOUNT_DIFFERS,
                        "the document asks for payment to …6789, registered is US…6789",
                        Draft.over("USD", "150.00"),
                        draft -> {
                            from(draft, "C-US", "Sample Inc");
                            draft.account = "123456789";
                            draft.bic = "BOFAUS3N";
                        }),
                of(
                        FindingCode.ACCOUNT_UNVERIFIED,
                        "nobody has verified the EUR account DE…3000 of C-NEW by 2026-11-24",
                        draft -> from(draft, "C-NEW", "Muster")));
    }

    static Stream<Case> vatIdsAndDuplicates() {
        return Stream.of(
                of(
                        FindingCode.VAT_ID_INVALID,
                        "the VAT id DE136695978: the check digit 8 does not fit (ISO 7064 MOD 11,10): the others ask for 6",
                        draft -> draft.vatId = "DE 136 695 978"),
                of(
                        FindingCode.VAT_ID_DIFFERS,
                        "the invoice states DE111111125, C-1 is registered with DE136695976",
                        draft -> draft.vatId = "DE111111125"),
                of(
                        FindingCode.VAT_ID_DIFFERS,
                        "the invoice states NL004495445B01, C-1 is registered with DE136695976",
                        draft -> draft.vatId = "NL004495445B01"),
                of(
                        FindingCode.VAT_ID_DIFFERS,
                        "the invoice states DE136695976, C-PLAIN is registered with none",
                        draft -> {
                            from(draft, "C-PLAIN", "Muster");
                            draft.vatId = "DE136695976";
                        }));
    }

    static Stream<Case> contracts() {
        return Stream.of(
                of(FindingCode.CONTRACT_MISSING, "document 2026-001 names no contract", draft -> draft.contract = null),
                of(
                        FindingCode.CONTRACT_UNKNOWN,
                        "contract K-0 is not in the register",
                        draft -> draft.contract = "K-0"),
                of(
                        FindingCode.CONTRACT_OF_OTHERS,
                        "contract K-C-US is not between NL-BV and C-1",
                        draft -> draft.contract = "K-C-US"),
                of(
                        FindingCode.CONTRACT_PERIOD,
                        "the supply of 2026-10-31 lies outside contract K-OLD, 2020-01-01 to 2026-09-30",
                        draft -> draft.contract = "K-OLD"),
                of(
                        FindingCode.CONTRACT_CAP,
                        "contract K-CAP: 0.00 accepted so far + 1000.01 = 1000.01, the cap is EUR 1000.00",
                        Draft.over("EUR", "1000.01"),
                        draft -> draft.contract = "K-CAP"),
                of(
                        FindingCode.CONTRACT_CURRENCY,
                        "the invoice is in EUR, contract K-USD in USD",
                        draft -> draft.contract = "K-USD"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"documents", "dates", "parties", "accounts", "vatIdsAndDuplicates", "contracts"})
    void oneChangeRaisesOneFinding(Case changed) {
        assertThat(InvoiceRules.judge(World.dossier(changed.draft)))
                .extracting(Finding::code, Finding::message)
                .containsExactly(tuple(changed.code, changed.message));
    }

    @Test
    void everyCodeOfTheAreaHasARow() {
        EnumSet<FindingCode> raised = EnumSet.noneOf(FindingCode.class);
        Stream.of(documents(), dates(), parties(), accounts(), vatIdsAndDuplicates(), contracts())
                .flatMap(cases -> cases)
                .forEach(changed -> raised.add(changed.code));
        // Duplicates need a history: DuplicatesTest, SuspectsTest and CreditNotesTest have theirs. The match has its
        // own
        // rows in MatchingTest and TimeSheetBookTest.
        raised.addAll(EnumSet.range(FindingCode.DUPLICATE_EXACT, FindingCode.CREDIT_EXCEEDS_INVOICE));
        raised.addAll(EnumSet.range(FindingCode.WORK_NOT_APPROVED, FindingCode.TIME_SHEET_BELOW_BILLED));
        raised.add(FindingCode.PRECEDING_INVOICE_MISSING);
        assertThat(raised)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FindingCode.values())
                        .filter(code -> code.id().matches("Q[2-5].."))
                        .toList());
    }

    @Test
    void aRightInvoiceRaisesNothing() {
        assertThat(InvoiceRules.judge(World.dossier(Draft.right()))).isEmpty();
    }

    @Test
    void everythingIsFoundAtOnceInTheDocumentedOrder() {
        Draft draft = Draft.right().totals("149.00", "0.00", "150.00");
        draft.contract = null;
        draft.account = "NL91ABNA0417164301";
        draft.due = LocalDate.parse("2026-01-01");
        assertThat(InvoiceRules.judge(World.dossier(draft)).stream()
                        .map(finding -> finding.code().id()))
                .containsExactly("Q202", "Q205", "Q208", "Q308", "Q501");
    }

    @Test
    void namesAreComparedWithoutCaseAccentsAndPunctuation() {
        Draft draft = Draft.right();
        draft.name = "MUSTER-Bérátung, GmbH.";
        assertThat(InvoiceRules.judge(World.dossier(draft))).isEmpty();
    }

    @Test
    void aDiscountLineWithANegativeQuantityIsRight() {
        Draft draft = Draft.empty()
                .line("4", "50", "200.00", VatCategory.AE, "0")
                .line("-1", "50", "-50.00", VatCategory.AE, "0")
                .breakdown(VatCategory.AE, "0", "150.00", "0.00");
        assertThat(InvoiceRules.judge(World.dossier(draft))).isEmpty();
    }

    @Test
    void roundingToAWholeUnitIsRight() {
        Draft draft = Draft.over("EUR", "150.02");
        draft.rounding = "-0.02";
        draft.amountDue = "150.00";
        assertThat(InvoiceRules.judge(World.dossier(draft))).isEmpty();
    }

    @Test
    void aBritishSupplierMayRoundHisTotalDown() {
        Draft down = domestic("GBP", "10.13", "20", "2.02", "12.15");
        from(down, "C-GB", "Sample Ltd");
        down.account = null;
        assertThat(InvoiceRules.judge(World.dossier(down))).isEmpty();
        Draft german = domestic("EUR", "10.13", "20", "2.02", "12.15");
        assertThat(InvoiceRules.judge(World.dossier(german)).stream().map(Finding::code))
                .containsExactly(FindingCode.VAT_AMOUNT_MISMATCH);
    }

    @Test
    void aCreditNoteNeedsNoCapAndNoPeriodWithoutASupplyDate() {
        Draft draft = Draft.creditNote("G-1", "2026-000");
        draft.contract = "K-OLD";
        draft.supply = null;
        assertThat(InvoiceRules.judge(World.dossier(draft)).stream().map(Finding::code))
                .containsExactly(FindingCode.PRECEDING_INVOICE_UNKNOWN);
        assertThat(draft.kind).isEqualTo(DocumentKind.CREDIT_NOTE);
    }

    @Test
    void findingsNeverShowAWholeAccountNumber() {
        accounts()
                .flatMap(changed -> InvoiceRules.judge(World.dossier(changed.draft)).stream())
                .forEach(finding -> assertThat(finding.toString() + finding.read() + finding.expected())
                        .doesNotContain("37040044", "0417164", "NWBK", "12345678"));
    }

    private static Draft domestic(String currency, String net, String rate, String tax, String gross) {
        Draft draft = Draft.empty();
        draft.currency = currency;
        return draft.line("1", net, net, VatCategory.S, rate)
                .breakdown(VatCategory.S, rate, net, tax)
                .totals(net, tax, gross);
    }

    private static void from(Draft draft, String contractor, String name) {
        draft.contractor = contractor;
        draft.contract = "K-" + contractor;
        draft.name = name;
        draft.vatId = null;
    }

    private static void to(Draft draft, String entity) {
        draft.entity = entity;
        draft.contract = "K-" + entity;
    }
}
