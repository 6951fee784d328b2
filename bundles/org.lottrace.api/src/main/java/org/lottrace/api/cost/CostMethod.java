package org.lottrace.api.cost;

import org.lottrace.api.code.Coded;

/** How the goods of an item are valued. */
public enum CostMethod implements Coded {
    /** Each lot at its own cost (IAS 2.23), as long as nothing else was said. */
    LOT_ACTUAL("LOT_ACTUAL"),
    /** What leaves takes the cost of what came first of the item, whichever lot is picked (IAS 2.27). */
    FIFO("FIFO"),
    /** All lots at the average of what is on stock of the item (IAS 2.25). */
    WEIGHTED_AVERAGE("WEIGHTED_AVERAGE"),
    /** All lots at a fixed cost; what they really cost more or less is a variance (IAS 2.21). */
    STANDARD("STANDARD");

    private final String code;

    CostMethod(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
