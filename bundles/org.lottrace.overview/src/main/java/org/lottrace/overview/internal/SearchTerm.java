package org.lottrace.overview.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.identification.Scan;

/**
 * A text that somebody looks for, and what it may be.
 *
 * @param text without blanks around it, never empty
 * @param label what it says by the rules of GS1; absent when it is no scan, or one that breaks a rule
 */
record SearchTerm(String text, Optional<Scan> label) {
    /** Words that stand in a description; more say no more. */
    private static final int WORDS = 5;

    private static final int SSCC_DIGITS = 18;
    private static final int CONTROL_NUMBER_DIGITS = 9;
    private static final Pattern CASE = Pattern.compile("(?i)R-?0*(\\d{1,12})");
    private static final Pattern FIRST_OF_THREE = Pattern.compile("[^/]+/([^/]+/.+)");

    /** Blanks that people write around the identifiers of a label. */
    private static final Pattern BLANKS_AT_BRACKETS = Pattern.compile("\\s*(\\([0-9]{2,4}\\))\\s*");

    /**
     * @param typed not blank
     * @param read reads it as a scan
     */
    static SearchTerm of(String typed, Function<String, Scan> read) {
        String text = typed.trim();
        Scan scan = read.apply(BLANKS_AT_BRACKETS.matcher(text).replaceAll("$1"));
        return new SearchTerm(text, Optional.of(scan).filter(Scan::isReadable));
    }

    /** @return whether that is a name that the text is; capital and small letters are the same */
    boolean is(String name) {
        return name.equalsIgnoreCase(text);
    }

    /** @return the text as it is written, in capital and in small letters, each once */
    List<String> spellings() {
        return spellings(text);
    }

    static List<String> spellings(String text) {
        return Stream.of(text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** @return the words of the text */
    List<String> words() {
        return Arrays.stream(text.split("\\s+")).distinct().limit(WORDS).toList();
    }

    /** @return the logistic unit that is meant, said by AI (00) or by its digits, spaces between them or not */
    Optional<Sscc> unit() {
        return label.isPresent() ? label.flatMap(known -> known.identified().sscc()) : sscc(text.replace(" ", ""));
    }

    /** @return the trade item number that is meant, said by AI (01), as content by AI (02), or by its digits */
    Optional<Gtin> gtin() {
        return label.isPresent() ? label.flatMap(known -> known.identified().item()) : gtin(text.replace(" ", ""));
    }

    /**
     * A lot by its number, and by the item when that is said.
     *
     * @param number of the lot, or the beginning of one
     * @param item number; empty when it is not said
     */
    record NamedLot(String number, String item) {}

    /** @return the lot that is meant; only the number of a lot may have a {@code /} in it */
    NamedLot lot() {
        Matcher three = FIRST_OF_THREE.matcher(text);
        String withoutIssuer = three.matches() ? three.group(1) : text;
        int slash = withoutIssuer.indexOf('/');
        return slash <= 0 || slash == withoutIssuer.length() - 1
                ? new NamedLot(text, "")
                : new NamedLot(withoutIssuer.substring(slash + 1), withoutIssuer.substring(0, slash));
    }

    /** @return spellings of the number of a ship notice, which may stand behind its sender and a {@code /} */
    List<String> noticeNumbers() {
        return spellings(text.substring(text.indexOf('/') + 1));
    }

    /** @return the number of the recall case that is meant, as it is written */
    Optional<String> recallCase() {
        Matcher found = CASE.matcher(text);
        return found.matches()
                ? Optional.of(String.format(Locale.ROOT, "R-%06d", Long.parseLong(found.group(1))))
                : Optional.empty();
    }

    /** @return what a control number may be: as it is written, and with the zeros that X12 puts before it */
    List<String> controlNumbers() {
        return text.matches("\\d{1,8}")
                ? List.of(text, "0".repeat(CONTROL_NUMBER_DIGITS - text.length()) + text)
                : List.of(text);
    }

    static Optional<Sscc> sscc(String digits) {
        return digits.matches("\\d{" + SSCC_DIGITS + "}") ? checked(() -> new Sscc(digits)) : Optional.empty();
    }

    static Optional<Gtin> gtin(String digits) {
        return digits.matches("\\d{8}|\\d{12,14}") ? checked(() -> Gtin.of(digits)) : Optional.empty();
    }

    /** To look for something says nothing about what it is: most digits are no such number. */
    private static <T> Optional<T> checked(Supplier<T> number) {
        try {
            return Optional.of(number.get());
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }
}
