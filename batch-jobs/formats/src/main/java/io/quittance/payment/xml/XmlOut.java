package io.quittance.payment.xml;

import io.quittance.xml.XmlWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes an ISO 20022 message: paths of elements, texts, amounts. No prefix, no comment, no empty element. */
public final class XmlOut {

    private final XmlWriter xml;
    private int depth;

    private XmlOut(OutputStream target) {
        xml = new XmlWriter(target);
    }

    /**
     * Begins a message.
     *
     * @param namespace of everything in it
     */
    public static XmlOut document(OutputStream target, String namespace) {
        XmlOut out = new XmlOut(target);
        out.xml.open("Document", "xmlns", namespace);
        out.depth = 1;
        return out;
    }

    /** Opens one element in another, as in a path: {@code open("DbtrAcct", "Id")}. Close as many. */
    public XmlOut open(String... names) {
        for (String name : names) {
            xml.open(name);
        }
        depth += names.length;
        return this;
    }

    /** Closes one element. */
    public XmlOut close() {
        return close(1);
    }

    /** Closes that many elements. */
    public XmlOut close(int count) {
        for (int i = 0; i < count; i++) {
            xml.end();
        }
        depth -= count;
        return this;
    }

    /** Writes an element with text. */
    public XmlOut leaf(String name, String text) {
        xml.text(name, text);
        return this;
    }

    /** Writes an element with text, or nothing when there is no text: an element is left out rather than left empty. */
    public XmlOut optional(String name, @Nullable String text) {
        return text == null || text.isBlank() ? this : leaf(name, text);
    }

    /** Writes an amount with its {@code Ccy}: decimal point, the currency's own decimals, no grouping, no exponent. */
    public XmlOut amount(String name, Money amount) {
        xml.text(
                name,
                amount.getAmount().toPlainString(),
                "Ccy",
                amount.getCurrencyUnit().getCode());
        return this;
    }

    /** Ends the message. The stream stays open. */
    public void end() {
        close(depth);
        try {
            xml.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
