package org.lottrace.gs1.internal.scan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lottrace.gs1.internal.rule.Keys;
import org.lottrace.gs1.internal.syntax.SyntaxDictionary;

/**
 * EPC URIs of trade items, their lots and logistic units. Their dots part the company prefix from the rest of the key, and the check
 * digit is not in them. A URI of a tag says a filter value besides, which is not a part of the key. Source: EPC Tag Data Standard, 6.3 and 12.
 */
final class EpcReader {
    private static final int KEY_DIGITS = 13;
    private static final int SSCC_DIGITS = 17;

    /** Scheme, with the filter value of a tag; company prefix, rest of the key, and the serial or lot number. */
    private static final Pattern URI = Pattern.compile(
            "urn:epc:(id:sgtin:|id:sscc:|class:lgtin:|tag:sgtin-(?:96|198):[0-7]\\.|tag:sscc-96:[0-7]\\.)"
                    + "([0-9]{6,12})\\.([0-9]+)(?:\\.([^:]+))?");

    private final SyntaxDictionary dictionary;

    EpcReader(SyntaxDictionary dictionary) {
        this.dictionary = dictionary;
    }

    void read(Located scan, Findings findings) {
        Matcher uri = URI.matcher(scan.text());
        if (!uri.matches()) {
            findings.problem(scan.start(), scan.length(), "", "EPC_UNKNOWN");
            return;
        }
        boolean isUnit = uri.group(1).contains("sscc");
        int digits = uri.group(2).length() + uri.group(3).length();
        boolean isWhole = digits == (isUnit ? SSCC_DIGITS : KEY_DIGITS) && (uri.group(4) == null) == isUnit;
        if (!isWhole) {
            findings.problem(
                    scan.offset(uri.start(2)), scan.length() - uri.start(2), "", "EPC_DIGITS", KEY_DIGITS, SSCC_DIGITS);
            return;
        }
        key(scan, uri, isUnit ? "00" : "01", findings);
        if (!isUnit) {
            number(scan.from(uri.start(4)), uri.group(1).contains("sgtin") ? "21" : "10", findings);
        }
    }

    /** The first digit behind the prefix, indicator or extension, is the first of the key. */
    private void key(Located scan, Matcher uri, String ai, Findings findings) {
        String key = Keys.withCheckDigit(
                uri.group(3).substring(0, 1) + uri.group(2) + uri.group(3).substring(1));
        findings.add(new Element(
                dictionary.find(ai).orElseThrow(),
                scan.offset(uri.start(2)),
                Located.made(key, scan.offset(uri.start(2)), scan.offset(uri.end(3)))));
    }

    /** Some characters are written as {@code %hh}; that is the only escape. */
    private void number(Located number, String ai, Findings findings) {
        Located.Builder text = new Located.Builder();
        for (int i = 0; i < number.length(); i++) {
            Optional<Character> escaped = escaped(number.text(), i);
            text.add(escaped.orElse(number.text().charAt(i)), number.offset(i));
            i += escaped.isPresent() ? 2 : 0;
        }
        Located value = text.end(number.offset(number.length()));
        findings.add(new Element(dictionary.find(ai).orElseThrow(), number.start(), value));
    }

    private static Optional<Character> escaped(String text, int at) {
        return text.substring(at).matches("%[0-9A-Fa-f]{2}.*")
                ? Optional.of((char) Integer.parseInt(text.substring(at + 1, at + 3), 16))
                : Optional.empty();
    }
}
