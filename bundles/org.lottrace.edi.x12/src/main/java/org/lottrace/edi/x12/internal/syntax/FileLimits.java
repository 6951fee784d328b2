package org.lottrace.edi.x12.internal.syntax;

/**
 * How much a file may hold. Its parts need more memory than its bytes, so a file of the largest size may not be made of parts
 * that are shorter than any partner writes them.
 *
 * @param bytes size of the largest file
 * @param ofSet bytes of the largest transaction set: it is read as a whole, and needs more memory than its bytes
 */
public record FileLimits(int bytes, int ofSet) {
    /** For what we have written ourselves. */
    public static final FileLimits NONE = new FileLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** Bytes; some 20,000 lines. */
    private static final int USUAL_SET = 5 * 1024 * 1024;

    /** @param bytes size of the largest file, in which sets have 5 MB at most */
    public FileLimits(int bytes) {
        this(bytes, USUAL_SET);
    }

    /** The shortest segments, HL and SN1, have 10 bytes in 4 elements; with LIN, REF and N1 between them it is 5 or 6 each. */
    int elements() {
        return bytes / 4;
    }

    /** Real ones have 17 to 25 bytes each. */
    int segments() {
        return bytes / 12;
    }

    int segmentsOfSet() {
        return Math.min(bytes, ofSet) / 12;
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
