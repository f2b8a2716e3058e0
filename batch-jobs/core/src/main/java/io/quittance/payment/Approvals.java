package io.quittance.payment;

import java.util.List;
import java.util.Optional;

/** The four-eyes rule: nobody approves what he proposed, nobody twice, and only what he saw. */
public final class Approvals {

    private Approvals() {}

    /**
     * One signature under a run.
     *
     * @param user who signed
     * @param digest the content he signed, see {@link RunDigest}
     */
    public record Approval(String user, String digest) {}

    /**
     * Why this person may not approve this content now; empty when he may.
     *
     * @param proposer who proposed the run
     * @param given the approvals given so far, of whatever content
     * @param shown the digest of the content that the person was shown
     * @param current the digest of the content as it is
     */
    public static Optional<String> refusal(
            String user, String proposer, List<Approval> given, String shown, String current) {
        if (user.equals(proposer)) {
            return Optional.of(user + " proposed this run; somebody else must approve it");
        }
        if (!shown.equals(current)) {
            return Optional.of("the run is no longer the one that was shown; look at it again and approve that");
        }
        if (valid(given, proposer, current).stream()
                .anyMatch(approval -> approval.user().equals(user))) {
            return Optional.of(user + " has approved this run already");
        }
        return Optional.empty();
    }

    /** The approvals that count: of this content, by somebody else than the proposer. Any change voids the others. */
    public static List<Approval> valid(List<Approval> given, String proposer, String current) {
        return given.stream()
                .filter(approval -> approval.digest().equals(current))
                .filter(approval -> !approval.user().equals(proposer))
                .toList();
    }

    /**
     * Whether enough different people approved this content.
     *
     * @param needed how many are enough, at least one: four eyes belong to two people
     */
    public static boolean suffice(List<Approval> given, String proposer, String current, int needed) {
        if (needed < 1) {
            throw new IllegalArgumentException("A run needs at least one approval, not " + needed);
        }
        return valid(given, proposer, current).stream()
                        .map(Approval::user)
                        .distinct()
                        .count()
                >= needed;
    }
}
