package org.lottrace.edi.x12.internal.syntax;

import java.util.Map;

/**
 * Who gives an interchange id: partners are known by the codes of X12 (ISA05), whatever syntax they write.
 *
 * <p>Source: EDIFACT data element 0007 and X12 data element I05. A qualifier that was not sent means the same as mutually defined.
 */
public final class EdifactQualifiers {
    private static final String MUTUALLY_DEFINED = "ZZ";
    private static final Map<String, String> TO_X12 =
            Map.of("", MUTUALLY_DEFINED, "ZZZ", MUTUALLY_DEFINED, "1", "01", "4", "04", "8", "08", "9", "09");
    private static final Map<String, String> FROM_X12 =
            Map.of(MUTUALLY_DEFINED, "ZZZ", "01", "1", "04", "4", "08", "8", "09", "9");

    private EdifactQualifiers() {}

    static String toX12(String qualifier) {
        return TO_X12.getOrDefault(qualifier, qualifier);
    }

    /** @return data element 0007 */
    public static String fromX12(String qualifier) {
        return FROM_X12.getOrDefault(qualifier, qualifier);
    }
}
