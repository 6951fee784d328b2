package org.lottrace.thirdparty.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.CaptureSource;
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
import org.lottrace.api.violation.Violation;
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
    private final Clock clock;
    private final WarehouseRules warehouseRules;
    private final Reconciling reconciling;
    private final DocumentRecording recording;
    private final OrderCancelling cancelling;

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
        this.unitOfWork = unitOfWork;
        this.documents = documents;
        this.numbers = numbers;
        this.clock = clock;
        warehouseRules = new WarehouseRules(sites, parties);
        reconciling = new Reconciling(documents, items, stock, events);
        DocumentCases cases = new DocumentCases(opening, documents, reconciling);
        Senders senders = new Senders(context);
        recording = new DocumentRecording(
                documents,
                new DocumentRules(items, orders, parties),
                new MeantLots(lots, stock, sites),
                new Booking(
                        documents,
                        orders,
                        new Posting(movements, counts, lots, items, stock, reservations, new ShipmentNumbers(ledger))),
                reconciling,
                cases,
                senders,
                clock);
        cancelling = new OrderCancelling(documents, reconciling, cases, senders, clock);
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
        return whole(() -> recording.record(recordedBy, source, document, () -> numbers.next(SEQUENCE)));
    }

    @Override
    public Outcome<KeptDocument> post(Caller caller, SiteId warehouse, StockDocumentKind kind, String number) {
        return whole(() -> {
            numbers.next(SEQUENCE);
            return documents
                    .warehouse(warehouse)
                    .map(known -> recording.post(caller, known, kind, number))
                    .orElseGet(() -> new Outcome.Refused<>(List.of(unknown(warehouse))));
        });
    }

    @Override
    public Outcome<KeptDocument> cancel(Caller caller, SiteId warehouse, String number, String reason) {
        return whole(() -> {
            numbers.next(SEQUENCE);
            return documents
                    .warehouse(warehouse)
                    .map(known -> cancelling.cancel(caller, known, number, reason))
                    .orElseGet(() -> new Outcome.Refused<>(List.of(unknown(warehouse))));
        });
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

    /** What is refused has changed nothing. */
    private Outcome<KeptDocument> whole(Supplier<Outcome<KeptDocument>> work) {
        return unitOfWork.required(() -> {
            Outcome<KeptDocument> outcome = work.get();
            if (outcome instanceof Outcome.Refused<KeptDocument>) {
                unitOfWork.rollbackOnly();
            }
            return outcome;
        });
    }

    static Violation unknown(SiteId site) {
        return new Violation(
                WAREHOUSE_UNKNOWN,
                "warehouse",
                "site " + site + " is no third-party warehouse: save it as one first, with its partner");
    }
}
