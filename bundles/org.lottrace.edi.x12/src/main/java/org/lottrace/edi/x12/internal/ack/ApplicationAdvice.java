package org.lottrace.edi.x12.internal.ack;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.internal.syntax.Group;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

/**
 * Makes the 824 about a transaction set whose form was right and which the business refuses: BGN, OTI, and for every reason TED with
 * its text in NTE.
 *
 * <p>Source: X12 824 004010, data elements 110 (OTI01, {@code TR} rejected) and 647 (TED01).
 */
public final class ApplicationAdvice {
    /** The code of the transaction set. */
    public static final String CODE = "824";

    private static final DateTimeFormatter CCYYMMDD = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final int LONGEST_REFERENCE = 30;
    private static final int LONGEST_TEXT = 60;
    private static final int LONGEST_NOTE = 80;
    /** NTE occurs 100 times at most below a TED; a reason of 8,000 characters has none. */
    private static final int MOST_NOTES = 100;

    private static final int MOST_REASONS = 500;
    private static final String OTHER = "024";

    /** By the end of our code, the first that fits. */
    private static final List<Map.Entry<String, String>> REASONS = List.of(
            Map.entry("NOTICE_DIFFERS", "006"),
            Map.entry("_MISSING", "007"),
            Map.entry("_NOT_POSITIVE", "008"),
            Map.entry("_EXPIRED", "009"),
            Map.entry("_UNKNOWN", "011"),
            Map.entry("_NOT_ORDERED", "011"),
            Map.entry("_OF_OTHER_SUPPLIER", "011"),
            Map.entry("_DIFFERS", "011"));

    private ApplicationAdvice() {}

    /**
     * @param reasons what it is refused for, one or more
     * @param today the date of the advice
     * @return the segments between ST and SE
     */
    public static List<List<String>> refusal(
            Group group, TransactionSet set, List<Violation> reasons, LocalDate today) {
        List<List<String>> segments = new ArrayList<>();
        segments.add(List.of("BGN", "00", reference(set), today.format(CCYYMMDD)));
        segments.add(List.of(
                "OTI",
                "TR",
                isShipNotice(set) ? "SI" : "TN",
                reference(set),
                code(group, 2),
                code(group, 3),
                "",
                "",
                group.control().matches("\\d{1,9}") ? group.control() : "",
                set.control(),
                set.code(),
                group.version()));
        reasons.stream().limit(MOST_REASONS).forEach(reason -> reason(reason, segments));
        return segments;
    }

    private static void reason(Violation reason, List<List<String>> segments) {
        String where = reason.path().isWhole() ? "" : " " + reason.path();
        segments.add(List.of("TED", error(reason.code()), cut(plain(reason.code() + where), LONGEST_TEXT)));
        String text = plain(reason.message());
        for (int from = 0, notes = 0; from < text.length() && notes < MOST_NOTES; from += LONGEST_NOTE, notes++) {
            String note = text.substring(from, Math.min(from + LONGEST_NOTE, text.length()))
                    .strip();
            if (!note.isEmpty()) {
                segments.add(List.of("NTE", "", note));
            }
        }
    }

    private static String error(String code) {
        return REASONS.stream()
                .filter(entry -> code.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER);
    }

    /** BSN02 of a ship notice, which its sender looks for; else ST02. */
    private static String reference(TransactionSet set) {
        String number = isShipNotice(set)
                ? set.segments().stream()
                        .filter(segment -> segment.is("BSN"))
                        .map(segment -> plain(segment.element(2)))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(set.control())
                : set.control();
        return cut(number, LONGEST_REFERENCE);
    }

    private static boolean isShipNotice(TransactionSet set) {
        return set.code().equals("856");
    }

    /** GS02 or GS03 as it came; OTI04 and OTI05 have no other length. */
    private static String code(Group group, int element) {
        String said = group.header().map(gs -> gs.element(element).strip()).orElse("");
        return said.length() < 2 || said.length() > 15 ? "" : said;
    }

    private static String plain(String text) {
        return text.replaceAll("(?U)\\p{Cntrl}", " ").strip();
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length)).strip();
    }
}
