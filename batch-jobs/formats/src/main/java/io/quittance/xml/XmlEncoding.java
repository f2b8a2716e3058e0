package io.quittance.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Encodings of one byte a character which a syntax may allow besides UTF-8. They count only when the XML declaration names
 * them: what is not declared is UTF-8.
 */
public enum XmlEncoding {
    WINDOWS_1251("windows-1251", Charset.forName("windows-1251")),
    WINDOWS_1252("windows-1252", Charset.forName("windows-1252")),
    ISO_8859_1("ISO-8859-1", StandardCharsets.ISO_8859_1);

    /** UTF-8 alone. */
    public static final Set<XmlEncoding> NONE = Set.of();

    /** All of them: for looking at a file whose syntax is not known yet. */
    public static final Set<XmlEncoding> ANY = Set.of(values());

    private static final int DECLARATION_BYTES = 200;
    private static final Pattern DECLARED =
            Pattern.compile("\\A<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    private final String declaredName;
    private final Charset charset;

    XmlEncoding(String declaredName, Charset charset) {
        this.declaredName = declaredName;
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }

    /** Whether a declaration names this encoding; the case of the name does not count. */
    boolean isNamed(String declared) {
        return declaredName.equalsIgnoreCase(declared);
    }

    /** The one that the file declares; none when it declares another one or nothing. The stream stays where it was. */
    static Optional<XmlEncoding> declaredIn(InputStream in) throws IOException {
        in.mark(DECLARATION_BYTES);
        String head = new String(in.readNBytes(DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
        in.reset();
        var declared = DECLARED.matcher(head);
        if (declared.find()) {
            for (XmlEncoding encoding : values()) {
                if (encoding.isNamed(declared.group(1))) {
                    return Optional.of(encoding);
                }
            }
        }
        return Optional.empty();
    }
}
