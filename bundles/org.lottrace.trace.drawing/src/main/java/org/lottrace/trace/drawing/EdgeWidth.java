package org.lottrace.trace.drawing;

import java.math.BigDecimal;
import java.util.Optional;

/** How thick a connection is drawn: its share, in a few classes that an eye can tell apart. */
public enum EdgeWidth {
    /** The share is not known. */
    UNKNOWN("0"),
    /** Less than 5 percent. */
    HAIR("0"),
    /** From 5 percent. */
    THIN("0.05"),
    /** From 25 percent. */
    MEDIUM("0.25"),
    /** From 60 percent. */
    THICK("0.6");

    private final BigDecimal from;

    EdgeWidth(String from) {
        this.from = new BigDecimal(from);
    }

    /** @return the class of a share, where 1 is all of it */
    public static EdgeWidth of(Optional<BigDecimal> share) {
        return share.map(EdgeWidth::of).orElse(UNKNOWN);
    }

    private static EdgeWidth of(BigDecimal share) {
        EdgeWidth widest = HAIR;
        for (EdgeWidth width : values()) {
            if (width != UNKNOWN && share.compareTo(width.from) >= 0) {
                widest = width;
            }
        }
        return widest;
    }
}
