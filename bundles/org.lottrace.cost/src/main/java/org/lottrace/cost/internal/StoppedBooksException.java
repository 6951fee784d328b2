package org.lottrace.cost.internal;

/** No event can be booked rightly, whichever comes: the books stop. The message says why and what to do. */
final class StoppedBooksException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedBooksException(String reason) {
        super(reason);
    }
}
