package org.lottrace.edi.x12.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.SentInterchanges;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A service of its own: the handlers of transaction sets need it, and the exchange needs them. */
@Component
public final class SentInterchangesService implements SentInterchanges {
    private final UnitOfWork unitOfWork;
    private final InterchangeStore store;

    @Activate
    public SentInterchangesService(@Reference UnitOfWork unitOfWork, @Reference InterchangeStore store) {
        this.unitOfWork = unitOfWork;
        this.store = store;
    }

    @Override
    public boolean note(String code, String key, List<Violation> notes) {
        return unitOfWork.required(() -> store.lock(OutboundTransactionSet.logKey(code, key))
                .map(record -> {
                    List<Violation> all = new ArrayList<>(record.problems());
                    notes.stream().filter(note -> !holds(all, note)).forEach(all::add);
                    if (all.size() > record.problems().size()) {
                        store.answer(record.id(), record.status(), all);
                    }
                    return true;
                })
                .orElse(false));
    }

    /** The log keeps where something is as a text, so that is not compared. */
    private static boolean holds(List<Violation> noted, Violation note) {
        return noted.stream()
                .anyMatch(known ->
                        known.code().equals(note.code()) && known.message().equals(note.message()));
    }
}
