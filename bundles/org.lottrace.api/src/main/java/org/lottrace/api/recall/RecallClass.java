package org.lottrace.api.recall;

/** How bad it is (21 CFR 7.3(m)). */
public enum RecallClass {
    /** A reasonable probability of serious adverse health consequences or death. */
    I,
    /** Temporary or medically reversible consequences, or a remote probability of serious ones. */
    II,
    /** Not likely to cause adverse health consequences. */
    III
}
