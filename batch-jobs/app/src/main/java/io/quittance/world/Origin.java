package io.quittance.world;

import io.quittance.party.Contractor.VatStanding;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * Where contractors come from: a country with the way its addresses, accounts and VAT ids look. Patterns as in {@link Chance};
 * all banks are called TEST, as in the fixtures.
 *
 * @param share how many of a thousand contractors come from there
 * @param vatId empty where an invoice needs none
 * @param account of an IBAN the part behind country and check digits, else the whole number
 * @param clearingSystem empty where accounts have IBANs
 * @param hourMinor the lowest price of an hour, in minor units of the currency
 */
record Origin(
        String country,
        int share,
        VatStanding standing,
        CurrencyUnit currency,
        String vatId,
        String account,
        String bic,
        String clearingSystem,
        String clearingMember,
        int hourMinor,
        String town,
        String postCode,
        String subdivision) {

    private static final int COLUMNS = 13;

    private static final List<Origin> ALL = """
            NL|200|REGISTERED|EUR|NL#########B##|TEST##########|TESTNL2A|||4000|Amsterdam|10## @@|
            NL|30|FRANCHISE|EUR||TEST##########|TESTNL2A|||3500|Utrecht|35## @@|
            NL|20|NONE|EUR||TEST##########|TESTNL2A|||3000|Leiden|23## @@|
            GB|150|REGISTERED|GBP|GB#########|TEST##############|TESTGB2L|||3500|Bristol|BS# #@@|
            GB|30|NONE|GBP||TEST##############|TESTGB2L|||3000|Leeds|LS# #@@|
            SG|70|REGISTERED|SGD|20#######@|042#######|TESTSGSG|SGIBG|9990041|6000|Singapore|0#####|
            SG|30|NONE|SGD||042#######|TESTSGSG|SGIBG|9990041|5000|Singapore|2#####|
            DE|90|REGISTERED|EUR|DE#########|99900010##########|TESTDEFF|||4500|Hamburg|20###|
            FR|60|REGISTERED|EUR|FR###########|9999100321###########21|TESTFRPP|||4000|Lyon|6900#|
            ES|40|REGISTERED|EUR|ESB########|99990418############|TESTESMM|||3000|Sevilla|4100#|
            IT|40|REGISTERED|EUR|IT###########|X9999002400############|TESTITMM|||3500|Bologna|401##|
            BE|30|REGISTERED|EUR|BE0#########|999#########|TESTBEBB|||4000|Gent|90##|
            PL|50|REGISTERED|PLN|PL##########|99900012################|TESTPLPW|||12000|Gdansk|80-###|
            SE|30|REGISTERED|SEK|SE##########01|999#################|TESTSESS|||60000|Umea|903 ##|
            US|50|NONE|USD||############|TESTUS33|USABA|099900124|5000|Seattle|981##|WA
            CA|15|REGISTERED|CAD||###########|TESTCATT|CACPA|099901234|6000|Ottawa|K1N #X#|ON
            IN|25|REGISTERED|INR||0004##########|TESTINBB|INFSC|TEST0417122|150000|Bengaluru|5600##|Karnataka
            JP|15|REGISTERED|JPY||#######|TESTJPJT|JPZGN|9990123|6000|Kyoto|604-80##|
            AU|10|REGISTERED|AUD||4########|TESTAU2S|AUBSB|999041|7000|Melbourne|30##|VIC
            CH|10|REGISTERED|CHF||09999###########1|TESTCHZZ|||9000|Luzern|60##|
            BH|5|REGISTERED|BHD||TEST##############|TESTBHBM|||15000|Manama|3##|
            """.lines().map(Origin::row).toList();

    private static final int SHARES = ALL.stream().mapToInt(Origin::share).sum();

    /** The origin of a contractor. */
    static Origin drawn(Chance chance) {
        int left = chance.below(SHARES);
        int row = 0;
        while (left >= ALL.get(row).share()) {
            left -= ALL.get(row).share();
            row++;
        }
        return ALL.get(row);
    }

    /** Every origin, in the order of the table. */
    static List<Origin> all() {
        return ALL;
    }

    /** Whether accounts there have IBANs. */
    boolean hasIban() {
        return clearingSystem.isEmpty();
    }

    private static Origin row(String row) {
        List<String> cell = Arrays.asList(row.split("\\|", COLUMNS));
        return new Origin(
                cell.get(0),
                Integer.parseInt(cell.get(1)),
                VatStanding.valueOf(cell.get(2)),
                CurrencyUnit.of(cell.get(3)),
                cell.get(4),
                cell.get(5),
                cell.get(6),
                cell.get(7),
                cell.get(8),
                Integer.parseInt(cell.get(9)),
                cell.get(10),
                cell.get(11),
                cell.get(12));
    }
}
