package org.lottrace.cost.internal;

/** The number of the last entry, counted through all books while a page of events is booked. */
final class LastNumber {
    private long number;

    /** @param number 0 when there is none */
    LastNumber(long number) {
        this.number = number;
    }

    long next() {
        return number + 1;
    }

    /** An entry has got that number. */
    void reach(long taken) {
        number = taken;
    }
}
