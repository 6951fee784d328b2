package org.lottrace.api.recall;

import org.lottrace.api.code.Coded;

/** What a note in a case is about. */
public enum NoteTopic implements Coded {
    /** What was written to a regulator, or came from one (21 CFR 7.46, 7.49(a), 7.55). */
    REGULATOR("REGULATOR"),
    /** A warning to the public (21 CFR 7.42(b)(2)). */
    PUBLIC_WARNING("PUBLIC_WARNING"),
    /** Corrective and preventive action: what is done so that it does not happen again. */
    CORRECTIVE_ACTION("CORRECTIVE_ACTION"),
    /** The evaluation of the health hazard (21 CFR 7.41). */
    HEALTH_HAZARD("HEALTH_HAZARD"),
    OTHER("OTHER");

    private final String code;

    NoteTopic(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
