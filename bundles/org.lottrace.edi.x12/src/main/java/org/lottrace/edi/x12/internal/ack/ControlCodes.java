package org.lottrace.edi.x12.internal.ack;

import java.util.Map;

/**
 * The codes of a CONTRL for our findings.
 *
 * <p>Source: ISO 9735-10, data elements 0083 (action) and 0085 (syntax error).
 */
final class ControlCodes {
    /** This level and all below it are rejected. */
    static final String REJECTED = "4";
    /** This level is acknowledged, and what is below it unless it is rejected there. */
    static final String ACKNOWLEDGED = "7";
    /** The interchange has come; nothing is said of what is in it. */
    static final String RECEIVED = "8";

    /** An error that has no code of its own, such as one of business. */
    static final String UNSPECIFIED = "18";

    private static final String INVALID_VALUE = "12";

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("SYNTAX_UNKNOWN", "2"),
            Map.entry("RECEIVER_NOT_US", "7"),
            Map.entry("REQUIRED_DATA_ELEMENT_MISSING", "13"),
            Map.entry("CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING", "13"),
            Map.entry("MANDATORY_SEGMENT_MISSING", "13"),
            Map.entry("INTERCHANGE_TRAILER_MISSING", "13"),
            Map.entry("GROUP_TRAILER_MISSING", "13"),
            Map.entry("SET_TRAILER_MISSING", "13"),
            Map.entry("SCHEMA_MISSING", "14"),
            Map.entry("NOT_READ", "14"),
            Map.entry("UNEXPECTED_SEGMENT", "15"),
            Map.entry("SEGMENT_TAG_INVALID", "15"),
            Map.entry("SEGMENT_NOT_IN_DEFINED_TRANSACTION_SET", "15"),
            Map.entry("SEGMENT_NOT_IN_PROPER_SEQUENCE", "15"),
            Map.entry("TOO_MANY_DATA_ELEMENTS", "16"),
            Map.entry("TOO_MANY_COMPONENTS", "16"),
            Map.entry("CHARACTER_SET_DIFFERS", "21"),
            Map.entry("SENDER_UNKNOWN", "23"),
            Map.entry("TEST_NOT_AGREED", "25"),
            Map.entry("CONTROL_NUMBER_REUSED", "26"),
            Map.entry("GROUP_CONTROL_REPEATED", "26"),
            Map.entry("SET_CONTROL_REPEATED", "26"),
            Map.entry("INTERCHANGE_CONTROL_DIFFERS", "28"),
            Map.entry("GROUP_CONTROL_DIFFERS", "28"),
            Map.entry("SET_CONTROL_DIFFERS", "28"),
            Map.entry("GROUP_COUNT_DIFFERS", "29"),
            Map.entry("SET_COUNT_DIFFERS", "29"),
            Map.entry("SEGMENT_COUNT_DIFFERS", "29"),
            Map.entry("LINE_COUNT_DIFFERS", "29"),
            Map.entry("GROUP_HEADER_MISSING", "30"),
            Map.entry("INTERCHANGE_EMPTY", "32"),
            Map.entry("GROUP_EMPTY", "32"),
            Map.entry("SEGMENT_MISPLACED", "33"),
            Map.entry("TOO_MANY_REPETITIONS", "35"),
            Map.entry("SEGMENT_EXCEEDS_MAXIMUM_USE", "35"),
            Map.entry("LOOP_OCCURS_OVER_MAXIMUM_TIMES", "36"),
            Map.entry("INVALID_CHARACTER_DATA", "37"),
            Map.entry("DATA_ELEMENT_TOO_LONG", "39"),
            Map.entry("DATA_ELEMENT_TOO_SHORT", "40"));

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("2", "syntax version or level not supported"),
            Map.entry("7", "interchange recipient not actual recipient"),
            Map.entry("12", "invalid value"),
            Map.entry("13", "missing"),
            Map.entry("14", "value not supported in this position"),
            Map.entry("15", "not supported in this position"),
            Map.entry("16", "too many constituents"),
            Map.entry("17", "no agreement"),
            Map.entry("18", "unspecified error"),
            Map.entry("19", "invalid decimal notation"),
            Map.entry("20", "character invalid as service character"),
            Map.entry("21", "invalid character"),
            Map.entry("22", "invalid starting character"),
            Map.entry("23", "unknown interchange sender"),
            Map.entry("24", "too old"),
            Map.entry("25", "test indicator not supported"),
            Map.entry("26", "duplicate detected"),
            Map.entry("28", "references do not match"),
            Map.entry("29", "control count does not match number of instances received"),
            Map.entry("30", "groups and messages mixed"),
            Map.entry("32", "lower level empty"),
            Map.entry("33", "invalid occurrence outside message or group"),
            Map.entry("35", "too many segment repetitions"),
            Map.entry("36", "too many segment group repetitions"),
            Map.entry("37", "invalid type of characters"),
            Map.entry("39", "data element too long"),
            Map.entry("40", "data element too short"));

    private ControlCodes() {}

    /** @return 0085 for the code of a finding; what is wrong for a reason of content is an invalid value */
    static String of(String finding) {
        return CODES.getOrDefault(finding, INVALID_VALUE);
    }

    /** @return what a partner means with that 0085 */
    static String meaning(String code) {
        return MEANINGS.getOrDefault(code, "error");
    }
}
