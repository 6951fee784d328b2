package org.lottrace.api.id;

/** An identifier breaks the format of its standard. Carries the kind of identifier and the offending text. */
public final class InvalidIdentifierException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String text;

    /**
     * @param kind what was expected, with its standard, such as {@code AI (10) lot number}
     * @param text what was given
     */
    public InvalidIdentifierException(String kind, String text) {
        super("not a valid " + kind + ": \"" + text + "\"");
        this.kind = kind;
        this.text = text;
    }

    /** @return what was expected, with its standard */
    public String kind() {
        return kind;
    }

    /** @return the text that was refused */
    public String text() {
        return text;
    }
}
