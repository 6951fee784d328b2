package org.lottrace.gs1.internal.scan;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The bits of an EPC tag, as a reader of tags gives them: SGTIN-96, SGTIN-198 and SSCC-96, in hexadecimal digits; the last words of the memory
 * may be filled with zeros. Source: EPC Tag Data Standard, 14.6.1 and 14.6.2.
 */
final class EpcBits {
    static final Pattern HEXADECIMAL = Pattern.compile("(?:30|31)[0-9A-Fa-f]{22}|36[0-9A-Fa-f]{48}(?:00)?");

    private static final int SSCC_HEADER = 0x31;
    private static final int LONG_SGTIN_HEADER = 0x36;
    private static final int PARTITION_AT = 11;
    private static final int KEY_AT = 14;
    private static final int SERIAL_AT = 58;
    private static final int SERIAL_BITS = 38;
    private static final int SERIAL_CHARACTERS = 20;
    private static final int CHARACTER_BITS = 7;

    /** What a serial number may have, and a URI writes otherwise. */
    private static final String ESCAPED = "\"%&/<>?";

    /** Bits of the company prefix for 12, 11 … 6 digits of it. */
    private static final int[] PREFIX_BITS = {40, 37, 34, 30, 27, 24, 20};

    private static final int SGTIN_BITS = 44;
    private static final int SSCC_BITS = 58;
    private static final int LONGEST_PREFIX = 12;

    private final BigInteger bits;
    private final int length;

    private EpcBits(String hexadecimal) {
        bits = new BigInteger(hexadecimal, 16);
        length = hexadecimal.length() * 4;
    }

    /** @return the EPC URI that they mean; empty when they mean none */
    static Optional<String> uri(String hexadecimal) {
        return new EpcBits(hexadecimal).uri();
    }

    private Optional<String> uri() {
        int header = field(0, 8).intValueExact();
        boolean isItem = header != SSCC_HEADER;
        int partition = field(PARTITION_AT, 3).intValueExact();
        if (partition >= PREFIX_BITS.length) {
            return Optional.empty();
        }
        int prefixDigits = LONGEST_PREFIX - partition;
        int restBits = (isItem ? SGTIN_BITS : SSCC_BITS) - PREFIX_BITS[partition];
        int restDigits = (isItem ? 13 : 17) - prefixDigits;
        String prefix = digits(field(KEY_AT, PREFIX_BITS[partition]), prefixDigits);
        String rest = digits(field(KEY_AT + PREFIX_BITS[partition], restBits), restDigits);
        if (prefix.length() > prefixDigits || rest.length() > restDigits) {
            return Optional.empty();
        }
        if (!isItem) {
            return Optional.of("urn:epc:id:sscc:" + prefix + "." + rest);
        }
        Optional<String> serial = header == LONG_SGTIN_HEADER
                ? characters()
                : Optional.of(field(SERIAL_AT, SERIAL_BITS).toString());
        return serial.map(number -> "urn:epc:id:sgtin:" + prefix + "." + rest + "." + number);
    }

    /** @return the serial number as a URI writes it; empty when there is none, or something stands behind its end */
    private Optional<String> characters() {
        StringBuilder serial = new StringBuilder();
        boolean hasEnded = false;
        for (int i = 0; i < SERIAL_CHARACTERS; i++) {
            char character =
                    (char) field(SERIAL_AT + i * CHARACTER_BITS, CHARACTER_BITS).intValueExact();
            if (character != 0 && (hasEnded || character < '!')) {
                return Optional.empty();
            }
            hasEnded |= character == 0;
            if (!hasEnded) {
                serial.append(
                        ESCAPED.indexOf(character) < 0
                                ? String.valueOf(character)
                                : String.format("%%%02X", (int) character));
            }
        }
        return Optional.of(serial.toString()).filter(number -> !number.isEmpty());
    }

    private BigInteger field(int from, int size) {
        return bits.shiftRight(length - from - size)
                .and(BigInteger.ONE.shiftLeft(size).subtract(BigInteger.ONE));
    }

    private static String digits(BigInteger number, int length) {
        String digits = number.toString();
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
