package org.lottrace.web.gate.internal.soap;

import jakarta.jws.WebService;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.annotation.XmlSeeAlso;
import java.io.IOException;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.lottrace.web.gate.internal.ContextLoader;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whiteboard for SOAP: publishes every service with the property {@code lottrace.soap.path}, such as {@code /erp}, on
 * the bus while both are there. The class of the service carries {@code @WebService} with {@code endpointInterface} and
 * {@code wsdlLocation}, a resource of its bundle; the interface is generated from that WSDL.
 *
 * <p>All of it is done by one thread that holds no lock: CXF loads classes, for which the framework may take its own lock, and whoever
 * binds a service here may hold that one already.
 */
@Component
public final class EndpointPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointPublisher.class);
    private static final String PATH = "lottrace.soap.path";

    private final Bus bus;
    private final ContractFiles contracts;
    private final Announcement announcement;
    private final ExecutorService work;
    /** Seen by that thread only. */
    private final Map<Object, Runnable> published = new IdentityHashMap<>();

    private volatile boolean stopped;

    @Activate
    public EndpointPublisher(BundleContext bundle, @Reference Bus bus) {
        this(ownThread(), bus, new ContractFiles(bundle.getDataFile("contracts").toPath()), (server, path) -> {
            ServiceRegistration<Server> registration =
                    bundle.registerService(Server.class, server, new Hashtable<>(Map.of(PATH, path)));
            return registration::unregister;
        });
    }

    EndpointPublisher(ExecutorService work, Bus bus, ContractFiles contracts, Announcement announcement) {
        this.work = work;
        this.bus = bus;
        this.contracts = contracts;
        this.announcement = announcement;
    }

    /** What comes when it has been stopped is dropped: the endpoints are closed by then, or about to be. */
    static ExecutorService ownThread() {
        ThreadFactory thread = task -> {
            Thread made = new Thread(task, "lottrace-soap-endpoints");
            made.setDaemon(true);
            return made;
        };
        return new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), thread, new ThreadPoolExecutor.DiscardPolicy());
    }

    @Deactivate
    void stop() {
        stopped = true;
        work.execute(() -> {
            List<Runnable> ends = List.copyOf(published.values());
            published.clear();
            ends.forEach(EndpointPublisher::end);
        });
        work.shutdown();
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
    void publish(Object endpoint, Map<String, ?> properties) {
        String path = String.valueOf(properties.get(PATH));
        work.execute(() -> open(endpoint, path));
    }

    @SuppressWarnings("unused") // called by Declarative Services
    void unpublish(Object endpoint) {
        work.execute(() -> close(endpoint));
    }

    private void close(Object endpoint) {
        Runnable end = published.remove(endpoint);
        if (end != null) {
            end(end);
        }
    }

    /** Its bus may be shut down already; whatever that does, the next one is closed too. */
    private static void end(Runnable end) {
        try {
            end.run();
        } catch (RuntimeException broken) {
            LOG.warn("soap service not closed in order", broken);
        }
    }

    private void open(Object endpoint, String path) {
        if (stopped) {
            return;
        }
        try {
            Server server = serve(endpoint, path);
            published.put(endpoint, server::destroy);
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
            close(endpoint);
            if (!stopped) {
                LOG.error(
                        "soap service not published path={} class={}",
                        path,
                        endpoint.getClass().getName(),
                        broken);
            }
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
