package org.lottrace.edi.x12.internal.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.Sscc;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Findings;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

/**
 * What a schema cannot say about a DESADV or a RECADV: the tree of its packages, its SSCC, its count of lines.
 *
 * <p>Source: EDIFACT D.96A and D.01B, segments CPS, GIN (7405) and CNT (6069: 2, number of line items).
 */
final class DespatchRules {
    /** 7405: serial shipping container code, in the codes of EANCOM and of the directories. */
    private static final Set<String> SSCC = Set.of("BJ", "AW");

    /** C829: the line is a part of another one. */
    private static final String PART = "1";
    /** Real packages stand in three or four others. */
    private static final int DEEPEST = 50;

    private static final String NUMBER_OF_LINES = "2";
    private static final int LAST_IDENTITY = 6;

    private DespatchRules() {}

    static void check(TransactionSet message, Findings findings) {
        packages(message, findings);
        parts(message, findings);
        int lines = 0;
        for (Segment segment : message.segments()) {
            if (segment.is("LIN")) {
                lines++;
            } else if (segment.is("GIN") && SSCC.contains(segment.element(1).strip())) {
                sscc(segment, findings);
            } else if (segment.is("CNT")
                    && segment.component(1, 1).equals(NUMBER_OF_LINES)
                    && !isNumber(segment.component(1, 2), lines)) {
                findings.add(Finding.of(
                        "LINE_COUNT_DIFFERS", segment, 1, 2, "CNT must say " + lines + ", the number of LIN segments"));
            }
        }
    }

    private static boolean isNumber(String text, int number) {
        return text.replaceFirst("^0+(?=.)", "").equals(String.valueOf(number));
    }

    /** A package stands in another one of the message, or in none; never in itself. */
    private static void packages(TransactionSet message, Findings findings) {
        Map<String, String> parents = new HashMap<>();
        for (Segment segment : message.segments()) {
            if (segment.is("CPS")
                    && parents.putIfAbsent(
                                    segment.element(1).strip(),
                                    segment.element(2).strip())
                            != null) {
                findings.add(Finding.of(
                        "CPS_ID_REPEATED", segment, 1, "another CPS segment of this message has the same number"));
            }
        }
        for (Segment segment : message.segments()) {
            String parent = segment.element(2).strip();
            if (!segment.is("CPS") || parent.isEmpty()) {
                continue;
            }
            int above = above(segment.element(1).strip(), parents);
            if (!parents.containsKey(parent)) {
                findings.add(
                        Finding.of("CPS_PARENT_UNKNOWN", segment, 2, "no CPS segment of this message has this number"));
            } else if (above > DEEPEST) {
                findings.add(Finding.of(
                        "CPS_TOO_DEEP",
                        segment,
                        2,
                        "the package stands in itself, or in more than " + DEEPEST + " others"));
            }
        }
    }

    /** @return in how many packages it stands, as far as that matters */
    private static int above(String id, Map<String, String> parents) {
        int above = 0;
        for (String at = parents.get(id); at != null && !at.isEmpty() && above <= DEEPEST; at = parents.get(at)) {
            above++;
        }
        return above;
    }

    /** A line may be a part of one before it, which is no part itself; anything else would be uncertain. */
    private static void parts(TransactionSet message, Findings findings) {
        Map<String, Integer> lines = new HashMap<>();
        message.segments().stream()
                .filter(segment -> segment.is("LIN"))
                .forEach(lin -> lines.merge(lin.element(1).strip(), 1, Integer::sum));
        Set<String> whole = new HashSet<>();
        for (Segment segment : message.segments()) {
            if (!segment.is("LIN")) {
                continue;
            }
            String of = segment.component(4, 2);
            if (!segment.component(4, 1).equals(PART)) {
                whole.add(segment.element(1).strip());
            } else if (!whole.contains(of) || lines.get(of) > 1) {
                findings.add(Finding.of(
                        "LINE_PARENT_UNKNOWN",
                        segment,
                        4,
                        2,
                        "a line that is a part names by its number one line before it that is no part"));
            }
        }
    }

    private static void sscc(Segment gin, Findings findings) {
        for (int i = 2; i <= LAST_IDENTITY; i++) {
            for (int c = 1; c <= 2; c++) {
                String text = gin.component(i, c);
                if (!text.isEmpty()) {
                    sscc(gin, i, c, text, findings);
                }
            }
        }
    }

    /** Some partners write the application identifier (00) before the 18 digits. */
    private static void sscc(Segment gin, int element, int component, String text, Findings findings) {
        boolean prefixed = text.length() == 20 && text.startsWith("00");
        try {
            new Sscc(prefixed ? text.substring(2) : text);
        } catch (InvalidIdentifierException e) {
            findings.add(Finding.of(
                    "SSCC_INVALID",
                    gin,
                    element,
                    component,
                    "an SSCC has 18 digits, the last one being the check digit"));
        }
    }
}
