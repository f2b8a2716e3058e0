package io.quittance.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that was concluded, and what it was concluded from: a tree.
 *
 * @param what in one word, for scripts
 * @param says in one line, for people
 * @param from where it comes from; empty for a leaf
 */
record Reasons(String what, String says, List<Reasons> from) {

    Reasons {
        from = List.copyOf(from);
    }

    static Reasons leaf(String what, String says) {
        return new Reasons(what, says, List.of());
    }

    /** The same for a script: keys in the order in which people read it. */
    Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        object.put("what", what);
        object.put("says", says);
        if (!from.isEmpty()) {
            object.put("from", from.stream().map(Reasons::object).toList());
        }
        return object;
    }

    /** The tree, drawn. Nobody's text can obey a terminal. */
    void print(PrintWriter out) {
        lines().forEach(out::println);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(Table.safe(says));
        branches(lines, "");
        return lines;
    }

    private void branches(List<String> lines, String indent) {
        for (int i = 0; i < from.size(); i++) {
            boolean last = i == from.size() - 1;
            Reasons one = from.get(i);
            lines.add(indent + (last ? "└─ " : "├─ ") + Table.safe(one.says));
            one.branches(lines, indent + (last ? "   " : "│  "));
        }
    }
}
