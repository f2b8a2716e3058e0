package io.quittance.party;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.helger.masterdata.vat.VATINSyntaxChecker;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The European checks against those of ph-masterdata, which were written from the Commission's "VAT number construction
 * rules" by somebody else. Every disagreement is one that is listed here with its reason, and every reason is seen.
 */
class VatIdSecondOpinionTest {

    private static final int NUMBERS = 4_000;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /**
     * Where ph-masterdata 8.1.1 is known to say otherwise.
     *
     * @param accepts what it says of these numbers, and we do not
     */
    private record Known(String territory, boolean accepts, String numbers, String reason) {

        boolean explains(String territory, boolean theirs, String body) {
            return this.territory.equals(territory) && accepts == theirs && Pattern.matches(numbers, body);
        }
    }

    private static final List<Known> KNOWN = List.of(
            new Known("BG", true, "..[6-9].*", "months above 60 mean no century"),
            new Known("BG", true, "..[024]229.*", "29 February in any year"),
            new Known("CY", false, "[2678].*", "first digits that the rules of 2013 did not know yet"),
            new Known("CZ", false, "[89][0-9]{8}", "births before 1900"),
            new Known("CZ", true, "[0-9]{2}[05]229[0-9]{3}", "29 February in any year"),
            new Known("CZ", false, "[0-9]{10}", "a second sum that numbers in use do not keep; years after today's"),
            new Known("FR", true, ".*", "the SIREN's own Luhn digit is not looked at"),
            new Known("GB", false, "0[1-9].*|94[9].*|9[56].*|9700000.*|999.*", "ranges closed for now, not for ever"),
            new Known("GB", true, "00.*", "numbers below a million are older than the second series"),
            new Known("HR", true, ".*", "form only"),
            new Known("IE", false, ".*W", "a second letter W, as spouses had it"),
            new Known("IT", true, "0000000.*", "no taxpayer has the number 0"),
            new Known("LV", true, "[0-3].*", "persons by the date of birth alone, without the check digit"),
            new Known("LV", false, "32.*", "persons' numbers without a date, given since July 2017"),
            new Known("MT", false, ".{6}(?:00|3[89]|[4-9][0-9])", "check digits above 37, which our rule leaves open"),
            new Known("NL", true, ".*B00", "endings begin with 01"),
            new Known("RO", true, ".*", "form only"),
            new Known("SE", true, ".*(?<!01)", "other endings than 01, which nobody has"),
            new Known("SK", false, ".*", "persons, by their birth number"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # territory, forms: # a digit, @ a letter
            AT, U########
            BE, 0######### 1#########
            BG, ######### ########## ##0#2##### ##1#1##### ##4#1##### ##02290###
            CY, ########@
            CZ, ######## ######### 6######## ########## ##0#2##### ##5#1##### ##0#1#### 000229###
            DE, #########
            DK, ########
            EE, #########
            EL, #########
            ES, ########@ @######## @#######@ X#######@ K#######@
            FI, ########
            FR, ########### @########## #@######### @@#########
            GB, ######### 00####### ############ GD### HA###
            HR, ###########
            HU, ########
            IE, #######@ #######@@ #######@W #@#####@
            IT, ####### 00000000018 #######001# #######058#
            LT, #######1# ##########1#
            LU, ########
            LV, ########### 4########## 32#########
            MT, ########
            NL, #########B01 #########B##
            PL, ##########
            PT, #########
            RO, ######## ######### ##########
            SE, ##########01 ############
            SI, ########
            SK, ########## ##0#1##### ##5#1#####
            """)
    void bothSayTheSameButForKnownReasons(String territory, String forms) {
        var unexplained = new LinkedHashSet<String>();
        var seen = new LinkedHashSet<Known>();
        int valid = 0;
        for (String body : numbers(forms)) {
            boolean ours = VatId.isValid(territory, territory + body);
            boolean theirs = VATINSyntaxChecker.isValidVATIN(territory + body);
            valid += ours ? 1 : 0;
            if (ours != theirs) {
                List<Known> reasons = KNOWN.stream()
                        .filter(known -> known.explains(territory, theirs, body))
                        .toList();
                seen.addAll(reasons);
                if (reasons.isEmpty()) {
                    unexplained.add(territory + body + (theirs ? ": theirs alone" : ": ours alone"));
                }
            }
        }
        assertThat(unexplained.stream().limit(20)).isEmpty();
        assertThat(KNOWN)
                .as("reasons that nothing gives any more")
                .filteredOn(known -> known.territory().equals(territory) && !seen.contains(known))
                .isEmpty();
        assertThat(valid).as("valid numbers among them").isGreaterThan(100);
    }

    @Test
    void everyMemberStateHasASecondOpinion() {
        Set<String> without = new LinkedHashSet<>(VatIdSchemes.MEMBERS);
        without.removeIf(state -> VATINSyntaxChecker.isValidatorPresent(state + "1"));
        assertThat(VatIdSchemes.MEMBERS).hasSize(27);
        assertThat(without).isEmpty();
    }

    /** Of each drawn number also those with another last digit or letter: one in ten of them fits. */
    private static List<String> numbers(String forms) {
        var random = new SplittableRandom(20_261_126);
        var numbers = new ArrayList<String>();
        String[] each = forms.strip().split(" +");
        for (int i = 0; i < NUMBERS; i++) {
            String number = drawn(each[i % each.length], random);
            numbers.add(number);
            numbers.addAll(repaired(number, "0123456789"));
            numbers.addAll(repaired(number, LETTERS));
        }
        return numbers;
    }

    /** Numbers whose check digit, wherever it is, was turned until it fits: half of what is compared should be valid. */
    private static List<String> repaired(String number, String alphabet) {
        int last = number.length() - 1;
        Predicate<String> same = number::equals;
        return alphabet.indexOf(number.charAt(last)) < 0
                ? List.of()
                : alphabet.chars()
                        .mapToObj(c -> number.substring(0, last) + (char) c)
                        .filter(not(same))
                        .toList();
    }

    private static String drawn(String form, SplittableRandom random) {
        var number = new StringBuilder();
        for (char c : form.toCharArray()) {
            number.append(
                    switch (c) {
                        case '#' -> (char) ('0' + random.nextInt(10));
                        case '@' -> LETTERS.charAt(random.nextInt(LETTERS.length()));
                        default -> c;
                    });
        }
        return number.toString();
    }
}
