package org.lottrace.soap.erp.internal;

import jakarta.annotation.Resource;
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.movement.BatchCapture;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Role;
import org.lottrace.soap.erp.internal.wire.AllocateOrder;
import org.lottrace.soap.erp.internal.wire.AllocateOrderResponse;
import org.lottrace.soap.erp.internal.wire.CaptureMovements;
import org.lottrace.soap.erp.internal.wire.CaptureMovementsResponse;
import org.lottrace.soap.erp.internal.wire.ErpPort;
import org.lottrace.soap.erp.internal.wire.GetStock;
import org.lottrace.soap.erp.internal.wire.GetStockResponse;
import org.lottrace.soap.erp.internal.wire.Refused;
import org.lottrace.soap.erp.internal.wire.SaveItems;
import org.lottrace.soap.erp.internal.wire.SavePartners;
import org.lottrace.soap.erp.internal.wire.SavePurchaseOrders;
import org.lottrace.soap.erp.internal.wire.SaveSalesOrders;
import org.lottrace.soap.erp.internal.wire.SaveSites;
import org.lottrace.soap.erp.internal.wire.WireBalance;
import org.lottrace.soap.erp.internal.wire.WireSaved;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The operations of {@code erp.wsdl}. The gate finds this service by its path and publishes it. */
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
            + IS_THERE + "order.SalesOrders"
            + IS_THERE + "allocation.Allocation"
            + IS_THERE + "movement.MovementCapture"
            + IS_THERE + "movement.Corrections"
            + IS_THERE + "movement.LotCorrections"
            + IS_THERE + "quality.Holds"
            + IS_THERE + "event.StockOnHand))";

    private final MasterData masterData;
    private final Orders orders;
    private final Movements movements;
    private final Stock stock;

    /** Knows who calls; set by whoever publishes the endpoint, so it cannot be final. */
    @Resource
    private WebServiceContext call;

    @Activate
    public ErpEndpoint(@Reference(target = NEEDED) Operations operations, @Reference BatchCapture batches) {
        this(operations, batches, Stock.MOST_BALANCES);
    }

    /** For tests. */
    ErpEndpoint(Operations operations, BatchCapture batches, int mostBalances) {
        this.masterData = new MasterData(operations);
        this.orders = new Orders(operations);
        this.movements = new Movements(operations, batches);
        this.stock = new Stock(operations, mostBalances);
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
        stock.find(caller(), request).stream().map(ErpEndpoint::toWire).forEach(response.getBalance()::add);
        return response;
    }

    private Caller caller() {
        return new Caller(call.getUserPrincipal().getName(), Role.ofLogin(call::isUserInRole));
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
