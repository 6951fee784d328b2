package org.lottrace.genealogy.internal;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceFilter;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.store.LedgerStore;
import org.lottrace.api.store.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Traces over a replay of the ledger. */
@Component(service = Genealogy.class)
public final class GenealogyService implements Genealogy {
    private static final int PAGE = 500;

    private final UnitOfWork unitOfWork;
    private final LedgerStore ledger;

    @Activate
    public GenealogyService(@Reference UnitOfWork unitOfWork, @Reference LedgerStore ledger) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
    }

    @Override
    public Trace trace(TraceRequest request) {
        if (request.suspectQuantities() || !request.filter().equals(TraceFilter.ALL)) {
            throw new UnsupportedOperationException("filters and suspect quantities come with the graph index");
        }
        return unitOfWork.required(() -> new LedgerReplay(events(), request).trace());
    }

    private List<RecordedEvent> events() {
        List<RecordedEvent> events = new ArrayList<>();
        List<RecordedEvent> page = ledger.after(0, PAGE);
        while (!page.isEmpty()) {
            events.addAll(page);
            page = ledger.after(page.get(page.size() - 1).position(), PAGE);
        }
        return events;
    }
}
