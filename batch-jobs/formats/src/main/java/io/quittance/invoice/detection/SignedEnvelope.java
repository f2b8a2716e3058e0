package io.quittance.invoice.detection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Tells a signed envelope (CAdES, {@code .p7m}) from other files: it begins with a DER sequence around the object identifier of
 * CMS signed data, 1.2.840.113549.1.7.2 (RFC 5652), in bytes or in Base64.
 */
final class SignedEnvelope {

    private static final String SIGNED_DATA = "\u0006\u0009\u002A\u0086\u0048\u0086\u00F7\r\u0001\u0007\u0002";
    private static final int OBJECT_IDENTIFIER_WITHIN = 24;
    private static final Pattern ARMOUR = Pattern.compile("\\A-----BEGIN (PKCS7|CMS|PKCS #7 SIGNED DATA)-----");
    private static final Pattern BASE64 = Pattern.compile("\\A\\s*(M[A-Za-z0-9+/]{39})");

    private SignedEnvelope() {}

    /** @param head of the file, as Latin-1 */
    static boolean isSigned(String head) {
        if (ARMOUR.matcher(head).find() || isSignedData(head)) {
            return true;
        }
        var base64 = BASE64.matcher(head);
        return base64.find()
                && isSignedData(new String(Base64.getDecoder().decode(base64.group(1)), StandardCharsets.ISO_8859_1));
    }

    private static boolean isSignedData(String head) {
        int at = head.startsWith("0") ? head.indexOf(SIGNED_DATA) : -1;
        return at > 0 && at < OBJECT_IDENTIFIER_WITHIN;
    }
}
