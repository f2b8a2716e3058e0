package io.quittance.party;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Persons' numbers that begin with a birth date, where they serve as VAT numbers. */
final class BirthNumbers {

    private static final int CENTURY = 100;

    private BirthNumbers() {}

    /** The Czech and Slovak rodné číslo: YYMMDD (month + 50 for women, + 20 more since 2004) and a serial. */
    static boolean isCzechoslovak(String number) {
        int year = 1900 + Integer.parseInt(number.substring(0, 2));
        if (number.length() == 9) {
            year = year >= 1980 ? year - CENTURY : year;
        } else if (year < 1954) {
            year += CENTURY;
        }
        int month = Integer.parseInt(number.substring(2, 4)) % 50;
        if (number.length() == 10 && month > 20) {
            month -= 20;
        }
        if (!isDay(year, month, Integer.parseInt(number.substring(4, 6)))) {
            return false;
        }
        return number.length() == 9 ? year <= 1953 : hasCheckDigit(number, year);
    }

    private static boolean hasCheckDigit(String number, int year) {
        long check = Long.parseLong(number.substring(0, 9)) % 11;
        return (year < 1985 ? check % 10 : check) == Checksums.last(number);
    }

    /** The Bulgarian EGN: YYMMDD (month + 20 for the 1800s, + 40 for the 2000s), serial, check digit. */
    static boolean isBulgarian(String number) {
        int month = Integer.parseInt(number.substring(2, 4));
        int offset = month > 40 ? 40 : month > 20 ? 20 : 0;
        int century = offset == 40 ? 2000 : offset == 20 ? 1800 : 1900;
        int year = century + Integer.parseInt(number.substring(0, 2));
        return isDay(year, month - offset, Integer.parseInt(number.substring(4, 6)))
                && Checksums.weighted(number, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == Checksums.last(number);
    }

    /**
     * Companies have numbers from 4 on. A person's number is DDMMYY and the century (0 for the 1800s, 1, 2), since July 2017
     * for new persons one that begins with 32.
     */
    static boolean isLatvianOrCompany(String number) {
        if (number.charAt(0) > '3' || number.startsWith("32")) {
            return true;
        }
        int century = 1800 + CENTURY * (number.charAt(6) - '0');
        return number.charAt(6) <= '2'
                && isDay(
                        century + Integer.parseInt(number.substring(4, 6)),
                        Integer.parseInt(number.substring(2, 4)),
                        Integer.parseInt(number.substring(0, 2)));
    }

    private static boolean isDay(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getYear() == year;
        } catch (DateTimeException notADay) {
            return false;
        }
    }
}
