package io.quittance.delivery;

import io.quittance.invoice.file.FieldReader;
import io.quittance.stage.StageOutcome;
import io.quittance.stage.StageOutcome.Figure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that was left where it lies, and why: told every time, since nobody else would tell.
 *
 * @param name in its folder
 */
public record NotTaken(String name, Reason reason) {

    private static final int TOLD_ONE_BY_ONE = 20;

    /** Why. */
    public enum Reason {
        UNSETTLED("waiting, not settled"),
        CHANGED("left, it changed while it was read"),
        NOT_REGULAR("left, no regular file"),
        FOLDER("left, a folder that is called like a file"),
        NO_PROFILE("waiting, its folder is called like no profile of config/intake"),
        TOO_DEEP("left, folders in folders are not read"),
        TOO_LARGE("left, larger than intake.largest"),
        MARKER_ALONE("left, a marker without its file"),
        UNREADABLE("left, it may not be read"),
        STRANGE_NAME("left on the server, not a plain file name"),
        NAME_TAKEN("left on the server, another file of that name lies in the drop folder"),
        UNREACHED(StageOutcome.UNREACHED);

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** What people read. */
        public String words() {
            return words;
        }
    }

    /** As lines of an outcome: each by its name, of very many the first, and how many more. */
    public static List<Figure> figures(Collection<NotTaken> left) {
        Stream<Figure> named = left.stream()
                .limit(TOLD_ONE_BY_ONE)
                .map(one -> Figure.of(one.reason().words(), FieldReader.shown(one.name())));
        var figures = new ArrayList<>(named.toList());
        if (left.size() > TOLD_ONE_BY_ONE) {
            figures.add(Figure.of("left, besides", left.size() - TOLD_ONE_BY_ONE));
        }
        return figures;
    }
}
