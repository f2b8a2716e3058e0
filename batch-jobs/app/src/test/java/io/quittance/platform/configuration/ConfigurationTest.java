package io.quittance.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.party.BankAccount;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.PayeeAccount.IbanAccount;
import io.quittance.party.PayeeAccount.LocalAccount;
import io.quittance.payment.Rail;
import io.quittance.platform.PlatformError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    @TempDir
    Path folder;

    private ConfigFolder config;

    @BeforeEach
    void right() {
        config = ConfigFolder.right(folder);
    }

    @Test
    void settingsAreRead() {
        Settings settings = config.load().settings();
        assertThat(settings.company()).isEqualTo("Halyard");
        assertThat(settings.example()).isFalse();
        assertThat(settings.businessZone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
        assertThat(settings.horizonDays()).isEqualTo(7);
        assertThat(settings.defaultDueDays()).isEqualTo(30);
        assertThat(settings.approvers()).isEqualTo(2);
        assertThat(settings.calendars().get("target").closed()).containsExactly(LocalDate.of(2026, 12, 31));
    }

    @Test
    void usersAreFoundByNameAndLogin() {
        Users users = config.load().users();
        assertThat(users.trustsLocally()).isFalse();
        User anna = users.named("anna").orElseThrow();
        assertThat(anna.may(Role.PROPOSE)).isTrue();
        assertThat(anna.may(Role.APPROVE)).isFalse();
        assertThat(users.withLogin("anna")).contains(anna);
        assertThat(users.withLogin("ben")).isEmpty();
        assertThat(users.named("ben").orElseThrow().approvalLimit()).isEqualTo(Money.parse("EUR 250000.00"));
    }

    @Test
    void bankProfilesAreRead() {
        BankProfile bank = config.load().bank("polder").orElseThrow();
        assertThat(bank.rails()).containsExactlyInAnyOrder(Rail.SEPA, Rail.CROSS_BORDER);
        assertThat(bank.cutOff()).isEqualTo(LocalTime.of(14, 0));
        assertThat(config.load().bank("other")).isEmpty();
    }

    @Test
    void theRegisterIsRead() {
        RegisterTables register = config.load().register();

        assertThat(register.entities()).extracting(entity -> entity.id()).containsExactly("NL-BV", "SG-PTE");
        assertThat(register.entities().getFirst().accounts())
                .extracting(BankAccount::number)
                .containsExactly("NL42TEST0201004178");
        assertThat(register.entities().getLast().accounts().getFirst())
                .extracting(BankAccount::number, BankAccount::iban)
                .containsExactly("0720031145", Optional.empty());

        assertThat(register.contractors())
                .extracting(contractor -> contractor.standing())
                .containsExactly(VatStanding.REGISTERED, VatStanding.FRANCHISE);
        assertThat(register.contractors().getFirst().name()).isEqualTo("Jansen, Piet");
        assertThat(register.contractors().getLast().classificationValidity()).isNull();

        assertThat(register.accounts().getFirst().account()).isInstanceOf(IbanAccount.class);
        assertThat(register.accounts().getLast().verifiedOn()).isNull();
        assertThat(register.accounts().getLast().account())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(LocalAccount.class))
                .extracting(LocalAccount::clearingSystem, LocalAccount::country)
                .containsExactly("USABA", "US");
        assertThat(register.contracts().getFirst().cap()).isEqualTo(Money.parse("EUR 12000.50"));
        assertThat(register.contracts().getFirst().currency()).isEqualTo(CurrencyUnit.EUR);
    }

    /** What stands in the file, what it is replaced by, and the error that must come: file, line, key, problem. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            quittance.yaml | company: Halyard       | compnay: Halyard       | quittance.yaml:1 company: is missing.
            quittance.yaml | company: Halyard       | `company: Halyard\ncolour: red` | quittance.yaml:2 colour: is not a key known here; known are businessZone, calendars, company, example, intake, proposal, registry.
            quittance.yaml | Europe/Amsterdam       | Europe/Amsterdm        | quittance.yaml:2 businessZone: is 'Europe/Amsterdm', expected a time zone such as Europe/Amsterdam.
            quittance.yaml | horizonDays: 7         | horizonDays: seven     | quittance.yaml:4 proposal.horizonDays: is 'seven', expected a whole number.
            quittance.yaml | approvers: 2           | approvers: 0           | quittance.yaml:6 proposal.approvers: is 0, expected 1 to 5.
            quittance.yaml | approvers: 2           | approvers:             | quittance.yaml:6 proposal.approvers: must be one value, and not empty.
            quittance.yaml | approvers: 2           | `approvers: 2\n  horizonDays: 8` | quittance.yaml:7 proposal.horizonDays: stands here a second time (first in line 4).
            quittance.yaml | 2026-12-31             | 2026-31-12             | quittance.yaml:10 calendars[1].closed: has '2026-31-12', expected dates such as 2026-12-31.
            quittance.yaml | company: Halyard       | `company: "Halyard`    | quittance.yaml:11: is no YAML
            users.yaml     | roles: [approve]       | roles: [aprove]        | users.yaml:8 users[2].roles: is 'aprove', expected one of operate, propose, approve, release, verify.
            users.yaml     | roles: [approve]       | roles: approve         | users.yaml:8 users[2].roles: must be a list.
            users.yaml     | name: ben              | name: anna             | users.yaml:6 users[2].name: 'anna' is the name of two users.
            users.yaml     | name: ben              | name: Ben B            | users.yaml:6 users[2].name: is 'Ben B', expected lower case letters, digits, dot and hyphen.
            users.yaml     | EUR 250000.00          | 250000                 | users.yaml:9 users[2].approval_limit: is '250000', expected an amount such as EUR 250000.00.
            users.yaml     | users:                 | `trust: all\nusers:`   | users.yaml:1 trust: is 'all', expected one of local, login.
            users.yaml     | users:                 | `trust: local\nusers:` | users.yaml:1 trust: is 'local', but quittance.yaml does not say example: true
            banks/polder.yaml | batchBooking: true  | batchBooking: yes      | polder.yaml:4 batchBooking: is 'yes', expected true or false.
            banks/polder.yaml | calendar: target    | calendar: lunar        | polder.yaml:7 calendar: is 'lunar', but quittance.yaml has no calendar of that name.
            banks/polder.yaml | outbox/payments     | ../elsewhere           | polder.yaml:9 channel.folder: is '../elsewhere', expected a folder inside the workspace.
            banks/polder.yaml | [sepa, cross-border] | []                    | polder.yaml:3 profiles: is empty, expected at least one.
            register/entities.csv | functional_currency | currency           | entities.csv:1 currency: is not a column known here
            register/entities.csv | ,91420077,100,    | ,91420077,101,       | entities.csv:2 recovery_percent: is 101, expected 0 to 100.
            register/entities.csv | Halyard Pte. Ltd. | `Halyard, Pte.`      | entities.csv:3: the row has 16 fields, the header 15.
            register/entities.csv | Singapore,,SG,SGD | Singapore,,SG,SGX    | entities.csv:3 functional_currency: is 'SGX', expected a currency such as EUR.
            register/entities.csv | Singapore,,SG,SGD | Singapore,,sg,SGD    | entities.csv:3 country: is 'sg', expected two capital letters
            register/bank-accounts.csv | NL-BV,polder | NL-BV,older          | bank-accounts.csv:2 bank: is 'older', which banks/ does not have.
            register/bank-accounts.csv | SG-PTE-SGD,  | `NL-BV-EUR,`         | bank-accounts.csv:3 id: 'NL-BV-EUR' stands in line 2 already.
            register/contractors.csv | 2026-01-01,    | 2025-12-31,          | contractors.csv:3 valid_from: overlaps with the version of 'C1' in line 2.
            register/contractors.csv | FRANCHISE      | SMALL                | contractors.csv:3 standing: is 'SMALL', expected one of [REGISTERED, FRANCHISE, NONE].
            register/accounts.csv | C1,USD            | C2,USD               | accounts.csv:3 contractor: is 'C2', which contractors.csv does not have.
            register/accounts.csv | ,,,NL,Piet        | ,,,DE,Piet           | accounts.csv:2 country: is 'DE', but the IBAN is one of NL.
            register/contracts.csv | 12000.50         | 12000.505            | contracts.csv:2 cap: is '12000.505', expected an amount with at most the decimals of EUR.
            register/contracts.csv | 2027-12-31       | 2025-12-31           | contracts.csv:2 valid_to: is 2025-12-31, before valid_from 2026-01-01.
            """)
    void eachErrorNamesFileLineAndKey(String file, String old, String young, String error) {
        config.replace(file, old, young.replace("\\n", "\n"));
        assertThatThrownBy(() -> config.load())
                .isInstanceOf(ConfigurationError.class)
                .hasMessageStartingWith(folder.toString())
                .hasMessageContaining(error)
                .satisfies(thrown ->
                        assertThat(((PlatformError) thrown).exitCode()).isEqualTo(78));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C2   | C1 | contractors.csv:3 merged_into: leads in a circle back to 'C1'.
            C1   | C1 | contractors.csv:3 merged_into: leads in a circle back to 'C1'.
            C9   |    | contractors.csv:3 merged_into: is 'C9', which contractors.csv does not have.
            C2   |    |
            """)
    void aContractorMayBeMergedIntoAnother(String first, String second, String error) {
        config.replace("register/contractors.csv", "valid_to\n", "valid_to,merged_into\n");
        config.replace("register/contractors.csv", "2025-01-01,2025-12-31\n", "2025-01-01,2025-12-31,\n");
        config.replace(
                "register/contractors.csv",
                "2026-01-01,\n",
                "2026-01-01,," + first + "\n"
                        + "C2,Jansen,INDIVIDUAL,Kade,9,2312 HX,Leiden,,NL,NL,,NONE,,,,2026-01-01,,"
                        + (second == null ? "" : second) + "\n");
        if (error == null) {
            assertThat(config.load().register().mergers()).isEqualTo(java.util.Map.of("C1", "C2"));
        } else {
            assertThatThrownBy(() -> config.load())
                    .isInstanceOf(ConfigurationError.class)
                    .hasMessageContaining(error);
        }
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        Files.delete(config.path("users.yaml"));
        assertThatThrownBy(() -> config.load())
                .isInstanceOf(ConfigurationError.class)
                .hasMessage(config.path("users.yaml") + ": is missing.");
    }

    @Test
    void anotherEncodingIsNamed() throws Exception {
        Files.write(config.path("users.yaml"), "users: [] # Zoë".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> config.load()).hasMessageEndingWith("users.yaml: is not UTF-8.");
    }

    /** The library would run out of stack, by levels of calls or by levels of brackets. */
    @Test
    void endlessNestingIsNamed() throws Exception {
        Files.writeString(config.path("users.yaml"), "users: " + "[".repeat(100_000));
        assertThatThrownBy(() -> config.load())
                .isInstanceOf(ConfigurationError.class)
                .hasMessageEndingWith("users.yaml:1: is nested deeper than 50 levels.");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> Configuration.load(folder.resolve("none")))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining(folder.resolve("none") + ": is no folder.");
    }
}
