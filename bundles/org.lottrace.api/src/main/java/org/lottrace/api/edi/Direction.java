package org.lottrace.api.edi;

/** Which way an interchange goes. */
public enum Direction {
    INBOUND,
    OUTBOUND
}
