package io.quittance.invoice.ksef;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.Reading;

/** A small FA(3), changed where a test says so. Net 950.00, VAT 218.50, gross 1168.50. */
public final class KsefPage {

    private String text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/">
              <Naglowek><KodFormularza kodSystemowy="FA (3)" wersjaSchemy="1-0E">FA</KodFormularza></Naglowek>
              <Podmiot1>
                <DaneIdentyfikacyjne><NIP>1234567788</NIP><Nazwa>Jan Kowalski</Nazwa></DaneIdentyfikacyjne>
                <Adres><KodKraju>PL</KodKraju></Adres>
              </Podmiot1>
              <Podmiot2>
                <DaneIdentyfikacyjne><KodUE>DE</KodUE><NrVatUE>999999999</NrVatUE><Nazwa>ACME GmbH</Nazwa></DaneIdentyfikacyjne>
                <Adres><KodKraju>DE</KodKraju></Adres>
              </Podmiot2>
              <Fa>
                <KodWaluty>EUR</KodWaluty>
                <P_1>2026-11-02</P_1>
                <P_2>FV/1</P_2>
                <P_13_1>950.00</P_13_1>
                <P_14_1>218.50</P_14_1>
                <P_14_1W>930.81</P_14_1W>
                <P_15>1168.50</P_15>
                <Adnotacje><P_18A>2</P_18A></Adnotacje>
                <RodzajFaktury>VAT</RodzajFaktury>
                <FaWiersz>
                  <NrWierszaFa>1</NrWierszaFa>
                  <P_7>Consulting</P_7>
                  <P_8B>10</P_8B>
                  <P_9A>95.00</P_9A>
                  <P_11>950.00</P_11>
                  <P_12>23</P_12>
                </FaWiersz>
              </Fa>
            </Faktura>
            """;

    /** Another text in place of this one, everywhere. */
    public KsefPage with(String old, String other) {
        if (!text.contains(old)) {
            throw new IllegalArgumentException("The page has no " + old);
        }
        text = text.replace(old, other);
        return this;
    }

    /** More XML in front of this one, at its first place. */
    KsefPage before(String old, String more) {
        int at = text.indexOf(old);
        text = text.substring(0, at) + more + text.substring(at);
        return this;
    }

    /** The line with another rate, and its sum. */
    KsefPage rate(String sum, String p12) {
        return with("P_13_1>", "P_13_" + sum + ">")
                .with("<P_14_1>218.50</P_14_1>", "")
                .with("<P_14_1W>930.81</P_14_1W>", "")
                .with("1168.50", "950.00")
                .with("<P_12>23<", "<P_12>" + p12 + "<");
    }

    public String text() {
        return text;
    }

    DeliveredFile file() {
        return Reading.file("fa.xml", text);
    }
}
