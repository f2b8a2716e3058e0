package io.quittance.stage;

import io.quittance.fx.Jurisdictions;
import io.quittance.fx.table.FxTableFiles;
import io.quittance.fx.table.FxTables;
import io.quittance.party.BankAccount;
import io.quittance.party.Entity;
import io.quittance.party.Register;
import io.quittance.platform.configuration.BankProfile;
import io.quittance.platform.configuration.Configuration;
import io.quittance.platform.configuration.ConfigurationError;
import io.quittance.platform.configuration.Settings;
import io.quittance.table.TableError;
import io.quittance.tax.ReturnBoxes;
import io.quittance.tax.TableTaxRules;
import io.quittance.tax.TaxPolicies;
import io.quittance.tax.TaxRules;
import io.quittance.tax.table.TaxPolicyFiles;
import io.quittance.tax.table.TaxTableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * A configuration, read and checked as a whole.
 *
 * @param banks bank profiles by id
 */
public record Loaded(
        Configuration configuration,
        Settings settings,
        Map<String, BankProfile> banks,
        Register register,
        FxTables fx,
        TaxRules tax,
        TaxPolicies policies,
        ReturnBoxes boxes) {

    /** Reads a folder. @throws ConfigurationError with file, line and key for the first thing that is wrong */
    public static Loaded from(Path folder) {
        Configuration configuration = Configuration.load(folder);
        var register = configuration.register();
        try {
            return new Loaded(
                    configuration,
                    configuration.settings(),
                    configuration.banks(),
                    Register.of(
                            register.entities(),
                            register.contractors(),
                            register.contracts(),
                            register.accounts(),
                            register.mergers()),
                    FxTableFiles.read(folder.resolve("fx")),
                    TableTaxRules.of(TaxTableFiles.read(folder.resolve("tax"))),
                    TaxPolicyFiles.read(folder.resolve("tax")),
                    TaxTableFiles.boxes(folder.resolve("tax")));
        } catch (TableError wrong) {
            String place = wrong.place().toString();
            throw ConfigurationError.in(folder, place + ": " + wrong.reason(), "Correct " + place + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where each entity is established for VAT: what policies of rates are found by. */
    public Jurisdictions jurisdictions() {
        return (entity, on) -> register.entity(entity, on).map(Entity::vatCountry);
    }

    /** The profile of a bank. @throws IllegalStateException when an account names a bank that has none */
    public BankProfile bank(String id) {
        BankProfile bank = banks.get(id);
        if (bank == null) {
            throw new IllegalStateException("No bank profile " + id + " in config/banks");
        }
        return bank;
    }

    /** The days on which a bank executes payments. */
    public BankDays bankDays(String bank) {
        // Configuration.load has checked that the calendar is there.
        return BankDays.of(
                Objects.requireNonNull(settings.calendars().get(bank(bank).calendar())));
    }

    /** The first day after a date on which the entity's bank in its functional currency executes payments. */
    public LocalDate nextBankDay(String entity, LocalDate after) {
        return bankDaysOf(entity, after).nextAfter(after);
    }

    /** The days of the entity's bank in its functional currency. */
    public BankDays bankDaysOf(String entity, LocalDate on) {
        var payer = register.entity(entity, on).orElseThrow();
        return payer.accounts().stream()
                .filter(account -> account.currency().equals(payer.functionalCurrency()))
                .map(BankAccount::bank)
                .findFirst()
                .map(this::bankDays)
                .orElseThrow(() -> new IllegalStateException(entity + " has no account in its functional currency"));
    }
}
