package org.lottrace.api.recall;

/** What a note in a case is about. */
public enum NoteTopic {
    /** What was written to a regulator, or came from one (21 CFR 7.46, 7.49(a), 7.55). */
    REGULATOR,
    /** A warning to the public (21 CFR 7.42(b)(2)). */
    PUBLIC_WARNING,
    /** Corrective and preventive action: what is done so that it does not happen again. */
    CORRECTIVE_ACTION,
    /** The evaluation of the health hazard (21 CFR 7.41). */
    HEALTH_HAZARD,
    OTHER
}
