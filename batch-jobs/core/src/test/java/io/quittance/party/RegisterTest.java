package io.quittance.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.party.Contractor.Kind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.PayeeAccount.IbanAccount;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTest {

    private static final Address TOWN = new Address(null, null, null, "Utrecht", null, "NL");
    private static final Iban IBAN = Iban.of("NL91ABNA0417164300");

    private final Register register = Register.of(
            List.of(
                    entity("NL-BV", "Old BV", "NL004495445B01", "30123456", "2020-01-01", "2025-12-31"),
                    entity("NL-BV", "New BV", "NL004495445B01", "30123456", "2026-01-01", null),
                    entity("GB-A", "Group A", "GB980780684", "01", "2020-01-01", null),
                    entity("GB-B", "Group B", "GB980780684", "02", "2020-01-01", null)),
            List.of(
                    contractor("C-1", "NO", "995525828MVA", "2020-01-01", "2026-06-30"),
                    contractor("C-1", "NO", "995525828MVA", "2026-08-01", null),
                    contractor("C-2", "GR", "EL094259216", "2020-01-01", null)),
            List.of(),
            List.of(
                    account("C-1", "EUR", "2020-01-01", "2026-01-31"),
                    account("C-1", "EUR", "2026-02-01", null),
                    account("C-1", "USD", "2020-01-01", null)));

    @ParameterizedTest(name = "on {0} it is {1}")
    @CsvSource({"2025-12-31, Old BV", "2026-01-01, New BV", "2030-01-01, New BV", "2019-12-31, New BV"})
    void theVersionOfTheDayElseTheLatest(LocalDate day, String name) {
        assertThat(register.entity("NL-BV", day)).map(Entity::name).contains(name);
    }

    @Test
    void aGapShowsTheLatestVersionWhichDoesNotCoverTheDay() {
        LocalDate inTheGap = LocalDate.parse("2026-07-15");
        assertThat(register.contractor("C-1", inTheGap))
                .get()
                .satisfies(
                        found -> assertThat(found.validity().covers(inTheGap)).isFalse());
        assertThat(register.contractor("C-9", inTheGap)).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "NL-BV, NL-BV",
        "nl-bv, NL-BV",
        "NL 0044.95.445.B01, NL-BV",
        "30123456, NL-BV",
        "GB-A, GB-A",
        "01, GB-A",
        "GB980780684,",
        "GB 980 7806 84,",
        "nobody,"
    })
    void anEntityIsNamedByIdVatIdOrLegalIdButNotByASharedOne(String stated, String id) {
        assertThat(register.resolveEntity(stated).orElse(null)).isEqualTo(id);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"C-1, C-1", "995 525 828 MVA, C-1", "NO995525828MVA, C-1", "EL 094259216, C-2", "C-3,", "'',"})
    void aContractorIsNamedByIdOrVatId(String stated, String id) {
        assertThat(register.resolveContractor(stated).orElse(null)).isEqualTo(id);
    }

    @ParameterizedTest(name = "{1} accounts in {0} on {2}")
    @CsvSource({
        "EUR, 1, 2026-01-31",
        "EUR, 1, 2026-02-01",
        "USD, 1, 2026-02-01",
        "GBP, 0, 2026-02-01",
        "EUR, 0, 2019-01-01"
    })
    void accountsOfTheDayAndCurrency(String currency, int number, LocalDate day) {
        assertThat(register.accounts("C-1", CurrencyUnit.of(currency), day)).hasSize(number);
    }

    @Test
    void entitiesAreTheLatestVersionsById() {
        assertThat(register.entities()).extracting(Entity::name).containsExactly("Group A", "Group B", "New BV");
    }

    @Test
    void twoVersionsOnOneDayAreRefused() {
        List<Contractor> overlapping = List.of(
                contractor("C-1", "NO", null, "2020-01-01", "2026-06-30"),
                contractor("C-1", "NO", null, "2026-06-30", null));
        assertThatThrownBy(() -> Register.of(List.of(), overlapping, List.of(), List.of()))
                .hasMessage("Two versions of C-1 hold on the same day: 2020-01-01 to 2026-06-30, and from 2026-06-30");
    }

    private static Entity entity(String id, String name, String vatId, String legalId, String from, String to) {
        return new Entity(
                id,
                name,
                TOWN,
                CurrencyUnit.EUR,
                vatId.substring(0, 2),
                vatId,
                legalId,
                100,
                List.of(),
                days(from, to));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"'Jansen B.V.', C-1", "' jansen   b.v. ', C-1", "Jansen,", "Doe,", "'',"})
    void aContractorIsNamedByItsNameButNotByASharedOne(String name, String id) {
        var named = Register.of(
                List.of(),
                List.of(named("C-1", "Jansen B.V."), named("C-2", "Doe"), named("C-3", "DOE")),
                List.of(),
                List.of());
        assertThat(named.resolveContractorByName(name).orElse(null)).isEqualTo(id);
        assertThat(named.resolveContractor(name)).as("a name is no identifier").isEmpty();
    }

    private static Contractor named(String id, String name) {
        return new Contractor(
                id, name, Kind.COMPANY, TOWN, "NL", null, VatStanding.REGISTERED, null, null, days("2020-01-01", null));
    }

    private static Contractor contractor(String id, String country, String vatId, String from, String to) {
        return new Contractor(
                id, "Name", Kind.COMPANY, TOWN, country, vatId, VatStanding.REGISTERED, null, null, days(from, to));
    }

    private static VerifiedAccount account(String contractor, String currency, String from, String to) {
        return new VerifiedAccount(
                contractor, CurrencyUnit.of(currency), new IbanAccount(IBAN, null), "Name", null, days(from, to));
    }

    private static Validity days(String from, String to) {
        return new Validity(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }
}
