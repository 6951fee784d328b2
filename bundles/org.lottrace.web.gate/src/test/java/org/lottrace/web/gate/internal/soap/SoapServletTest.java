package org.lottrace.web.gate.internal.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.cxf.Bus;
import org.apache.cxf.BusException;
import org.apache.cxf.transport.DestinationFactoryManager;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pax Web that is configured late ends the servlet and begins the same one again, while the endpoints are closed by their own thread. */
class SoapServletTest {
    @TempDir
    Path contracts;

    private final List<Bus> buses = new ArrayList<>();
    private final List<EndpointPublisher> publishers = new ArrayList<>();
    private final List<ExecutorService> works = new ArrayList<>();
    private final SoapServlet servlet = new SoapServlet(this::announce, new TestSoap().limits());

    @AfterEach
    void end() {
        servlet.destroy();
    }

    @Test
    void an_address_that_is_closed_while_the_servlet_ends_does_not_hinder_the_next_beginning() throws Exception {
        servlet.init(config());
        publish(0, "/first");
        publish(0, "/second");
        DestinationRegistry ending = registry(buses.get(0));
        List<String> paths = List.copyOf(ending.getDestinationsPaths());
        CompletableFuture<Void> end;
        synchronized (ending.getDestinationForPath(paths.get(0))) { // as the thread that is closing this one
            end = new CompletableFuture<>();
            Thread server = new Thread(() -> {
                try {
                    servlet.destroy();
                    end.complete(null);
                } catch (RuntimeException failed) {
                    end.completeExceptionally(failed);
                }
            });
            server.start();
            awaitBlockedOrEnded(server);
            ending.removeDestination(paths.get(1));
        }

        end.get(1, TimeUnit.MINUTES);
        servlet.init(config());

        assertNotSame(buses.get(0), buses.get(1));
    }

    @Test
    void what_is_closed_late_takes_no_address_from_what_was_opened_anew() throws Exception {
        servlet.init(config());
        publish(0, "/greeting");
        ExecutorService busy = works.get(0);
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        busy.execute(goOn::join);

        servlet.destroy();
        servlet.init(config());
        publish(1, "/greeting");
        goOn.complete(null);

        assertTrue(busy.awaitTermination(1, TimeUnit.MINUTES));
        assertAnswers("/greeting");
    }

    @Test
    void a_server_that_could_not_end_it_begins_it_again_all_the_same() throws Exception {
        servlet.init(config());
        publish(0, "/greeting");

        servlet.init(config());
        publish(1, "/greeting");

        assertTrue(works.get(0).awaitTermination(1, TimeUnit.MINUTES), "the first announcement was not taken back");
        assertEquals(2, buses.size());
        assertAnswers("/greeting");
    }

    private void assertAnswers(String path) throws BusException {
        Bus newest = buses.get(buses.size() - 1);
        assertNotNull(registry(newest).getDestinationForPath(path), path);
        assertNotNull(registry(newest).getDestinationForPath(path).getMessageObserver(), path);
    }

    private Runnable announce(Bus bus) {
        ExecutorService work = EndpointPublisher.ownThread();
        EndpointPublisher publisher =
                new EndpointPublisher(work, bus, new ContractFiles(contracts), (server, path) -> () -> {});
        buses.add(bus);
        works.add(work);
        publishers.add(publisher);
        return publisher::stop;
    }

    private void publish(int beginning, String path) throws Exception {
        publishers.get(beginning).publish(new EndpointPublisherTest.Greeting(), Map.of("lottrace.soap.path", path));
        works.get(beginning).submit(() -> {}).get(1, TimeUnit.MINUTES);
    }

    private static DestinationRegistry registry(Bus bus) throws BusException {
        return ((HTTPTransportFactory) bus.getExtension(DestinationFactoryManager.class)
                        .getDestinationFactory("http://cxf.apache.org/transports/http/configuration"))
                .getRegistry();
    }

    private static void awaitBlockedOrEnded(Thread thread) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (thread.getState() != Thread.State.BLOCKED && thread.isAlive()) {
            assertTrue(System.nanoTime() < deadline, "it neither ends nor waits");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static ServletConfig config() {
        ServletContext context = empty(ServletContext.class, null);
        return empty(ServletConfig.class, context);
    }

    private static <T> T empty(Class<T> type, ServletContext context) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, given) -> method.getReturnType() == ServletContext.class ? context : null));
    }
}
