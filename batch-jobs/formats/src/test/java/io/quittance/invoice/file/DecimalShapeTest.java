package io.quittance.invoice.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every text of up to seven characters of a small alphabet, against the regular expression that says the same. */
class DecimalShapeTest {

    private static final Pattern EXPRESSION = Pattern.compile("-?[0-9]{1,2}(\\.[0-9]{1,3})?");
    private static final String ALPHABET = "-07.+٣";
    private static final DecimalShape SHAPE = new DecimalShape(2, 3);

    private int matched;

    @Test
    void saysWhatTheExpressionSays() {
        check("", 7);
        assertThat(matched).isGreaterThan(100);
    }

    private void check(String text, int further) {
        boolean expected = EXPRESSION.matcher(text).matches();
        matched += expected ? 1 : 0;
        assertThat(SHAPE.matches(text)).as("'%s'", text).isEqualTo(expected);
        for (int i = 0; i < ALPHABET.length() && further > 0; i++) {
            check(text + ALPHABET.charAt(i), further - 1);
        }
    }
}
