package org.lottrace.ledger.internal.follow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.store.FollowerStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lease.LeaseLostException;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.api.transaction.UnitOfWork;

/** What every follower works with. */
record Surroundings(
        UnitOfWork unitOfWork, LedgerStore ledger, FollowerStore store, Leases leases, BackOff backOff, Clock clock) {
    private static final int REASON_LENGTH = 2_000;

    long head() {
        return unitOfWork.required(ledger::head).position();
    }

    /** @return true when no event is to blame: the database is away, a race or the lease was lost */
    static boolean isNoFaultOfAnEvent(RuntimeException e) {
        return e instanceof StoreUnavailableException
                || e instanceof StaleWriteException
                || e instanceof LeaseLostException;
    }

    /** @return the failure at that position, one attempt more than the one before */
    FollowerFailure again(
            Optional<FollowerFailure> before, long position, Duration longestPause, RuntimeException why) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int attempts = before.map(FollowerFailure::attempts).orElse(0) + 1;
        return new FollowerFailure(
                position,
                attempts,
                before.map(FollowerFailure::since).orElse(now),
                now.plus(backOff.after(attempts, longestPause)),
                reason(why));
    }

    boolean isDue(FollowerFailure failure) {
        return !clock.instant().isBefore(failure.next());
    }

    private static String reason(RuntimeException why) {
        String reason = why.getMessage() == null ? why.toString() : why.getMessage();
        return reason.substring(0, Math.min(reason.length(), REASON_LENGTH));
    }
}
