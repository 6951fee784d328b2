package org.lottrace.thirdparty.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.BlindCounts;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockComparison;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.StockDocumentSender;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.api.thirdparty.store.StockDocumentStore;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;
import org.lottrace.thirdparty.internal.Posting.Told;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Records the documents between us and third-party warehouses, one after the other, books them, and compares them. */
@Component(
        reference =
                @Reference(
                        name = ThirdPartyWarehousesService.SENDER,
                        service = StockDocumentSender.class,
                        cardinality = ReferenceCardinality.MULTIPLE,
                        policy = ReferencePolicy.DYNAMIC))
public final class ThirdPartyWarehousesService implements ThirdPartyWarehouses {
    /** Whoever changes a document waits for the one before. */
    static final String SEQUENCE = "third-party.document";

    /** Located when something is sent: a sender may need the interchanges, whose readers need this service. */
    static final String SENDER = "sender";

    private final UnitOfWork unitOfWork;
    private final StockDocumentStore documents;
    private final NumberSequences numbers;
    private final SalesOrderStore orders;
    private final Clock clock;
    private final WarehouseRules warehouseRules;
    private final DocumentRules rules;
    private final MeantLots meant;
    private final Posting posting;
    private final Reconciling reconciling;
    private final DocumentCases cases;
    private final ComponentContext context;

    @Activate
    public ThirdPartyWarehousesService(
            ComponentContext context,
            @Reference UnitOfWork unitOfWork,
            @Reference StockDocumentStore documents,
            @Reference NumberSequences numbers,
            @Reference SalesOrderStore orders,
            @Reference ItemStore items,
            @Reference SiteStore sites,
            @Reference PartyStore parties,
            @Reference LotMaster lots,
            @Reference StockOnHand stock,
            @Reference Ledger ledger,
            @Reference LedgerStore events,
            @Reference Reservations reservations,
            @Reference MovementCapture movements,
            @Reference BlindCounts counts,
            @Reference CaseOpening opening,
            @Reference Clock clock) {
        this.context = context;
        this.unitOfWork = unitOfWork;
        this.documents = documents;
        this.numbers = numbers;
        this.orders = orders;
        this.clock = clock;
        warehouseRules = new WarehouseRules(sites, parties);
        rules = new DocumentRules(items, orders, parties);
        meant = new MeantLots(lots, stock, sites);
        posting = new Posting(movements, counts, lots, items, stock, reservations, new ShipmentNumbers(ledger));
        reconciling = new Reconciling(documents, items, stock, events);
        cases = new DocumentCases(opening, documents, reconciling);
    }

    @Override
    public List<Violation> save(ThirdPartyWarehouse warehouse) {
        return unitOfWork.required(() -> {
            List<Violation> problems = warehouseRules.problems(warehouse);
            if (problems.isEmpty()) {
                documents.save(warehouse);
            }
            return problems;
        });
    }

    @Override
    public List<ThirdPartyWarehouse> warehouses() {
        return unitOfWork.required(documents::warehouses);
    }

    @Override
    public Outcome<KeptDocument> record(Caller caller, StockDocument document) {
        return record(caller.name(), CaptureSource.ERP, document);
    }

