package io.quittance.invoice.xml;

import java.util.regex.Pattern;

/** How XSD writes days. */
public final class XmlDays {

    private static final Pattern DATE_WITH_OFFSET =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})");

    private XmlDays() {}

    /** An XSD date may carry an offset; the day stays the one that was written. */
    public static String day(InvoiceElement date) {
        var offset = DATE_WITH_OFFSET.matcher(date.text());
        return offset.matches() ? offset.group(1) : date.text();
    }
}
