package io.quittance.document.job;

import io.quittance.document.store.Reference;
import io.quittance.document.store.Standing;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** From what a reference may mean to the one document that is meant. */
final class Found {

    private static final Set<String> NOT_COUNTING = Set.of("REJECTED", "WITHDRAWN");

    private Found() {}

    /**
     * What was refused or withdrawn, and came again corrected, has the name of the one that counts, which is therefore meant; the other one
     * has an id.
     *
     * @throws DocumentRefused when there is none, or when there are several: it tells how to name each
     */
    static Standing one(Reference reference, List<Standing> found) {
        if (found.isEmpty()) {
            throw DocumentRefused.noInput(
                    "there is no document " + written(reference) + ".", "quittance invoice list tells what there is.");
        }
        List<Standing> standing = found.stream()
                .filter(one -> !NOT_COUNTING.contains(one.state()))
                .toList();
        if (found.size() > 1 && standing.size() == 1) {
            return standing.getFirst();
        }
        if (found.size() > 1) {
            throw DocumentRefused.usage(
                    found.size() + " documents are called " + written(reference) + ":\n"
                            + found.stream().map(Found::choice).collect(Collectors.joining("\n")),
                    "Name the one that you mean by its id, the first word of the line.");
        }
        return found.getFirst();
    }

    private static String choice(Standing one) {
        return "  " + one.id() + "  " + (one.kind() == null ? "unread" : one.kind()) + "  " + one.state()
                + (one.issueDate() == null ? "" : "  of " + one.issueDate())
                + (one.gross() == null ? "" : "  " + one.gross() + " " + one.currency()) + "  from " + one.file() + "#"
                + one.position();
    }

    private static String written(Reference reference) {
        return switch (reference) {
            case Reference.Id id -> id.id().toString();
            case Reference.Within within -> within.file() + "#" + within.position();
            case Reference.Key key -> key.entity() + "/" + key.contractor() + "/" + key.number();
        };
    }
}
