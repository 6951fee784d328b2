package org.lottrace.api.recall;

/** How far down the chain goods are taken back (21 CFR 7.42(b)(1)). */
public enum RecallDepth {
    CONSUMER_USER,
    RETAIL,
    WHOLESALE
}
