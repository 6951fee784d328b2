package org.lottrace.edi.x12.internal.ack;

import java.util.Map;
import org.lottrace.edi.x12.internal.syntax.Finding;

/**
 * The codes of a functional acknowledgement for our findings.
 *
 * <p>Source: X12 997 004010, data elements 720 (AK304), 723 (AK403), 718 (AK502) and 716 (AK905).
 */
final class AckCodes {
    static final String SEGMENT_HAS_ELEMENT_ERRORS = "8";
    static final String ONE_OR_MORE_SEGMENTS_IN_ERROR = "5";

    private static final Map<String, String> SEGMENT = Map.ofEntries(
            Map.entry("SEGMENT_TAG_INVALID", "1"),
            Map.entry("UNEXPECTED_SEGMENT", "2"),
            Map.entry("NOT_READ", "2"),
            Map.entry("IMPLEMENTATION_UNUSED_SEGMENT_PRESENT", "2"),
            Map.entry("MANDATORY_SEGMENT_MISSING", "3"),
            Map.entry("IMPLEMENTATION_SEGMENT_BELOW_MINIMUM_USE", "3"),
            Map.entry("IMPLEMENTATION_LOOP_OCCURS_UNDER_MINIMUM_TIMES", "3"),
            Map.entry("LOOP_OCCURS_OVER_MAXIMUM_TIMES", "4"),
            Map.entry("SEGMENT_EXCEEDS_MAXIMUM_USE", "5"),
            Map.entry("SEGMENT_NOT_IN_DEFINED_TRANSACTION_SET", "6"),
            Map.entry("SEGMENT_NOT_IN_PROPER_SEQUENCE", "7"));

    private static final Map<String, String> ELEMENT = Map.ofEntries(
            Map.entry("REQUIRED_DATA_ELEMENT_MISSING", "1"),
            Map.entry("CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING", "2"),
            Map.entry("LIN_PAIR_INCOMPLETE", "2"),
            Map.entry("TOO_MANY_DATA_ELEMENTS", "3"),
            Map.entry("TOO_MANY_COMPONENTS", "3"),
            Map.entry("TOO_MANY_REPETITIONS", "3"),
            Map.entry("DATA_ELEMENT_TOO_SHORT", "4"),
            Map.entry("DATA_ELEMENT_TOO_LONG", "5"),
            Map.entry("INVALID_CHARACTER_DATA", "6"),
            Map.entry("INVALID_DATE", "8"),
            Map.entry("INVALID_TIME", "9"),
            Map.entry("EXCLUSION_CONDITION_VIOLATED", "10"));

    private static final Map<String, String> SEGMENT_MEANING = Map.of(
            "1", "unknown segment",
            "2", "unexpected segment",
            "3", "mandatory segment missing",
            "4", "loop occurs too often",
            "5", "segment occurs too often",
            "6", "segment not in this transaction set",
            "7", "segment not in its place",
            "8", "segment has wrong elements");

    private static final Map<String, String> ELEMENT_MEANING = Map.of(
            "1", "mandatory element missing",
            "2", "element missing that others require",
            "3", "too many elements",
            "4", "element too short",
            "5", "element too long",
            "6", "wrong characters",
            "7", "code value not allowed",
            "8", "wrong date",
            "9", "wrong time",
            "10", "elements that exclude each other");

    private static final Map<String, String> SET = Map.of(
            "SCHEMA_MISSING", "1",
            "SET_TRAILER_MISSING", "2",
            "SET_CONTROL_DIFFERS", "3",
            "SEGMENT_COUNT_DIFFERS", "4",
            "SET_CODE_INVALID", "6",
            "SET_CONTROL_INVALID", "7",
            "SET_CONTROL_REPEATED", "7");

    private static final String GROUP_CONTROL_VIOLATES_SYNTAX = "6";

    private static final Map<String, String> GROUP = Map.of(
            "GROUP_KIND_DIFFERS", "1",
            "GROUP_TRAILER_MISSING", "3",
            "GROUP_CONTROL_DIFFERS", "4",
            "SET_COUNT_DIFFERS", "5",
            "GROUP_EMPTY", "5",
            "GROUP_CONTROL_INVALID", GROUP_CONTROL_VIOLATES_SYNTAX,
            "GROUP_CONTROL_REPEATED", GROUP_CONTROL_VIOLATES_SYNTAX);

    private AckCodes() {}

    /** @return AK304 for a finding about a segment as a whole */
    static String ofSegment(Finding finding) {
        return SEGMENT.getOrDefault(finding.code(), "2");
    }

    /** @return AK403; a value that is wrong for a reason of content is an invalid code value */
    static String ofElement(Finding finding) {
        return ELEMENT.getOrDefault(finding.code(), "7");
    }

    /** @return what a partner means with that AK304 */
    static String segmentMeaning(String code) {
        return SEGMENT_MEANING.getOrDefault(code, "segment in error");
    }

    /** @return what a partner means with that AK403 */
    static String elementMeaning(String code) {
        return ELEMENT_MEANING.getOrDefault(code, "element in error");
    }

    /** @return true for a finding about ST or SE, which AK5 says, not AK3 */
    static boolean isOfSet(Finding finding) {
        return SET.containsKey(finding.code());
    }

    /** @return AK502 */
    static String ofSet(Finding finding) {
        return SET.getOrDefault(finding.code(), ONE_OR_MORE_SEGMENTS_IN_ERROR);
    }

    /** @return AK905 */
    static String ofGroup(Finding finding) {
        return GROUP.getOrDefault(finding.code(), GROUP_CONTROL_VIOLATES_SYNTAX);
    }
}
