package org.lottrace.api.event;

/**
 * What happened. The physical ones are the critical tracking events LotTrace captures (compare 21 CFR 1.1310 and the
 * GS1 CBV business steps); {@link #HOLD} and {@link #RELEASE} change the disposition of lots without moving them.
 */
public enum EventType {
    RECEIVE,
    PUT_AWAY,
    TRANSFER,
    CONSUME,
    PRODUCE,
    PICK,
    PACK,
    SHIP,
    RETURN,
    COUNT,
    DISPOSE,
    HOLD,
    RELEASE
}
