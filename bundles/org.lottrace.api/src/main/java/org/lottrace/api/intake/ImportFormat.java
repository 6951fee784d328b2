package org.lottrace.api.intake;

import org.lottrace.api.code.Coded;

/** How a table is written. */
public enum ImportFormat implements Coded {
    /** Text with a separator, which is a comma, a semicolon or a tab: the one of the first line. Source: RFC 4180. */
    CSV("CSV"),
    /** The first sheet of a workbook. Source: ISO/IEC 29500. */
    XLSX("XLSX"),
    /** A list of objects whose fields are the columns; an object inside is {@code outer.inner}, a list of objects several rows. */
    JSON("JSON");

    private final String code;

    ImportFormat(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
