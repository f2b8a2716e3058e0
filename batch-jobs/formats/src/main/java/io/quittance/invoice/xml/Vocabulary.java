package io.quittance.invoice.xml;

import java.util.Map;
import java.util.Set;

/**
 * What of a syntax is looked at.
 *
 * @param prefixes the usual prefix of each namespace, with its colon, or nothing for the syntax's own; elements of other
 *     namespaces are passed over, so that one of the same name elsewhere is never taken for ours
 * @param passedOver elements that are not looked at, with everything in them
 * @param lines elements that are lines of the document, which are counted against the limit
 * @param attachments elements whose text is a file in Base64: counted, not kept
 */
public record Vocabulary(
        Map<String, String> prefixes, Set<String> passedOver, Set<String> lines, Set<String> attachments) {

    public Vocabulary {
        prefixes = Map.copyOf(prefixes);
        passedOver = Set.copyOf(passedOver);
        lines = Set.copyOf(lines);
        attachments = Set.copyOf(attachments);
    }
}
