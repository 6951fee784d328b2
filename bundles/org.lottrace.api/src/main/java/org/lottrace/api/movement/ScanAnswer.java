package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.code.Coded;
import org.lottrace.api.violation.Violation;

/**
 * What was understood of a session.
 *
 * @param scans each scan
 * @param missing what has to be scanned before it can be closed, the next one first; empty when it can
 */
public record ScanAnswer(List<Understood> scans, List<Missing> missing) {
    public ScanAnswer {
        scans = List.copyOf(scans);
        missing = List.copyOf(missing);
    }

    /**
     * One scan.
     *
     * @param meaning what it is
     * @param text what it is, for people, such as {@code MILL/FLOUR/L1}
     * @param problems why it is not used, or what about it differs from what is known; empty when all is well
     */
    public record Understood(Meaning meaning, String text, List<Violation> problems) {
        public Understood {
            Objects.requireNonNull(meaning);
            Objects.requireNonNull(text);
            problems = List.copyOf(problems);
        }
    }

    /** What a scan is. */
    public enum Meaning implements Coded {
        GOODS("GOODS"),
        UNIT("UNIT"),
        LOCATION("LOCATION"),
        QUANTITY("QUANTITY"),
        NUMBER("NUMBER"),
        /** It was not understood, and is not used. */
        NOTHING("NOTHING");

        private final String code;

        Meaning(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** What is to be scanned. */
    public enum Missing implements Coded {
        /** Where the goods are. */
        LOCATION("LOCATION"),
        GOODS("GOODS"),
        /** The lot of the goods scanned last, whose label names none. */
        LOT("LOT"),
        /** How much of the goods scanned last. */
        QUANTITY("QUANTITY"),
        /** The logistic unit into which they go. */
        UNIT("UNIT"),
        /** Where they go. */
        DESTINATION("DESTINATION"),
        SUPPLIER("SUPPLIER"),
        SALES_ORDER("SALES_ORDER"),
        /** The number of the shipment. */
        SHIPMENT("SHIPMENT"),
        COUNT_SHEET("COUNT_SHEET");

        private final String code;

        Missing(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
