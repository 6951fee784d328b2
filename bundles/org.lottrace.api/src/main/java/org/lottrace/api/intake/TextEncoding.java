package org.lottrace.api.intake;

import org.lottrace.api.code.Coded;

/** The bytes of a text file. A byte order mark is passed over. */
public enum TextEncoding implements Coded {
    UTF_8("utf-8"),
    /** What older programs on Windows write in Western Europe and America. */
    WINDOWS_1252("windows-1252");

    private final String code;

    TextEncoding(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
