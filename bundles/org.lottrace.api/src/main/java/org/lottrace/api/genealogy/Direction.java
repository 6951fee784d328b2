package org.lottrace.api.genealogy;

/** Which way a trace goes. */
public enum Direction {
    /** From a lot to everything that contains it, and to who received it. */
    FORWARD,
    /** From a lot to everything it contains, and to who delivered it. */
    BACKWARD,
    /** Both of these answers in one; it does not turn round on the way. */
    BOTH
}
