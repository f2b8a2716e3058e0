package io.quittance.report;

import io.quittance.report.PaymentRow.Status;
import java.math.BigDecimal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one rule withheld from one document, for the sheet Withheld.
 *
 * @param number of the document
 * @param status how far its payment has come
 * @param kept what the payee gets less, in the document's currency
 * @param base what the document adds to the period, in the tax currency
 * @param tax owed to the tax office, in the tax currency
 * @param certificate id of what lowered the rate; null for nothing
 * @param returnCode the form that it is reported on; null where none is known
 * @param certified number of the certificate that the payee gets; null before release and where nothing was withheld
 * @param below why nothing is kept back although a rule speaks: the limit that is not passed; null else
 * @param invoice our id of the document
 */
public record WithheldRow(
        String payment,
        Status status,
        String entity,
        String contractor,
        String number,
        String family,
        String name,
        String rule,
        BigDecimal rate,
        Money kept,
        Money base,
        Money tax,
        String borneBy,
        @Nullable String certificate,
        @Nullable String returnCode,
        @Nullable String certified,
        @Nullable String below,
        String invoice) {}
