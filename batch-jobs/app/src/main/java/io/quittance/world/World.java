package io.quittance.world;

import io.quittance.platform.configuration.ConfigDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * An invented world of any size: {@code config} for it and a drop folder full of rates and invoices. Most documents are
 * accepted; a few of a hundred are held, rejected or refused, each for a reason of its own. Same size, seed and configuration,
 * same bytes. Memory does not grow beyond a world of a million.
 */
public final class World {

    /** The day for which its rates and dates are made. */
    public static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 11, 24);

    private final int invoices;
    private final Suppliers suppliers;
    private final Documents documents;
    private final RateFiles rates;

    private World(int invoices, long seed) {
        this.invoices = invoices;
        this.suppliers = new Suppliers(seed, invoices);
        this.documents = new Documents(seed, Math.ceilDiv(invoices, suppliers.count()));
        this.rates = new RateFiles(seed);
    }

    /**
     * A world.
     *
     * @param invoices how many documents, credit notes among them; at least 1
     * @param seed which of all worlds of this size
     */
    public static World of(int invoices, long seed) {
        if (invoices < 1) {
            throw new IllegalArgumentException("a world has at least one invoice, not " + invoices);
        }
        return new World(invoices, seed);
    }

    /** How many contractors its register has. */
    public int contractors() {
        return suppliers.count();
    }

    /**
     * Writes it.
     *
     * @param config a configuration with the entities of the example group: all of it is taken over but for contractors, their
     *     accounts and contracts
     * @param out an empty folder, which can be the home of a workspace afterwards
     */
    public void write(Path config, Path out) throws IOException {
        takeOver(config, out.resolve("config"));
        try (RegisterFiles register = RegisterFiles.in(out.resolve("config"))) {
            for (int i = 0; i < suppliers.count(); i++) {
                register.write(suppliers.get(i));
            }
        }
        rates.write(out.resolve("inbox/rates"), BUSINESS_DATE);
        try (InvoiceFolder folder = new InvoiceFolder(out.resolve("inbox/invoices"))) {
            for (int i = 0; i < invoices; i++) {
                Supplier supplier = suppliers.get(i % suppliers.count());
                folder.write(documents.get(supplier, i / suppliers.count()));
            }
        }
    }

    private static void takeOver(Path from, Path to) throws IOException {
        for (var file : ConfigDigest.files(from).entrySet()) {
            if (!RegisterFiles.NAMES.contains(file.getKey()) && !file.getKey().equals(RegisterFiles.TERMS)) {
                Path copy = to.resolve(file.getKey());
                Files.createDirectories(copy.resolveSibling("").normalize());
                Files.copy(file.getValue(), copy);
            }
        }
    }
}
