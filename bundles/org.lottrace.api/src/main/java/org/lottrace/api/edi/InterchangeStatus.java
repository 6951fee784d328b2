package org.lottrace.api.edi;

/** What became of an interchange. */
public enum InterchangeStatus {
    /** Inbound: everything was applied. */
    ACCEPTED,
    /** Inbound: set aside with a report; nothing was applied. */
    REJECTED,
    /** Inbound: its control number was seen before; nothing was applied again. */
    DUPLICATE,
    /** Outbound: stored, its file is not written yet. */
    PENDING,
    /** Outbound: its file is being written; after a crash it is written again. */
    SENDING,
    /** Outbound: stored, and not sent while what it is about is recalled. */
    WITHHELD,
    /** Outbound: its file is in the outbox folder. */
    SENT
}
