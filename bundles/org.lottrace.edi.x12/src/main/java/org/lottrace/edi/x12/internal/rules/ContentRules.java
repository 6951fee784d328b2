package org.lottrace.edi.x12.internal.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.Sscc;
import org.lottrace.edi.x12.internal.syntax.EdifactScanner;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Findings;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

/** What a schema cannot say about the segments of a transaction set. */
public final class ContentRules {
    private static final int MOST_FINDINGS = 500;
    private static final String SHIP_NOTICE = "856";
    private static final Set<String> DESPATCH = Set.of("DESADV", "RECADV");
    /** What stands for bytes that are no character. */
    private static final char NO_CHARACTER = '\uFFFD';

    private static final String APPLICATION_IDENTIFIER = "00";

    private ContentRules() {}

    /** @return findings in the order of the segments for each rule, at most {@value #MOST_FINDINGS} */
    public static List<Finding> check(TransactionSet set) {
        return examine(set).findings();
    }

    /** @param parents HL02 as it is meant, by position in the file, where something else was sent */
    record Content(List<Finding> findings, Map<Integer, String> parents) {}

    static Content examine(TransactionSet set) {
        Findings findings = new Findings(MOST_FINDINGS);
        Map<Integer, String> parents = Map.of();
        for (Segment segment : set.segments()) {
            characters(segment, findings);
        }
        if (DESPATCH.contains(set.code())) {
            DespatchRules.check(set, findings);
        }
        if (set.code().equals(SHIP_NOTICE)) {
            parents = Hierarchy.check(set, findings);
            for (Segment segment : set.segments()) {
                if (segment.is("LIN")) {
                    pairs(segment, findings);
                } else if (segment.is("MAN") && segment.element(1).equals("GM")) {
                    sscc(segment, findings);
                }
            }
        }
        return new Content(findings.list(), parents);
    }

    private static void characters(Segment segment, Findings findings) {
        for (int i = 1; i <= segment.size(); i++) {
            String text = segment.element(i);
            if (text.indexOf(NO_CHARACTER) >= 0) {
                findings.add(
                        Finding.of(
                                "CHARACTER_SET_DIFFERS",
                                segment,
                                i,
                                "the element contains characters that are not of the set its interchange says; send UNOC or UNOY"));
            }
            if (text.indexOf(EdifactScanner.REPETITION) >= 0) {
                findings.add(Finding.of(
                        "TOO_MANY_REPETITIONS",
                        segment,
                        i,
                        "the element is repeated; put a release character before a character that is data"));
            } else if (hasControl(text)) {
                findings.add(
                        Finding.of("INVALID_CHARACTER_DATA", segment, i, "the element contains control characters"));
            }
        }
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != SetSegment.COMPONENT && Character.isISOControl(c)) {
                return true;
            }
        }
        return false;
    }

    private static void pairs(Segment lin, Findings findings) {
        boolean any = false;
        for (int i = 2; i <= lin.size(); i += 2) {
            boolean qualifier = !lin.element(i).isBlank();
            boolean value = !lin.element(i + 1).isBlank();
            any |= qualifier && value;
            if (qualifier && !value) {
                findings.add(Finding.of(
                        "LIN_PAIR_INCOMPLETE",
                        lin,
                        i + 1,
                        "the value for qualifier " + lin.element(i) + " is missing"));
            } else if (value && !qualifier) {
                findings.add(Finding.of(
                        "LIN_PAIR_INCOMPLETE", lin, i, "the qualifier of \"" + lin.element(i + 1) + "\" is missing"));
            }
        }
        if (!any) {
            findings.add(Finding.of("LIN_EMPTY", lin, "the segment names neither an item nor a lot"));
        }
    }

    /** Some partners write the application identifier (00) before the 18 digits. */
    private static void sscc(Segment man, Findings findings) {
        String text = man.element(2).strip();
        boolean prefixed = text.length() == 20 && text.startsWith(APPLICATION_IDENTIFIER);
        try {
            new Sscc(prefixed ? text.substring(2) : text);
        } catch (InvalidIdentifierException e) {
            findings.add(
                    Finding.of("SSCC_INVALID", man, 2, "an SSCC has 18 digits, the last one being the check digit"));
        }
    }
}
