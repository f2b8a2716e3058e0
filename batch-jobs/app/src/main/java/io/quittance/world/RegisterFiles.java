package io.quittance.world;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.joda.money.Money;

/** The register's tables of contractors, their accounts and their contracts, row by row. */
final class RegisterFiles implements Closeable {

    /** The tables written here; all else of a configuration is taken over. */
    static final List<String> NAMES =
            List.of("register/contractors.csv", "register/accounts.csv", "register/contracts.csv");

    /** Not taken over: it would name contracts that are not there. */
    static final String TERMS = "register/contract-terms.csv";

    private static final String SINCE = "2025-01-01";
    private static final String VERIFIED_ON = "2025-03-14";

    private final CsvWriter contractors;
    private final CsvWriter accounts;
    private final CsvWriter contracts;

    private RegisterFiles(CsvWriter contractors, CsvWriter accounts, CsvWriter contracts) {
        this.contractors = contractors;
        this.accounts = accounts;
        this.contracts = contracts;
    }

    /** Begins the tables of a configuration folder. */
    static RegisterFiles in(Path config) throws IOException {
        Files.createDirectories(config.resolve("register"));
        return new RegisterFiles(
                table(
                        config.resolve(NAMES.get(0)),
                        "id,name,kind,street,building,post_code,town,subdivision,country,vat_country,vat_id,standing,"
                                + "classification,classification_from,classification_to,valid_from,valid_to"),
                table(
                        config.resolve(NAMES.get(1)),
                        "contractor,currency,account,bic,clearing_system,clearing_member,country,holder,verified_on,"
                                + "valid_from,valid_to"),
                table(
                        config.resolve(NAMES.get(2)),
                        "id,entity,contractor,client,currency,cap,service,valid_from,valid_to"));
    }

    private static CsvWriter table(Path file, String header) throws IOException {
        CsvWriter table = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        table.writeRecord(header.split(",", -1));
        return table;
    }

    void write(Supplier supplier) {
        contractor(supplier);
        account(supplier);
        supplier.payers().forEach(payer -> contract(supplier, payer));
    }

    private void contractor(Supplier supplier) {
        Origin origin = supplier.origin();
        contractors.writeRecord(
                supplier.id(),
                supplier.name(),
                supplier.kind().name(),
                supplier.street(),
                supplier.building(),
                supplier.postCode(),
                origin.town(),
                origin.subdivision(),
                origin.country(),
                origin.country(),
                supplier.vatId(),
                origin.standing().name(),
                supplier.classified() ? "CE-" + supplier.id() : "",
                supplier.classified() ? SINCE : "",
                "",
                SINCE,
                "");
    }

    private void account(Supplier supplier) {
        Origin origin = supplier.origin();
        accounts.writeRecord(
                supplier.id(),
                origin.currency().getCode(),
                supplier.account(),
                origin.bic(),
                origin.clearingSystem(),
                origin.clearingMember(),
                origin.country(),
                supplier.name(),
                supplier.verified() ? VERIFIED_ON : "",
                SINCE,
                "");
    }

    private void contract(Supplier supplier, Payer payer) {
        Money cap = Money.ofMinor(supplier.origin().currency(), supplier.capMinor());
        contracts.writeRecord(
                supplier.contract(payer),
                payer.id(),
                supplier.id(),
                "",
                cap.getCurrencyUnit().getCode(),
                cap.isZero() ? "" : cap.getAmount().toPlainString(),
                "GENERAL",
                SINCE,
                "2027-12-31");
    }

    @Override
    public void close() throws IOException {
        contractors.close();
        accounts.close();
        contracts.close();
    }
}
