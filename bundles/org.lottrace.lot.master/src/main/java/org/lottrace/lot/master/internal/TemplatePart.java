package org.lottrace.lot.master.internal;

import java.util.regex.Pattern;

/** One part of a numbering template, in the order in which it is written. */
sealed interface TemplatePart {
    /** @return fewest characters it can have in a number */
    int shortest();

    /** @return regular expression of the texts it can have in a number */
    String pattern();

    /** @param text characters that stand in every number */
    record Literal(String text) implements TemplatePart {
        @Override
        public int shortest() {
            return text.length();
        }

        @Override
        public String pattern() {
            return Pattern.quote(text);
        }
    }

    /**
     * @param field what stands here
     * @param width number of characters; 0 for free text
     */
    record Field(TemplateField field, int width) implements TemplatePart {
        @Override
        public int shortest() {
            return Math.max(1, width);
        }

        @Override
        public String pattern() {
            return field == TemplateField.SEQUENCE ? "(?!0{" + width + "})[0-9]{" + width + "}" : field.pattern();
        }
    }
}
