package org.lottrace.cost.internal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.DocumentReference;

/**
 * What the orders that were booked last have in process, so that an output need not read its order again. Kept while page follows page;
 * forgotten after anything else: a page that failed, a rebuild, events that another node has booked.
 */
final class OrdersInProcess {
    private static final int MOST_LOTS = 20_000;
    private static final long NOWHERE = -2;

    private final Map<DocumentReference, InProcess> orders = new LinkedHashMap<>();
    private long reached = NOWHERE;

    /** Says which event comes next; until {@link #cameTo} it is open whether the page is booked. */
    void goOnAt(long position) {
        if (reached != position - 1) {
            orders.clear();
        }
        reached = NOWHERE;
        forgetOldest();
    }

    void cameTo(long position) {
        reached = position;
    }

    private void forgetOldest() {
        int lots = orders.values().stream().mapToInt(InProcess::size).sum();
        Iterator<InProcess> oldest = orders.values().iterator();
        while (lots + orders.size() > MOST_LOTS) {
            lots -= oldest.next().size();
            oldest.remove();
        }
    }

    /** @param read reads it when it is not known */
    InProcess of(DocumentReference order, Supplier<InProcess> read) {
        InProcess known = orders.remove(order);
        InProcess inProcess = known == null ? read.get() : known;
        orders.put(order, inProcess); // behind all others: it is forgotten last
        return inProcess;
    }

    /** An event that names these documents was booked so. */
    void booked(List<DocumentReference> documents, List<JournalLine> lines) {
        documents.stream()
                .distinct()
                .forEach(document -> orders.computeIfPresent(document, (order, before) -> before.with(lines)));
    }
}
