package io.quittance.platform.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * The folders that people and Quittance share ({@code --home}). Only their owner may look inside.
 *
 * @param home absolute
 */
public record Workspace(Path home) {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    public Workspace {
        home = home.toAbsolutePath().normalize();
    }

    /** Drop folder for invoices. */
    public Path inboxInvoices() {
        return home.resolve("inbox/invoices");
    }

    /** Drop folder for what banks send. */
    public Path inboxBank() {
        return home.resolve("inbox/bank");
    }

    /** Drop folder for exchange rates. */
    public Path inboxRates() {
        return home.resolve("inbox/rates");
    }

    /** Drop folder for approved time sheets and milestones. */
    public Path inboxTimeSheets() {
        return home.resolve("inbox/timesheets");
    }

    /** Drop folder for answers of tax registers. */
    public Path inboxRegistry() {
        return home.resolve("inbox/registry");
    }

    /** Every original, by its SHA-256, never changed. */
    public Path archive() {
        return home.resolve("archive");
    }

    /** Refused records with their findings, ready to be corrected and dropped again. */
    public Path quarantine() {
        return home.resolve("quarantine");
    }

    /** Payment files for the bank, one folder a run. */
    public Path outboxPayments() {
        return home.resolve("outbox/payments");
    }

    /** Payment files that are being proven, before they are moved to where banks fetch them. Nobody fetches from here. */
    public Path staging() {
        return home.resolve("staging");
    }

    /** Advices for payees, one folder a run. */
    public Path outboxRemittance() {
        return home.resolve("outbox/remittance");
    }

    /** Workbooks, return data, evidence packs. */
    public Path reports() {
        return home.resolve("reports");
    }

    /** The embedded PostgreSQL. */
    public Path database() {
        return home.resolve("database");
    }

    /** Whether some command has created it. */
    public boolean exists() {
        return Files.isDirectory(archive());
    }

    /**
     * Creates what is missing; done by the first command that changes anything.
     *
     * @throws StorageError when a folder cannot be made, or files could not be moved between the folders in one step
     */
    public Workspace create() {
        List<Path> folders = List.of(
                home,
                inboxInvoices(),
                inboxBank(),
                inboxRates(),
                inboxTimeSheets(),
                inboxRegistry(),
                archive(),
                quarantine(),
                outboxPayments(),
                staging(),
                outboxRemittance(),
                reports(),
                database());
        for (Path folder : folders) {
            make(folder);
        }
        refuseSeveralFileSystems();
        return this;
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder, OWNER_ONLY);
        } catch (IOException e) {
            throw StorageError.failed("create the folder", folder, e);
        }
    }

    /** A rename is one step only inside one file system. */
    private void refuseSeveralFileSystems() {
        try {
            Object first = device(archive());
            for (Path folder : List.of(quarantine(), staging(), outboxPayments(), outboxRemittance())) {
                if (!first.equals(device(folder))) {
                    throw StorageError.unfit(
                            folder + " and " + archive()
                                    + " lie on different file systems: files could not be moved in one step.",
                            "Mount the whole workspace " + home + " as one file system.");
                }
            }
        } catch (IOException e) {
            throw StorageError.failed("look at", home, e);
        }
    }

    private static Object device(Path folder) throws IOException {
        return Files.getAttribute(folder, "unix:dev");
    }
}
