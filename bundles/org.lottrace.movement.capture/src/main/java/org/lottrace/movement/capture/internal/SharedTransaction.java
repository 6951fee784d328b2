package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.movement.BatchCapture.Request;
import org.lottrace.api.movement.Movement;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;

/** Requests that share transactions: what they lock and ask is locked and asked together, and what they write is written together. */
final class SharedTransaction {
    /** Nobody else records meanwhile: so many take a few hundredths of a second. */
    static final int MOST_TOGETHER = 100;

    private final UnitOfWork unitOfWork;
    private final LocksAhead locks;

    SharedTransaction(UnitOfWork unitOfWork, LocksAhead locks) {
        this.unitOfWork = unitOfWork;
        this.locks = locks;
    }

    /**
     * Captures each on its own. Most requests are captured, or refused before they have written anything. One that has written before
     * it was refused undoes those before it as well: these are captured again, then it alone, then the others.
     *
     * @param requests {@link #MOST_TOGETHER} at most, each a movement
     * @return an outcome for each, in their order
     */
    <T> List<Outcome<T>> capture(List<Request<T>> requests) {
        if (requests.size() < 2) {
            return requests.stream().map(request -> request.capture().get()).toList();
        }
        List<Outcome<T>> outcomes = new ArrayList<>();
        boolean undone = unitOfWork.required(() -> {
            outcomes.clear();
            lockAhead(requests);
            return untilUndone(requests, outcomes);
        });
        if (!undone) {
            return outcomes;
        }
        int reached = outcomes.size();
        List<Outcome<T>> all = new ArrayList<>(capture(requests.subList(0, reached - 1)));
        all.addAll(capture(requests.subList(reached - 1, reached)));
        all.addAll(capture(requests.subList(reached, requests.size())));
        return all;
    }

    private <T> boolean untilUndone(List<Request<T>> requests, List<Outcome<T>> outcomes) {
        for (Request<T> request : requests) {
            outcomes.add(request.capture().get());
            if (unitOfWork.isRollbackOnly()) {
                return true;
            }
        }
        return false;
    }

    /** Takes the locks of those that are movements, when they are many. */
    void lockAhead(List<? extends Request<?>> requests) {
        List<Movement> movements = requests.stream()
                .flatMap(request -> request.movement().stream())
                .toList();
        if (movements.size() > 1) {
            locks.take(movements);
        }
    }
}
