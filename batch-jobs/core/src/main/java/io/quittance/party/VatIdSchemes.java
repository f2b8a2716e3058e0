package io.quittance.party;

import static io.quittance.party.VatIdScheme.NO_CHECK_DIGITS;
import static io.quittance.party.VatIdScheme.bare;
import static io.quittance.party.VatIdScheme.prefixed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The forms of VAT and GST numbers, territory by territory. Prefixes are those of VIES; numbers outside of it have none.
 * Where a tax office publishes no check digit, or says itself that numbers in use break the rule, the form alone decides.
 */
final class VatIdSchemes {

    private static final List<VatIdScheme> MEMBER_STATES = List.of(
            prefixed("AT", "U[0-9]{8}", "ATU and 8 digits", EuropeanVatChecks::austria),
            prefixed("BE", "[01][0-9]{9}", "BE and 10 digits, the first 0 or 1", EuropeanVatChecks::belgium)
                    .padded(zeros(9, 10)),
            prefixed("BG", "[0-9]{9,10}", "BG and 9 or 10 digits", EuropeanVatChecks::bulgaria),
            prefixed("CY", "(?!12)[0-9]{8}[A-Z]", "CY, 8 digits and a letter", EuropeanVatChecks::cyprus),
            prefixed("CZ", "[0-9]{8,10}", "CZ and 8 to 10 digits", EuropeanVatChecks::czechia),
            prefixed("DE", "[1-9][0-9]{8}", "DE and 9 digits, the first not 0", Checksums::isMod11And10),
            prefixed("DK", "[1-9][0-9]{7}", "DK and 8 digits, the first not 0", EuropeanVatChecks::denmark),
            prefixed("EE", "[0-9]{9}", "EE and 9 digits", EuropeanVatChecks::estonia),
            prefixed("EL", "[0-9]{9}", "EL and 9 digits", EuropeanVatChecks::greece)
                    .in("GR")
                    .padded(zeros(8, 9)),
            prefixed(
                    "ES", "[A-Z0-9][0-9]{7}[A-Z0-9]", "ES and 9 characters, 7 digits inside", EuropeanVatChecks::spain),
            prefixed("FI", "[0-9]{8}", "FI and 8 digits", EuropeanVatChecks::finland),
            prefixed(
                    "FR",
                    "[0-9A-HJ-NP-Z]{2}[0-9]{9}",
                    "FR, 2 characters and the 9 digits of the SIREN",
                    EuropeanVatChecks::france),
            prefixed("HR", "[0-9]{11}", "HR and 11 digits", Checksums::isMod11And10),
            prefixed("HU", "[0-9]{8}", "HU and 8 digits", EuropeanVatChecks::hungary),
            prefixed(
                    "IE",
                    "[0-9]{7}[A-W][A-IW]?|[0-9][A-Z+*][0-9]{5}[A-W]",
                    "IE, 7 digits and 1 or 2 letters",
                    EuropeanVatChecks::ireland),
            prefixed("IT", "[0-9]{11}", "IT and 11 digits", Checksums::isLuhn)
                    .where("the first 7 digits are not all 0", body -> !body.startsWith("0000000"))
                    .where(
                            "digits 8 to 10 are the code of a tax office: 001 to 100, 120, 121, 888 or 999",
                            EuropeanVatChecks::hasItalianOffice),
            prefixed("LT", "[0-9]{7}1[0-9]|[0-9]{10}1[0-9]", "LT and 9 or 12 digits", EuropeanVatChecks::lithuania),
            prefixed("LU", "[0-9]{8}", "LU and 8 digits", EuropeanVatChecks::luxembourg),
            prefixed("LV", "[0-9]{11}", "LV and 11 digits", EuropeanVatChecks::latvia)
                    .where(
                            "a person's number begins with a date of birth, or with 32",
                            BirthNumbers::isLatvianOrCompany),
            prefixed("MT", "[1-9][0-9]{7}", "MT and 8 digits, the first not 0", EuropeanVatChecks::malta),
            prefixed("NL", "[0-9]{9}B[0-9]{2}", "NL, 9 digits, B and 2 digits", EuropeanVatChecks::netherlands)
                    .padded(VatIdSchemes::dutchZeros)
                    .where("the digits behind the B begin with 01", body -> !body.endsWith("B00")),
            prefixed("PL", "[0-9]{10}", "PL and 10 digits", EuropeanVatChecks::poland),
            prefixed("PT", "[1-9][0-9]{8}", "PT and 9 digits, the first not 0", EuropeanVatChecks::portugal),
            prefixed("RO", "[1-9][0-9]{1,9}|[0-9]{13}", "RO and 2 to 10 digits", EuropeanVatChecks::romania),
            prefixed("SE", "[0-9]{10}01", "SE and 12 digits, the last two 01", EuropeanVatChecks::sweden),
            prefixed("SI", "[1-9][0-9]{7}", "SI and 8 digits, the first not 0", EuropeanVatChecks::slovenia),
            prefixed("SK", "[1-9][0-9]{9}", "SK and 10 digits, the first not 0", EuropeanVatChecks::slovakia));

