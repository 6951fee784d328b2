package org.lottrace.lot.master.internal;

import java.util.Set;

/**
 * Who gives an interchange id, as ISA05 and ISA07 say it. An interchange to any other qualifier cannot be written.
 *
 * <p>Source: X12 004010, data element I05.
 */
final class InterchangeQualifiers {
    private static final Set<String> CODES = Set.of(
            "01", "02", "03", "04", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20",
            "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36", "37", "38",
            "AM", "NR", "SA", "SN", "ZZ");

    private InterchangeQualifiers() {}

    static boolean contains(String qualifier) {
        return CODES.contains(qualifier);
    }
}
