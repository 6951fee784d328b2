package org.lottrace.edi.asn856.internal;

/**
 * What a notice is to do.
 *
 * <p>Source: X12 004010, data element 353 (BSN01).
 */
enum NoticePurpose {
    /** 00, or what the partner uses for it; under a known number with a later date it replaces. */
    ORIGINAL,
    /** 04 and 05: the whole content comes again. */
    REPLACEMENT,
    /** 01. */
    CANCELLATION,
    /** What nobody agreed on. */
    UNKNOWN;

    /**
     * @param code BSN01; {@code null} when it was not sent
     * @param partner says with which codes it announces goods
     */
    static NoticePurpose of(String code, PartnerSwitches partner) {
        String purpose = Texts.orEmpty(code);
        if (partner.purposes().contains(purpose)) {
            return ORIGINAL;
        }
        return switch (purpose) {
            case "01" -> CANCELLATION;
            case "04", "05" -> REPLACEMENT;
            default -> UNKNOWN;
        };
    }
}
