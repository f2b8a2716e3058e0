package io.quittance.payment.pain001;

import io.quittance.party.Iban;
import io.quittance.xml.SecureXml;
import io.quittance.xml.XmlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads one of our own files back, for the proof at release: what leaves is what was approved. Shares no rule and no line of
 * writing with {@link Pain001Writer}: full paths of an own walk, every element in the message's namespace. A surprise is a
 * {@link BrokenRuleException}, for we wrote the file ourselves.
 */
public final class Pain001Reader {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final String MESSAGE = "/Document/CstmrCdtTrfInitn";
    private static final String BATCH = MESSAGE + "/PmtInf";
    private static final String TRANSFER = BATCH + "/CdtTrfTxInf";
    private static final Pattern FIGURE = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,5})?");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

    private final XMLStreamReader reader;
    private final Consumer<FileOrder> orders;
    private final Deque<String> paths = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    private String messageId = "";
    private String declaredCount = "";
    private String declaredSum = "";
    private String batchId = "";
    private String instructionId = "";
    private String endToEndId = "";
    private String account = "";
    private String currency = "";
    private @Nullable Money amount;
    private int count;
    private String batchCount = "";
    private String batchSum = "";
    private int countBefore;
    private BigDecimal inBatch = BigDecimal.ZERO;
    private boolean batchesAgree = true;

    private Pain001Reader(XMLStreamReader reader, Consumer<FileOrder> orders) {
        this.reader = reader;
        this.orders = orders;
    }

    /** Counts and sums of a file. */
    public static Pain001Totals totals(InputStream file) throws IOException {
        return read(file, order -> {});
    }

    /** Counts and sums of a file; every payment in it passes by, in order, without being kept. */
    public static Pain001Totals read(InputStream file, Consumer<FileOrder> orders) throws IOException {
        try {
            return new Pain001Reader(SecureXml.reader(file, XmlLimits.BANK_FILE), orders).document();
        } catch (XMLStreamException unreadable) {
            throw new IOException("The payment file is not well-formed: " + unreadable.getMessage(), unreadable);
        }
    }

    private Pain001Totals document() throws XMLStreamException {
        paths.push("");
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> end(paths.pop(), text.toString());
                default -> {}
            }
        }
        if (messageId.isEmpty()) {
            throw broken("MsgId", "is missing: this is no pain.001.001.09");
        }
        return new Pain001Totals(
                messageId,
                counted("GrpHdr/NbOfTxs", declaredCount),
                figure("GrpHdr/CtrlSum", declaredSum),
                count,
                batchesAgree,
                sums);
    }

    private void start() {
        if (!NAMESPACE.equals(reader.getNamespaceURI())) {
            throw broken(reader.getLocalName(), "is in namespace " + reader.getNamespaceURI());
        }
        String path = paths.element() + "/" + reader.getLocalName();
        paths.push(path);
        text.setLength(0);
        if (path.equals(TRANSFER + "/Amt/InstdAmt")) {
            currency = String.valueOf(reader.getAttributeValue(null, "Ccy"));
        } else if (path.equals(TRANSFER)) {
            instructionId = "";
            endToEndId = "";
            account = "";
            amount = null;
        }
    }

    private void end(String path, String content) {
        switch (path) {
            case MESSAGE + "/GrpHdr/MsgId" -> messageId = content;
            case MESSAGE + "/GrpHdr/NbOfTxs" -> declaredCount = content;
            case MESSAGE + "/GrpHdr/CtrlSum" -> declaredSum = content;
            case BATCH + "/PmtInfId" -> batchId = content;
            case TRANSFER + "/PmtId/InstrId" -> instructionId = content;
            case TRANSFER + "/PmtId/EndToEndId" -> endToEndId = content;
            case TRANSFER + "/Amt/InstdAmt" -> amount = ordered(content);
            case BATCH + "/NbOfTxs" -> batchCount = content;
            case BATCH + "/CtrlSum" -> batchSum = content;
            case TRANSFER + "/CdtrAcct/Id/IBAN" -> account = iban(content);
            case TRANSFER + "/CdtrAcct/Id/Othr/Id" -> account = content;
            case TRANSFER -> transfer();
            case BATCH -> batch();
            default -> {}
        }
        text.setLength(0);
    }

    /** Strictly, before any arithmetic: {@code 1e999999999} is a number to Java (ISO 20022 knows no exponent). */
    private BigDecimal figure(String element, String content) {
        if (!FIGURE.matcher(content).matches()) {
            throw broken(element, "is no plain decimal");
        }
        return new BigDecimal(content);
    }

    private int counted(String element, String content) {
        if (!COUNT.matcher(content).matches()) {
            throw broken(element, "is no number of payments");
        }
        return Integer.parseInt(content);
    }

    private Money ordered(String content) {
        BigDecimal figure = figure("Amt/InstdAmt", content);
        try {
            return Money.of(CurrencyUnit.of(currency), figure);
        } catch (IllegalCurrencyException | ArithmeticException wrong) {
            throw broken("Amt/InstdAmt", "is no amount of a currency that we know");
        }
    }

    /** Registry and check digits: no schema looks at them. The number itself is never told. */
    private String iban(String content) {
        if (Iban.parse(content).found().isEmpty()) {
            throw broken("CdtrAcct/Id/IBAN", "is no IBAN: length or check digits are wrong");
        }
        return content;
    }

    /** Both are optional in the schema; we always write them. */
    private void batch() {
        boolean countAgrees = batchCount.equals(Integer.toString(count - countBefore));
        boolean sumAgrees =
                !batchSum.isEmpty() && figure("PmtInf/CtrlSum", batchSum).compareTo(inBatch) == 0;
        batchesAgree &= countAgrees && sumAgrees;
        batchCount = "";
        batchSum = "";
        countBefore = count;
        inBatch = BigDecimal.ZERO;
    }

    private void transfer() {
        Money ordered = amount;
        if (ordered == null || endToEndId.isEmpty() || account.isEmpty()) {
            throw broken("CdtTrfTxInf", "lacks amount, end-to-end id or account");
        }
        count = Math.addExact(count, 1);
        inBatch = inBatch.add(ordered.getAmount());
        sums.merge(ordered.getCurrencyUnit(), ordered, Money::plus);
        orders.accept(new FileOrder(batchId, instructionId, endToEndId, ordered, account));
    }

    private BrokenRuleException broken(String element, String problem) {
        String where = "payment file, line " + reader.getLocation().getLineNumber();
        return new BrokenRuleException(where, new Breach(element, problem, "own proof at release"));
    }
}
