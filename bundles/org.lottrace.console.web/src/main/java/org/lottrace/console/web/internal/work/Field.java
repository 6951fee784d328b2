package org.lottrace.console.web.internal.work;

/**
 * One field of a form.
 *
 * @param name in the form; its label is the text {@code work.field.NAME}
 * @param kind how it is entered
 * @param isRequired false for what may stay empty
 */
public record Field(String name, Kind kind, boolean isRequired) {
    static final Field TO_LOCATION = required("location", Kind.LOCATION);

    /** How it is entered, and what is suggested. */
    public enum Kind {
        /** Anything. */
        TEXT,
        /** One of the own sites. */
        SITE,
        /** A location of the site; suggested, because it may be scanned as well. */
        LOCATION,
        /** A ship notice of which something is to come. */
        NOTICE,
        /** Several logistic units, one a line. */
        UNITS,
        /** A calendar date. */
        DATE,
        /** A box to tick. */
        BOX,
        /** Why. */
        REASON
    }

    static Field required(String name, Kind kind) {
        return new Field(name, kind, true);
    }

    static Field optional(String name, Kind kind) {
        return new Field(name, kind, false);
    }
}
