package org.lottrace.soap.erp.internal;

import jakarta.annotation.Resource;
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;
import java.util.function.IntConsumer;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Site;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.movement.BatchCapture;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.partner.Party;
import org.lottrace.soap.erp.internal.wire.AllocateOrder;
import org.lottrace.soap.erp.internal.wire.AllocateOrderResponse;
import org.lottrace.soap.erp.internal.wire.CancelAllocation;
import org.lottrace.soap.erp.internal.wire.CancelAllocationResponse;
import org.lottrace.soap.erp.internal.wire.CaptureMovements;
import org.lottrace.soap.erp.internal.wire.CaptureMovementsResponse;
import org.lottrace.soap.erp.internal.wire.CloseMaster;
import org.lottrace.soap.erp.internal.wire.ErpPort;
import org.lottrace.soap.erp.internal.wire.GetAllocation;
import org.lottrace.soap.erp.internal.wire.GetAllocationResponse;
import org.lottrace.soap.erp.internal.wire.GetEvent;
import org.lottrace.soap.erp.internal.wire.GetEventResponse;
import org.lottrace.soap.erp.internal.wire.GetItems;
import org.lottrace.soap.erp.internal.wire.GetItemsResponse;
import org.lottrace.soap.erp.internal.wire.GetLots;
import org.lottrace.soap.erp.internal.wire.GetLotsResponse;
import org.lottrace.soap.erp.internal.wire.GetPartners;
import org.lottrace.soap.erp.internal.wire.GetPartnersResponse;
import org.lottrace.soap.erp.internal.wire.GetProductionOrders;
import org.lottrace.soap.erp.internal.wire.GetProductionOrdersResponse;
import org.lottrace.soap.erp.internal.wire.GetPurchaseOrders;
import org.lottrace.soap.erp.internal.wire.GetPurchaseOrdersResponse;
import org.lottrace.soap.erp.internal.wire.GetSalesOrders;
import org.lottrace.soap.erp.internal.wire.GetSalesOrdersResponse;
import org.lottrace.soap.erp.internal.wire.GetSites;
import org.lottrace.soap.erp.internal.wire.GetSitesResponse;
import org.lottrace.soap.erp.internal.wire.GetStock;
import org.lottrace.soap.erp.internal.wire.GetStockResponse;
import org.lottrace.soap.erp.internal.wire.GetTrace;
import org.lottrace.soap.erp.internal.wire.GetTraceResponse;
import org.lottrace.soap.erp.internal.wire.GetTransferOrders;
import org.lottrace.soap.erp.internal.wire.GetTransferOrdersResponse;
import org.lottrace.soap.erp.internal.wire.GetUsability;
import org.lottrace.soap.erp.internal.wire.GetUsabilityResponse;
import org.lottrace.soap.erp.internal.wire.GetWhereabouts;
import org.lottrace.soap.erp.internal.wire.GetWhereaboutsResponse;
import org.lottrace.soap.erp.internal.wire.Refused;
import org.lottrace.soap.erp.internal.wire.SaveItems;
import org.lottrace.soap.erp.internal.wire.SavePartners;
import org.lottrace.soap.erp.internal.wire.SaveProductionOrders;
import org.lottrace.soap.erp.internal.wire.SavePurchaseOrders;
import org.lottrace.soap.erp.internal.wire.SaveSalesOrders;
import org.lottrace.soap.erp.internal.wire.SaveSites;
import org.lottrace.soap.erp.internal.wire.SaveTransferOrders;
import org.lottrace.soap.erp.internal.wire.WireBalance;
import org.lottrace.soap.erp.internal.wire.WireMasterChange;
import org.lottrace.soap.erp.internal.wire.WireMasterStep;
import org.lottrace.soap.erp.internal.wire.WireSaved;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The operations of {@code erp.wsdl}. The gate finds this service by its path and publishes it.
 *
 * <p>Over 250 lines, a fifth of them imports: one short method for each operation that the contract has.
 */
@Component(service = ErpPort.class, property = "lottrace.soap.path=/erp")
@WebService(
        endpointInterface = "org.lottrace.soap.erp.internal.wire.ErpPort",
        targetNamespace = "urn:lottrace:erp:1",
        serviceName = "ErpService",
        portName = "ErpPort",
        wsdlLocation = "wsdl/erp.wsdl")
public final class ErpEndpoint implements ErpPort {
    private static final String IS_THERE = ")(" + Operations.SERVICES + "=org.lottrace.api.";

    /** What the operations here need. */
    private static final String NEEDED = "(&(" + Operations.SERVICES + "=org.lottrace.api.lot.ItemCatalog"
            + IS_THERE + "lot.SiteDirectory"
            + IS_THERE + "lot.LotMaster"
            + IS_THERE + "partner.PartnerDirectory"
            + IS_THERE + "order.PurchaseOrders"
            + IS_THERE + "order.ProductionOrders"
            + IS_THERE + "order.SalesOrders"
            + IS_THERE + "order.TransferOrders"
            + IS_THERE + "allocation.Allocation"
            + IS_THERE + "movement.MovementCapture"
            + IS_THERE + "movement.Corrections"
            + IS_THERE + "movement.LotCorrections"
            + IS_THERE + "movement.ShelfLives"
            + IS_THERE + "quality.Holds"
            + IS_THERE + "quality.LotUsability"
            + IS_THERE + "genealogy.Genealogy"
            + IS_THERE + "event.Ledger"
            + IS_THERE + "event.StockOnHand"
            + IS_THERE + "overview.PastStock))";

