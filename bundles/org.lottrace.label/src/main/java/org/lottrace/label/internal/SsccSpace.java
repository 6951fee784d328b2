package org.lottrace.label.internal;

import org.lottrace.api.id.Sscc;

/**
 * The numbers that a company has for its logistic units, divided among years: the ten extension digits go round, so that a digit
 * comes again only after all the others.
 */
final class SsccSpace {
    private static final int DIGITS_BEFORE_CHECK = 17;
    private static final int EXTENSION_DIGITS = 10;
    private static final int MOST_YEARS = 9;

    private final String prefix;
    private final int turns;
    private final long perDigit;

    /** @throws IllegalArgumentException if the prefix, when there is one, or the number of years is wrong */
    SsccSpace(String prefix, int yearsWithoutReuse) {
        if (!prefix.isEmpty() && !prefix.matches("[0-9]{6,12}")) {
            throw new IllegalArgumentException("company.prefix has 6 to 12 digits, not \"" + prefix + "\"");
        }
        if (yearsWithoutReuse < 1 || yearsWithoutReuse > MOST_YEARS) {
            throw new IllegalArgumentException(
                    "years.without.reuse is 1 to " + MOST_YEARS + ", not " + yearsWithoutReuse);
        }
        this.prefix = prefix;
        // what is given on the last day of a year has to rest for whole years behind it
        this.turns = yearsWithoutReuse + 1;
        long numbers = 1;
        for (int i = prefix.length() + 1; i < DIGITS_BEFORE_CHECK; i++) {
            numbers *= EXTENSION_DIGITS;
        }
        this.perDigit = numbers;
    }

    long perYear() {
        return perDigit * (EXTENSION_DIGITS / turns);
    }

    /** @param index from 0, less than {@link #perYear()} */
    Sscc number(int year, long index) {
        int digitsOfYear = EXTENSION_DIGITS / turns;
        long extension = (long) year % turns * digitsOfYear + index / perDigit;
        String serial = Long.toString(perDigit + index % perDigit).substring(1);
        String digits = extension + prefix + serial;
        return new Sscc(digits + checkDigit(digits));
    }

    /** Weights 3 and 1 from the right. Source: GS1 General Specifications, 7.9. */
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * ((digits.length() - i) % 2 == 0 ? 1 : 3);
        }
        return (10 - sum % 10) % 10;
    }
}
