package io.quittance.payment.pain001;

import java.util.Map;
import java.util.regex.Pattern;

/** How bank numbers look in the clearing systems we know ({@code ClrSysMmbId/MmbId} by ISO external clearing system code). */
final class ClearingSystems {

    private static final Map<String, Pattern> MEMBER = Map.ofEntries(
            Map.entry("USABA", Pattern.compile("\\d{9}")),
            Map.entry("GBDSC", Pattern.compile("\\d{6}")),
            Map.entry("AUBSB", Pattern.compile("\\d{6}")),
            Map.entry("CACPA", Pattern.compile("0\\d{8}")),
            Map.entry("NZNCC", Pattern.compile("\\d{6}")),
            Map.entry("INFSC", Pattern.compile("[A-Z]{4}0[A-Z0-9]{6}")),
            Map.entry("ZANCC", Pattern.compile("\\d{6}")),
            Map.entry("HKNCC", Pattern.compile("\\d{3}")),
            Map.entry("SGIBG", Pattern.compile("\\d{4}|\\d{7}")),
            Map.entry("JPZGN", Pattern.compile("\\d{7}")),
            Map.entry("CNAPS", Pattern.compile("\\d{12}")),
            Map.entry("BRISP", Pattern.compile("\\d{8}")));

    /** {@code Max35Text} in references' characters, for the systems without a row. */
    private static final Pattern ANY = Pattern.compile("[A-Za-z0-9]{1,35}");

    private static final Pattern CODE = Pattern.compile("[A-Z]{5}");

    private ClearingSystems() {}

    static boolean accepts(String system, String member) {
        return CODE.matcher(system).matches()
                && MEMBER.getOrDefault(system, ANY).matcher(member).matches();
    }
}
