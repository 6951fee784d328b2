package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.NoticeArrival;
import org.lottrace.api.movement.Reversed;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.movement.store.NoticeArrivalStore;
import org.lottrace.api.partner.ShipNoticeId;

/** What has to be undone beside the ledger when an event is reversed: reservations, expected receipts and lots. */
final class Undoing {
    /** Events after which reservations stand where the goods are. */
    private static final Set<EventType> TAKE_RESERVATIONS_ALONG = Set.of(EventType.PICK, EventType.PACK);

    private final Reservations reservations;
    private final Allocation allocation;
    private final StockOnHand stock;
    private final ExpectedReceiptStore receipts;
    private final NoticeArrivalStore arrivals;
    private final LotCorrections lots;
    private final CaseOpening cases;
    private final ShortCases shortCases;
    private final UnexplainedGains gains;

    /** What happened besides, for the answer. */
    static final class Effects {
        private final List<Reservation> cancelled = new ArrayList<>();
        private final List<LotKey> dispositionsKept = new ArrayList<>();

        void keep(List<LotKey> lots) {
            dispositionsKept.addAll(lots);
        }

        Reversed with(RecordedEvent event, List<RecordedEvent> following) {
            return new Reversed(event, following, cancelled, dispositionsKept);
        }
    }

    Undoing(
            Reservations reservations,
            Allocation allocation,
            StockOnHand stock,
            ExpectedReceiptStore receipts,
            NoticeArrivalStore arrivals,
            LotCorrections lots,
            CaseOpening cases,
            ShortCases shortCases,
            UnexplainedGains gains) {
        this.shortCases = shortCases;
        this.reservations = reservations;
        this.allocation = allocation;
        this.stock = stock;
        this.receipts = receipts;
        this.arrivals = arrivals;
        this.lots = lots;
        this.cases = cases;
        this.gains = gains;
    }

    /** Locks notices and items. */
    void lock(Collection<TraceEvent> events, Collection<LotKey> lots) {
        events.stream()
                .filter(event -> event.type() == EventType.RECEIVE)
                .flatMap(receipt -> ReopenedNotice.of(receipt).stream())
                .distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(receipts::lock);
        reservations.lockItems(lots.stream().map(LotKey::item).collect(Collectors.toSet()));
    }

    /** @return what is known of the lot now, as its last change says it */
    List<KeyDatum> known(LotKey lot) {
        List<KeyDatum> attributes = lots.attributes(List.of(lot)).getOrDefault(lot, List.of());
        return lots.find(lot, AsOf.LATEST)
                .map(now -> LotChange.registered(now, attributes).after())
                .orElse(attributes);
    }

    /** Before the reversal of the event is recorded: nothing may be reserved of what is gone then, or may not be used. */
    void before(TraceEvent event, TraceEvent reversal, Effects effects) {
        if (TAKE_RESERVATIONS_ALONG.contains(event.type())) {
            reversal.lines()
                    .forEach(line -> reservations.unpick(
                            List.of(new StockBalance(line.lot(), line.from(), line.quantity())), line.to()));
        }
        effects.cancelled.addAll(reservations.giveUp(StockLeft.after(reversal.lines(), stock)));
        effects.cancelled.addAll(reservations.cancel(reversal.dispositionChanges().stream()
                .filter(change -> change.disposition() != Disposition.SELLABLE)
                .map(DispositionChange::lot)
                .toList()));
    }

    /** After it: what is known again, wanted again and expected again; the notice is locked already. */
    void after(TraceEvent event, TraceEvent reversal) {
        reversal.lotChanges().forEach(lots::follow);
        gains.undoneWith(event.id(), reversal);
        cases.close(
                event.id(),
                reversal.context().actor(),
                "event reversed by " + reversal.id() + ": " + ReversalEvent.reason(reversal));
        if (event.type() == EventType.SHIP) {
            allocation.reserveAgain(event.lines());
        }
        if (event.type() == EventType.RECEIVE) {
            ReopenedNotice.of(event).ifPresent(this::tellAgain);
            ReopenedNotice.of(event)
                    .flatMap(receipts::find)
                    .map(expected -> ReopenedNotice.without(expected, event))
                    .ifPresent(reopened -> {
                        receipts.save(reopened);
                        shortCases.follow(reopened);
                    });
        }
    }

    /** That a notice was late was a case of its first receipt, which may be this one. */
    private void tellAgain(ShipNoticeId notice) {
        arrivals.find(notice)
                .filter(NoticeArrival::told)
                .ifPresent(known -> arrivals.save(new NoticeArrival(notice, known.arrived(), known.due(), false)));
    }
}