    private final MasterData masterData;
    private final MasterChanges masterChanges;
    private final Orders orders;
    private final Movements movements;
    private final MasterDataPages masterDataPages;
    private final ClosedOnes closedOnes;
    private final OrderPages orderPages;
    private final Stock stock;
    private final Lots lots;
    private final Traces traces;
    private final Events events;
    private final int mostRows;

    /** Knows who calls; set by whoever publishes the endpoint, so it cannot be final. */
    @Resource
    private WebServiceContext call;

    @Activate
    public ErpEndpoint(@Reference(target = NEEDED) Operations operations, @Reference BatchCapture batches) {
        this(operations, batches, Room.MOST);
    }

    /** For tests. */
    ErpEndpoint(Operations operations, BatchCapture batches, int mostRows) {
        this.masterData = new MasterData(operations);
        this.masterChanges = new MasterChanges(operations);
        this.orders = new Orders(operations);
        this.movements = new Movements(operations, batches);
        this.masterDataPages = new MasterDataPages(operations);
        this.closedOnes = new ClosedOnes(operations);
        this.orderPages = new OrderPages(operations);
        this.stock = new Stock(operations);
        this.lots = new Lots(operations);
        this.traces = new Traces(operations, lots);
        this.events = new Events(operations);
        this.mostRows = mostRows;
    }

    @Override
    public WireSaved saveItems(SaveItems request) throws Refused {
        return saved(masterData.save(caller(), request));
    }

    @Override
    public WireSaved saveSites(SaveSites request) throws Refused {
        return saved(masterData.save(caller(), request));
    }

    @Override
    public WireSaved savePartners(SavePartners request) throws Refused {
        return saved(masterData.save(caller(), request));
    }

    @Override
    public WireSaved savePurchaseOrders(SavePurchaseOrders request) throws Refused {
        return saved(orders.save(caller(), request));
    }

    @Override
    public WireSaved saveProductionOrders(SaveProductionOrders request) throws Refused {
        return saved(orders.save(caller(), request));
    }

    @Override
    public WireSaved saveTransferOrders(SaveTransferOrders request) throws Refused {
        return saved(orders.save(caller(), request));
    }

    @Override
    public WireSaved saveSalesOrders(SaveSalesOrders request) throws Refused {
        return saved(orders.save(caller(), request));
    }

    @Override
    public CaptureMovementsResponse captureMovements(CaptureMovements request) throws Refused {
        CaptureMovementsResponse response = new CaptureMovementsResponse();
        response.getOutcome().addAll(movements.capture(caller(), request));
        return response;
    }

    @Override
    public AllocateOrderResponse allocateOrder(AllocateOrder request) throws Refused {
        AllocateOrderResponse response = new AllocateOrderResponse();
        orders.allocate(caller(), request).stream()
                .map(AllocationMapper::toWire)
                .forEach(response.getLine()::add);
        return response;
    }

    @Override
    public GetStockResponse getStock(GetStock request) throws Refused {
        GetStockResponse response = new GetStockResponse();
        stock.find(caller(), request, room()).stream().map(ErpEndpoint::toWire).forEach(response.getBalance()::add);
        return response;
    }

    @Override
    public GetItemsResponse getItems(GetItems request) throws Refused {
        Page<Item> page = masterDataPages.find(caller(), request, room());
        GetItemsResponse response = new GetItemsResponse();
        response.getItem().addAll(page.map(MasterDataAnswerMapper::toWire));
        page.last().map(item -> item.number().value()).ifPresent(response::setNext);
        response.getClosed()
                .addAll(closedOnes.among(
                        caller(),
                        MasterKind.ITEM,
                        page.rows().stream().map(item -> MasterReference.of(item.number()))));
        return response;
    }

    @Override
    public GetSitesResponse getSites(GetSites request) throws Refused {
        Page<Site> page = masterDataPages.find(caller(), request, room());
        GetSitesResponse response = new GetSitesResponse();
        response.getSite().addAll(page.map(MasterDataAnswerMapper::toWire));
        page.last().map(site -> site.id().value()).ifPresent(response::setNext);
        response.getClosed()
                .addAll(closedOnes.among(
                        caller(), MasterKind.SITE, page.rows().stream().map(site -> MasterReference.of(site.id()))));
        response.getClosedLocation()
                .addAll(closedOnes.among(
                        caller(), MasterKind.LOCATION, page.rows().stream().flatMap(site -> site.locations().stream()
                                .map(location -> MasterReference.of(site.id(), location.id())))));
        return response;
    }

