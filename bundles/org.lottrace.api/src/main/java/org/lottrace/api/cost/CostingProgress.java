package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the books follow the ledger.
 *
 * @param booked position of the newest event that the books have come to: all up to it are booked but those that wait
 * @param head position of the newest event in the ledger
 * @param problem why it goes no further, or why the first of those that wait does, naming the event and what to do; absent when all is well
 * @param waiting how many events up to {@code booked} wait, see {@link LotCosting#waiting}; no more are counted than {@link #MOST_WAITING}
 * @param day accounting date of the event at {@code booked}; empty when there is none
 */
public record CostingProgress(long booked, long head, Optional<String> problem, long waiting, Optional<LocalDate> day) {
    /** When that many wait, the books stop. */
    public static final int MOST_WAITING = 10_000;

    public CostingProgress {
        Objects.requireNonNull(problem);
        Objects.requireNonNull(day);
    }

    /**
     * @return how far the books are as one line for programs, as every list, sum and file of costs has it, such as
     *     {@code position=12; day=2026-03-02; ledger=14; waiting=2; list=cost.list-waiting}: the day is absent while nothing is booked, and the
     *     operation that lists what waits while nothing does
     */
    public String line() {
        return "position=" + booked
                + day.map(date -> "; day=" + date).orElse("")
                + "; ledger=" + head
                + "; waiting=" + waiting
                + (waiting > 0 ? "; list=cost.list-waiting" : "");
    }

    /** Nothing waits. */
    public CostingProgress(long booked, long head, Optional<String> problem) {
        this(booked, head, problem, 0, Optional.empty());
    }
}
