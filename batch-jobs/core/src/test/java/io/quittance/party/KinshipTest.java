package io.quittance.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.party.Contractor.Kind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.PayeeAccount.IbanAccount;
import io.quittance.party.PayeeAccount.LocalAccount;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * C-1 was merged into C-2, which was merged into C-3; C-4 had the VAT id of C-3 until it was corrected; C-5 has an account of C-4,
 * C-6 one of C-5. C-7 and C-8 have one local number at two banks.
 */
class KinshipTest {

    private static final Address TOWN = new Address(null, null, null, "Utrecht", null, "NL");

    private final Register register = register(Map.of("C-1", "C-2", "C-2", "C-3"));

    @ParameterizedTest(name = "{0}: {1}, {2}, kin {3}")
    @CsvSource(textBlock = """
            # id, survivor, same person,     kin
            C-1,  C-3,      C-1 C-2 C-3 C-4, C-1 C-2 C-3 C-4 C-5 C-6
            C-3,  C-3,      C-1 C-2 C-3 C-4, C-1 C-2 C-3 C-4 C-5 C-6
            C-4,  C-4,      C-1 C-2 C-3 C-4, C-1 C-2 C-3 C-4 C-5 C-6
            C-5,  C-5,      C-5,             C-1 C-2 C-3 C-4 C-5 C-6
            C-6,  C-6,      C-6,             C-1 C-2 C-3 C-4 C-5 C-6
            C-7,  C-7,      C-7,             C-7
            C-8,  C-8,      C-8,             C-8
            who?, who?,     who?,            who?
            """)
    void whoBelongsTogether(String id, String survivor, String same, String kin) {
        assertThat(register.survivor(id)).isEqualTo(survivor);
        assertThat(String.join(" ", register.samePerson(id))).isEqualTo(same);
        assertThat(String.join(" ", register.kin(id))).isEqualTo(kin);
    }

    @Test
    void aDocumentThatNamesTheOldIdOrItsVatIdNamesTheOneThatStays() {
        assertThat(register.resolveContractor("C-1")).contains("C-3");
        assertThat(register.resolveContractor("NL 0044.95.445.B01")).contains("C-3");
        assertThat(register.mergers()).isEqualTo(Map.of("C-1", "C-3", "C-2", "C-3"));
    }

    @Test
    void nobodyIsMergedInACircle() {
        assertThatThrownBy(() -> register(Map.of("C-1", "C-2", "C-2", "C-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("circle");
    }

    private static Register register(Map<String, String> mergers) {
        return Register.of(
                List.of(),
                List.of(
                        contractor("C-1", "NL004495445B01", "2020-01-01", null),
                        contractor("C-2", null, "2020-01-01", null),
                        contractor("C-3", "NL811402666B01", "2020-01-01", null),
                        contractor("C-4", "NL 8114.02.666.B01", "2020-01-01", "2025-12-31"),
                        contractor("C-4", "NL002417733B98", "2026-01-01", null),
                        contractor("C-5", null, "2020-01-01", null),
                        contractor("C-6", null, "2020-01-01", null),
                        contractor("C-7", null, "2020-01-01", null),
                        contractor("C-8", null, "2020-01-01", null)),
                List.of(),
                List.of(
                        account("C-4", iban("NL91ABNA0417164300")),
                        account("C-5", iban("NL91ABNA0417164300")),
                        account("C-5", iban("DE89370400440532013000")),
                        account("C-6", iban("DE89370400440532013000")),
                        account("C-7", new LocalAccount("123456789", Bic.of("CHASUS33"), null, null, "US")),
                        account("C-8", new LocalAccount("123456789", Bic.of("BOFAUS3N"), null, null, "US"))),
                mergers);
    }

    private static PayeeAccount iban(String number) {
        return new IbanAccount(Iban.of(number), null);
    }

    private static Contractor contractor(String id, String vatId, String from, String to) {
        return new Contractor(
                id, "Name", Kind.COMPANY, TOWN, "NL", vatId, VatStanding.REGISTERED, null, null, days(from, to));
    }

    private static VerifiedAccount account(String contractor, PayeeAccount account) {
        return new VerifiedAccount(contractor, CurrencyUnit.EUR, account, "Name", null, days("2020-01-01", null));
    }

    private static Validity days(String from, String to) {
        return new Validity(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }
}
