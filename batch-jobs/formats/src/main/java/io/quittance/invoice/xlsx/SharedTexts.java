package io.quittance.invoice.xlsx;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.quittance.text.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The texts that cells share (ECMA-376 part 1, 18.4), as bytes in one row: a million short texts must fit into small memory. */
final class SharedTexts {

    private static final int MOST_BYTES = 48 << 20;

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int count;

    /** @param part null where the workbook shares none */
    static SharedTexts of(@Nullable XMLStreamReader part) throws XMLStreamException {
        var texts = new SharedTexts();
        if (part == null) {
            return texts;
        }
        while (part.hasNext()) {
            if (part.next() == START_ELEMENT && part.getLocalName().equals("si")) {
                texts.add(RichText.read(part, "si"));
            }
        }
        part.close();
        return texts;
    }

    private void add(String text) throws XMLStreamException {
        byte[] added = text.getBytes(StandardCharsets.UTF_8);
        int begin = count == 0 ? 0 : ends[count - 1];
        if (begin + added.length > MOST_BYTES) {
            throw new XMLStreamException(
                    "too large", UnreadableException.tooLarge("bytes of shared texts", MOST_BYTES, 0, 0));
        }
        if (begin + added.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, begin + added.length));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        System.arraycopy(added, 0, bytes, begin, added.length);
        ends[count++] = begin + added.length;
    }

    /** The text at this place, null when there is none. */
    @Nullable
    String at(int index) {
        if (index < 0 || index >= count) {
            return null;
        }
        int begin = index == 0 ? 0 : ends[index - 1];
        return new String(bytes, begin, ends[index] - begin, StandardCharsets.UTF_8);
    }

    /** A text in runs, as it is shown: without what tells the reading of Asian names. */
    static final class RichText {

        private RichText() {}

        /** Reads to the end of the element that the parser stands on. */
        static String read(XMLStreamReader xml, String element) throws XMLStreamException {
            var text = new StringBuilder();
            int phonetic = 0;
            for (int event = xml.next();
                    event != END_ELEMENT || !xml.getLocalName().equals(element);
                    event = xml.next()) {
                boolean reading = (event == START_ELEMENT || event == END_ELEMENT)
                        && xml.getLocalName().equals("rPh");
                phonetic += reading ? (event == START_ELEMENT ? 1 : -1) : 0;
                if (event == START_ELEMENT && xml.getLocalName().equals("t") && phonetic == 0) {
                    text.append(xml.getElementText());
                }
            }
            return Escapes.resolved(text.toString());
        }
    }
}