    private static final String BRITISH = "[0-9]{9}(?:[0-9]{3})?|GD[0-4][0-9]{2}|HA[5-9][0-9]{2}";
    private static final String NINE_DIGITS = "[0-9]{9}";

    private static final List<VatIdScheme> REST_OF_EUROPE = List.of(
            bare("AD", "[ACDEFGLOPU][0-9]{6}[A-Z]", "a letter, 6 digits and a letter", NO_CHECK_DIGITS)
                    .where(
                            "the digits behind A or L are 700000 to 799999, those behind F up to 699999",
                            EuropeanVatChecks::hasAndorranRange),
            bare("AL", "[A-Z][0-9]{8}[A-Z]", "a letter, 8 digits and a letter", NO_CHECK_DIGITS),
            bare("AZ", "[0-9]{9}[12]", "10 digits, the last 1 or 2", OverseasVatChecks::azerbaijan)
                    .padded(zeros(8, 10)),
            bare("BA", "[0-9]{12}", "12 digits", NO_CHECK_DIGITS),
            bare(
                    "BY",
                    "[1-7][0-9]{8}|[ABCEHKM][ABCEHKMOPT][0-9]{7}",
                    "9 digits, or 2 letters and 7 digits",
                    EuropeanVatChecks::belarus),
            bare(
                    "CH",
                    "CHE[0-9]{9}(?:MWST|TVA|IVA|TPV)",
                    "CHE, 9 digits and MWST, TVA, IVA or TPV",
                    EuropeanVatChecks::switzerland),
            prefixed("EU", NINE_DIGITS, "EU and 9 digits", NO_CHECK_DIGITS)
                    .where(
                            "the first 3 digits are the ISO 3166-1 number of a member state, such as 372 for IE",
                            EuropeanVatChecks::hasMemberState),
            bare("FO", "[0-9]{6}", "6 digits", NO_CHECK_DIGITS),
            prefixed("GB", BRITISH, "GB and 9 or 12 digits, GD or HA and 3 digits", EuropeanVatChecks::britain),
            bare("GE", NINE_DIGITS, "9 digits", NO_CHECK_DIGITS),
            bare("IS", "[0-9]{5,6}", "5 or 6 digits", NO_CHECK_DIGITS),
            bare("LI", "[0-9]{5}", "5 digits", NO_CHECK_DIGITS),
            prefixed("FR", "[0-9]{2}000[0-9]{6}", "FR, 2 digits, 000 and 6 digits", EuropeanVatChecks::hasFrenchKey)
                    .in("MC"),
            bare("MD", "[0-9]{7}", "7 digits", NO_CHECK_DIGITS),
            bare("ME", "[0-9]{8}", "8 digits", EuropeanVatChecks::montenegro),
            bare("MK", "[0-9]{13}", "13 digits", EuropeanVatChecks::northMacedonia),
            bare("NO", "[0-9]{9}MVA", "9 digits and MVA", EuropeanVatChecks::norway),
            bare("RS", NINE_DIGITS, "9 digits", Checksums::isMod11And10),
            bare("RU", "[0-9]{10}|[0-9]{12}", "10 or 12 digits", EuropeanVatChecks::russia),
            bare("SM", "[0-9]{1,5}", "up to 5 digits", NO_CHECK_DIGITS),
            bare("TR", "[0-9]{10}", "10 digits", EuropeanVatChecks::turkey),
            bare("UA", "[0-9]{9}|[0-9]{12}", "9 or 12 digits", NO_CHECK_DIGITS),
            prefixed("XI", BRITISH, "XI and 9 or 12 digits, GD or HA and 3 digits", EuropeanVatChecks::britain),
            bare("XK", NINE_DIGITS, "9 digits", NO_CHECK_DIGITS));

