package io.quittance.platform.configuration;

import io.quittance.invoice.profile.Profiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All of {@code config/} that the platform reads itself; other tables (rates, tax) are read by their domains with
 * {@link CsvTable} and {@link YamlFile}.
 *
 * @param folder {@code --config}
 * @param banks by id
 * @param rules what the official e-invoice rules may cost and what they do
 * @param intake what the columns of sheets of invoices mean
 * @param digest of every file in the folder: what a run is frozen on
 */
public record Configuration(
        Path folder,
        Settings settings,
        Users users,
        Map<String, BankProfile> banks,
        RegisterTables register,
        RuleSettings rules,
        Profiles intake,
        String digest) {

    public Configuration {
        banks = Map.copyOf(banks);
    }

    /**
     * Reads and checks everything.
     *
     * @throws ConfigurationError at the first thing that is wrong, with file, line and key
     */
    public static Configuration load(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw ConfigurationError.in(
                    folder, "is no folder.", "Name the folder of the configuration with --config DIR.");
        }
        Settings settings = Settings.read(folder.resolve("quittance.yaml"));
        Users users = Users.read(folder.resolve("users.yaml"), settings);
        Map<String, BankProfile> banks = banks(folder.resolve("banks"), settings);
        RegisterTables register = RegisterTables.read(folder.resolve("register"), banks.keySet());
        RuleSettings rules = RuleSettings.of(folder);
        Profiles intake = IntakeProfiles.read(folder.resolve("intake"));
        return new Configuration(folder, settings, users, banks, register, rules, intake, ConfigDigest.of(folder));
    }

    /** The profile with this id. */
    public Optional<BankProfile> bank(String id) {
        return Optional.ofNullable(banks.get(id));
    }

    private static Map<String, BankProfile> banks(Path folder, Settings settings) {
        Map<String, BankProfile> banks = new TreeMap<>();
        for (Path file : YamlFile.in(folder)) {
            BankProfile bank = BankProfile.read(file, settings);
            banks.put(bank.id(), bank);
        }
        return banks;
    }
}
