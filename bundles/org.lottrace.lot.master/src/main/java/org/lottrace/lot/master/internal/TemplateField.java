package org.lottrace.lot.master.internal;

import java.util.Optional;
import java.util.stream.Stream;

/** The fields a numbering template can name, and the texts each can have. */
enum TemplateField {
    YEAR("yyyy", 4, "[0-9]{4}"),
    YEAR_OF_CENTURY("yy", 2, "[0-9]{2}"),
    YEAR_OF_DECADE("y", 1, "[0-9]"),
    MONTH("MM", 2, "0[1-9]|1[0-2]"),
    DAY("dd", 2, "0[1-9]|[12][0-9]|3[01]"),
    DAY_OF_YEAR("DDD", 3, "00[1-9]|0[1-9][0-9]|[12][0-9]{2}|3[0-5][0-9]|36[0-6]"),
    SITE("site", 0, TemplateField.FREE_TEXT),
    LINE("line", 0, TemplateField.FREE_TEXT),
    SHIFT("shift", 0, TemplateField.FREE_TEXT),
    ITEM("item", 0, TemplateField.FREE_TEXT),
    SEQUENCE("seq", 0, ""),
    CHECK("chk", 1, "[0-9A-Z]");

    /** The characters of the numbers an ERP system gives; all of them are allowed in AI (10). */
    static final String FREE_TEXT = "[A-Za-z0-9._-]+";

    private final String fieldName;
    private final int width;
    private final String pattern;

    TemplateField(String fieldName, int width, String pattern) {
        this.fieldName = fieldName;
        this.width = width;
        this.pattern = pattern;
    }

    /** @return the field with that name, or empty; names are case-sensitive: {@code MM} is the month */
    static Optional<TemplateField> named(String name) {
        return Stream.of(values()).filter(f -> f.fieldName.equals(name)).findFirst();
    }

    String fieldName() {
        return fieldName;
    }

    /** @return number of characters; 0 for the sequence, whose width the template gives, and for free text */
    int width() {
        return width;
    }

    /** @return regular expression of the texts it can have; of no use for the sequence */
    String pattern() {
        return pattern;
    }

    boolean isFreeText() {
        return pattern.equals(FREE_TEXT);
    }
}
