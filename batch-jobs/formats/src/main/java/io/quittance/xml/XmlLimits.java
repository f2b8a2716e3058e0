package io.quittance.xml;

/**
 * How much of one XML file is read before it is refused as too large.
 *
 * @param bytes of the whole file
 * @param depth of nested elements
 * @param elements in the file
 * @param textChars UTF-16 units of one text or one attribute; an attachment is one text
 */
public record XmlLimits(long bytes, int depth, int elements, int textChars) {

    /** For one commercial document: attachments of some megabytes, lines by the thousand. */
    public static final XmlLimits DOCUMENT = new XmlLimits(50L << 20, 64, 500_000, 40 << 20);

    /** For a bank's answer: entries by the hundred thousand, no long text. */
    public static final XmlLimits BANK_FILE = new XmlLimits(2L << 30, 64, 200_000_000, 1 << 20);
}
