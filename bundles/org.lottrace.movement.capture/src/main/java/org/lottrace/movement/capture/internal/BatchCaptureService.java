package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.BatchCapture;
import org.lottrace.api.movement.Movement;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Requests that share a transaction: all of them, or those up to one that has to be undone. */
@Component
public final class BatchCaptureService implements BatchCapture {
    /** Nobody else records meanwhile: so many take about a tenth of a second. */
    static final int MOST_TOGETHER = 100;

    private final UnitOfWork unitOfWork;
    private final LocksAhead locks;

    @Activate
    public BatchCaptureService(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference LotMaster lots,
            @Reference StockStore stock,
            @Reference Reservations reservations,
            @Reference SalesOrderStore salesOrders,
            @Reference ExpectedReceiptStore expectedReceipts) {
        this.unitOfWork = unitOfWork;
        locks = new LocksAhead(ledger, lots, stock, reservations, salesOrders, expectedReceipts);
    }

    @Override
    public <T> Outcome<List<Outcome<T>>> captureAll(List<Request<T>> requests) {
        return unitOfWork.required(() -> {
            lockAhead(requests);
            List<Outcome<T>> outcomes =
                    requests.stream().map(request -> request.capture().get()).toList();
            List<Violation> violations = new ArrayList<>();
            for (int i = 0; i < outcomes.size(); i++) {
                ViolationPath path = ViolationPath.of("requests", i + 1);
                outcomes.get(i)
                        .violations()
                        .forEach(violation -> violations.add(
                                new Violation(violation.code(), path.then(violation.path()), violation.message())));
            }
            if (violations.isEmpty()) {
                return new Outcome.Done<>(outcomes);
            }
            unitOfWork.rollbackOnly();
            return new Outcome.Refused<>(violations);
        });
    }

    @Override
    public <T> List<Outcome<T>> captureEach(List<Request<T>> requests) {
        if (unitOfWork.isOpen()) {
            throw new IllegalStateException("one refusal would undo the whole unit of work: call it outside of any");
        }
        List<Outcome<T>> outcomes = new ArrayList<>();
        List<Request<T>> together = new ArrayList<>();
        for (Request<T> request : requests) {
            if (request.movement().isEmpty() || together.size() == MOST_TOGETHER) {
                outcomes.addAll(together(together));
                together.clear();
            }
            if (request.movement().isPresent()) {
                together.add(request);
            } else {
                outcomes.add(request.capture().get());
            }
        }
        outcomes.addAll(together(together));
        return outcomes;
    }

    /**
     * Most requests are captured, or refused before they have written anything. One that has written before it was refused undoes
     * those before it as well: these are captured again, then it alone, then the others.
     */
    private <T> List<Outcome<T>> together(List<Request<T>> requests) {
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
        List<Outcome<T>> all = new ArrayList<>(together(requests.subList(0, reached - 1)));
        all.addAll(together(requests.subList(reached - 1, reached)));
        all.addAll(together(requests.subList(reached, requests.size())));
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

    private void lockAhead(List<? extends Request<?>> requests) {
        List<Movement> movements = requests.stream()
                .flatMap(request -> request.movement().stream())
                .toList();
        if (movements.size() > 1) {
            locks.take(movements);
        }
    }
}
