package org.lottrace.gs1.internal.scan;

import java.util.Optional;
import org.lottrace.gs1.internal.syntax.Format;
import org.lottrace.gs1.internal.syntax.SyntaxDictionary;

/** Element strings as symbols carry them, with FNC1 as a separator. Source: GS1 General Specifications, 7.8. */
final class ElementStringReader {
    static final char SEPARATOR = '\u001d';

    private final SyntaxDictionary dictionary;

    ElementStringReader(SyntaxDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** After an identifier that is not known, it goes on behind the next separator: nobody knows where its value ends. */
    void read(Located scan, Findings findings) {
        if (scan.text().replace(String.valueOf(SEPARATOR), "").isEmpty()) {
            findings.problem(scan.start(), scan.length(), "", "NOTHING_THERE");
        }
        int next = 0;
        while (next < scan.length()) {
            if (scan.text().charAt(next) == SEPARATOR) {
                next++;
                continue;
            }
            Optional<Format> format = dictionary.startingAt(scan.text(), next);
            int end = endOf(scan, next, format);
            if (format.isPresent()) {
                int value = next + format.get().ai().length();
                findings.add(new Element(format.get(), scan.offset(next), scan.between(value, end)));
            } else {
                String unknown = scan.text().substring(next, Math.min(end, next + 4));
                findings.problem(scan.offset(next), unknown.length(), "", "AI_UNKNOWN", unknown);
            }
            next = end;
        }
    }

    private static int endOf(Located scan, int from, Optional<Format> format) {
        int separator = scan.text().indexOf(SEPARATOR, from);
        int end = separator < 0 ? scan.length() : separator;
        return format.filter(Format::isPredefined)
                .map(known -> Math.min(end, from + known.ai().length() + known.longest()))
                .orElse(end);
    }
}