    private static final List<VatIdScheme> AMERICA = List.of(
            bare("AR", "(?:2[0347]|3[034]|5[015])[0-9]{9}", "11 digits of a known kind", OverseasVatChecks::argentina),
            bare(
                            "BR",
                            "[0-9A-Z]{12}[0-9]{2}|[0-9]{11}",
                            "12 characters and 2 digits (CNPJ), or 11 digits (CPF)",
                            OverseasVatChecks::brazil)
                    .where(
                            "the characters are not all the same",
                            body -> body.chars().distinct().count() > 1),
            bare(
                    "CA",
                    "[0-9]{9}(?:(?:RC|RM|RP|RT)[0-9]{4})?",
                    "9 digits, or with RT and 4 digits",
                    OverseasVatChecks::canada),
            bare("CL", "[0-9]{7,8}[0-9K]", "7 or 8 digits and a check character", OverseasVatChecks::chile),
            bare("CO", "[0-9]{8,16}", "8 to 16 digits", OverseasVatChecks::colombia),
            bare("CR", "[2-5][0-9]{9}", "10 digits, the first 2 to 5", NO_CHECK_DIGITS)
                    .where(
                            "digits 2 to 4 are a type of the class that the first digit names",
                            OverseasVatChecks::hasCostaRicanType),
            bare("DO", "[0-9]{8,9}", "9 digits", OverseasVatChecks::dominicanRepublic),
            bare("EC", "[0-9]{13}", "13 digits", OverseasVatChecks::ecuador)
                    .where("the first 2 digits are a province: 01 to 24, 30 or 50", OverseasVatChecks::hasProvince),
            bare("GT", "[0-9]{1,11}[0-9K]", "up to 11 digits and a check character", OverseasVatChecks::guatemala),
            bare("MX", "[A-ZÑ&]{3,4}[0-9]{6}[0-9A-Z]{3}", "3 or 4 letters, 6 digits and 3 characters", NO_CHECK_DIGITS)
                    .where("the 6 digits are a date of birth or foundation, YYMMDD", OverseasVatChecks::hasMexicanDate),
            bare("PE", "(?:10|15|17|20)[0-9]{9}", "11 digits beginning with 10, 15, 17 or 20", OverseasVatChecks::peru),
            bare("PY", "[0-9]{5,9}", "5 to 9 digits", OverseasVatChecks::paraguay),
            bare("SV", "[019][0-9]{13}", "14 digits", OverseasVatChecks::elSalvador),
            bare("UY", "[0-9]{8}001[0-9]", "12 digits, 001 before the last", OverseasVatChecks::uruguay)
                    .where("the first 2 digits are 01 to 22, and a number follows", OverseasVatChecks::hasRegistration),
            bare("VE", "[VEJPGC][0-9]{9}", "a letter and 9 digits", OverseasVatChecks::venezuela));

    private static final List<VatIdScheme> AFRICA = List.of(
            bare("DZ", "[0-9]{15}|[0-9]{20}", "15 or 20 digits", NO_CHECK_DIGITS),
            bare("EG", NINE_DIGITS, "9 digits", NO_CHECK_DIGITS),
            bare("GH", "[PCGQV]00[A-Z0-9]{8}", "a letter, 00 and 8 characters", OverseasVatChecks::ghana),
            bare("GN", NINE_DIGITS, "9 digits", Checksums::isLuhn),
            bare("KE", "[AP][0-9]{9}[A-Z]", "A or P, 9 digits and a letter", NO_CHECK_DIGITS),
            bare("MA", "[0-9]{15}", "15 digits", OverseasVatChecks::morocco),
            bare("MZ", NINE_DIGITS, "9 digits", OverseasVatChecks::mozambique),
            bare(
                    "SN",
                    "[0-9]{7}(?:[0-9]{2})?(?:[0-9][A-Z][0-9])?",
                    "7 or 9 digits, and perhaps digit, letter, digit",
                    OverseasVatChecks::senegal),
            bare(
                            "TN",
                            "[0-9]{7}[A-HJ-NP-TV-Z](?:[ABDNP][CEMNP][0-9]{3})?",
                            "7 digits and a letter, perhaps with the VAT code, the category and 3 digits",
                            NO_CHECK_DIGITS)
                    .padded(VatIdSchemes::tunisianZeros)
                    .where(
                            "the last 3 digits are 000 unless the category is E",
                            body -> body.length() == 8 || body.endsWith("000") || body.charAt(9) == 'E'),
            bare("ZA", "4[0-9]{9}", "10 digits, the first 4", NO_CHECK_DIGITS));

