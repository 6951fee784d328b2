package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.NoticeArrival;
import org.lottrace.api.movement.NoticeArrivals;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.movement.store.NoticeArrivalStore;
import org.lottrace.api.partner.ShipNoticeId;

/**
 * Ship notices that came too late. A case needs an event, so of one that was late by the clock it is opened when its goods have come; of
 * one that came after its goods, it takes the place of the case that it was missing. Called inside a unit of work.
 */
final class LateNotices {
    /** What is noted at a receipt whose supplier sends notices, and that names none, or one that nobody knows. */
    static final List<String> MISSING = List.of("NOTICE_MISSING", "NOTICE_UNKNOWN");

    static final String NOTICE_LATE = "NOTICE_LATE";
    private static final String BY = "LotTrace";

    private final Ledger ledger;
    private final ExpectedReceiptStore notices;
    private final NoticeArrivalStore arrivals;
    private final NoticeArrivals changes;
    private final CaseOpening cases;

    LateNotices(
            Ledger ledger,
            ExpectedReceiptStore notices,
            NoticeArrivalStore arrivals,
            NoticeArrivals changes,
            CaseOpening cases) {
        this.ledger = ledger;
        this.notices = notices;
        this.arrivals = arrivals;
        this.changes = changes;
        this.cases = cases;
    }

    /** @param missing an open case that a notice was missing at a receipt */
    void lookFor(ExceptionCase missing) {
        Optional<RecordedEvent> receipt = ledger.find(missing.event());
        receipt.flatMap(this::cameAfter).ifPresent(arrival -> {
            cases.close(
                    missing.event(),
                    open -> open.number() == missing.number(),
                    BY,
                    "ship notice " + arrival.notice() + " came at " + arrival.arrived());
            open(arrival, receipt.get().event());
            changes.told(arrival.notice());
        });
    }

    /**
     * Opens a case at the first receipt of a notice that was late by the clock; does nothing before its goods have come. Of one that was
     * cancelled or closed before, nobody needs to be told.
     */
    void tell(NoticeArrival late) {
        Optional<TraceEvent> first = receipts(late.notice()).stream().findFirst();
        first.ifPresent(receipt -> open(late, receipt));
        if (first.isPresent()
                || !notices.find(late.notice()).filter(ExpectedReceipt::isOpen).isPresent()) {
            changes.told(late.notice());
        }
    }

    private void open(NoticeArrival arrival, TraceEvent receipt) {
        cases.openOnce(
                NOTICE_LATE,
                receipt.id(),
                Optional.empty(),
                receipt.context().site(),
                "ship notice " + arrival.notice() + " came at " + arrival.arrived()
                        + arrival.due().map(due -> ", and was due at " + due).orElse(", after its goods")
                        + ": ask the supplier to send notices before the goods");
    }

    private Optional<NoticeArrival> cameAfter(RecordedEvent receipt) {
        return supplier(receipt.event())
                .flatMap(supplier -> receipt.event()
                        .document(DocumentType.SHIP_NOTICE)
                        .map(DocumentReference::number)
                        .map(number -> new ShipNoticeId(supplier, number))
                        .or(() -> announcing(receipt.event(), supplier)))
                .flatMap(arrivals::find)
                .filter(arrival -> arrival.arrived().isAfter(receipt.recorded()));
    }

    /** @return the latest open notice of the supplier that announces one of the lots, and whose goods had left by then */
    private Optional<ShipNoticeId> announcing(TraceEvent receipt, PartyId supplier) {
        return notices
                .openOf(receipt.lines().stream().map(EventLine::lot).distinct().toList())
                .stream()
                .map(ExpectedReceipt::notice)
                .filter(notice -> notice.id().sender().equals(supplier)
                        && !notice.shipDate().isAfter(receipt.context().localDate()))
                .reduce((first, second) -> second)
                .map(notice -> notice.id());
    }

    private List<TraceEvent> receipts(ShipNoticeId notice) {
        return InForce.of(ledger.byDocument(new DocumentReference(DocumentType.SHIP_NOTICE, notice.number()))).stream()
                .map(RecordedEvent::event)
                .filter(event ->
                        event.type() == EventType.RECEIVE && supplier(event).equals(Optional.of(notice.sender())))
                .toList();
    }

    private static Optional<PartyId> supplier(TraceEvent receipt) {
        return receipt.lines().stream()
                .map(line -> line.from().place())
                .filter(place -> place.kind() == PlaceKind.PARTY)
                .map(place -> new PartyId(place.code()))
                .findFirst();
    }
}
