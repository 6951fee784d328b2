package org.lottrace.web.gate.internal.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jws.WebService;
import jakarta.xml.bind.annotation.XmlSeeAlso;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.cxf.Bus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who binds a service may hold the lock of the framework: it never waits for what another thread does with foreign code. */
class EndpointPublisherTest {
    @TempDir
    Path contracts;

    private final Bus bus = SoapBus.create();
    private final ExecutorService work = EndpointPublisher.ownThread();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void stop() {
        goOn.countDown();
        bus.shutdown(true);
    }

    @Test
    void nobody_waits_while_an_endpoint_is_opened() throws Exception {
        EndpointPublisher publisher = publisher();
        Object endpoint = new Greeting();
        Object other = new Greeting();

        CompletableFuture<Void> framework = CompletableFuture.runAsync(() -> {
            publisher.publish(endpoint, Map.of("lottrace.soap.path", "/first"));
            publisher.publish(other, Map.of("lottrace.soap.path", "/second"));
            publisher.unpublish(endpoint);
        });

        framework.get(1, TimeUnit.MINUTES);
        goOn.countDown();
        work.submit(() -> {}).get(1, TimeUnit.MINUTES);
        assertEquals(List.of("opened /first", "opened /second", "closed /first"), told);
    }

    @Test
    void who_stops_does_not_wait_either_and_closes_what_was_opened() throws Exception {
        EndpointPublisher publisher = publisher();
        publisher.publish(new Greeting(), Map.of("lottrace.soap.path", "/first"));

        CompletableFuture.runAsync(publisher::stop).get(1, TimeUnit.MINUTES);
        publisher.publish(new Greeting(), Map.of("lottrace.soap.path", "/too-late"));
        goOn.countDown();

        assertTrue(work.awaitTermination(1, TimeUnit.MINUTES));
        assertTrue(told.isEmpty() || told.equals(List.of("opened /first", "closed /first")), told::toString);
    }

    @Test
    void one_that_cannot_be_closed_in_order_does_not_keep_the_next_one_open() throws Exception {
        EndpointPublisher publisher =
                new EndpointPublisher(work, bus, new ContractFiles(contracts), (server, path) -> () -> {
                    told.add("closed " + path);
                    throw new IllegalStateException("its bus is gone");
                });
        publisher.publish(new Greeting(), Map.of("lottrace.soap.path", "/first"));
        publisher.publish(new Greeting(), Map.of("lottrace.soap.path", "/second"));
        work.submit(() -> {}).get(1, TimeUnit.MINUTES);

        publisher.stop();

        assertTrue(work.awaitTermination(1, TimeUnit.MINUTES));
        assertEquals(Set.of("closed /first", "closed /second"), Set.copyOf(told));
    }

    private EndpointPublisher publisher() {
        return new EndpointPublisher(work, bus, new ContractFiles(contracts), (server, path) -> {
            try {
                goOn.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            told.add("opened " + path);
            return () -> told.add("closed " + path);
        });
    }

    @WebService(
            targetNamespace = "urn:greeting",
            serviceName = "GreetingService",
            portName = "GreetingPort",
            endpointInterface = "org.lottrace.web.gate.internal.soap.EndpointPublisherTest$Greetings",
            wsdlLocation = "greeting.wsdl")
    static final class Greeting implements Greetings {
        @Override
        public String greet(String name) {
            return "Hello " + name;
        }
    }

    @WebService(targetNamespace = "urn:greeting", name = "Greetings")
    @XmlSeeAlso({})
    interface Greetings {
        String greet(String name);
    }
}
