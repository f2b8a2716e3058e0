package io.quittance.invoice.ruleset.phive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BT-24 chooses the rules. In brackets: a verdict that is stated, and not one that the document has to pass. */
class RuleSetsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # syntax,       profile (BT-24),                                                                   rule sets
            UBL_INVOICE,    urn:cen.eu:en16931:2017,                                                           en16931 1.3.16
            UBL_INVOICE,    ,                                                                                  en16931 1.3.16
            UBL_INVOICE,    urn:other,                                                                         en16931 1.3.16
            UBL_INVOICE,    urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0,        peppol 2026.5 + en16931 1.3.16
            UBL_CREDIT_NOTE,urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0,        peppol 2026.5 + en16931 1.3.16
            UBL_INVOICE,    urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0,    peppol-self-billing 2026.5 + en16931 1.3.16
            UBL_CREDIT_NOTE,urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0,    peppol-self-billing 2026.5 + en16931 1.3.16
            CII,            urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0,        en16931 1.3.16
            UBL_INVOICE,    urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0,             xrechnung 3.0.2 + en16931 1.3.16
            UBL_CREDIT_NOTE,urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0,             xrechnung 3.0.2 + en16931 1.3.16
            CII,            urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0,             xrechnung 3.0.2 + en16931 1.3.16
            CII,            urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0, xrechnung-extension 3.0.2 + [en16931 1.3.16]
            CII,            urn:cen.eu:en16931:2017,                                                           zugferd-en16931 2.4 + en16931 1.3.16
            CII,            urn:factur-x.eu:1p0:minimum,                                                       zugferd-minimum 2.4
            CII,            urn:factur-x.eu:1p0:basicwl,                                                       zugferd-basicwl 2.4
            CII,            urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic,                       zugferd-basic 2.4 + en16931 1.3.16
            CII,            urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended,                   zugferd-extended 2.4 + [en16931 1.3.16]
            CII,            urn:cen.eu:en16931:2017#conformant#urn:zugferd.de:2p0:extended,                    zugferd-extended 2.4 + [en16931 1.3.16]
            UBL_INVOICE,    urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended,                   en16931 1.3.16
            UBL_INVOICE,    urn:peppol:pint:billing-1@aunz-1,                                                  ''
            """)
    void theProfileChooses(Syntax syntax, String profile, String expected) {
        assertThat(RuleSets.of(syntax, profile).stream()
                        .map(set -> set.binding() ? set.toString() : "[" + set + "]")
                        .collect(Collectors.joining(" + ")))
                .isEqualTo(expected);
    }

    @Test
    void phiveCarriesEveryRuleSetThatMayBeChosen() {
        String en = "urn:cen.eu:en16931:2017";
        for (Syntax syntax : Syntax.values()) {
            for (String profile : new String[] {
                en,
                en + "#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
                en + "#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0",
                en + "#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",
                en + "#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0",
                "urn:factur-x.eu:1p0:minimum",
                "urn:factur-x.eu:1p0:basicwl",
                en + "#compliant#urn:factur-x.eu:1p0:basic",
                en + "#conformant#urn:factur-x.eu:1p0:extended"
            }) {
                assertThat(RuleSets.of(syntax, profile))
                        .isNotEmpty()
                        .allSatisfy(set -> assertThat(PhiveEngine.executors(set).executors())
                                .as(set.toString())
                                .isNotEmpty());
            }
        }
    }
}
