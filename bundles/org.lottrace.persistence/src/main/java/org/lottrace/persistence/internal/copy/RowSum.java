package org.lottrace.persistence.internal.copy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.lottrace.persistence.internal.Sha256;

/**
 * How many rows there are, and a sum over the SHA-256 of each: it is the same in whichever order they come, so that no database
 * has to sort them.
 */
final class RowSum {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest sha256 = Sha256.digest();
    private long rows;
    private BigInteger sum = BigInteger.ZERO;

    void add(String line) {
        rows++;
        sum = sum.add(new BigInteger(1, sha256.digest(line.getBytes(StandardCharsets.UTF_8))))
                .mod(MODULUS);
    }

    long rows() {
        return rows;
    }

    /** @return number of rows and the sum; equal when the rows are */
    @Override
    public String toString() {
        return rows + " " + sum.toString(16);
    }
}
