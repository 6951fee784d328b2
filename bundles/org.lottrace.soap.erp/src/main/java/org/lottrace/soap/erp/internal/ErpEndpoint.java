package org.lottrace.soap.erp.internal;

import jakarta.annotation.Resource;
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;
import org.lottrace.api.event.StockBalance;
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
    private final MasterData masterData;
    private final Orders orders;
    private final Movements movements;
    private final Stock stock;

    /** Knows who calls; set by whoever publishes the endpoint, so it cannot be final. */
    @Resource
    private WebServiceContext call;

    @Activate
    public ErpEndpoint(
            @Reference MasterData masterData,
            @Reference Orders orders,
            @Reference Movements movements,
            @Reference Stock stock) {
        this.masterData = masterData;
        this.orders = orders;
        this.movements = movements;
        this.stock = stock;
    }

    @Override
    public WireSaved saveItems(SaveItems request) throws Refused {
        return saved(masterData.save(request));
    }

    @Override
    public WireSaved saveSites(SaveSites request) throws Refused {
        return saved(masterData.save(request));
    }

    @Override
    public WireSaved savePartners(SavePartners request) throws Refused {
        return saved(masterData.save(request));
    }

    @Override
    public WireSaved savePurchaseOrders(SavePurchaseOrders request) throws Refused {
        return saved(orders.save(request));
    }

    @Override
    public WireSaved saveSalesOrders(SaveSalesOrders request) throws Refused {
        return saved(orders.save(request));
    }

    @Override
    public CaptureMovementsResponse captureMovements(CaptureMovements request) throws Refused {
        CaptureMovementsResponse response = new CaptureMovementsResponse();
        response.getOutcome()
                .addAll(movements.capture(request, call.getUserPrincipal().getName()));
        return response;
    }

    @Override
    public AllocateOrderResponse allocateOrder(AllocateOrder request) throws Refused {
        AllocateOrderResponse response = new AllocateOrderResponse();
        orders.allocate(request).stream().map(AllocationMapper::toWire).forEach(response.getLine()::add);
        return response;
    }

    @Override
    public GetStockResponse getStock(GetStock request) throws Refused {
        GetStockResponse response = new GetStockResponse();
        stock.find(request).stream().map(ErpEndpoint::toWire).forEach(response.getBalance()::add);
        return response;
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