    private static final List<VatIdScheme> ASIA_AND_PACIFIC = List.of(
            bare("AE", "[0-9]{15}", "15 digits", NO_CHECK_DIGITS),
            bare("AU", "[0-9]{11}", "11 digits", OverseasVatChecks::australia),
            bare("CN", "[0-9]{8}[0-9A-HJ-NP-RTUWXY]{10}", "8 digits and 10 characters", OverseasVatChecks::china),
            bare("ID", "[0-9]{15,16}", "15 or 16 digits", OverseasVatChecks::indonesia),
            bare("IL", NINE_DIGITS, "9 digits", Checksums::isLuhn),
            bare(
                            "IN",
                            "[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]",
                            "state, PAN, a character, Z and a check character",
                            OverseasVatChecks::india)
                    .where(
                            "the first 2 digits are the code of a state (01 to 38), 97 or 99",
                            OverseasVatChecks::hasIndianState)
                    .where(
                            "characters 3 to 12 are a PAN: its 4th letter is the kind of holder, its digits not 0000",
                            OverseasVatChecks::hasPan),
            bare("JP", "T?[1-9][0-9]{12}", "13 digits, perhaps behind a T", OverseasVatChecks::japan),
            bare("KR", "[0-9]{10}", "10 digits", OverseasVatChecks::korea)
                    .where(
                            "the tax office is 101 or higher, the kind of business not 00, the serial not 0000",
                            OverseasVatChecks::hasKoreanParts),
            bare("NZ", "[0-9]{8,9}", "8 or 9 digits", OverseasVatChecks::newZealand),
            prefixed("OM", "[0-9]{9}[0-9X]", "OM, 9 digits and a check character", NO_CHECK_DIGITS),
            bare("SA", "3[0-9]{13}3", "15 digits, the first and last 3", NO_CHECK_DIGITS),
            bare(
                    "SG",
                    "[0-9]{8,9}[A-Z]|[TSR][0-9]{2}[A-Z0-9]{2}[0-9]{4}[A-Z]|M[A-Z0-9][0-9]{7}[A-Z]",
                    "a UEN, or M and 9 characters",
                    OverseasVatChecks::singapore),
            bare("TH", "0[0-9]{12}", "13 digits, the first 0", OverseasVatChecks::thailand),
            bare("TW", "[0-9]{8}", "8 digits", OverseasVatChecks::taiwan),
            bare("VN", "[0-9]{10}(?:[0-9]{3})?", "10 or 13 digits", OverseasVatChecks::vietnam)
                    .where("digits 3 to 9 are not all 0", body -> !body.startsWith("0000000", 2))
                    .where(
                            "a branch (digits 11 to 13) is 001 or higher",
                            body -> body.length() == 10 || !body.endsWith("000")));

    /** The member states, as VIES and the schemes of the Union count them. */
    static final Set<String> MEMBERS =
            MEMBER_STATES.stream().map(VatIdScheme::country).collect(Collectors.toUnmodifiableSet());

    /** By ISO country, or XI, or EU. */
    static final Map<String, VatIdScheme> BY_TERRITORY = Stream.of(
                    MEMBER_STATES, REST_OF_EUROPE, AMERICA, AFRICA, ASIA_AND_PACIFIC)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(VatIdScheme::country, Function.identity()));

    private static final Pattern SHORT_TUNISIAN = Pattern.compile("([0-9]{1,6})([A-Z].*)");

    private VatIdSchemes() {}

    private static UnaryOperator<String> zeros(int from, int length) {
        return rest ->
                rest.length() >= from && rest.length() < length ? "0".repeat(length - rest.length()) + rest : rest;
    }

    /** The digits before the B were once written without leading zeros. */
    private static String dutchZeros(String rest) {
        int digits = rest.indexOf('B');
        return digits > 0 && digits < 9 ? "0".repeat(9 - digits) + rest : rest;
    }

    private static String tunisianZeros(String rest) {
        var shorter = SHORT_TUNISIAN.matcher(rest);
        return shorter.matches() ? "0".repeat(7 - shorter.group(1).length()) + rest : rest;
    }
}
