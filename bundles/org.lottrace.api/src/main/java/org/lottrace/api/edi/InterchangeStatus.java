package org.lottrace.api.edi;

import org.lottrace.api.code.Coded;

/** What became of an interchange. */
public enum InterchangeStatus implements Coded {
    /** Inbound: everything was applied. */
    ACCEPTED("ACCEPTED"),
    /**
     * Inbound: a part of it was applied; why the other transaction sets were not stands in its problems, and its file was set
     * aside. The same file again, or a corrected one, is the turn of the rest; which sets were applied stands in its problems, too
     * ({@code SET_TAKEN}).
     */
    PARTLY_ACCEPTED("PARTLY_ACCEPTED"),
    /**
     * Inbound: set aside with a report; nothing was applied. Outbound: the partner's acknowledgement refuses at least a
     * part of it; why stands in its problems.
     */
    REJECTED("REJECTED"),
    /** Inbound: nobody knows its sender. It is kept until {@link QuarantinedInterchanges#release}. */
    QUARANTINED("QUARANTINED"),
    /** Inbound: was quarantined, and was taken in when its sender was known; a record of its own says what became of it. */
    RELEASED("RELEASED"),
    /**
     * Inbound: a test interchange (ISA15 is T), checked and acknowledged like any other. Nothing was applied. Its problems are what
     * it was refused for; it was set aside then.
     */
    TEST("TEST"),
    /** Inbound: its control number was seen before; nothing was applied again. */
    DUPLICATE("DUPLICATE"),
    /** Outbound: stored, its file is not written yet. */
    PENDING("PENDING"),
    /** Outbound: its file is being written; after a crash it is written again. */
    SENDING("SENDING"),
    /**
     * Outbound: its file was being written when what it is about was recalled. It is {@link #SENT} when the file could be
     * written, else {@link #WITHHELD}.
     */
    STOPPING("STOPPING"),
    /** Outbound: stored, and not sent while what it is about is recalled. */
    WITHHELD("WITHHELD"),
    /** Outbound: its file is in the outbox folder. */
    SENT("SENT"),
    /** Outbound: the partner's acknowledgement (997) accepts all of it. */
    ACKNOWLEDGED("ACKNOWLEDGED"),
    /** Outbound: the partner's acknowledgement accepts it, but notes errors; they are its problems. */
    ACKNOWLEDGED_WITH_ERRORS("ACKNOWLEDGED_WITH_ERRORS");

    private final String code;

    InterchangeStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
