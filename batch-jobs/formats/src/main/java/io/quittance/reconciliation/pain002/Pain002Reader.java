package io.quittance.reconciliation.pain002;

import io.quittance.payment.xml.RefusedException;
import io.quittance.payment.xml.XmlElement;
import io.quittance.payment.xml.XmlSource;
import io.quittance.reconciliation.StatusReport;
import io.quittance.reconciliation.StatusReport.Level;
import io.quittance.reconciliation.StatusReport.Original;
import io.quittance.reconciliation.StatusReport.Reason;
import io.quittance.reconciliation.StatusReport.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code CstmrPmtStsRpt}, version .03 to .14. Namespaces are ignored: public samples have none, Swiss ones, and
 * wrappers. A level that gives no status is passed over (8 of 18 public samples lack {@code GrpSts}); codes are kept as
 * written, also at levels where the ISO list does not have them.
 */
public final class Pain002Reader {

    private Pain002Reader() {}

    /** Reads the report that the source stands on. Transactions pass one by one. */
    public static StatusReport read(XmlSource source) throws RefusedException {
        List<Status> below = new ArrayList<>();
        List<Original> originals = new ArrayList<>();
        XmlElement report = source.element("OrgnlPmtInfAndSts", soFar -> below.addAll(batch(source, originals)));
        List<Status> all = new ArrayList<>();
        for (XmlElement group : report.all("OrgnlGrpInfAndSts")) {
            add(all, Level.FILE, group, null, "GrpSts");
            originals.add(original(null, group));
        }
        all.addAll(below);
        // Version .02 and a few banks put transactions beside the batches.
        for (XmlElement transaction : report.all("TxInfAndSts")) {
            add(all, Level.TRANSACTION, transaction, transaction.text("OrgnlPmtInfId"), "TxSts");
        }
        String messageId = report.requiredText("GrpHdr/MsgId");
        return new StatusReport(
                messageId,
                moment(report.text("GrpHdr/CreDtTm")),
                report.text("OrgnlGrpInfAndSts/OrgnlMsgId"),
                List.copyOf(originals),
                List.copyOf(all));
    }

    /** It only orders reports, so a time that cannot be read is none, and no reason to refuse what the bank says. */
    private static @Nullable Instant moment(@Nullable String text) {
        try {
            return text == null ? null : instant(DateTimeFormatter.ISO_DATE_TIME.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant instant(TemporalAccessor moment) {
        return moment.isSupported(ChronoField.OFFSET_SECONDS)
                ? Instant.from(moment)
                : LocalDateTime.from(moment).toInstant(ZoneOffset.UTC);
    }

    private static Original original(@Nullable String batch, XmlElement from) {
        return new Original(batch, from.text("OrgnlNbOfTxs"), from.text("OrgnlCtrlSum"));
    }

    private static List<Status> batch(XmlSource source, List<Original> originals) throws RefusedException {
        List<Status> transactions = new ArrayList<>();
        XmlElement batch = source.element("TxInfAndSts", soFar -> {
            String id = soFar.text("OrgnlPmtInfId");
            add(transactions, Level.TRANSACTION, source.element(), id, "TxSts");
        });
        List<Status> all = new ArrayList<>();
        add(all, Level.BATCH, batch, batch.text("OrgnlPmtInfId"), "PmtInfSts");
        String id = batch.text("OrgnlPmtInfId");
        if (id != null) {
            originals.add(original(id, batch));
        }
        all.addAll(transactions);
        return all;
    }

    private static void add(List<Status> to, Level level, XmlElement from, @Nullable String batch, String status) {
        String code = from.text(status);
        if (code != null) {
            to.add(new Status(
                    level,
                    batch,
                    from.text("OrgnlInstrId"),
                    from.text("OrgnlEndToEndId"),
                    from.text("OrgnlUETR"),
                    code,
                    from.all("StsRsnInf").stream().map(Pain002Reader::reason).toList()));
        }
    }

    /** Every one of them, with its free text: the real cause often stands only there. */
    private static Reason reason(XmlElement information) {
        List<String> texts = new ArrayList<>();
        for (XmlElement text : information.all("AddtlInf")) {
            String words = text.text();
            if (words != null) {
                texts.add(words);
            }
        }
        String code = information.text("Rsn/Cd", "Rsn/Prtry", "StsRsn/Cd", "StsRsn/Prtry");
        return new Reason(code, texts.isEmpty() ? null : String.join(" ", texts));
    }
}
