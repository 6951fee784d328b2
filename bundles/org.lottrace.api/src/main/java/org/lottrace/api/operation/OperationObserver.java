package org.lottrace.api.operation;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of every operation that a caller asked for, when it has ended; a whiteboard service. */
@ConsumerType
public interface OperationObserver {
    /** Called by the thread of the caller, who waits: it comes back at once, and throws nothing. */
    void ended(EndedOperation operation);
}
