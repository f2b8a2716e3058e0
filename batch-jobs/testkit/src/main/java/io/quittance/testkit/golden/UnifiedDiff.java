package io.quittance.testkit.golden;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, by lines, as {@code diff -u} writes it. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private final List<String> expected;
    private final List<String> actual;
    /** Each line with its sign: blank, minus or plus. */
    private final List<String> script = new ArrayList<>();

    private UnifiedDiff(List<String> expected, List<String> actual) {
        this.expected = expected;
        this.actual = actual;
    }

    static String of(String file, String expected, String actual) {
        UnifiedDiff diff = new UnifiedDiff(lines(expected), lines(actual));
        diff.align();
        return "--- " + file + " (expected)\n+++ " + file + " (actual)\n" + diff.hunks();
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    /** Longest common subsequence of what lies between the common beginning and the common end. */
    private void align() {
        int start = 0;
        int shorter = Math.min(expected.size(), actual.size());
        while (start < shorter && expected.get(start).equals(actual.get(start))) {
            script.add(" " + expected.get(start++));
        }
        int end = 0;
        while (end < shorter - start && last(expected, end).equals(last(actual, end))) {
            end++;
        }
        middle(expected.subList(start, expected.size() - end), actual.subList(start, actual.size() - end));
        expected.subList(expected.size() - end, expected.size()).forEach(line -> script.add(" " + line));
    }

    private static String last(List<String> lines, int fromEnd) {
        return lines.get(lines.size() - 1 - fromEnd);
    }

    private void middle(List<String> old, List<String> young) {
        int[][] common = common(old, young);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < young.size()) {
            if (i < old.size() && j < young.size() && old.get(i).equals(young.get(j))) {
                script.add(" " + old.get(i++));
                j++;
            } else if (j >= young.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                script.add("-" + old.get(i++));
            } else {
                script.add("+" + young.get(j++));
            }
        }
    }

    private static int[][] common(List<String> old, List<String> young) {
        int[][] length = new int[old.size() + 1][young.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = young.size() - 1; j >= 0; j--) {
                length[i][j] = old.get(i).equals(young.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }

    /** Changed lines with their neighbours; each stretch begins with the line number in the expected text. */
    private String hunks() {
        StringBuilder text = new StringBuilder();
        int expectedLine = 1;
        boolean inside = false;
        for (int i = 0; i < script.size(); i++) {
            boolean shown = nearChange(i);
            if (shown && !inside) {
                text.append("@@ line ").append(expectedLine).append(" @@\n");
            }
            if (shown) {
                text.append(script.get(i)).append('\n');
            }
            inside = shown;
            expectedLine += script.get(i).startsWith("+") ? 0 : 1;
        }
        return text.toString();
    }

    private boolean nearChange(int at) {
        for (int i = Math.max(0, at - CONTEXT); i <= Math.min(script.size() - 1, at + CONTEXT); i++) {
            if (!script.get(i).startsWith(" ")) {
                return true;
            }
        }
        return false;
    }
}
