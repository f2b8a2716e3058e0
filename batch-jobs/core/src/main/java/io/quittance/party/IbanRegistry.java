package io.quittance.party;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The countries of the IBAN registry (ISO 13616, kept by SWIFT). Countries that some tools add as "experimental" are not
 * in it: their accounts are local accounts. Territories use the IBAN of their country: Jersey GB, Réunion FR, Åland FI.
 */
public final class IbanRegistry {

    /** The version of the registry that the table follows. */
    public static final int VERSION = 101;

    /** Country, length of the IBAN, structure behind the check digits, and whether SEPA schemes reach it (EPC409-09). */
    private static final String TABLE = """
            AD 24 4n4n12c sepa
            AE 23 3n16n
            AL 28 8n16c sepa
            AT 20 5n11n sepa
            AZ 28 4a20c
            BA 20 3n3n8n2n
            BE 16 3n7n2n sepa
            BG 22 4a4n2n8c sepa
            BH 22 4a14c
            BI 27 5n5n11n2n
            BR 29 8n5n10n1a1c
            BY 28 4c4n16c
            CH 21 5n12c sepa
            CR 22 4n14n
            CY 28 3n5n16c sepa
            CZ 24 4n16n sepa
            DE 22 8n10n sepa
            DJ 27 5n5n11n2n
            DK 18 4n9n1n sepa
            DO 28 4c20n
            EE 20 2n14n sepa
            EG 29 4n4n17n
            ES 24 4n4n1n1n10n sepa
            FI 18 3n11n sepa
            FK 18 2a12n
            FO 18 4n9n1n
            FR 27 5n5n11c2n sepa
            GB 22 4a6n8n sepa
            GE 22 2a16n
            GI 23 4a15c sepa
            GL 18 4n9n1n
            GR 27 3n4n16c sepa
            GT 28 4c20c
            HN 28 4a20n
            HR 21 7n10n sepa
            HU 28 3n4n1n15n1n sepa
            IE 22 4a6n8n sepa
            IL 23 3n3n13n
            IQ 23 4a3n12n
            IS 26 4n2n6n10n sepa
            IT 27 1a5n5n12c sepa
            JO 30 4a4n18c
            KW 30 4a22c
            KZ 20 3n13c
            LB 28 4n20c
            LC 32 4a24c
            LI 21 5n12c sepa
            LT 20 5n11n sepa
            LU 20 3n13c sepa
            LV 21 4a13c sepa
            LY 25 3n3n15n
            MC 27 5n5n11c2n sepa
            MD 24 2c18c sepa
            ME 22 3n13n2n sepa
            MK 19 3n10c2n sepa
            MN 20 4n12n
            MR 27 5n5n11n2n
            MT 31 4a5n18c sepa
            MU 30 4a2n2n12n3n3a
            NI 28 4a20n
            NL 18 4a10n sepa
            NO 15 4n6n1n sepa
            OM 23 3n16c
            PK 24 4a16c
            PL 28 8n16n sepa
            PS 29 4a21c
            PT 25 4n4n11n2n sepa
            QA 29 4a21c
            RO 24 4a16c sepa
            RS 22 3n13n2n sepa
            RU 33 9n5n15c
            SA 24 2n18c
            SC 31 4a2n2n16n3a
            SD 18 2n12n
            SE 24 3n16n1n sepa
            SI 19 5n8n2n sepa
            SK 24 4n6n10n sepa
            SM 27 1a5n5n12c sepa
            SO 23 4n3n12n
            ST 25 4n4n11n2n
            SV 28 4a20n
            TL 23 3n14n2n
            TN 24 2n3n13n2n
            TR 26 5n1n16c
            UA 29 6n19c
            VA 22 3n15n sepa
            VG 24 4a16n
            XK 20 4n10n2n
            YE 30 4a4n18c
            """;

    private static final Map<String, IbanFormat> FORMATS = TABLE.lines()
            .map(IbanRegistry::row)
            .collect(Collectors.toMap(IbanFormat::country, format -> format, (a, b) -> a, TreeMap::new));

    private IbanRegistry() {}

    /** The countries whose accounts have IBANs, sorted. */
    public static Collection<String> countries() {
        return Collections.unmodifiableSet(FORMATS.keySet());
    }

    /** Whether accounts of the country have IBANs. */
    public static boolean knows(String country) {
        return FORMATS.containsKey(country);
    }

    /** Whether SEPA credit transfers reach accounts of the country. */
    public static boolean isSepa(String country) {
        return format(country).map(IbanFormat::sepa).orElse(false);
    }

    static Optional<IbanFormat> format(String country) {
        return Optional.ofNullable(FORMATS.get(country));
    }

    private static IbanFormat row(String row) {
        String[] column = row.split(" ", -1);
        return IbanFormat.of(column[0], Integer.parseInt(column[1]), column[2], column.length > 3);
    }
}
