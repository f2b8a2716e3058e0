package io.quittance.invoice.fatturapa;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.Reading;
import java.nio.charset.Charset;

/** A small FatturaPA, changed where a test says so. Net 950.00, VAT 209.00, total 1159.00. */
public final class FatturaPage {

    private String text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <f:FatturaElettronica versione="FPR12" xmlns:f="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2">
              <FatturaElettronicaHeader>
                <DatiTrasmissione><FormatoTrasmissione>FPR12</FormatoTrasmissione></DatiTrasmissione>
                <CedentePrestatore>
                  <DatiAnagrafici>
                    <IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>12345678903</IdCodice></IdFiscaleIVA>
                    <CodiceFiscale>RSSMRA80A01H501U</CodiceFiscale>
                    <Anagrafica><Nome>Maria</Nome><Cognome>Rossi</Cognome></Anagrafica>
                  </DatiAnagrafici>
                  <Sede><Nazione>IT</Nazione></Sede>
                </CedentePrestatore>
                <CessionarioCommittente>
                  <DatiAnagrafici>
                    <IdFiscaleIVA><IdPaese>DE</IdPaese><IdCodice>999999999</IdCodice></IdFiscaleIVA>
                    <Anagrafica><Denominazione>ACME GmbH</Denominazione></Anagrafica>
                  </DatiAnagrafici>
                  <Sede><Nazione>DE</Nazione></Sede>
                </CessionarioCommittente>
              </FatturaElettronicaHeader>
              <FatturaElettronicaBody>
                <DatiGenerali>
                  <DatiGeneraliDocumento>
                    <TipoDocumento>TD01</TipoDocumento>
                    <Divisa>EUR</Divisa>
                    <Data>2026-11-02</Data>
                    <Numero>7/A</Numero>
                    <ImportoTotaleDocumento>1159.00</ImportoTotaleDocumento>
                  </DatiGeneraliDocumento>
                </DatiGenerali>
                <DatiBeniServizi>
                  <DettaglioLinee>
                    <NumeroLinea>1</NumeroLinea>
                    <Descrizione>Consulenza</Descrizione>
                    <Quantita>10.00</Quantita>
                    <PrezzoUnitario>95.00</PrezzoUnitario>
                    <PrezzoTotale>950.00</PrezzoTotale>
                    <AliquotaIVA>22.00</AliquotaIVA>
                  </DettaglioLinee>
                  <DatiRiepilogo>
                    <AliquotaIVA>22.00</AliquotaIVA>
                    <ImponibileImporto>950.00</ImponibileImporto>
                    <Imposta>209.00</Imposta>
                  </DatiRiepilogo>
                </DatiBeniServizi>
                <DatiPagamento>
                  <CondizioniPagamento>TP02</CondizioniPagamento>
                  <DettaglioPagamento>
                    <ModalitaPagamento>MP05</ModalitaPagamento>
                    <DataScadenzaPagamento>2026-12-02</DataScadenzaPagamento>
                    <ImportoPagamento>1159.00</ImportoPagamento>
                    <IBAN>IT60X0542811101000000123456</IBAN>
                  </DettaglioPagamento>
                </DatiPagamento>
              </FatturaElettronicaBody>
            </f:FatturaElettronica>
            """;

    /** Another text in place of this one, everywhere. */
    public FatturaPage with(String old, String other) {
        if (!text.contains(old)) {
            throw new IllegalArgumentException("The page has no " + old);
        }
        text = text.replace(old, other);
        return this;
    }

    /** More XML in front of this one, at its first place. */
    FatturaPage before(String old, String more) {
        int at = text.indexOf(old);
        if (at < 0) {
            throw new IllegalArgumentException("The page has no " + old);
        }
        text = text.substring(0, at) + more + text.substring(at);
        return this;
    }

    /** The body alone. */
    String body() {
        String open = "<FatturaElettronicaBody>";
        String close = "</FatturaElettronicaBody>";
        return text.substring(text.indexOf(open), text.indexOf(close) + close.length());
    }

    /** With more bodies after its own. */
    FatturaPage and(String... bodies) {
        return before("</f:FatturaElettronica>", String.join("\n", bodies) + "\n");
    }

    public String text() {
        return text;
    }

    DeliveredFile file() {
        return Reading.file("f.xml", text);
    }

    DeliveredFile file(Charset charset) {
        return DeliveredFile.of("f.xml", text.getBytes(charset));
    }
}
