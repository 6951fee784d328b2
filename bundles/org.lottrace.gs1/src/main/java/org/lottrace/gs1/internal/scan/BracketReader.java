package org.lottrace.gs1.internal.scan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lottrace.gs1.internal.syntax.Format;
import org.lottrace.gs1.internal.syntax.SyntaxDictionary;

/** Element strings as people read them: {@code (01)04012345000016(10)L1}. A bracket in a value has a {@code \} before it. */
final class BracketReader {
    private static final Pattern IDENTIFIER = Pattern.compile("\\(([0-9]{2,4})\\)");

    private final SyntaxDictionary dictionary;

    BracketReader(SyntaxDictionary dictionary) {
        this.dictionary = dictionary;
    }

    void read(Located scan, Findings findings) {
        int next = 0;
        while (next < scan.length()) {
            Matcher identifier = IDENTIFIER.matcher(scan.text()).region(next, scan.length());
            if (!identifier.lookingAt()) {
                findings.problem(scan.offset(next), scan.length() - next, "", "BRACKETS_EXPECTED");
                return;
            }
            int end = endOfValue(scan, identifier.end());
            element(scan, identifier, end, findings);
            next = end;
        }
    }

    private void element(Located scan, Matcher identifier, int end, Findings findings) {
        Optional<Format> format = dictionary.find(identifier.group(1));
        int offset = scan.offset(identifier.start(1));
        if (format.isPresent()) {
            findings.add(new Element(format.get(), offset, unescaped(scan.between(identifier.end(), end))));
        } else {
            findings.problem(offset, identifier.group(1).length(), "", "AI_UNKNOWN", identifier.group(1));
        }
    }

    private static int endOfValue(Located scan, int from) {
        for (int i = from; i < scan.length(); i++) {
            if (scan.text().charAt(i) == '(' && scan.text().charAt(i - 1) != '\\') {
                return i;
            }
        }
        return scan.length();
    }

    private static Located unescaped(Located value) {
        Located.Builder text = new Located.Builder();
        for (int i = 0; i < value.length(); i++) {
            boolean isEscape = value.text().startsWith("\\(", i);
            if (!isEscape) {
                text.add(value.text().charAt(i), value.offset(i));
            }
        }
        return text.end(value.offset(value.length()));
    }
}
