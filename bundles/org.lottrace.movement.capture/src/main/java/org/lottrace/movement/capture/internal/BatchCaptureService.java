package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.allocation.store.TransferOrderStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.BatchCapture;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Requests that come together: as one, or each on its own. */
@Component
public final class BatchCaptureService implements BatchCapture {
    private final UnitOfWork unitOfWork;
    private final SharedTransaction shared;

    @Activate
    public BatchCaptureService(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference LotMaster lots,
            @Reference StockStore stock,
            @Reference Reservations reservations,
            @Reference SalesOrderStore salesOrders,
            @Reference TransferOrderStore transferOrders,
            @Reference ExpectedReceiptStore expectedReceipts) {
        this.unitOfWork = unitOfWork;
        shared = new SharedTransaction(
                unitOfWork,
                new LocksAhead(ledger, lots, stock, reservations, salesOrders, transferOrders, expectedReceipts));
    }

    @Override
    public <T> Outcome<List<Outcome<T>>> captureAll(List<Request<T>> requests) {
        return unitOfWork.required(() -> {
            shared.lockAhead(requests);
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
            if (request.movement().isEmpty() || together.size() == SharedTransaction.MOST_TOGETHER) {
                outcomes.addAll(shared.capture(together));
                together.clear();
            }
            if (request.movement().isPresent()) {
                together.add(request);
            } else {
                outcomes.add(request.capture().get());
            }
        }
        outcomes.addAll(shared.capture(together));
        return outcomes;
    }
}
