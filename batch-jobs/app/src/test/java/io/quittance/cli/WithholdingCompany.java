package io.quittance.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The example group with payers in Mexico, India, Spain and the United States, whose laws withhold. All names are invented. */
final class WithholdingCompany {

    private static final String HASH = "ab".repeat(32);

    /** Table to rows that are added to it. */
    private static final Map<String, String> ADDED = new TreeMap<>(Map.of(
            "register/entities.csv", """
            MX-SA,Halyard Talento S.A. de C.V.,Calle Faro,3,06000,Ciudad de Mexico,,MX,MXN,MX,,,100,2022-01-01,
            IN-PVT,Halyard Talent Private Limited,Jetty Road,9,560001,Bengaluru,Karnataka,IN,INR,IN-KA,,,100,2022-01-01,
            ES-SL,Halyard Talento S.L.,Calle del Muelle,4,41001,Sevilla,,ES,EUR,ES,ESB87310454,,100,2022-01-01,
            US-INC,Halyard Talent Inc.,Pier Street,12,98101,Seattle,WA,US,USD,US,,,100,2022-01-01,
            """,
            "register/bank-accounts.csv", """
            MX-SA-MXN,MX-SA,kapalbank,0720039001,TESTSGSG,MXN
            IN-PVT-INR,IN-PVT,kapalbank,0720039002,TESTSGSG,INR
            ES-SL-EUR,ES-SL,kapalbank,0720039003,TESTSGSG,EUR
            US-INC-USD,US-INC,kapalbank,0720039004,TESTSGSG,USD
            """,
            "register/contractors.csv", """
            W-MX,Rosa Mendoza Faro,INDIVIDUAL,Calle Sal,5,06010,Ciudad de Mexico,,MX,MX,,REGISTERED,CE-W1,2025-01-01,,2025-01-01,
            W-IN,Banyan Code Works,COMPANY,Temple Lane,2,560002,Bengaluru,Karnataka,IN,IN-KA,,REGISTERED,CE-W2,2025-01-01,,2025-01-01,
            W-GB,Elsie Marlow,INDIVIDUAL,Quay Road,6,BS1 4ST,Bristol,,GB,GB,,NONE,CE-W3,2025-01-01,,2025-01-01,
            """,
            "register/accounts.csv", """
            W-MX,MXN,000417900101,TESTMXMM,,,MX,Rosa Mendoza Faro,2025-03-14,2025-03-01,
            W-IN,INR,000417900202,TESTINBB,INFSC,TEST0417122,IN,Banyan Code Works,2025-03-14,2025-03-01,
            W-GB,USD,000417900303,TESTUS33,USABA,099900124,US,Elsie Marlow,2025-03-14,2025-03-01,
            """,
            "register/contracts.csv", """
            CT-W-MX,MX-SA,W-MX,,MXN,,GENERAL,2026-01-01,2027-12-31
            CT-W-IN,IN-PVT,W-IN,,INR,,GENERAL,2026-01-01,2027-12-31
            CT-W-ES,ES-SL,C1031,,EUR,,GENERAL,2026-01-01,2027-12-31
            CT-W-ESUS,ES-SL,C1201,,USD,,GENERAL,2026-01-01,2027-12-31
            CT-W-US,US-INC,C1202,,USD,,GENERAL,2026-01-01,2027-12-31
            CT-W-GB,US-INC,W-GB,,USD,,GENERAL,2026-01-01,2027-12-31
            CT-W-GBUS,US-INC,W-GB,,USD,,GENERAL,2026-01-01,2027-12-31
            CT-W-GBNET,US-INC,W-GB,,USD,,GENERAL,2026-01-01,2027-12-31
            CT-W-USNET,US-INC,C1202,,USD,,GENERAL,2026-01-01,2027-12-31
            """,
            "register/withholding-contracts.csv", "CT-W-GBUS,,US,\nCT-W-GBNET,,US,PAYER\nCT-W-USNET,,,PAYER\n",
            "register/withholding-parties.csv", "W-IN,,GIVEN,\nC1202,,GIVEN,\n",
            "register/withholding-certificates.csv",
                    "WC-1,C1201,TREATY,ES,,10,2026-01-01,2026-11-24," + HASH + ",anna\n"));

    private WithholdingCompany() {}

    /** Writes the configuration into a folder. */
    static void write(Path config) throws IOException {
        copy(Program.root().resolve("config"), config);
        for (var table : ADDED.entrySet()) {
            append(config.resolve(table.getKey()), table.getValue());
        }
        Path users = config.resolve("users.yaml");
        Files.writeString(users, Files.readString(users).replace("    approval_limit: EUR 250000.00\n", ""));
    }

    /**
     * An invoice in our columns.
     *
     * @param parties entity, contractor, name and contract, commas between
     * @param terms number, currency, net, VAT category, rate and VAT, commas between; the rate is empty where there is none
     */
    static String invoice(String parties, String terms) {
        String[] who = parties.split(",");
        String[] what = terms.split(",");
        String gross = new BigDecimal(what[2]).add(new BigDecimal(what[5])).toPlainString();
        return String.join(
                ",",
                "invoice",
                what[0],
                "2026-11-09",
                "2026-11-08",
                "2026-11-24",
                who[0],
                who[1],
                who[2],
                "",
                who[3],
                "",
                what[1],
                "1",
                "Consulting",
                "1",
                what[2],
                what[2],
                what[3],
                what[4],
                what[5],
                what[2],
                what[5],
                gross,
                gross,
                "",
                "",
                "",
                "");
    }

    static void drop(Path inbox, String name, List<String> invoices) throws IOException {
        String header = Files.readAllLines(
                        Program.root().resolve("fixtures/errors/Q803/inbox/invoices/one-invoice.csv"))
                .getFirst();
        Files.createDirectories(inbox);
        Files.write(
                inbox.resolve(name),
                Stream.concat(Stream.of(header), invoices.stream()).toList());
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static void append(Path file, String rows) throws IOException {
        Files.writeString(file, rows, StandardOpenOption.APPEND);
    }
}
