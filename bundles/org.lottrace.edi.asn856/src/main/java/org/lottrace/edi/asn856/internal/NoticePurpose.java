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

    private static final String ORIGINAL_MESSAGE = "9";

    /**
     * @param code BGM, data element 1225; {@code null} when it was not sent, which announces goods
     * @return the same as BSN01 says it
     */
    static String fromEdifact(String code) {
        return switch (code == null ? ORIGINAL_MESSAGE : code) {
            case ORIGINAL_MESSAGE -> "00";
            case "1" -> "01";
            case "4" -> "04";
            case "5" -> "05";
            default -> code;
        };
    }

    /** @return BGM, data element 1225, of what BSN01 says */
    static String toEdifact(String code) {
        return switch (code) {
            case "01" -> "1";
            case "04" -> "4";
            case "05" -> "5";
            default -> ORIGINAL_MESSAGE;
        };
    }

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