    @Override
    public GetPartnersResponse getPartners(GetPartners request) throws Refused {
        Page<Party> page = masterDataPages.find(caller(), request, room());
        GetPartnersResponse response = new GetPartnersResponse();
        response.getParty().addAll(page.map(MasterDataAnswerMapper::toWire));
        page.last().map(party -> party.id().value()).ifPresent(response::setNext);
        response.getClosed()
                .addAll(closedOnes.among(
                        caller(), MasterKind.PARTY, page.rows().stream().map(party -> MasterReference.of(party.id()))));
        return response;
    }

    @Override
    public GetPurchaseOrdersResponse getPurchaseOrders(GetPurchaseOrders request) throws Refused {
        Page<PurchaseOrder> page = orderPages.find(caller(), request, room());
        GetPurchaseOrdersResponse response = new GetPurchaseOrdersResponse();
        response.getOrder().addAll(page.map(OrderAnswerMapper::toWire));
        page.last().map(PurchaseOrder::number).ifPresent(response::setNext);
        return response;
    }

    @Override
    public GetProductionOrdersResponse getProductionOrders(GetProductionOrders request) throws Refused {
        Page<ProductionOrder> page = orderPages.find(caller(), request, room());
        GetProductionOrdersResponse response = new GetProductionOrdersResponse();
        response.getOrder().addAll(page.map(OrderAnswerMapper::toWire));
        page.last().map(ProductionOrder::number).ifPresent(response::setNext);
        return response;
    }

    @Override
    public GetTransferOrdersResponse getTransferOrders(GetTransferOrders request) throws Refused {
        Page<TransferOrder> page = orderPages.find(caller(), request, room());
        GetTransferOrdersResponse response = new GetTransferOrdersResponse();
        response.getOrder().addAll(page.map(OrderAnswerMapper::toWire));
        page.last().map(TransferOrder::number).ifPresent(response::setNext);
        return response;
    }

    @Override
    public GetSalesOrdersResponse getSalesOrders(GetSalesOrders request) throws Refused {
        Page<SalesOrder> page = orderPages.find(caller(), request, room());
        GetSalesOrdersResponse response = new GetSalesOrdersResponse();
        response.getOrder().addAll(page.map(OrderAnswerMapper::toWire));
        page.last().map(SalesOrder::number).ifPresent(response::setNext);
        return response;
    }

    @Override
    public GetLotsResponse getLots(GetLots request) throws Refused {
        return lots.find(caller(), request, room());
    }

    @Override
    public GetUsabilityResponse getUsability(GetUsability request) throws Refused {
        return lots.judge(caller(), request);
    }

    @Override
    public GetTraceResponse getTrace(GetTrace request) throws Refused {
        return TraceMapper.toWire(traces.trace(caller(), request, room()));
    }

    @Override
    public GetWhereaboutsResponse getWhereabouts(GetWhereabouts request) throws Refused {
        GetWhereaboutsResponse response = new GetWhereaboutsResponse();
        traces.whereabouts(caller(), request, room()).stream()
                .map(TraceMapper::toWire)
                .forEach(response.getWhereabouts()::add);
        return response;
    }

    @Override
    public GetAllocationResponse getAllocation(GetAllocation request) throws Refused {
        GetAllocationResponse response = new GetAllocationResponse();
        orders.allocated(caller(), request, room()).stream()
                .map(AllocationMapper::toWire)
                .forEach(response.getLine()::add);
        return response;
    }

    @Override
    public CancelAllocationResponse cancelAllocation(CancelAllocation request) throws Refused {
        CancelAllocationResponse response = new CancelAllocationResponse();
        orders.cancel(caller(), request).stream()
                .map(OutcomeMapper::reservation)
                .forEach(response.getReservation()::add);
        return response;
    }

    @Override
    public WireMasterStep closeMaster(CloseMaster request) throws Refused {
        return masterChanges.close(caller(), request);
    }

    @Override
    public WireMasterStep reopenMaster(WireMasterChange request) throws Refused {
        return masterChanges.reopen(caller(), request);
    }

    @Override
    public GetEventResponse getEvent(GetEvent request) throws Refused {
        GetEventResponse response = new GetEventResponse();
        response.setEvent(EventMapper.toWire(events.find(caller(), request, room())));
        return response;
    }

    private Caller caller() {
        return new Caller(call.getUserPrincipal().getName(), Role.ofLogin(call::isUserInRole));
    }

    /** What the gate in front lets one request have of the memory for all answers; without a gate as much as it likes. */
    private Room room() {
        return new Room(
                mostRows,
                call.getMessageContext().get("lottrace.answer.rows") instanceof IntConsumer rows ? rows : all -> {});
    }

    private static WireSaved saved(int count) {
        WireSaved saved = new WireSaved();
        saved.setSaved(count);
        return saved;
    }

    private static WireBalance toWire(StockBalance balance) {
        WireBalance wire = new WireBalance();
        wire.setLot(ValueMapper.toWire(balance.lot()));
        wire.setPosition(ValueMapper.toWire(balance.position()));
        wire.setQuantity(ValueMapper.toWire(balance.quantity()));
        return wire;
    }
}
