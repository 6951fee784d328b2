package org.lottrace.api.intake;

import org.lottrace.api.code.Coded;

/** How a file writes decimal numbers. A number that is written otherwise is a problem, never another number. */
public enum DecimalStyle implements Coded {
    /** {@code 1234.5}. */
    POINT("POINT"),
    /** {@code 1234,5}. */
    COMMA("COMMA"),
    /** {@code 1,234.5} or {@code 1234.5}: commas stand before groups of three digits. */
    POINT_GROUPED("POINT_GROUPED"),
    /** {@code 1.234,5} or {@code 1234,5}: points stand before groups of three digits. */
    COMMA_GROUPED("COMMA_GROUPED");

    private final String code;

    DecimalStyle(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
