package org.lottrace.web.gate.internal.rest;

import jakarta.servlet.Servlet;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.lottrace.web.gate.internal.limit.RequestLimits;

/** The REST servlet and its whiteboard without OSGi. */
public final class TestRest {
    private TestRest() {}

    /** @param servlets by the path that each of them answers */
    public static Servlet servlet(RequestLimits limits, Application application, Map<String, Servlet> servlets) {
        RestServlet servlet = new RestServlet(limits);
        servlet.came(application);
        servlets.forEach((path, other) -> servlet.add(other, Map.of("lottrace.rest.path", path)));
        return servlet;
    }
}
