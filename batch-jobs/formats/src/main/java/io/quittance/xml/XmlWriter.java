package io.quittance.xml;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Writes XML whose bytes depend on nothing but the calls: UTF-8 without a byte order mark, {@code \n} line ends, two blanks of
 * indentation. The writers of the JDK differ between releases in the declaration and let forbidden characters pass.
 * Attributes follow in pairs of name and value. A bug in the caller (a forbidden character, an element left open) is a crash.
 */
public final class XmlWriter implements Closeable {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins a document with its declaration. The stream is flushed and closed by {@link #close()}. */
    public XmlWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Begins an element that holds others. */
    public XmlWriter open(String name, String... attributes) {
        indent();
        tag(name, attributes);
        put(">\n");
        open.push(name);
        return this;
    }

    /** Ends the element that was opened last. */
    public XmlWriter end() {
        String name = open.pop();
        indent();
        put("</" + name + ">\n");
        return this;
    }

    /** One element with a text in it. */
    public XmlWriter text(String name, String text, String... attributes) {
        indent();
        tag(name, attributes);
        put(">");
        escape(text);
        put("</" + name + ">\n");
        return this;
    }

    /** The same when there is a text, nothing when there is none. */
    public XmlWriter textIfAny(String name, @Nullable String text, String... attributes) {
        return text == null ? this : text(name, text, attributes);
    }

    private void tag(String name, String... attributes) {
        put("<" + name);
        for (int i = 0; i < attributes.length; i += 2) {
            put(" " + attributes[i] + "=\"");
            escape(attributes[i + 1]);
            put("\"");
        }
    }

    private void indent() {
        put("  ".repeat(open.size()));
    }

    private void escape(String text) {
        if (text.chars().allMatch(XmlWriter::isPlain)) {
            put(text);
            return;
        }
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            switch (c) {
                case '<' -> put("&lt;");
                case '>' -> put("&gt;");
                case '&' -> put("&amp;");
                case '"' -> put("&quot;");
                case '\t', '\n', '\r' -> put("&#" + c + ";");
                default -> put(allowed(c));
            }
        }
    }

    private static boolean isPlain(int c) {
        return c >= ' ' && c < 0x7F && c != '<' && c != '>' && c != '&' && c != '"';
    }

    /** XML 1.0 production 2, Char. */
    private static String allowed(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        if (c < ' ' || surrogate || c == 0xFFFE || c == 0xFFFF) {
            throw new IllegalArgumentException(String.format("U+%04X cannot stand in XML", c));
        }
        return Character.toString(c);
    }

    private void put(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands over what was written so far, without ending the document. */
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (!open.isEmpty()) {
                throw new IllegalStateException("The element " + open.peek() + " was left open");
            }
        }
    }
}
