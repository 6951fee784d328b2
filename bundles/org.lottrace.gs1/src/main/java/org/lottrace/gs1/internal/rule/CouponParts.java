package org.lottrace.gs1.internal.rule;

import java.util.Optional;

/** The parts of a coupon code one after the other. After a fault nothing more is read. */
final class CouponParts {
    private final String digits;
    private int next;
    private Optional<Fault> fault;

    CouponParts(String digits) {
        this.digits = digits;
        this.fault = CharacterSet.NUMERIC.fault(digits);
    }

    Optional<Fault> fault() {
        return fault;
    }

    boolean isAtEnd() {
        return next == digits.length() || fault.isPresent();
    }

    int position() {
        return next;
    }

    /** @return the next digit, or -1 */
    int digit(String missing, String allowed, String invalid) {
        if (fault.isPresent()) {
            return -1;
        }
        if (next == digits.length()) {
            refuse(missing, 0, next);
            return -1;
        }
        char digit = digits.charAt(next);
        if (allowed.indexOf(digit) < 0) {
            refuse(invalid, next, next + 1);
            return -1;
        }
        next++;
        return digit - '0';
    }

    /** As {@link #digit(String, String, String)}, any of them. */
    int digit(String missing) {
        return digit(missing, "0123456789", missing);
    }

    /** @return so many digits, or nothing; when there are none at all, all of the code is the fault */
    String digits(int length, String truncated) {
        return digits(length, truncated, next == digits.length() ? 0 : next);
    }

    /** @param from where the fault begins */
    String digits(int length, String truncated, int from) {
        if (fault.isPresent()) {
            return "";
        }
        if (digits.length() - next < length) {
            refuse(truncated, from, digits.length());
            return "";
        }
        next += length;
        return digits.substring(next - length, next);
    }

    /** A part that says its own length in one digit, of which those that are allowed mean {@code shortest} digits and more. */
    void variable(String what, String lengths, int shortest, String missing, String invalid) {
        int length = digit(missing, lengths, invalid);
        if (length >= 0) {
            digits(length + shortest, "COUPON_TRUNCATED_" + what);
        }
    }

    void variable(String what, String lengths, int shortest) {
        variable(what, lengths, shortest, "COUPON_MISSING_" + what + "_VLI", "COUPON_INVALID_" + what + "_LENGTH");
    }

    void refuse(String rule, int from, int to) {
        if (fault.isEmpty()) {
            fault = Optional.of(new Fault(rule, from, to));
        }
    }

    Optional<Fault> end() {
        if (!isAtEnd()) {
            refuse("COUPON_EXCESS_DATA", next, digits.length());
        }
        return fault;
    }
}
