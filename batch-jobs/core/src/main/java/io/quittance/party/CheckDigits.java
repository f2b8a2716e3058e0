package io.quittance.party;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The check digits of a kind of number: by which rule, and where they stand.
 *
 * @param rule in words; empty where the tax office publishes none
 * @param place where they stand, null where that depends on the number
 */
record CheckDigits(String rule, @Nullable Place place) {

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int TEN = 10;
    private static final int ASKED_FOR_AT_MOST = 2;

    /** @param start from 0; counted from the end when negative */
    record Place(int start, int length) {

        /** {@code -1} for the last character, {@code 7+2} for two from index 7 on. */
        static Place of(String text) {
            int plus = text.indexOf('+');
            return plus < 0
                    ? new Place(Integer.parseInt(text), 1)
                    : new Place(Integer.parseInt(text.substring(0, plus)), Integer.parseInt(text.substring(plus + 1)));
        }

        String before(String number) {
            return number.substring(0, from(number));
        }

        String in(String number) {
            return number.substring(from(number), from(number) + length);
        }

        String behind(String number) {
            return number.substring(from(number) + length);
        }

        private int from(String number) {
            return start < 0 ? number.length() + start : start;
        }
    }

    /**
     * Why a number of the right form is not one, with the check digits that its other digits ask for where they ask for any:
     * somebody who compares both with the document sees whether they or another digit were mistyped.
     *
     * @param fits whether another number would do
     */
    String misfit(String number, Predicate<String> fits) {
        List<String> asked = place == null ? List.of() : asked(place, number, fits);
        if (place == null || asked.isEmpty() || asked.size() > ASKED_FOR_AT_MOST) {
            return "the check digits do not fit (" + rule + "): a character is mistyped or missing";
        }
        return "%s %s do%s not fit (%s): the others ask for %s"
                .formatted(
                        place.length() == 1 ? "the check digit" : "the check digits",
                        place.in(number),
                        place.length() == 1 ? "es" : "",
                        rule,
                        String.join(" or ", asked));
    }

    private static List<String> asked(Place place, String number, Predicate<String> fits) {
        IntStream choices = IntStream.range(0, place.length() == 1 ? CHARACTERS.length() : TEN * TEN);
        return choices.mapToObj(choice -> place.length() == 1
                        ? CHARACTERS.substring(choice, choice + 1)
                        : choice / TEN + String.valueOf(choice % TEN))
                .filter(digits -> fits.test(place.before(number) + digits + place.behind(number)))
                .collect(Collectors.toList());
    }
}
