package org.lottrace.edi.x12.internal.syntax;

/**
 * The service characters of an EDIFACT interchange: those of its UNA, else the customary ones.
 *
 * <p>Source: ISO 9735, service string advice.
 *
 * @param component between the components of an element
 * @param element between elements
 * @param release before a character that means itself; a space for none
 * @param repetition between repetitions of an element, in version 4 only; a space for none
 * @param terminator behind each segment
 */
record ServiceString(char component, char element, char release, char repetition, char terminator) {
    static final ServiceString CUSTOMARY = new ServiceString(':', '+', '?', '*', '\'');
    /** UNA and its six characters. */
    static final int LENGTH = 9;

    private static final String UNA = "UNA";

    /** @return whether such a string, followed by UNB, stands there */
    static boolean isAt(String text, int at) {
        if (!text.startsWith(UNA, at) || at + LENGTH > text.length()) {
            return false;
        }
        int next = at + LENGTH;
        while (next < text.length() && (text.charAt(next) == '\r' || text.charAt(next) == '\n')) {
            next++;
        }
        ServiceString said = at(text, at);
        boolean differ = text.substring(at + 3, at + LENGTH).chars().noneMatch(Character::isLetterOrDigit)
                && said.component != said.element
                && said.element != said.terminator
                && said.component != said.terminator
                && (!said.hasRelease()
                        || said.release != said.component
                                && said.release != said.element
                                && said.release != said.terminator);
        return differ && text.startsWith("UNB" + said.element, next);
    }

    static ServiceString at(String text, int at) {
        return new ServiceString(
                text.charAt(at + 3),
                text.charAt(at + 4),
                text.charAt(at + 6),
                text.charAt(at + 7),
                text.charAt(at + LENGTH - 1));
    }

    boolean hasRelease() {
        return release != ' ';
    }
}
