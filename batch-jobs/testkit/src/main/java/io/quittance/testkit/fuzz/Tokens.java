package io.quittance.testkit.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Changes of words, quoted texts, signs and lines: what JSON, CSV, YAML and the dictionaries of a PDF are made of. */
public final class Tokens {

    /** One token by another, or by an extreme; dropped, doubled, swapped, nested. */
    public static final Mutation ANY = (good, other, random) -> {
        List<String> tokens = tokens(text(good));
        change(tokens, random);
        return String.join("", tokens).getBytes(ISO_8859_1);
    };

    /** The same of lines, which may also stand there very often. */
    public static final Mutation LINES = (good, other, random) -> {
        List<String> lines = new ArrayList<>(List.of(text(good).split("(?<=\n)", -1)));
        changeLines(lines, text(other).split("(?<=\n)", -1), random);
        return String.join("", lines).getBytes(ISO_8859_1);
    };

    /** One separator instead of another, everywhere, and a first line that names it. */
    public static final Mutation SEPARATORS = (good, other, random) -> {
        String signs = ",;\t|\" ";
        char sign = signs.charAt(random.nextInt(signs.length()));
        String named = random.nextInt(3) == 0 ? "sep=" + sign + "\r\n" : "";
        return (named + text(good).replace(',', sign)).getBytes(ISO_8859_1);
    };

    private Tokens() {}

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static void change(List<String> tokens, Random random) {
        if (tokens.isEmpty()) {
            return;
        }
        int at = random.nextInt(tokens.size());
        switch (random.nextInt(8)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
            case 2 -> Collections.swap(tokens, at, random.nextInt(tokens.size()));
            case 3 -> tokens.set(at, "\"" + extreme(random) + "\"");
            case 4 -> tokens.set(at, tokens.get(at) + tokens.get(at));
            case 5 -> nest(tokens, at, random);
            default -> tokens.set(nextWord(tokens, at), extreme(random));
        }
    }

    /** Values are what readers think about; signs between them are changed often enough by the others. */
    private static int nextWord(List<String> tokens, int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (isWord(tokens.get(i).charAt(0))) {
                return i;
            }
        }
        return from;
    }

    private static void nest(List<String> tokens, int at, Random random) {
        int depth = 1 << random.nextInt(14);
        String[] signs = random.nextBoolean() ? new String[] {"[", "]"} : new String[] {"{\"a\":", "}"};
        tokens.set(at, signs[0].repeat(depth) + tokens.get(at) + (random.nextBoolean() ? signs[1].repeat(depth) : ""));
    }

    private static void changeLines(List<String> lines, String[] others, Random random) {
        int at = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
            case 3 -> lines.add(at, others[random.nextInt(others.length)]);
            case 4 -> lines.set(at, lines.get(at).strip() + lines.get(random.nextInt(lines.size())));
            default -> lines.addAll(at, Collections.nCopies(1 << random.nextInt(10), lines.get(at)));
        }
    }

    private static String extreme(Random random) {
        return new String(Extremes.any(random).getBytes(UTF_8), ISO_8859_1);
    }

    private static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        for (int from = 0; from < text.length(); ) {
            int to = end(text, from);
            tokens.add(text.substring(from, to));
            from = to;
        }
        return tokens;
    }

    private static int end(String text, int from) {
        int to = from + 1;
        char first = text.charAt(from);
        if (first == '"') {
            int close = text.indexOf('"', to);
            return close < 0 ? text.length() : close + 1;
        }
        while (isWord(first) && to < text.length() && isWord(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c >= 0x80;
    }
}
