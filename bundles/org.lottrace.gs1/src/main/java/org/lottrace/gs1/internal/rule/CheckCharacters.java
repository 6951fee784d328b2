package org.lottrace.gs1.internal.rule;

import java.util.Optional;
import java.util.stream.IntStream;

/** Check digits and check character pairs. Source: GS1 General Specifications, 7.9. */
final class CheckCharacters {
    private static final String CSET32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int BITS_OF_A_CHECK_CHARACTER = 5;
    private static final int PAIR_MODULUS = 1021;
    private static final int LONGEST_WITH_PAIR = 99;
    private static final int[] PRIMES = IntStream.iterate(2, n -> n + 1)
            .filter(n -> IntStream.range(2, n).allMatch(divisor -> n % divisor != 0))
            .limit(LONGEST_WITH_PAIR - 2)
            .toArray();

    private CheckCharacters() {}

    static Optional<Fault> digit(String value) {
        if (value.isEmpty()) {
            return Optional.of(Fault.whole("TOO_SHORT_FOR_CHECK_DIGIT", value));
        }
        return CharacterSet.NUMERIC.fault(value).or(() -> {
            int last = value.length() - 1;
            return value.charAt(last) - '0' == checkDigit(value.substring(0, last))
                    ? Optional.empty()
                    : Optional.of(new Fault("INCORRECT_CHECK_DIGIT", last, last + 1));
        });
    }

    /** @return the digit that goes behind these digits: weights 3 and 1 from the right */
    static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 0 ? 1 : 3;
            sum += weight * (digits.charAt(i) - '0');
        }
        return (10 - sum % 10) % 10;
    }

    static Optional<Fault> pair(String value) {
        if (value.length() > LONGEST_WITH_PAIR) {
            return Optional.of(Fault.whole("TOO_LONG_FOR_CHECK_PAIR_IMPLEMENTATION", value));
        }
        int checked = value.length() - 2;
        if (checked < 0) {
            return Optional.of(Fault.whole("TOO_SHORT_FOR_CHECK_PAIR", value));
        }
        return CharacterSet.CSET82
                .fault(value.substring(0, checked))
                .or(() -> value.endsWith(checkPair(value.substring(0, checked)))
                        ? Optional.empty()
                        : Optional.of(new Fault("INCORRECT_CHECK_PAIR", checked, value.length())));
    }

    private static String checkPair(String value) {
        int sum = 0;
        for (int i = 0; i < value.length(); i++) {
            sum += CharacterSet.CSET82.weight(value.charAt(i)) * PRIMES[value.length() - 1 - i];
        }
        int rest = sum % PAIR_MODULUS;
        return "" + CSET32.charAt(rest >> BITS_OF_A_CHECK_CHARACTER)
                + CSET32.charAt(rest & (1 << BITS_OF_A_CHECK_CHARACTER) - 1);
    }

    /** The first characters of a key are a GS1 Company Prefix. Whether GS1 gave it to a company is not looked up. */
    static Rule companyPrefixAt(int from) {
        return value -> {
            if (value.length() < from + 4) {
                boolean isCut = from > 0 && value.length() < from + 1;
                return Optional.of(new Fault("TOO_SHORT_FOR_GCP", isCut ? 0 : from, value.length()));
            }
            return CharacterSet.NUMERIC
                    .fault(value.substring(from, from + 4))
                    .map(fault -> new Fault("INVALID_GCP_PREFIX", fault.from() + from, fault.to() + from));
        };
    }
}
