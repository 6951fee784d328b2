package org.lottrace.api.recall;

/** What brought the problem to light. */
public enum RecallTrigger {
    COMPLAINT,
    LABORATORY,
    SUPPLIER,
    REGULATOR,
    OWN_FINDING
}
