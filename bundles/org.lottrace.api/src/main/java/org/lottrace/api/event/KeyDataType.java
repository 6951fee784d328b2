package org.lottrace.api.event;

import org.lottrace.api.code.Coded;

/** What kind of value a key data element has. */
public enum KeyDataType implements Coded {
    TEXT("TEXT"),
    /** A word of a list that the element's source gives. */
    CODE("CODE"),
    QUANTITY("QUANTITY"),
    /** A calendar date, without a time zone. */
    DATE("DATE"),
    /** A moment, in UTC. */
    TIME("TIME"),
    PLACE("PLACE"),
    PARTY("PARTY");

    private final String code;

    KeyDataType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
