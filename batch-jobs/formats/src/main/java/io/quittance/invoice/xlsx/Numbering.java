package io.quittance.invoice.xlsx;

import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * Which cells show their number as a day, and which day it is.
 *
 * @param days the styles that show a day, by index
 * @param since1904 whether days count from 1904-01-01 as on old Macintoshes
 */
record Numbering(BitSet days, boolean since1904) {

    /** Day 60 of the 1900 calendar is 1900-02-29, which was never. */
    private static final int NEVER = 60;

    private static final int LAST = 2_958_465;

    /** @param styles null where the workbook has none */
    static BitSet days(@Nullable XMLStreamReader styles) throws XMLStreamException {
        var days = new BitSet();
        if (styles == null) {
            return days;
        }
        Map<Integer, String> formats = new HashMap<>();
        int style = -1;
        while (styles.hasNext()) {
            if (styles.next() != START_ELEMENT) {
                continue;
            }
            switch (styles.getLocalName()) {
                case "numFmt" ->
                    formats.put(
                            number(styles, "numFmtId"), String.valueOf(styles.getAttributeValue(null, "formatCode")));
                case "cellXfs" -> style = 0;
                case "cellStyles", "dxfs" -> style = -1;
                case "xf" -> {
                    if (style >= 0) {
                        int format = number(styles, "numFmtId");
                        days.set(style++, DateUtil.isADateFormat(format, formats.getOrDefault(format, "")));
                    }
                }
                default -> {}
            }
        }
        styles.close();
        return days;
    }

    private static int number(XMLStreamReader xml, String attribute) {
        String text = xml.getAttributeValue(null, attribute);
        return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
    }

    boolean isDay(int style) {
        return style >= 0 && days.get(style);
    }

    /** The day of a number; null when it is none, or an hour of one. */
    @Nullable
    LocalDate day(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > 0 || plain.signum() < 0 || plain.compareTo(BigDecimal.valueOf(LAST)) > 0) {
            return null;
        }
        int serial = plain.intValueExact();
        if (since1904) {
            return LocalDate.of(1904, 1, 1).plusDays(serial);
        }
        return serial == NEVER || serial == 0
                ? null
                : LocalDate.of(1899, 12, serial < NEVER ? 31 : 30).plusDays(serial);
    }
}
