package org.lottrace.edi.x12.internal.schema;

/** Which segments are made of pairs, each of a qualifier and what it says. */
final class Qualifiers {
    private Qualifiers() {}

    /** @return position of the first qualifier of a segment that is a list of pairs, else 0 */
    static int firstPair(String tag) {
        return tag.equals("LIN") ? 2 : 0;
    }
}
