package org.lottrace.thirdparty.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.StockDocumentSender;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.api.thirdparty.store.StockDocumentStore;
import org.lottrace.api.violation.Violation;
import org.lottrace.thirdparty.internal.Posting.Told;

/** Keeps a document once, books what it says, sends it when it is one of ours, and looks whether it agrees with what it answers. */
final class DocumentRecording {
    private final StockDocumentStore documents;
    private final DocumentRules rules;
    private final MeantLots meant;
    private final Booking booking;
    private final Reconciling reconciling;
    private final DocumentCases cases;
    private final Senders senders;
    private final Clock clock;

    DocumentRecording(
            StockDocumentStore documents,
            DocumentRules rules,
            MeantLots meant,
            Booking booking,
            Reconciling reconciling,
            DocumentCases cases,
            Senders senders,
            Clock clock) {
        this.documents = documents;
        this.rules = rules;
        this.meant = meant;
        this.booking = booking;
        this.reconciling = reconciling;
        this.cases = cases;
        this.senders = senders;
        this.clock = clock;
    }

    /** @param turn waits for everybody who records one before, so that a number is given once, and gives the position */
    Outcome<KeptDocument> record(String recordedBy, CaptureSource source, StockDocument document, LongSupplier turn) {
        return known(document).orElseGet(() -> {
            long position = turn.getAsLong();
            return known(document)
                    .or(() -> documents
                            .find(document.warehouse(), document.kind(), document.number())
                            .map(waiting -> named(recordedBy, source, document, waiting)))
                    .orElseGet(() -> recorded(recordedBy, source, document, position));
        });
    }

    /** @return empty when it is new, or says at last who got the goods of an advice that waits for its order */
    private Optional<Outcome<KeptDocument>> known(StockDocument document) {
        return documents
                .find(document.warehouse(), document.kind(), document.number())
                .filter(known -> !isNamedNow(document, known))
                .map(known -> SameDocument.isSame(document, known.document())
                        ? new Outcome.AlreadyDone<>(known)
                        : refused(new Violation(
                                ThirdPartyWarehouses.DOCUMENT_NUMBER_REUSED,
                                "number",
                                document.kind() + " " + document.number() + " of " + document.warehouse()
                                        + " is recorded with other content: give a new document a new number")));
    }

    private static boolean isNamedNow(StockDocument document, KeptDocument known) {
        return document.kind() == StockDocumentKind.SHIPPING_ADVICE
                && known.events().isEmpty()
                && known.document().customer().isEmpty()
                && document.customer().isPresent()
                && SameDocument.isSame(document, known.document());
    }

    /** Books it as if it had named the customer at once. */
    private Outcome<KeptDocument> named(
            String recordedBy, CaptureSource source, StockDocument document, KeptDocument waiting) {
        List<Violation> problems = rules.problems(document);
        if (!problems.isEmpty()) {
            return new Outcome.Refused<>(problems);
        }
        StockDocument kept = waiting.document();
        StockDocument named = new StockDocument(
                kept.number(),
                kept.kind(),
                kept.warehouse(),
                kept.from(),
                kept.about(),
                document.customer(),
                kept.at(),
                kept.lines());
        ThirdPartyWarehouse warehouse = documents.warehouse(kept.warehouse()).orElseThrow();
        return booking.of(new Told(warehouse, named, recordedBy, source))
                .fold(
                        events -> {
                            KeptDocument now = new KeptDocument(
                                    waiting.position(),
                                    named,
                                    waiting.recordedBy(),
                                    waiting.recorded(),
                                    events,
                                    waiting.cancelled(),
                                    waiting.unsent());
                            documents.save(now);
                            cases.renew(warehouse, now, clock.instant());
                            return new Outcome.Done<>(now);
                        },
                        Outcome.Refused::new);
    }

    private Outcome<KeptDocument> recorded(
            String recordedBy, CaptureSource source, StockDocument document, long position) {
        Optional<ThirdPartyWarehouse> warehouse = documents.warehouse(document.warehouse());
        if (warehouse.isEmpty()) {
            return refused(ThirdPartyWarehousesService.unknown(document.warehouse()));
        }
        List<Violation> problems = new ArrayList<>(rules.problems(document));
        StockDocument settled = problems.isEmpty() ? meant.settled(document, problems) : document;
        if (!problems.isEmpty()) {
            return new Outcome.Refused<>(problems);
        }
        return booking.of(new Told(warehouse.get(), settled, recordedBy, source))
                .fold(events -> kept(warehouse.get(), settled, recordedBy, position, events), Outcome.Refused::new);
    }

    private Outcome<KeptDocument> kept(
            ThirdPartyWarehouse warehouse,
            StockDocument document,
            String recordedBy,
            long position,
            List<EventId> events) {
        List<StockDocumentSender> sending = senders.all();
        boolean isUnsent = !document.kind().isReport() && sending.isEmpty();
        KeptDocument kept =
                new KeptDocument(position, document, recordedBy, clock.instant(), events, Optional.empty(), isUnsent);
        documents.save(kept);
        if (document.kind().isReport()) {
            cases.renew(warehouse, kept, clock.instant());
            return new Outcome.Done<>(kept);
        }
        List<Violation> notSent = sending.stream()
                .flatMap(sender -> sender.send(warehouse, kept).stream())
                .toList();
        if (!notSent.isEmpty()) {
            return new Outcome.Refused<>(notSent);
        }
        if (!reconciling.answers(kept).isEmpty()) {
            cases.renewAbout(warehouse, kept, clock.instant(), document.kind() + " " + document.number());
        }
        return new Outcome.Done<>(kept);
    }

    /** Books a shipping advice whose sales order was not known when it came. */
    Outcome<KeptDocument> post(Caller caller, ThirdPartyWarehouse warehouse, StockDocumentKind kind, String number) {
        Optional<KeptDocument> kept = documents.find(warehouse.site(), kind, number);
        if (kept.isEmpty()) {
            return refused(new Violation(
                    ThirdPartyWarehouses.DOCUMENT_UNKNOWN,
                    "number",
                    "there is no " + kind + " " + number + " of " + warehouse.site()));
        }
        if (kind != StockDocumentKind.SHIPPING_ADVICE || !kept.get().events().isEmpty()) {
            return refused(new Violation(
                    ThirdPartyWarehouses.NOTHING_TO_POST,
                    "number",
                    kind + " " + number + " is booked, or books nothing: there is nothing to do"));
        }
        StockDocument document = kept.get().document();
        if (booking.salesOrder(document).isEmpty()) {
            return refused(new Violation(
                    ThirdPartyWarehouses.ORDER_UNKNOWN,
                    "number",
                    "sales order " + document.about().orElseThrow() + " is still unknown: save it first"));
        }
        return booking.of(new Told(warehouse, document, caller.name(), CaptureSource.ERP))
                .fold(
                        events -> {
                            KeptDocument now = kept.get().booked(events);
                            documents.save(now);
                            cases.renew(warehouse, now, clock.instant());
                            return new Outcome.Done<>(now);
                        },
                        Outcome.Refused::new);
    }

    private static Outcome<KeptDocument> refused(Violation violation) {
        return new Outcome.Refused<>(List.of(violation));
    }
}
