package org.lottrace.health.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
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

    private final transient HealthCheckExecutor checks;

    @Activate
    public HealthServlet(@Reference HealthCheckExecutor checks) {
        this.checks = checks;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Health health = Health.of(checks.execute(HealthCheckSelector.tags("lottrace")));
        boolean json = "json".equals(request.getParameter("format"))
                || Optional.ofNullable(request.getHeader("Accept"))
                        .filter(accept -> accept.contains("application/json"))
                        .isPresent();
        response.setStatus(health.isUsable() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(json ? "application/json" : "text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(json ? JSON.writeValueAsString(health) : health.text());
    }

    /**
     * All checks together.
     *
     * @param status the worst of all
     * @param checks each of them, by name
     */
    private record Health(Result.Status status, List<Check> checks) {
        static Health of(List<HealthCheckExecutionResult> results) {
            List<Check> checks = results.stream()
                    .map(Check::of)
                    .sorted(Comparator.comparing(Check::name))
                    .toList();
            // without any check nothing is known yet: the bundle has only just started
            Result.Status worst = checks.stream()
                    .map(Check::status)
                    .max(Comparator.naturalOrder())
                    .orElse(Result.Status.TEMPORARILY_UNAVAILABLE);
            return new Health(worst, checks);
        }

        private boolean isUsable() {
            return status.compareTo(Result.Status.WARN) <= 0;
        }

        private String text() {
            return Stream.concat(Stream.of(status.name()), checks.stream().map(c -> c.name + " " + c.status))
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }

    private record Check(String name, Result.Status status) {
        static Check of(HealthCheckExecutionResult result) {
            return new Check(result.getHealthCheckMetadata().getName(), status(result));
        }

        /** Felix calls a check that has not answered in time a warning for minutes; but nobody knows how things are then. */
        private static Result.Status status(HealthCheckExecutionResult result) {
            Result.Status status = result.getHealthCheckResult().getStatus();
            return result.hasTimedOut() && status.compareTo(Result.Status.TEMPORARILY_UNAVAILABLE) < 0
                    ? Result.Status.TEMPORARILY_UNAVAILABLE
                    : status;
        }
    }
}
