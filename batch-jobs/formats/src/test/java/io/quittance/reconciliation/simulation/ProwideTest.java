package io.quittance.reconciliation.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import io.quittance.payment.Rail;
import io.quittance.payment.pain001.Orders;
import io.quittance.reconciliation.bankfile.BankFileReading;
import io.quittance.reconciliation.bankfile.BankFiles;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A stranger's object model reads our files, and we read what it writes. */
class ProwideTest {

    private static final byte[] FILE = Orders.bytes(Orders.file(
            Rail.CROSS_BORDER,
            Orders.batch("B1", Orders.payment(Rail.CROSS_BORDER, 1, "JPY 120000")),
            Orders.batch(
                    "B2",
                    Orders.payment(Rail.CROSS_BORDER, 2, "BHD 12.345"),
                    Orders.payment(Rail.CROSS_BORDER, 3, "BHD 0.001"))));

    private static final Scenario DAY = Scenario.of(LocalDate.of(2026, 11, 25), 1)
            .opening(Orders.NL, Money.parse("EUR 10000.00"))
            .rate("JPY/EUR", new BigDecimal("0.0055"))
            .rate("BHD/EUR", new BigDecimal("2.2828"))
            .rejecting("E2E0000003", "AC01");

    @Test
    void readsOurPaymentFile() {
        MxPain00100109 read = MxPain00100109.parse(new String(FILE, StandardCharsets.UTF_8));
        List<CreditTransferTransaction34> transfers = read.getCstmrCdtTrfInitn().getPmtInf().stream()
                .flatMap(batch -> batch.getCdtTrfTxInf().stream())
                .toList();
        assertThat(transfers)
                .extracting(transfer -> transfer.getAmt().getInstdAmt().getCcy() + " "
                        + transfer.getAmt().getInstdAmt().getValue().toPlainString())
                .containsExactly("JPY 120000", "BHD 12.345", "BHD 0.001");
        assertThat(transfers)
                .extracting(transfer -> transfer.getCdtrAcct().getId().getIBAN())
                .containsOnly(Orders.AE);
        assertThat(read.getCstmrCdtTrfInitn().getGrpHdr().getCtrlSum()).isEqualByComparingTo("120012.346");
    }

    @Test
    void readsOurStatusReport() {
        byte[] report = BankSimulator.statusReport(FILE, DAY);
        MxPain00200110 read = MxPain00200110.parse(new String(report, StandardCharsets.UTF_8));
        assertThat(read.getCstmrPmtStsRpt().getOrgnlPmtInfAndSts().stream()
                        .flatMap(batch -> batch.getTxInfAndSts().stream())
                        .map(status -> status.getOrgnlEndToEndId() + " " + status.getTxSts()))
                .containsExactly("E2E0000001 ACSP", "E2E0000002 ACSP", "E2E0000003 RJCT");
    }

    @Test
    void readsOurStatement() {
        byte[] statement = BankSimulator.statement(List.of(FILE), DAY);
        MxCamt05300108 read = MxCamt05300108.parse(new String(statement, StandardCharsets.UTF_8));
        List<ReportEntry10> entries =
                read.getBkToCstmrStmt().getStmt().getFirst().getNtry();
        assertThat(entries)
                .extracting(entry -> entry.getAmt().getValue())
                .containsExactly(new BigDecimal("660.00"), new BigDecimal("28.18"));
    }

    @Test
    void weReadWhatItWrites() {
        byte[] ours = BankSimulator.statement(List.of(FILE), DAY);
        String theirs =
                MxCamt05300108.parse(new String(ours, StandardCharsets.UTF_8)).message();
        assertThat(theirs).isNotEqualTo(new String(ours, StandardCharsets.UTF_8));
        BankFileReading read =
                BankFiles.open("theirs", new ByteArrayInputStream(theirs.getBytes(StandardCharsets.UTF_8)));
        assertThat(read).isEqualTo(BankFiles.open("ours", new ByteArrayInputStream(ours)));
    }
}
