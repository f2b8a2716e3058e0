package io.quittance.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of every command, accepted before and after the verb. */
final class Globals {

    /** How results are printed. */
    enum Format {
        TABLE,
        JSON,
        CSV
    }

    @Option(
            names = "--home",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "The workspace (default: workspace).")
    Path home = Path.of("workspace");

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "The configuration (default: config, else the one beside the launcher).")
    @Nullable
    Path config;

    @Option(
            names = "--db",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "A PostgreSQL >= 15 to use instead of the embedded one.")
    @Nullable
    String database;

    @Option(
            names = "--db-owner",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "The same database as its owner, for pending migrations.")
    @Nullable
    String databaseOwner;

    @Option(
            names = "--as",
            scope = ScopeType.INHERIT,
            paramLabel = "USER",
            description = "Act as this user of config/users.yaml (default: whose os_login is yours).")
    @Nullable
    String actAs;

    @Option(names = "--format", scope = ScopeType.INHERIT, description = "table, json or csv (default: table).")
    Format format = Format.TABLE;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Short for --format json.")
    boolean json;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Stack traces and more messages.")
    boolean verbose;

    /** The folder of the configuration. */
    Path config() {
        if (config != null) {
            return config;
        }
        Path here = Path.of("config");
        String launcher = System.getProperty("quittance.launcher.home");
        return Files.isDirectory(here) || launcher == null ? here : Path.of(launcher, "config");
    }

    /** The form that was asked for. */
    Format format() {
        return json ? Format.JSON : format;
    }

    /** Those that a command was given. */
    static Globals of(CommandLine command) {
        CommandLine root = command;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return ((QuittanceCommand) root.getCommand()).globals;
    }
}
