package org.lottrace.handover.internal.account;

/** When two reasons are the same: capitals and outer blanks do not count. */
final class ReasonText {
    private ReasonText() {}

    /** Letter by letter, as {@link String#equalsIgnoreCase}: of a whole text, a Turkish İ becomes two letters. */
    static String folded(String reason) {
        return reason.strip()
                .codePoints()
                .map(letter -> Character.toLowerCase(Character.toUpperCase(letter)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
