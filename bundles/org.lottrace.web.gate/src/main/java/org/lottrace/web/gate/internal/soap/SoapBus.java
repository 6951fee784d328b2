package org.lottrace.web.gate.internal.soap;

import java.util.HashMap;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.logging.FaultListener;

/** Makes the bus and puts on it what is the same for every SOAP service, so that no service can forget it. */
final class SoapBus {
    private SoapBus() {}

    static Bus create() {
        return ContextLoader.with(ContextLoader.CXF, () -> {
            Bus bus = new ExtensionManagerBus(new HashMap<>(), new HashMap<>(), ContextLoader.CXF);
            bus.setProperty(FaultListener.class.getName(), (FaultListener) (exception, description, message) -> false);
            bus.getInInterceptors().add(new CorrelationId());
            bus.getInInterceptors().add(new SchemaCheck());
            bus.getInInterceptors().add(new SchemaRefusal());
            bus.getOutFaultInterceptors().add(new FaultPolicy());
            return bus;
        });
    }
}
