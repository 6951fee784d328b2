package org.lottrace.movement.capture.internal;

import java.util.List;
import org.lottrace.api.allocation.ComponentAllocation;
import org.lottrace.api.allocation.DeliveryRules;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.allocation.store.TransferOrderStore;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotNumbering;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.OpeningStock;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Sampling;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.SupplierReturn;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.movement.Transformation;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.order.CompanyCurrency;
import org.lottrace.api.order.PriceCheck;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.right.LotRights;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/** One door for all movements; each is a class of its own. */
@Component(configurationPid = MovementCaptureService.PID)
@Designate(ocd = MovementCaptureConfig.class)
public final class MovementCaptureService implements MovementCapture {
    static final String PID = "org.lottrace.movement.capture";

    /** This field changes: the whiteboard of the checks others make. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<PriceCheck> priceChecks = List.of();

    /** So does this one: a company may do without costs. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<CompanyCurrency> currencies = List.of();

    private final ReceiveGoods receiveGoods;
    private final MoveGoods moveGoods;
    private final DispatchGoods dispatchGoods;
    private final ArriveGoods arriveGoods;
    private final ConsumeLots consumeLots;
    private final ProduceLot produceLot;
    private final ShipGoods shipGoods;
    private final TakeBackGoods takeBackGoods;
    private final ReturnToSupplier returnToSupplier;
    private final CountStock countStock;
    private final DisposeGoods disposeGoods;
    private final SampleGoods sampleGoods;
    private final OpenStock openStock;
    private final TransformLots transformLots;
    private final GroupCapture group;

    @Activate
    public MovementCaptureService(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference EventCapture capture,
            @Reference LotMaster lots,
            @Reference LotCorrections corrections,
            @Reference LotNumbering numbering,
            @Reference LotUsability usability,
            @Reference NumberSequences numbers,
            @Reference SiteStore sites,
            @Reference ItemStore items,
            @Reference PartyStore parties,
            @Reference MasterStepStore masters,
            @Reference LotRights lotRights,
            @Reference ProductionOrderStore productionOrders,
            @Reference PurchaseOrderStore purchaseOrders,
            @Reference SalesOrderStore salesOrders,
            @Reference TransferOrderStore transferOrders,
            @Reference ExpectedReceiptStore expectedReceipts,
            @Reference Reservations reservations,
            @Reference ComponentAllocation components,
            @Reference DeliveryRules deliveryRules,
            @Reference StockStore stock,
            @Reference LedgerStore events,
            @Reference StockOnHand stockOnHand,
            @Reference CaseOpening cases,
            MovementCaptureConfig config) {
        group = new GroupCapture(
                unitOfWork,
                new SharedTransaction(
                        unitOfWork,
                        new LocksAhead(
                                ledger, lots, stock, reservations, salesOrders, transferOrders, expectedReceipts)),
                events);
        SharedChecks checks = new SharedChecks(sites, items, lots);
        ClosedMasters closed = new ClosedMasters(masters);
        LotRightCheck rights = new LotRightCheck(lotRights, items, lots);
        SaidOfLots said = new SaidOfLots(lots, items, corrections);
        MeantLots meant = new MeantLots(lots);
        LotOnLabel labels = new LotOnLabel(checks, lots);
        RepeatedRequest repeated = new RepeatedRequest(items, meant);
        UsabilityCheck usable = new UsabilityCheck(usability, new HistoryInForce(events));
        DeliveryCheck delivery = new DeliveryCheck(deliveryRules, salesOrders, reservations);
        OrderLinePrices prices = new OrderLinePrices(purchaseOrders, items);
        PlannedOrders planned = new PlannedOrders(productionOrders, items, config.over_production_percent());
        TankMixing tanks = new TankMixing(sites, stock, lots);
        SegregationCheck segregation = new SegregationCheck(items, stock);
        receiveGoods = new ReceiveGoods(
                capture,
                checks,
                closed,
                rights,
                lots,
                said,
                new AnnouncedAttributes(lots, corrections),
                meant,
                labels,
                expectedReceipts,
                new UnannouncedGoods(checks, labels, purchaseOrders),
                new ReceiptRules(
                        parties, lots, new OrderTotals(purchaseOrders, events, items), config.over_receipt_percent()),
                new ReceiptPrices(prices, checks, items, events, () -> priceChecks, () -> currencies.stream()
                        .findFirst()),
                new DamagedGoods(reservations),
                new RepeatedReceipt(repeated, meant),
                numbers,
                new ShortCases(ledger, cases),
                new DatesToldLater(lots, reservations, corrections, items),
                new ExpiryTold(new HistoryInForce(events), cases));
        moveGoods = new MoveGoods(capture, checks, closed, repeated, usable, delivery, reservations, segregation);
        dispatchGoods = new DispatchGoods(
                capture,
                checks,
                closed,
                repeated,
                segregation,
                numbers,
                new OrderOfDispatch(transferOrders, reservations, events, items));
        arriveGoods = new ArriveGoods(capture, checks, closed, repeated, stock, segregation);
        consumeLots = new ConsumeLots(
                capture, checks, repeated, usable, reservations, components, segregation, planned, tanks, meant);
        produceLot = new ProduceLot(
                capture,
                checks,
                closed,
                rights,
                said,
                usability,
                stock,
                reservations,
                lots,
                numbering,
                ledger,
                planned,
                tanks);
        shipGoods = new ShipGoods(
                capture,
                checks,
                repeated,
                usable,
                delivery,
                ledger,
                events,
                salesOrders,
                parties,
                reservations,
                prices,
                new BeyondReserved(events, items));
        takeBackGoods = new TakeBackGoods(capture, checks, closed, repeated, ledger, stockOnHand, parties);
        returnToSupplier = new ReturnToSupplier(capture, checks, repeated, parties, events);
        countStock = new CountStock(capture, checks, closed, rights, stockOnHand, events, lots, reservations, meant);
        transformLots = new TransformLots(
                capture,
                checks,
                closed,
                rights,
                repeated,
                new TransformationRules(checks, segregation),
                new TransformationEvent(new TransformedLots(lots, numbering, corrections, usability)),
                reservations);
        disposeGoods = new DisposeGoods(capture, checks, repeated, new WitnessCheck(Names.of(config.witness_sites())));
        sampleGoods = new SampleGoods(capture, checks, repeated);
        openStock = new OpenStock(
                capture, checks, closed, repeated, rights, lots, items, stockOnHand, events, () -> priceChecks);
    }

    @Override
    public Outcome<RecordedEvent> receive(Receipt receipt) {
        return group.capture(receipt, () -> receiveGoods.receive(receipt));
    }

    @Override
    public Outcome<RecordedEvent> transfer(EventType type, Transfer transfer) {
        return group.capture(transfer, () -> moveGoods.transfer(type, transfer));
    }

    @Override
    public Outcome<RecordedEvent> dispatch(Dispatch dispatch) {
        return group.capture(dispatch, () -> dispatchGoods.dispatch(dispatch));
    }

    @Override
    public Outcome<RecordedEvent> arrive(Arrival arrival) {
        return group.capture(arrival, () -> arriveGoods.arrive(arrival));
    }

    @Override
    public Outcome<RecordedEvent> consume(Consumption consumption) {
        return group.capture(consumption, () -> consumeLots.consume(consumption));
    }

    @Override
    public Outcome<RecordedEvent> produce(Production production) {
        return group.capture(production, () -> produceLot.produce(production));
    }

    @Override
    public Outcome<RecordedEvent> ship(Shipment shipment) {
        return group.capture(shipment, () -> shipGoods.ship(shipment));
    }

    @Override
    public Outcome<RecordedEvent> takeBack(CustomerReturn customerReturn) {
        return group.capture(customerReturn, () -> takeBackGoods.takeBack(customerReturn));
    }

    @Override
    public Outcome<RecordedEvent> returnToSupplier(SupplierReturn supplierReturn) {
        return group.capture(supplierReturn, () -> returnToSupplier.giveBack(supplierReturn));
    }

    @Override
    public Outcome<RecordedEvent> count(StockCount count) {
        return group.capture(count, () -> countStock.count(count));
    }

    @Override
    public Outcome<RecordedEvent> open(OpeningStock opening) {
        return group.capture(opening, () -> openStock.open(opening));
    }

    @Override
    public Outcome<RecordedEvent> transform(EventType type, Transformation transformation) {
        return group.capture(transformation, () -> transformLots.transform(type, transformation));
    }

    @Override
    public Outcome<RecordedEvent> dispose(Disposal disposal) {
        return group.capture(disposal, () -> disposeGoods.dispose(disposal));
    }

    @Override
    public Outcome<RecordedEvent> sample(Sampling sampling) {
        return group.capture(sampling, () -> sampleGoods.sample(sampling));
    }
}
