package org.lottrace.operation.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.api.operation.OperationObserver;
import org.lottrace.api.operation.Operations;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers {@link Operations} over the services of the framework, and says all the time which of them are there.
 *
 * <p>It says so on a thread of its own. Whoever waits for a service starts when it is announced, and publishing a SOAP service takes
 * a second: were it announced by the thread that brings the service, each of the others would come only after that. Services that come
 * close together are announced at once, because whoever looks at the property looks again at each change.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.lottrace.operation")
@Designate(ocd = OperationConfig.class)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.lottrace.api.operation.Operations\"")
public final class OperationsPublisher implements Services {
    private static final Logger LOG = LoggerFactory.getLogger(OperationsPublisher.class);
    private static final int SECONDS_UNTIL_IDLE_THREAD_ENDS = 10;

    private final BundleContext bundle;
    private final ServiceRegistration<Operations> registration;
    private final ServiceTracker<Object, ServiceReference<Object>> services;
    private final ServiceTracker<OperationObserver, OperationObserver> observers;

    /** One announcement at work and one waiting; a third has nothing to add to the one that waits. */
    private final ThreadPoolExecutor announcing = new ThreadPoolExecutor(
            1,
            1,
            SECONDS_UNTIL_IDLE_THREAD_ENDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            work -> new Thread(work, "lottrace-operations"),
            new ThreadPoolExecutor.DiscardPolicy());

    @Activate
    public OperationsPublisher(BundleContext bundle, OperationConfig config) throws InvalidSyntaxException {
        this.bundle = bundle;
        announcing.allowCoreThreadTimeOut(true);
        this.observers = new ServiceTracker<>(bundle, OperationObserver.class, null);
        observers.open();
        this.registration = bundle.registerService(
                Operations.class,
                new GuardedOperations(
                        this,
                        OperationsPublisher::log,
                        () -> observers.getTracked().values().iterator(),
                        Duration.ofSeconds(Math.max(0, config.reading_seconds())),
                        new BooksOfLogins(config.books_of())),
                new Hashtable<>());
        this.services = new ServiceTracker<>(bundle, bundle.createFilter(ofCatalogue()), new Tracking());
        services.open();
    }

    @Deactivate
    void withdraw() throws InterruptedException {
        announcing.shutdown();
        services.close();
        if (!announcing.awaitTermination(1, TimeUnit.MINUTES)) {
            LOG.error("what waits for services is still starting after a minute; stop the process if it does not end");
        }
        registration.unregister();
        observers.close();
    }

    /** A service is activated when it is first used, not when it is found. */
    @Override
    public <S> Optional<S> find(Class<S> service) {
        return Optional.ofNullable(services.getTracked()).stream()
                .flatMap(tracked -> tracked.keySet().stream())
                .filter(reference -> offers(reference, service))
                .sorted(Comparator.reverseOrder())
                .map(bundle::getService)
                .filter(Objects::nonNull)
                .map(service::cast)
                .findFirst();
    }

    private static boolean offers(ServiceReference<?> reference, Class<?> service) {
        return List.of((String[]) reference.getProperty(Constants.OBJECTCLASS)).contains(service.getName());
    }

    private static String ofCatalogue() {
        return Catalogue.services().stream()
                .map(service -> "(" + Constants.OBJECTCLASS + "=" + service.getName() + ")")
                .collect(Collectors.joining("", "(|", ")"));
    }

    private static void log(OperationDescription operation, SortedSet<String> codes) {
        LOG.error("refused with codes that the catalogue does not name operation={} codes={}", operation.name(), codes);
    }

    /** Keeps the property of the registration true. */
    private final class Tracking implements ServiceTrackerCustomizer<Object, ServiceReference<Object>> {
        private final Set<ServiceReference<?>> there = ConcurrentHashMap.newKeySet();

        @Override
        public ServiceReference<Object> addingService(ServiceReference<Object> reference) {
            there.add(reference);
            announcing.execute(this::announce);
            return reference;
        }

        @Override
        public void modifiedService(ServiceReference<Object> reference, ServiceReference<Object> same) {
            // what a service offers never changes
        }

        @Override
        public void removedService(ServiceReference<Object> reference, ServiceReference<Object> same) {
            there.remove(reference);
            announcing.execute(this::announce);
        }

        private void announce() {
            String[] names = Catalogue.services().stream()
                    .filter(service -> there.stream().anyMatch(reference -> offers(reference, service)))
                    .map(Class::getName)
                    .toArray(String[]::new);
            registration.setProperties(new Hashtable<>(Map.of(Operations.SERVICES, names)));
        }
    }
}
