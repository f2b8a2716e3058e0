package io.quittance.invoice.cfdi;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.Reading;

/** A small CFDI, changed where a test says so. Net 950.00, VAT 152.00, total 1102.00. */
public final class CfdiPage {

    private String text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <c:Comprobante xmlns:c="http://www.sat.gob.mx/cfd/4" Version="4.0" Serie="A" Folio="7" Fecha="2026-11-02T10:00:00"
                Moneda="MXN" SubTotal="950.00" Total="1102.00" TipoDeComprobante="I" FormaPago="03" MetodoPago="PUE">
              <c:Emisor Rfc="EKU9003173C9" Nombre="Juana Perez" RegimenFiscal="612"/>
              <c:Receptor Rfc="URE180429TM6" Nombre="ACME" UsoCFDI="G03"/>
              <c:Conceptos>
                <c:Concepto Cantidad="10" Descripcion="Consultoria" ValorUnitario="95.00" Importe="950.00" ObjetoImp="02">
                  <c:Impuestos><c:Traslados>
                    <c:Traslado Base="950.00" Impuesto="002" TipoFactor="Tasa" TasaOCuota="0.160000" Importe="152.00"/>
                  </c:Traslados></c:Impuestos>
                </c:Concepto>
              </c:Conceptos>
              <c:Impuestos TotalImpuestosTrasladados="152.00">
                <c:Traslados>
                  <c:Traslado Base="950.00" Impuesto="002" TipoFactor="Tasa" TasaOCuota="0.160000" Importe="152.00"/>
                </c:Traslados>
              </c:Impuestos>
            </c:Comprobante>
            """;

    /** Another text in place of this one, everywhere. */
    public CfdiPage with(String old, String other) {
        if (!text.contains(old)) {
            throw new IllegalArgumentException("The page has no " + old);
        }
        text = text.replace(old, other);
        return this;
    }

    public String text() {
        return text;
    }

    DeliveredFile file() {
        return Reading.file("c.xml", text);
    }
}