    @Override
    public Outcome<KeptDocument> record(String recordedBy, CaptureSource source, StockDocument document) {
        return unitOfWork.required(() -> {
            Outcome<KeptDocument> outcome = known(document).orElseGet(() -> {
                // everybody who records one waits here, so that a number is given once
                long position = numbers.next(SEQUENCE);
                return known(document)
                        .or(() -> documents
                                .find(document.warehouse(), document.kind(), document.number())
                                .map(waiting -> named(recordedBy, source, document, waiting)))
                        .orElseGet(() -> recorded(recordedBy, source, document, position));
            });
            if (outcome instanceof Outcome.Refused<KeptDocument>) {
                unitOfWork.rollbackOnly();
            }
            return outcome;
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
                                DOCUMENT_NUMBER_REUSED,
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
        return booked(new Told(warehouse, named, recordedBy, source))
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
            return refused(unknown(document.warehouse()));
        }
        List<Violation> problems = new ArrayList<>(rules.problems(document));
        StockDocument settled = problems.isEmpty() ? meant.settled(document, problems) : document;
        if (!problems.isEmpty()) {
            return new Outcome.Refused<>(problems);
        }
        return booked(new Told(warehouse.get(), settled, recordedBy, source))
                .fold(events -> kept(warehouse.get(), settled, recordedBy, position, events), Outcome.Refused::new);
    }

    private Outcome<KeptDocument> kept(
            ThirdPartyWarehouse warehouse,
            StockDocument document,
            String recordedBy,
            long position,
            List<EventId> events) {
        List<StockDocumentSender> senders = senders();
        boolean isUnsent = !document.kind().isReport() && senders.isEmpty();
        KeptDocument kept =
                new KeptDocument(position, document, recordedBy, clock.instant(), events, Optional.empty(), isUnsent);
        documents.save(kept);
        if (document.kind().isReport()) {
            cases.renew(warehouse, kept, clock.instant());
            return new Outcome.Done<>(kept);
        }
        List<Violation> notSent = senders.stream()
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

    private List<StockDocumentSender> senders() {
        Object[] located = context.locateServices(SENDER);
        return located == null
                ? List.of()
                : Stream.of(located)
                        .filter(Objects::nonNull)
                        .map(StockDocumentSender.class::cast)
                        .toList();
    }

    private Outcome<List<EventId>> booked(Told told) {
        return switch (told.document().kind()) {
            case TRANSFER_SHIPMENT -> posting.dispatch(told);
            case TRANSFER_RECEIPT -> posting.arrive(told);
            case SHIPPING_ORDER -> new Outcome.Done<>(List.of());
            case SHIPPING_ADVICE -> ship(told);
            case INVENTORY -> posting.inventory(told);
        };
    }

    /** Who got the goods must be known: by their order, or because the advice says it. */
    private Outcome<List<EventId>> ship(Told told) {
        Optional<SalesOrder> order = salesOrder(told.document());
        return order.isPresent() || told.document().customer().isPresent()
                ? posting.ship(told, order)
                : new Outcome.Done<>(List.of());
    }

    /** @return that of the shipping order; one that is named itself where there is no such shipping order */
    private Optional<SalesOrder> salesOrder(StockDocument advice) {
        return advice.about()
                .flatMap(about -> orders.find(documents
                        .find(advice.warehouse(), StockDocumentKind.SHIPPING_ORDER, about)
                        .flatMap(order -> order.document().about())
                        .orElse(about)));
    }

    @Override
    public Outcome<KeptDocument> post(Caller caller, SiteId warehouse, StockDocumentKind kind, String number) {
        return unitOfWork.required(() -> {
            numbers.next(SEQUENCE);
            Outcome<KeptDocument> outcome = documents
                    .warehouse(warehouse)
                    .map(known -> posted(caller, known, kind, number))
                    .orElseGet(() -> refused(unknown(warehouse)));
            if (outcome instanceof Outcome.Refused<KeptDocument>) {
                unitOfWork.rollbackOnly();
            }
            return outcome;
        });
    }

    private Outcome<KeptDocument> posted(
            Caller caller, ThirdPartyWarehouse warehouse, StockDocumentKind kind, String number) {
        Optional<KeptDocument> kept = documents.find(warehouse.site(), kind, number);
        if (kept.isEmpty()) {
            return refused(new Violation(
                    DOCUMENT_UNKNOWN, "number", "there is no " + kind + " " + number + " of " + warehouse.site()));
        }
        if (kind != StockDocumentKind.SHIPPING_ADVICE || !kept.get().events().isEmpty()) {
            return refused(new Violation(
                    NOTHING_TO_POST,
                    "number",
                    kind + " " + number + " is booked, or books nothing: there is nothing to do"));
        }
        StockDocument document = kept.get().document();
        if (salesOrder(document).isEmpty()) {
            return refused(new Violation(
                    ORDER_UNKNOWN,
                    "number",
                    "sales order " + document.about().orElseThrow() + " is still unknown: save it first"));
        }
        return booked(new Told(warehouse, document, caller.name(), CaptureSource.ERP))
                .fold(
                        events -> {
                            KeptDocument now = kept.get().booked(events);
                            documents.save(now);
                            cases.renew(warehouse, now, clock.instant());
                            return new Outcome.Done<>(now);
                        },
                        Outcome.Refused::new);
    }

    @Override
    public Outcome<KeptDocument> cancel(Caller caller, SiteId warehouse, String number, String reason) {
        return unitOfWork.required(() -> {
            numbers.next(SEQUENCE);
            Outcome<KeptDocument> outcome = documents
                    .warehouse(warehouse)
                    .map(known -> cancelled(caller, known, number, reason))
                    .orElseGet(() -> refused(unknown(warehouse)));
            if (!(outcome instanceof Outcome.Done<KeptDocument>)) {
                unitOfWork.rollbackOnly();
            }
            return outcome;
        });
    }

    private Outcome<KeptDocument> cancelled(
            Caller caller, ThirdPartyWarehouse warehouse, String number, String reason) {
        Optional<KeptDocument> order = documents.find(warehouse.site(), StockDocumentKind.SHIPPING_ORDER, number);
        if (order.isEmpty()) {
            return refused(new Violation(
                    DOCUMENT_UNKNOWN, "number", "there is no shipping order " + number + " of " + warehouse.site()));
        }
        if (order.get().cancelled().isPresent()) {
            return new Outcome.AlreadyDone<>(order.get());
        }
        List<Violation> problems = new ArrayList<>(Reason.problems(reason, "say why the order is taken back"));
        List<KeptDocument> answers = reconciling.answers(order.get());
        if (!answers.isEmpty()) {
            problems.add(new Violation(
                    ORDER_SHIPPED,
                    "number",
                    "shipping advice " + answers.get(0).document().number()
                            + " answers it: reverse what that booked first, when it is wrong"));
        }
        if (!problems.isEmpty()) {
            return new Outcome.Refused<>(problems);
        }
        List<StockDocumentSender> senders = senders();
        KeptDocument now = order.get()
                .cancelledBy(new KeptDocument.Cancelling(caller.name(), clock.instant(), reason), senders.isEmpty());
        documents.save(now);
        List<Violation> notSent = senders.stream()
                .flatMap(sender -> sender.cancel(warehouse, now).stream())
                .toList();
        if (!notSent.isEmpty()) {
            return new Outcome.Refused<>(notSent);
        }
        cases.renewAbout(warehouse, now, clock.instant(), "its cancelling");
        return new Outcome.Done<>(now);
    }

    @Override
    public Optional<KeptDocument> find(SiteId warehouse, StockDocumentKind kind, String number) {
        return unitOfWork.required(() -> documents.find(warehouse, kind, number));
    }

    @Override
    public List<KeptDocument> list(SiteId warehouse, StockDocumentKind kind, Optional<Long> before, int limit) {
        checkLimit(limit);
        return unitOfWork.required(() -> documents.newest(warehouse, kind, before.orElse(Long.MAX_VALUE), limit));
    }

    @Override
    public List<StockComparison> reconcile(SiteId warehouse, StockDocumentKind kind, Optional<Long> before, int limit) {
        checkLimit(limit);
        if (kind.isReport() && kind != StockDocumentKind.INVENTORY) {
            throw new WrongQuestionException(
                    kind + " is an answer: ask for TRANSFER_SHIPMENT, SHIPPING_ORDER or INVENTORY");
        }
        return unitOfWork.required(() -> documents
                .warehouse(warehouse)
                .map(known -> reconciling.compare(
                        known,
                        documents.newest(warehouse, kind, before.orElse(Long.MAX_VALUE), limit),
                        clock.instant()))
                .orElse(List.of()));
    }

    @Override
    public Optional<StockComparison> comparison(SiteId warehouse, StockDocumentKind kind, String number) {
        return unitOfWork.required(() -> documents.warehouse(warehouse).flatMap(known -> documents
                .find(warehouse, kind, number)
                .map(document -> reconciling.compare(known, document, clock.instant()))));
    }

    private static void checkLimit(int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new WrongQuestionException("the limit is 1 to " + MOST_ROWS + ", not " + limit);
        }
    }

    private static Violation unknown(SiteId site) {
        return new Violation(
                WAREHOUSE_UNKNOWN,
                "warehouse",
                "site " + site + " is no third-party warehouse: save it as one first, with its partner");
    }

    private static Outcome<KeptDocument> refused(Violation violation) {
        return new Outcome.Refused<>(List.of(violation));
    }
}
