package org.lottrace.quality.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.quality.HoldQuestion;

/** Finds the lots of a question. A hold rather takes a lot too many than one too few: days are those of any time zone. */
final class AskedLots {
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);
    private static final ZoneOffset LATEST = ZoneOffset.ofHours(-12);

    private final LotStore lots;
    private final LedgerStore events;

    AskedLots(LotStore lots, LedgerStore events) {
        this.lots = lots;
        this.events = events;
    }

    /** @return by lot */
    List<LotKey> lots(HoldQuestion question) {
        Set<LotKey> found = question.item()
                .map(item -> ofItem(item, question.from(), question.to()))
                .orElseGet(() -> question.supplier()
                        .map(supplier -> (Set<LotKey>) new TreeSet<>(lots.issuedBy(supplier)))
                        .orElseGet(() -> question.productionOrder()
                                .map(this::madeBy)
                                .orElseGet(() -> cameWith(question.shipNotice().orElseThrow()))));
        question.productionOrder().ifPresent(order -> found.retainAll(madeBy(order)));
        question.shipNotice().ifPresent(notice -> found.retainAll(cameWith(notice)));
        return lots.withKeys(found).stream()
                .filter(question::mayFit)
                .map(Lot::key)
                .sorted()
                .toList();
    }

    private Set<LotKey> ofItem(ItemNumber item, Optional<LocalDate> from, Optional<LocalDate> to) {
        Set<LotKey> found = new TreeSet<>(lots.made(item, Optional.empty(), from, to));
        if (from.isPresent() || to.isPresent()) {
            found.addAll(lots.undatedMoved(
                    item,
                    from.orElse(LocalDate.of(1900, 1, 1)).atStartOfDay().toInstant(EARLIEST),
                    to.orElse(LocalDate.of(9000, 1, 1))
                            .plusDays(1)
                            .atStartOfDay()
                            .toInstant(LATEST)));
        }
        return found;
    }

    private Set<LotKey> madeBy(String order) {
        return of(DocumentType.PRODUCTION_ORDER, order, EventType.PRODUCE)
                .flatMap(event -> event.event().edges().stream())
                .map(Edge::output)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<LotKey> cameWith(String notice) {
        return of(DocumentType.SHIP_NOTICE, notice, EventType.RECEIVE)
                .map(event -> event.event().lines())
                .flatMap(Collection::stream)
                .map(EventLine::lot)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<RecordedEvent> of(DocumentType type, String number, EventType event) {
        return InForce.of(events.byDocument(new DocumentReference(type, number))).stream()
                .filter(recorded -> recorded.event().type() == event);
    }
}
