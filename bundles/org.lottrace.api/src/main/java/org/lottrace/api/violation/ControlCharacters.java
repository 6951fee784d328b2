package org.lottrace.api.violation;

import java.util.Optional;

/** Characters that are no writing: NUL, line ends, tabs and the others of ISO 6429. Databases and files do not take all of them. */
public final class ControlCharacters {
    /** Refusal of a text with one of them. */
    public static final String CODE = "CONTROL_CHARACTER";

    private ControlCharacters() {}

    /**
     * @param text of one line
     * @param path where it stands
     * @return what speaks against it, with the place of the first of them, from 1; empty when there is none
     */
    public static Optional<Violation> in(String text, ViolationPath path) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return Optional.of(new Violation(
                        CODE,
                        path,
                        "character " + (i + 1) + " is a control character (U+"
                                + String.format("%04X", (int) text.charAt(i))
                                + "); write the text on one line without it"));
            }
        }
        return Optional.empty();
    }
}
