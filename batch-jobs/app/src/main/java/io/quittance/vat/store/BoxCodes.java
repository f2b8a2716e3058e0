package io.quittance.vat.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Boxes of a form in one column: separated by blanks, a tilde for a blank within a code (Japan names its lines). */
public final class BoxCodes {

    private BoxCodes() {}

    public static String joined(List<String> codes) {
        return codes.stream().map(BoxCodes::code).collect(Collectors.joining(" "));
    }

    /** One code as it stands there. */
    static String code(String box) {
        return box.replace(' ', '~');
    }

    static List<String> split(String column) {
        return column.isEmpty()
                ? List.of()
                : Arrays.stream(column.split(" "))
                        .map(code -> code.replace('~', ' '))
                        .toList();
    }
}
