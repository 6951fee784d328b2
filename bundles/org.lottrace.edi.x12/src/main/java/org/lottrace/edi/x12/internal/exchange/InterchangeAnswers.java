package org.lottrace.edi.x12.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.edi.x12.internal.syntax.Interchange;

/**
 * The interchange acknowledgements (TA1) an interchange holds: between ISA and the first GS, or instead of any group.
 *
 * <p>Source: X12.5, segment TA1: I12 control number, I08 date, I09 time, I17 code {@code A E R}, I18 note.
 *
 * @param control of the interchange it answers
 * @param code {@code A} accepted, {@code E} accepted with errors, {@code R} rejected
 * @param note the reason, {@code 000} for none
 */
record InterchangeAnswers(String control, String code, String note) {
    /** Room for 200 of them. */
    private static final int BEGINNING = 20_000;

    static List<InterchangeAnswers> in(Interchange interchange) {
        List<InterchangeAnswers> answers = new ArrayList<>();
        char element = interchange.delimiters().element();
        String tag = "TA1" + element;
        String text = interchange.text();
        String beginning = text.substring(0, Math.min(text.length(), BEGINNING));
        char end = interchange.delimiters().segment();
        String[] segments = (end == '\n' || end == '\r'
                        ? beginning
                        : beginning.replaceAll("[\r\n]", "").strip())
                .split(java.util.regex.Pattern.quote(String.valueOf(end)), 200);
        for (String segment : segments) {
            String stripped = segment.strip();
            if (stripped.startsWith("GS" + element)) {
                break;
            }
            if (stripped.startsWith(tag)) {
                String[] parts = stripped.split(java.util.regex.Pattern.quote(String.valueOf(element)), -1);
                answers.add(new InterchangeAnswers(part(parts, 1), part(parts, 4), part(parts, 5)));
            }
        }
        return answers;
    }

    private static String part(String[] parts, int number) {
        return number < parts.length ? parts[number].strip() : "";
    }
}
