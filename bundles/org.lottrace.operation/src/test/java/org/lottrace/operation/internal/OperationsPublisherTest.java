package org.lottrace.operation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.operation.Operations;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;

/** In a framework of its own, whose system bundle stands for all bundles. */
class OperationsPublisherTest {
    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    Path storage;

    private Framework framework;
    private static final OperationConfig CONFIG = new OperationConfig() {
        @Override
        public int reading_seconds() {
            return 120;
        }

        @Override
        public String[] books_of() {
            return new String[0];
        }

        @Override
        public Class<OperationConfig> annotationType() {
            return OperationConfig.class;
        }
    };

    private BundleContext bundle;
    private OperationsPublisher publisher;

    @BeforeEach
    void start() throws Exception {
        framework = new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString()));
        framework.start();
        bundle = framework.getBundleContext();
        publisher = new OperationsPublisher(bundle, CONFIG);
    }

    @AfterEach
    void stop() throws Exception {
        publisher.withdraw();
        framework.stop();
        framework.waitForStop(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }

    @Test
    void says_which_services_are_there() throws Exception {
        Announcements announcements = new Announcements();

        ServiceRegistration<?> costing = come(LotCosting.class);

        assertEquals(Set.of(LotCosting.class.getName()), announcements.next());

        costing.unregister();

        assertEquals(Set.of(), announcements.next());
    }

    @Test
    void who_brings_a_service_does_not_wait_for_those_who_wait_for_it() throws Exception {
        Announcements announcements = new Announcements();
        announcements.hold();

        come(LotCosting.class); // would never return if the listener were called by this thread

        announcements.release();
        announcements.next();
        assertNotEquals(Thread.currentThread().getName(), announcements.thread);
    }

    @Test
    void services_that_come_while_others_are_announced_are_announced_together() throws Exception {
        Announcements announcements = new Announcements();
        announcements.hold();
        come(LotCosting.class);
        announcements.awaitHeld();

        Catalogue.services().forEach(this::come);
        announcements.release();

        announcements.next();
        assertEquals(Catalogue.services().size(), announcements.next().size());
        assertTrue(announcements.seen.isEmpty(), "a third announcement for services that were all in the second");
    }

    @Test
    void is_withdrawn_when_it_ends() throws Exception {
        come(LotMaster.class);

        publisher.withdraw();

        assertFalse(bundle.getServiceReferences(Operations.class, null).stream()
                .findAny()
                .isPresent());
        publisher = new OperationsPublisher(bundle, CONFIG);
    }

    private ServiceRegistration<?> come(Class<?> type) {
        Object service =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new AssertionError("nobody calls " + method);
                });
        return bundle.registerService(type.getName(), service, null);
    }

    /** What the property says at each change, seen by a listener that can be held up. */
    private final class Announcements implements ServiceListener {
        private final BlockingQueue<Set<String>> seen = new LinkedBlockingQueue<>();
        private final CountDownLatch isHeld = new CountDownLatch(1);
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile String thread = "";

        Announcements() throws Exception {
            bundle.addServiceListener(this, "(" + Constants.OBJECTCLASS + "=" + Operations.class.getName() + ")");
        }

        @Override
        public void serviceChanged(ServiceEvent event) {
            if (event.getType() != ServiceEvent.MODIFIED) {
                return;
            }
            thread = Thread.currentThread().getName();
            Set<String> names = Set.of((String[]) event.getServiceReference().getProperty(Operations.SERVICES));
            isHeld.countDown();
            try {
                boolean isLetGo = gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                release(); // one failure, and not one more for each service
                assertTrue(isLetGo, "never let go");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            seen.add(names);
        }

        void hold() {
            gate = new CountDownLatch(1);
        }

        void awaitHeld() throws InterruptedException {
            assertTrue(isHeld.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing was announced");
        }

        void release() {
            gate.countDown();
        }

        Set<String> next() throws InterruptedException {
            Set<String> names = seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertTrue(names != null, "nothing was announced");
            return names;
        }
    }
}
