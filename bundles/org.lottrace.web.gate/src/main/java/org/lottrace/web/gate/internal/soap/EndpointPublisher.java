package org.lottrace.web.gate.internal.soap;

import jakarta.jws.WebService;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.annotation.XmlSeeAlso;
import java.io.IOException;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whiteboard for SOAP: publishes every service with the property {@code lottrace.soap.path}, such as {@code /erp}, on
 * the bus while both are there. The class of the service carries {@code @WebService} with {@code endpointInterface} and
 * {@code wsdlLocation}, a resource of its bundle; the interface is generated from that WSDL.
 */
@Component
public final class EndpointPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointPublisher.class);
    private static final String PATH = "lottrace.soap.path";

    private final Bus bus;
    private final ContractFiles contracts;
    private final Announcement announcement;
    private final Map<Object, Runnable> published = new IdentityHashMap<>();

    @Activate
    public EndpointPublisher(BundleContext bundle, @Reference Bus bus) {
        this(bus, new ContractFiles(bundle.getDataFile("contracts").toPath()), (server, path) -> {
            ServiceRegistration<Server> registration =
                    bundle.registerService(Server.class, server, new Hashtable<>(Map.of(PATH, path)));
            return registration::unregister;
        });
    }

    /** For tests. */
    EndpointPublisher(Bus bus, ContractFiles contracts, Announcement announcement) {
        this.bus = bus;
        this.contracts = contracts;
        this.announcement = announcement;
    }

    /** Tells the rest of the framework that an address answers now: health waits for it. */
    interface Announcement {
        /** @return what takes it back */
        Runnable of(Server server, String path);
    }

    @Reference(
            service = AnyService.class,
            target = "(&(" + PATH + "=*)(!(objectClass=org.apache.cxf.endpoint.Server)))", // not what we announce
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    synchronized void publish(Object endpoint, Map<String, ?> properties) {
        String path = String.valueOf(properties.get(PATH));
        try {
            Server server = serve(endpoint, path);
            Runnable withdrawal = announcement.of(server, path);
            published.put(endpoint, () -> {
                withdrawal.run();
                server.destroy();
            });
            LOG.info(
                    "soap service published path={} class={}",
                    path,
                    endpoint.getClass().getName());
        } catch (RuntimeException | LinkageError | ReflectiveOperationException | JAXBException | IOException broken) {
            LOG.error(
                    "soap service not published path={} class={}",
                    path,
                    endpoint.getClass().getName(),
                    broken);
        }
    }

    @SuppressWarnings("unused") // called by Declarative Services
    synchronized void unpublish(Object endpoint) {
        Runnable end = published.remove(endpoint);
        if (end != null) {
            end.run();
        }
    }

    private Server serve(Object endpoint, String path) throws ReflectiveOperationException, JAXBException, IOException {
        Class<?> type = endpoint.getClass();
        ClassLoader loader = type.getClassLoader();
        WebService service = type.getAnnotation(WebService.class);
        Class<?> port = loader.loadClass(service.endpointInterface());
        Class<?>[] bound = port.getAnnotation(XmlSeeAlso.class).value();

        JaxWsServerFactoryBean server = new JaxWsServerFactoryBean();
        server.setBus(bus);
        server.setServiceBean(endpoint);
        server.setAddress(path);
        server.setWsdlURL(contracts.layOut(type, service.wsdlLocation()).toUri().toString());
        server.setDataBinding(new MoxyDataBinding(bound, loader));
        return ContextLoader.with(loader, server::create);
    }
}
