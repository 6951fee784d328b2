package org.lottrace.edi.asn856.internal;

/**
 * What a notice is to do.
 *
 * <p>Source: X12 004010, data element 353 (BSN01).
 */
enum NoticePurpose {
    /** 00; under a known number with a later date it replaces. */
    ORIGINAL,
    /** 04 and 05: the whole content comes again. */
    REPLACEMENT,
    /** 01. */
    CANCELLATION,
    /** What nobody agreed on. */
    UNKNOWN;

    /** @param code BSN01; {@code null} when it was not sent */
    static NoticePurpose of(String code) {
        return switch (code == null ? "" : code.strip()) {
            case "00" -> ORIGINAL;
            case "01" -> CANCELLATION;
            case "04", "05" -> REPLACEMENT;
            default -> UNKNOWN;
        };
    }
}
