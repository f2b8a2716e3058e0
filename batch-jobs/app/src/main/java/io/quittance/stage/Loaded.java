package io.quittance.stage;

import io.quittance.finding.Place;
import io.quittance.fx.Jurisdictions;
import io.quittance.fx.table.FxTableFiles;
import io.quittance.fx.table.FxTables;
import io.quittance.party.BankAccount;
import io.quittance.party.Contract;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import io.quittance.party.Register;
import io.quittance.party.TaxNumbers;
import io.quittance.party.VatId;
import io.quittance.platform.configuration.BankProfile;
import io.quittance.platform.configuration.Configuration;
import io.quittance.platform.configuration.ConfigurationError;
import io.quittance.platform.configuration.RegisterTables;
import io.quittance.platform.configuration.Settings;
import io.quittance.table.TableError;
import io.quittance.tax.ReturnBoxes;
import io.quittance.tax.TableTaxRules;
import io.quittance.tax.TaxPolicies;
import io.quittance.tax.TaxRules;
import io.quittance.tax.table.TaxPolicyFiles;
import io.quittance.tax.table.TaxTableFiles;
import io.quittance.vat.ReturnForms;
import io.quittance.vat.ReturnPeriods;
import io.quittance.vat.table.ReturnTableFiles;
import io.quittance.withholding.WithholdingTables;
import io.quittance.withholding.table.TaxNumberFile;
import io.quittance.withholding.table.WithholdingFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        ReturnBoxes boxes,
        ReturnForms forms,
        ReturnPeriods periods,
        WithholdingTables withholding,
        TaxNumbers numbers) {

    /** Reads a folder. @throws ConfigurationError with file, line and key for the first thing that is wrong */
    public static Loaded from(Path folder) {
        Configuration configuration = Configuration.load(folder);
        var register = configuration.register();
        try {
            ReturnBoxes boxes = TaxTableFiles.boxes(folder.resolve("tax"));
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
                    boxes,
                    forms(folder, boxes),
                    ReturnTableFiles.periods(folder.resolve("tax")),
                    withholding(folder, register),
                    numbers(folder, register));
        } catch (TableError wrong) {
            String place = folder.resolve(wrong.place().toString()).toString();
            throw ConfigurationError.of(place + ": " + wrong.reason(), "Correct " + place + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReturnForms forms(Path folder, ReturnBoxes boxes) throws IOException {
        ReturnForms forms = ReturnTableFiles.forms(folder.resolve("tax"));
        try {
            forms.requireAll(boxes);
        } catch (IllegalArgumentException contradiction) {
            throw new TableError(Place.of("tax/return-boxes.csv"), String.valueOf(contradiction.getMessage()));
        }
        return forms;
    }

    private static TaxNumbers numbers(Path folder, RegisterTables register) throws IOException {
        TaxNumbers numbers = TaxNumberFile.read(folder);
        requireKnown(numbers.named(), parties(register), "register/tax-numbers.csv");
        return numbers;
    }

    private static Set<String> parties(RegisterTables register) {
        return Stream.concat(
                        register.contractors().stream().map(Contractor::id),
                        register.entities().stream().map(Entity::id))
                .collect(Collectors.toSet());
    }

    /** What is said of somebody whom the register does not have is a slip of the pen, and would withhold nothing. */
    private static WithholdingTables withholding(Path folder, RegisterTables register) throws IOException {
        WithholdingTables tables = WithholdingFiles.read(folder);
        Set<String> parties = parties(register);
        Set<String> contracts = register.contracts().stream().map(Contract::id).collect(Collectors.toSet());
        requireKnown(
                tables.namedParties(), parties, "register/withholding-parties.csv or withholding-certificates.csv");
        requireKnown(tables.namedContracts(), contracts, "register/withholding-contracts.csv");
        return tables;
    }

    private static void requireKnown(Set<String> named, Set<String> known, String file) {
        named.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new TableError(Place.of(file), "'" + id + "' is not in the register");
        });
    }

    /** The tables of rules about tax, as this configuration has them. */
    public Path taxFolder() {
        return configuration.folder().resolve("tax");
    }

    /** Where each entity is established for VAT: what policies of rates are found by. */
    public Jurisdictions jurisdictions() {
        return (entity, on) ->
                register.entity(entity, on).map(Entity::vatCountry).map(VatId::countryOf);
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
