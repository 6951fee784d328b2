package org.lottrace.health.internal;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads one row in a transaction of its own. */
@Component(
        service = HealthCheck.class,
        property = {HealthCheck.NAME + "=database", HealthCheck.TAGS + "=lottrace"})
public final class DatabaseCheck implements HealthCheck {
    private final UnitOfWork unitOfWork;
    private final LedgerStore ledger;

    @Activate
    public DatabaseCheck(@Reference UnitOfWork unitOfWork, @Reference LedgerStore ledger) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
    }

    @Override
    public Result execute() {
        try {
            return new Result(
                    Result.Status.OK,
                    "answers; events in the ledger: "
                            + unitOfWork.required(ledger::head).position());
        } catch (StoreUnavailableException e) {
            return new Result(Result.Status.CRITICAL, "does not answer: " + e.getMessage(), e);
        }
    }
}
