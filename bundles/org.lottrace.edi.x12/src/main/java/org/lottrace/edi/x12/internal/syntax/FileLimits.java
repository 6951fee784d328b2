package org.lottrace.edi.x12.internal.syntax;

/**
 * How much a file may hold. Its parts need more memory than its bytes, so a file of the largest size may not be made of parts
 * that are shorter than any partner writes them.
 *
 * @param bytes size of the largest file
 */
public record FileLimits(int bytes) {
    /** For what we have written ourselves. */
    public static final FileLimits NONE = new FileLimits(Integer.MAX_VALUE);

    /** Bytes; some 20,000 lines. */
    private static final int LARGEST_SET = 5 * 1024 * 1024;

    /** The shortest segments, HL and SN1, have 10 bytes in 4 elements; with LIN, REF and N1 between them it is 5 or 6 each. */
    int elements() {
        return bytes / 4;
    }

    /** Real ones have 17 to 25 bytes each. */
    int segments() {
        return bytes / 12;
    }

    /** A set is read as a whole, whatever the file may have. */
    int segmentsOfSet() {
        return this.equals(NONE) ? segments() : Math.min(segments(), LARGEST_SET / 12);
    }

    /** A ship notice of one line has 300 bytes, a 997 has 80. */
    int groupsAndSets() {
        return bytes / 80;
    }

    /** ISA, GS, GE and IEA alone have 200 bytes. */
    int interchanges() {
        return bytes / 200;
    }
}
