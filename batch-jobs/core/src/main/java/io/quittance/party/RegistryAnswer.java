package io.quittance.party;

import io.quittance.identity.Uuid5;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a register of taxable persons said about a number on one day: evidence, never changed afterwards. A later answer is
 * another one beside it.
 *
 * @param requester the VAT id in whose name was asked, in its normal form; null when nobody was named, and then the answer
 *     proves less: VIES gives no consultation number for it
 * @param territory of the number: ISO country, XI or EU
 * @param number in its normal form
 * @param valid whether it is in force
 * @param name whether the holder's name is the one that was asked for
 * @param address whether the holder's address is the one that was asked for
 * @param consultation under which the register can find its answer again; null when it gave none
 * @param askedAt when it answered
 * @param source the register, such as VIES or BZSt, or whoever delivered its answer
 */
public record RegistryAnswer(
        @Nullable String requester,
        String territory,
        String number,
        boolean valid,
        Match name,
        Match address,
        @Nullable String consultation,
        Instant askedAt,
        String source) {

    /** Whether what the register holds is what was asked for. */
    public enum Match {
        SAME,
        DIFFERENT,
        /** It was not asked, or the member state does not compare. */
        NOT_COMPARED
    }

    /** The day that it speaks of, in UTC: a register says what is in force when it is asked, and nothing of other days. */
    public LocalDate day() {
        return askedAt.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** One answer has one id, whoever brings it and however often: who gave it, to whom, about which number, and when. */
    public UUID id() {
        return Uuid5.of("registry-answer:" + source + ":" + (requester == null ? "" : requester) + ":" + number + ":"
                + askedAt);
    }
}
