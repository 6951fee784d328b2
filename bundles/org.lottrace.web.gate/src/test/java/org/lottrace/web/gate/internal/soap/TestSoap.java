package org.lottrace.web.gate.internal.soap;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The SOAP servlet and its whiteboard without OSGi. */
public final class TestSoap {
    private final List<EndpointPublisher> publishers = new ArrayList<>();
    private final Servlet servlet = new SoapServlet(
            bus -> {
                publishers.add(new EndpointPublisher(bus, new ContractFiles(folder()), (server, path) -> () -> {}));
                return publishers::clear;
            },
            new BodyLimit(10_000_000, TimeUnit.SECONDS.toNanos(120)),
            new BodyBudget(24_000_000, 0));

    public Servlet servlet() {
        return servlet;
    }

    public void publish(String path, Object endpoint) {
        publishers.get(0).publish(endpoint, Map.of("lottrace.soap.path", path));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("lottrace-contracts");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
