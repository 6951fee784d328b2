package org.lottrace.web.gate.internal.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.apache.cxf.jaxrs.lifecycle.ResourceProvider;
import org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider;
import org.apache.cxf.logging.FaultListener;
import org.lottrace.web.gate.internal.ContextLoader;

/** Publishes an application of JAX-RS on CXF. */
final class ApplicationServer {
    private ApplicationServer() {}

    static Bus bus() {
        return ContextLoader.with(ContextLoader.CXF, () -> {
            // the api looks for its implementation by class loaders that do not see it
            RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
            Bus bus = new ExtensionManagerBus(new HashMap<>(), new HashMap<>(), ContextLoader.CXF);
            // the application answers and logs what goes wrong
            bus.setProperty(FaultListener.class.getName(), (FaultListener) (exception, description, message) -> false);
            return bus;
        });
    }

    /** @param application its singletons are all there is: objects with a path, and providers */
    @SuppressWarnings(
            "deprecation") // the other way is classes that JAX-RS makes itself; ours are made with what they need
    static Server start(Bus bus, Application application) {
        List<ResourceProvider> resources = new ArrayList<>();
        List<Object> providers = new ArrayList<>(List.of(new RefusedBodyMapper(), new RefusedRowsMapper()));
        for (Object singleton : application.getSingletons()) {
            if (singleton.getClass().isAnnotationPresent(Path.class)) {
                resources.add(new SingletonResourceProvider(singleton));
            } else {
                providers.add(singleton);
            }
        }
        JAXRSServerFactoryBean server = new JAXRSServerFactoryBean();
        server.setBus(bus);
        server.setAddress("/");
        server.setResourceProviders(resources);
        server.setProviders(providers);
        return ContextLoader.with(ContextLoader.CXF, server::create);
    }
}
