package org.lottrace.ledger.internal;

import java.util.Optional;
import org.lottrace.api.event.MovementFilter;
import org.lottrace.api.event.MovementList;
import org.lottrace.api.event.MovementPage;
import org.lottrace.api.event.MovementPlace;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads movements from the ledger. */
@Component
public final class MovementListService implements MovementList {
    private final UnitOfWork unitOfWork;
    private final LedgerStore events;

    @Activate
    public MovementListService(@Reference UnitOfWork unitOfWork, @Reference LedgerStore events) {
        this.unitOfWork = unitOfWork;
        this.events = events;
    }

    @Override
    public MovementPage list(MovementFilter filter, Optional<MovementPlace> after, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("1 to " + LONGEST_PAGE + " movements are read at a time, not " + limit);
        }
        return unitOfWork.required(() -> events.movements(
                filter, after.orElseGet(() -> new MovementPlace(events.head().position() + 1, 0)), limit));
    }
}
