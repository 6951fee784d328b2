package org.lottrace.metrics.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.lottrace.api.health.Metrics;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.NotAllowedException;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.RefusedException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code /lottrace/metrics}, behind the gate; a token with the role of an auditor can read it. The gate serves it: Pax Web loses
 * servlets of other bundles in the gate's context when that is configured anew.
 */
@Component(service = Servlet.class, property = "lottrace.rest.path=" + MetricsServlet.PATH)
public final class MetricsServlet extends HttpServlet {
    static final String PATH = "/metrics";

    private static final long serialVersionUID = 1L;

    /** As REST answers what is refused. */
    private static final int UNPROCESSABLE = 422;

    private final transient Operations operations;

    @Activate
    public MetricsServlet(
            @Reference(target = "(lottrace.services=org.lottrace.api.health.Metrics)") Operations operations) {
        this.operations = operations;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = (Caller) request.getAttribute(Caller.class.getName());
        try {
            byte[] text = operations.as(caller, Metrics.class).text().getBytes(StandardCharsets.UTF_8);
            response.setContentType("text/plain; version=0.0.4; charset=utf-8");
            response.setContentLength(text.length);
            response.getOutputStream().write(text);
        } catch (NotAllowedException notAllowed) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, notAllowed);
        } catch (RefusedException tooLong) {
            refuse(response, UNPROCESSABLE, tooLong);
        }
    }

    private static void refuse(HttpServletResponse response, int status, RefusedException refused) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain; charset=utf-8");
        response.getWriter().println(refused.violation().message());
    }
}
