package io.quittance.house;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text that counts how often a regular expression looks at it: a measure of time that no machine changes. */
final class StepCounter implements CharSequence {

    /** Thrown when it was looked at too often. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final String text;
    private final long most;
    private long steps;

    private StepCounter(String text, long most) {
        this.text = text;
        this.most = most;
    }

    /** How many looks it takes to match the whole text and to find every match in it; one more than the most when more. */
    static long of(Pattern pattern, String text, long most) {
        var counted = new StepCounter(text, most);
        try {
            pattern.matcher(counted).matches();
            Matcher all = pattern.matcher(counted);
            while (all.find()) {
                // Only counted.
            }
            return counted.steps;
        } catch (TooMany stopped) {
            return most + 1;
        }
    }

    @Override
    public char charAt(int index) {
        if (++steps > most) {
            throw new TooMany();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
