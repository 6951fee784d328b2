package org.lottrace.gs1.internal.scan;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The 96 bits of an EPC tag, as a reader of tags gives them: SGTIN-96 and SSCC-96, in hexadecimal digits. Source: EPC Tag Data Standard,
 * 14.6.1 and 14.6.2.
 */
final class EpcBits {
    static final Pattern HEXADECIMAL = Pattern.compile("(?:30|31)[0-9A-Fa-f]{22}");

    private static final int BITS = 96;
    private static final int SGTIN_HEADER = 0x30;
    private static final int PARTITION_AT = 11;
    private static final int KEY_AT = 14;
    private static final int SERIAL_BITS = 38;

    /** Bits of the company prefix for 12, 11 … 6 digits of it. */
    private static final int[] PREFIX_BITS = {40, 37, 34, 30, 27, 24, 20};

    private static final int SGTIN_BITS = 44;
    private static final int SSCC_BITS = 58;
    private static final int LONGEST_PREFIX = 12;

    private EpcBits() {}

    /** @return the EPC URI that they mean; empty when they mean none */
    static Optional<String> uri(String hexadecimal) {
        BigInteger bits = new BigInteger(hexadecimal, 16);
        boolean isItem = field(bits, 0, 8).intValueExact() == SGTIN_HEADER;
        int partition = field(bits, PARTITION_AT, 3).intValueExact();
        if (partition >= PREFIX_BITS.length) {
            return Optional.empty();
        }
        int prefixDigits = LONGEST_PREFIX - partition;
        int restBits = (isItem ? SGTIN_BITS : SSCC_BITS) - PREFIX_BITS[partition];
        int restDigits = (isItem ? 13 : 17) - prefixDigits;
        String prefix = digits(field(bits, KEY_AT, PREFIX_BITS[partition]), prefixDigits);
        String rest = digits(field(bits, KEY_AT + PREFIX_BITS[partition], restBits), restDigits);
        if (prefix.length() > prefixDigits || rest.length() > restDigits) {
            return Optional.empty();
        }
        return Optional.of(
                isItem
                        ? "urn:epc:id:sgtin:" + prefix + "." + rest + "." + field(bits, BITS - SERIAL_BITS, SERIAL_BITS)
                        : "urn:epc:id:sscc:" + prefix + "." + rest);
    }

    private static BigInteger field(BigInteger bits, int from, int length) {
        return bits.shiftRight(BITS - from - length)
                .and(BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE));
    }

    private static String digits(BigInteger number, int length) {
        String digits = number.toString();
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
