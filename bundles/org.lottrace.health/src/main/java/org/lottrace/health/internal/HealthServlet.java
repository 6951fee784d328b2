package org.lottrace.health.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.health.Health;
import org.lottrace.api.health.HealthReport;
import org.lottrace.api.health.HealthStatus;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Answers load balancers and the start script without credentials: 200 when LotTrace can be used, 503 when it cannot.
 * Names and statuses only, never a message: those may tell about data. Felix's own page would show them.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=lottrace-open)")
@HttpWhiteboardServletPattern(HealthServlet.PATH)
public final class HealthServlet extends HttpServlet {
    static final String PATH = "/lottrace-health";

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Made by the start script, which asks whether it is its own LotTrace that answers: another may have taken the port a moment earlier. */
    private static final String START = "lottrace.start";

    private final transient Health health;
    private final String start;

    @Activate
    public HealthServlet(@Reference Health health, BundleContext context) {
        this(health, Optional.ofNullable(context.getProperty(START)).orElse(""));
    }

    /** For tests. */
    HealthServlet(Health health, String start) {
        this.health = health;
        this.start = start;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Shown shown = Shown.of(health.check());
        boolean json = "json".equals(request.getParameter("format"))
                || Optional.ofNullable(request.getHeader("Accept"))
                        .filter(accept -> accept.contains("application/json"))
                        .isPresent();
        response.setStatus(
                shown.status.isUsable() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        if (!start.isEmpty()) {
            response.setHeader("X-LotTrace-Start", start);
        }
        response.setContentType(json ? "application/json" : "text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(json ? JSON.writeValueAsString(shown) : shown.text());
    }

    /**
     * All checks together.
     *
     * @param status the worst of all
     * @param checks each of them, by name
     */
    private record Shown(HealthStatus status, List<Check> checks) {
        static Shown of(HealthReport report) {
            return new Shown(
                    report.status(),
                    report.checks().stream()
                            .map(check -> new Check(check.name(), check.status()))
                            .toList());
        }

        private String text() {
            return Stream.concat(Stream.of(status.name()), checks.stream().map(c -> c.name + " " + c.status))
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }

    private record Check(String name, HealthStatus status) {}
}
