package io.quittance.platform.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small configuration that is right, for tests to make wrong in one place. */
record ConfigFolder(Path folder) {

    static ConfigFolder right(Path folder) {
        ConfigFolder config = new ConfigFolder(folder);
        config.write("quittance.yaml", """
                company: Halyard
                businessZone: Europe/Amsterdam
                proposal:
                  horizonDays: 7
                  defaultDueDays: 30
                  approvers: 2
                calendars:
                  - name: target
                    holidays: target
                    closed: [2026-12-31]
                """);
        config.write("users.yaml", """
                users:
                  - name: anna
                    display: Anna de Wit
                    os_login: anna
                    roles: [operate, propose]
                  - name: ben
                    display: Ben Hartley
                    roles: [approve]
                    approval_limit: EUR 250000.00
                """);
        config.write("banks/polder.yaml", """
                name: Polder
                bic: TESTNL2A
                profiles: [sepa, cross-border]
                batchBooking: true
                cutOff: "14:00"
                zone: Europe/Amsterdam
                calendar: target
                channel:
                  folder: outbox/payments
                """);
        config.write("register/entities.csv", String.join(",", RegisterRows.ENTITY) + """

                NL-BV,Halyard B.V.,Havenkade,12,1019 BR,Amsterdam,,NL,EUR,NL,NL823104175B01,91420077,100,2022-01-01,
                SG-PTE,Halyard Pte. Ltd.,Lorong Kapal,31,048620,Singapore,,SG,SGD,SG,202104418R,,100,2022-01-01,
                """);
        config.write("register/bank-accounts.csv", String.join(",", RegisterRows.BANK_ACCOUNT) + """

                NL-BV-EUR,NL-BV,polder,NL42 TEST 0201 0041 78,TESTNL2A,EUR
                SG-PTE-SGD,SG-PTE,polder,0720031145,TESTSGSG,SGD
                """);
        config.write("register/contractors.csv", String.join(",", RegisterRows.CONTRACTOR) + """

                C1,"Jansen, Piet",INDIVIDUAL,Dijk,7,2312 HX,Leiden,,NL,NL,NL002417733B98,REGISTERED,CE-1,2025-01-01,,2025-01-01,2025-12-31
                C1,"Jansen, Piet",INDIVIDUAL,Kade,9,2312 HX,Leiden,,NL,NL,NL002417733B98,FRANCHISE,,,,2026-01-01,
                """);
        config.write("register/accounts.csv", String.join(",", RegisterRows.ACCOUNT) + """

                C1,EUR,NL88TEST0417001010,TESTNL2A,,,NL,Piet Jansen,2025-03-14,2025-03-01,
                C1,USD,000417120107,TESTUS33,USABA,099900124,US,Piet Jansen,,2025-03-01,
                """);
        config.write("register/contracts.csv", String.join(",", RegisterRows.CONTRACT) + """

                CT-1,NL-BV,C1,Meridiaan,EUR,12000.50,GENERAL,2026-01-01,2027-12-31
                """);
        return config;
    }

    Configuration load() {
        return Configuration.load(folder);
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    void write(String file, String text) {
        try {
            Files.createDirectories(path(file).getParent());
            Files.writeString(path(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails when the old text is not there: a test must change what it means to change. */
    void replace(String file, String old, String young) {
        try {
            String text = Files.readString(path(file));
            if (!text.contains(old)) {
                throw new IllegalArgumentException(file + " has no '" + old + "'");
            }
            write(file, text.replace(old, young));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
