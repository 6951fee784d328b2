package org.lottrace.edi.x12.internal.schema;

import io.xlate.edi.stream.EDIStreamValidationError;

/** What the schema's findings mean, for people. */
final class SchemaMessages {
    private SchemaMessages() {}

    /** @param code name of a {@link EDIStreamValidationError} */
    static String of(String code, String tag) {
        return of(EDIStreamValidationError.valueOf(code), tag);
    }

    /** @param tag of the segment, or the name of the loop */
    static String of(EDIStreamValidationError error, String tag) {
        return switch (error) {
            case UNEXPECTED_SEGMENT -> tag + " cannot stand at this place";
            case SEGMENT_NOT_IN_PROPER_SEQUENCE -> tag + " stands behind a segment that must come after it";
            case SEGMENT_NOT_IN_DEFINED_TRANSACTION_SET -> tag + " does not belong to this transaction set";
            case SEGMENT_EXCEEDS_MAXIMUM_USE -> tag + " stands here more often than is allowed";
            case LOOP_OCCURS_OVER_MAXIMUM_TIMES -> "the loop " + tag + " is repeated more often than is allowed";
            case MANDATORY_SEGMENT_MISSING, IMPLEMENTATION_SEGMENT_BELOW_MINIMUM_USE ->
                tag + " is missing before this segment";
            case IMPLEMENTATION_LOOP_OCCURS_UNDER_MINIMUM_TIMES ->
                "the level " + tag + " is missing before this segment";
            case IMPLEMENTATION_UNUSED_SEGMENT_PRESENT -> tag + " is not of a kind that is used at this place";
            case REQUIRED_DATA_ELEMENT_MISSING -> "the element is required and empty";
            case CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING ->
                "the element is required because of another one of this segment";
            case EXCLUSION_CONDITION_VIOLATED -> "the element cannot stand beside another one of this segment";
            case TOO_MANY_DATA_ELEMENTS -> "the segment has more elements than are defined";
            case TOO_MANY_COMPONENTS, TOO_MANY_REPETITIONS -> "the element has more parts than are defined";
            case DATA_ELEMENT_TOO_SHORT -> "the element is too short";
            case DATA_ELEMENT_TOO_LONG -> "the element is too long";
            case INVALID_CHARACTER_DATA -> "the element contains characters that are not allowed in it";
            case INVALID_CODE_VALUE, IMPLEMENTATION_INVALID_CODE_VALUE -> "the code is not allowed here";
            case INVALID_DATE -> "this is no date (CCYYMMDD)";
            case INVALID_TIME -> "this is no time (HHMM)";
            default -> "the schema refuses it (" + error + ")";
        };
    }
}
