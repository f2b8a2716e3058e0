package io.quittance.payment.xml;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Writes a document with the same bytes everywhere: UTF-8 without byte order mark, line feeds, two blanks a level, no prefix,
 * no comment, no empty element. Holds nothing but the open elements.
 */
public final class XmlOut {

    private final Writer bytes;
    private final XMLStreamWriter xml;
    private int depth;

    private XmlOut(OutputStream target) throws XMLStreamException {
        bytes = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8), 1 << 16);
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes);
    }

    /** Begins a document. @param namespace the default namespace of everything in it */
    public static XmlOut document(OutputStream target, String root, String namespace) throws IOException {
        try {
            XmlOut out = new XmlOut(target);
            out.xml.writeProcessingInstruction("xml", "version=\"1.0\" encoding=\"UTF-8\"");
            out.open(root);
            out.xml.writeDefaultNamespace(namespace);
            return out;
        } catch (XMLStreamException failed) {
            throw new IOException(failed);
        }
    }

    /** Opens one element in another, as in a path: {@code open("DbtrAcct", "Id")}. Close as many. */
    public XmlOut open(String... names) throws IOException {
        return write(() -> {
            for (String name : names) {
                line();
                xml.writeStartElement(name);
                depth++;
            }
        });
    }

    /** Closes one element. */
    public XmlOut close() throws IOException {
        return close(1);
    }

    /** Closes that many elements. */
    public XmlOut close(int count) throws IOException {
        return write(() -> {
            for (int i = 0; i < count; i++) {
                depth--;
                line();
                xml.writeEndElement();
            }
        });
    }

    /** Writes an element with text. */
    public XmlOut leaf(String name, String text) throws IOException {
        return leaf(name, null, text);
    }

    /** Writes an element with text, or nothing when there is no text: an element is left out rather than left empty. */
    public XmlOut optional(String name, @Nullable String text) throws IOException {
        return text == null || text.isBlank() ? this : leaf(name, null, text);
    }

    /** Writes an amount with its {@code Ccy}: decimal point, the currency's own decimals, no grouping, no exponent. */
    public XmlOut amount(String name, Money amount) throws IOException {
        return leaf(name, amount.getCurrencyUnit().getCode(), amount.getAmount().toPlainString());
    }

    /** Ends the document. The stream stays open. */
    public void end() throws IOException {
        close(depth);
        write(xml::flush);
        bytes.write('\n');
        bytes.flush();
    }

    private XmlOut leaf(String name, @Nullable String currency, String text) throws IOException {
        return write(() -> {
            line();
            xml.writeStartElement(name);
            if (currency != null) {
                xml.writeAttribute("Ccy", currency);
            }
            xml.writeCharacters(text);
            xml.writeEndElement();
        });
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private XmlOut write(Step step) throws IOException {
        try {
            step.run();
            return this;
        } catch (XMLStreamException failed) {
            throw new IOException(failed);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }
}
