package io.quittance.invoice.file;

import io.quittance.xml.XmlLimits;

/**
 * How much is read before a file or a document is refused as too large.
 *
 * @param csvBytes of one CSV or JSON file
 * @param rowChars UTF-16 units of one CSV row
 * @param documentChars UTF-16 units of all rows of one document, or of one document in JSON
 * @param documentLines lines of one document, in any format
 * @param xml of one XML file
 */
public record ReadLimits(long csvBytes, int rowChars, int documentChars, int documentLines, XmlLimits xml) {

    /** What the pipeline runs with. */
    public static final ReadLimits DEFAULT = new ReadLimits(4L << 30, 64 << 10, 8 << 20, 10_000, XmlLimits.DOCUMENT);
}
