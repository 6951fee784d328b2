package org.lottrace.web.gate.internal.soap;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.lottrace.web.gate.internal.limit.AnswerBudget;
import org.lottrace.web.gate.internal.limit.BodyBudget;
import org.lottrace.web.gate.internal.limit.BodyLimit;
import org.lottrace.web.gate.internal.limit.Places;
import org.lottrace.web.gate.internal.limit.RequestLimits;

/** The SOAP servlet and its whiteboard without OSGi. */
public final class TestSoap {
    private final RequestLimits limits = new RequestLimits(
            new BodyLimit(10_000_000, TimeUnit.SECONDS.toNanos(120), 500),
            new BodyBudget(24_000_000, 0, new Places(100, 50)),
            new AnswerBudget(25_000, 0));
    private final ExecutorService work = EndpointPublisher.ownThread();
    private final List<EndpointPublisher> publishers = new ArrayList<>();
    private final Servlet servlet = new SoapServlet(
            bus -> {
                publishers.add(
                        new EndpointPublisher(work, bus, new ContractFiles(folder()), (server, path) -> () -> {}));
                return () -> {
                    publishers.forEach(EndpointPublisher::stop);
                    publishers.clear();
                };
            },
            limits);

    public RequestLimits limits() {
        return limits;
    }

    public Servlet servlet() {
        return servlet;
    }

    /** Returns when it answers. */
    public void publish(String path, Object endpoint) {
        publishers.get(0).publish(endpoint, Map.of("lottrace.soap.path", path));
        try {
            work.submit(() -> {}).get();
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("lottrace-contracts");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
