package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.ShipmentCogs;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.LedgerListener;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.ProjectionStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Answers from the books, after they have caught up with the ledger. */
@Component(
        service = {LotCosting.class, LedgerListener.class},
        configurationPid = LotCostingService.PID)
@Designate(ocd = LotCostingConfig.class)
public final class LotCostingService implements LotCosting, LedgerListener {
    static final String PID = "org.lottrace.cost";

    private final UnitOfWork unitOfWork;
    private final LedgerStore ledger;
    private final ProjectionStore projections;
    private final CostStore costs;
    private final Books books;
    private final LedgerBooking booking;

    @Activate
    public LotCostingService(
            @Reference UnitOfWork unitOfWork,
            @Reference LedgerStore ledger,
            @Reference ProjectionStore projections,
            @Reference CostStore costs,
            @Reference PurchaseOrderStore orders,
            @Reference ItemStore items,
            LotCostingConfig config) {
        this(unitOfWork, ledger, projections, costs, orders, items, CurrencyUnit.of(config.currency()));
    }

    /** For tests, of other bundles too. */
    public LotCostingService(
            UnitOfWork unitOfWork,
            LedgerStore ledger,
            ProjectionStore projections,
            CostStore costs,
            PurchaseOrderStore orders,
            ItemStore items,
            CurrencyUnit currency) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.projections = projections;
        this.costs = costs;
        this.books = new StoredBooks(costs, ledger);
        BookingRules rules = new BookingRules(new OrderPrice(orders, items, currency));
        this.booking = new LedgerBooking(unitOfWork, ledger, projections, costs, rules, currency);
    }

    /** A stop is thrown to the ledger, which logs it. */
    @Override
    public void ledgerGrew(long head) {
        booking.catchUp();
    }

    @Override
    public Optional<LotCost> costOf(LotKey lot) {
        return upToDate(() -> books.costsOf(List.of(lot)).stream().findFirst());
    }

    @Override
    public List<CostSource> sourcesOf(LotKey lot) {
        return upToDate(() -> SourceTree.of(lot, books));
    }

    @Override
    public Optional<ShipmentCogs> cogs(String shipment) {
        DocumentReference document = new DocumentReference(DocumentType.SHIPMENT, shipment);
        return upToDate(() -> CogsReport.of(document, books.ofDocument(document)));
    }

    @Override
    public List<JournalEntry> journal(DocumentReference document) {
        return upToDate(() -> books.ofDocument(document));
    }

    @Override
    public List<JournalEntry> journal(LocalDate from, LocalDate to) {
        return upToDate(() -> costs.between(from, to));
    }

    @Override
    public List<LotCost> inventory() {
        return upToDate(costs::inventory);
    }

    @Override
    public CostingProgress progress() {
        Optional<String> problem = Optional.empty();
        try {
            booking.catchUp();
        } catch (CostingStoppedException e) {
            problem = Optional.of(e.getMessage());
        }
        Optional<String> stop = problem;
        return unitOfWork.required(() -> new CostingProgress(
                projections.position(LedgerBooking.PROJECTION), ledger.head().position(), stop));
    }

    private <T> T upToDate(Supplier<T> query) {
        booking.catchUp();
        return unitOfWork.required(query);
    }
}
