package org.lottrace.gs1.internal.rule;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules of single values that need nothing but the value. */
final class ValueRules {
    private static final Pattern PIECE = Pattern.compile("(\\d+)/(\\d+)");
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final int DEGREES = 10;

    private ValueRules() {}

    /** @return a rule of the whole value */
    static Rule whole(String rule, Predicate<String> isKept) {
        return value -> isKept.test(value) ? Optional.empty() : Optional.of(Fault.whole(rule, value));
    }

    static Rule one(String characters, String rule) {
        return whole(rule, value -> value.length() == 1 && characters.contains(value));
    }

    static Optional<Fault> noLeadingZero(String value) {
        return CharacterSet.NUMERIC
                .fault(value)
                .or(() ->
                        value.startsWith("0") ? Optional.of(new Fault("ILLEGAL_ZERO_PREFIX", 0, 1)) : Optional.empty());
    }

    /** Ten digits, a place on the globe in ten millionths of a degree. */
    static Rule degrees(String what, String most) {
        BigInteger limit = new BigInteger(most);
        return value -> value.length() != DEGREES
                ? Optional.of(Fault.whole(what + "_INVALID_LENGTH", value))
                : CharacterSet.NUMERIC
                        .fault(value)
                        .or(() -> new BigInteger(value).compareTo(limit) > 0
                                ? Optional.of(Fault.whole("INVALID_" + what, value))
                                : Optional.empty());
    }

    static Optional<Fault> percentEncoding(String value) {
        for (int i = value.indexOf('%'); i >= 0; i = value.indexOf('%', i + 3)) {
            int end = Math.min(value.length(), i + 3);
            if (!ESCAPE.matcher(value.substring(i, end)).matches()) {
                return Optional.of(new Fault("INVALID_PERCENT_SEQUENCE", i, end));
            }
        }
        return Optional.empty();
    }

    /** The number of a piece and of all pieces, as long as each other. */
    static Optional<Fault> pieceOfTotal(String value) {
        Optional<Fault> noDigit = CharacterSet.NUMERIC.fault(value);
        if (noDigit.isPresent()) {
            return noDigit;
        }
        if (value.isEmpty() || value.length() % 2 != 0) {
            return Optional.of(Fault.whole("INVALID_LENGTH_FOR_PIECE_OF_TOTAL", value));
        }
        int half = value.length() / 2;
        BigInteger piece = new BigInteger(value.substring(0, half));
        BigInteger total = new BigInteger(value.substring(half));
        if (piece.signum() == 0) {
            return Optional.of(new Fault("ZERO_PIECE_NUMBER", 0, half));
        }
        if (total.signum() == 0) {
            return Optional.of(new Fault("ZERO_TOTAL_PIECES", half, value.length()));
        }
        return piece.compareTo(total) > 0
                ? Optional.of(Fault.whole("PIECE_NUMBER_EXCEEDS_TOTAL", value))
                : Optional.empty();
    }

    /** Such as {@code 2/3}. */
    static Optional<Fault> positionInSequence(String value) {
        Matcher parts = PIECE.matcher(value);
        if (!parts.matches()) {
            return Optional.of(Fault.whole("POSITION_IN_SEQUENCE_MALFORMED", value));
        }
        for (int group = 1; group <= 2; group++) {
            if (parts.group(group).startsWith("0")) {
                return Optional.of(new Fault("ILLEGAL_ZERO_PREFIX", parts.start(group), parts.end(group)));
            }
        }
        return new BigInteger(parts.group(1)).compareTo(new BigInteger(parts.group(2))) > 0
                ? Optional.of(Fault.whole("POSITION_EXCEEDS_END", value))
                : Optional.empty();
    }
}
