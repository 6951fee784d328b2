package org.lottrace.web.gate.internal.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.lottrace.web.gate.internal.Caller;
import org.lottrace.web.gate.internal.Correlation;
import org.lottrace.web.gate.internal.SecurityGate;
import org.lottrace.web.gate.internal.limit.AnswerBudget;
import org.lottrace.web.gate.internal.limit.BodyBudget;
import org.lottrace.web.gate.internal.limit.CheckedRequest;
import org.lottrace.web.gate.internal.limit.RefusedBodyException;
import org.lottrace.web.gate.internal.limit.RequestLimits;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * REST behind the gate: the {@link Application} with the property {@code lottrace.rest.path=/}, and beside it any {@link Servlet}
 * whose property names the one path it answers, such as {@code /v1/feed}. Both get requests with the caller, within the limits.
 *
 * <p>In the bundle of the context, because Pax Web loses servlets of others when it is configured anew. The application is
 * published by the first request that needs it, on a thread that holds no lock of the framework: CXF loads classes.
 */
@Component(
        service = Servlet.class,
        immediate = true,
        property = {"load-on-startup=1", "servlet.init.hide-service-list-page=true"})
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + SecurityGate.CONTEXT + ")")
@HttpWhiteboardServletName("lottrace-rest")
@HttpWhiteboardServletPattern({"/api/*", "/metrics"})
@HttpWhiteboardServletAsyncSupported
public final class RestServlet extends CXFNonSpringServlet {
    private static final long serialVersionUID = 1L;
    private static final String PATH = "lottrace.rest.path";

    /** What a page of any other site can make a browser send with the login it remembers; none of it is a request to us. */
    private static final Set<String> SENT_BY_FORMS =
            Set.of("", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

    private final transient RequestLimits limits;
    private final transient Map<String, Servlet> servlets = new ConcurrentHashMap<>();
    private transient volatile Application application;
    private transient Application published;
    private transient Server server;

    @Activate
    public RestServlet(@Reference RequestLimits limits) {
        this.limits = limits;
    }

    @Reference(
            target = "(" + PATH + "=/)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    void came(Application now) {
        application = now;
    }

    @SuppressWarnings("unused") // called by Declarative Services
    void uncame(Application gone) {
        if (application == gone) {
            application = null;
        }
    }

    @Reference(
            service = Servlet.class,
            target = "(" + PATH + "=*)",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void add(Servlet servlet, Map<String, ?> properties) {
        servlets.put(String.valueOf(properties.get(PATH)), servlet);
    }

    @SuppressWarnings("unused") // called by Declarative Services
    void remove(Servlet servlet) {
        servlets.values().remove(servlet);
    }

    @Override
    protected void loadBus(ServletConfig config) {
        setBus(ApplicationServer.bus());
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        Correlation.begin();
        Correlation.named(asked.getHeader("X-Correlation-Id"));
        answer.setHeader("X-Correlation-Id", Correlation.current());
        Caller caller = (Caller) request.getAttribute(Caller.ATTRIBUTE);
        try (BodyBudget.Share share = limits.bodies().share(caller.principal().getName());
                AnswerBudget.Share rows = limits.answers().share()) {
            share.enter();
            checkType(asked);
            request.setAttribute(AnswerBudget.KEY, rows);
            serve(new CheckedRequest(asked, answer, caller, limits.body(), share), answer);
        } catch (RefusedBodyException refused) {
            ProblemAnswer.send(answer, refused);
        } finally {
            Correlation.end();
        }
    }

    private static void checkType(HttpServletRequest request) throws RefusedBodyException {
        String given = request.getContentType() == null ? "" : request.getContentType();
        String type = given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if ("POST".equals(request.getMethod()) && SENT_BY_FORMS.contains(type)) {
            throw new RefusedBodyException(
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                    "CONTENT_TYPE_WRONG",
                    "The content type is " + (type.isEmpty() ? "missing" : "that of a form")
                            + ". Send JSON as application/json, also where the body is empty.");
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse(request.getServletPath());
        Servlet other = servlets.get(path);
        if (other != null) {
            other.service(request, response);
        } else if (path.equals("/metrics")) {
            ProblemAnswer.send(
                    response,
                    HttpServletResponse.SC_NOT_FOUND,
                    "SERVICE_MISSING",
                    "There are no metrics here: install the feature lottrace-metrics.");
        } else if (isPublished()) {
            super.service(request, response);
        } else {
            response.setHeader("Retry-After", "5");
            ProblemAnswer.send(
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "SERVICE_MISSING",
                    "REST has not started yet. Send this again in some seconds; if it stays so, see whether the feature"
                            + " lottrace-rest is installed (feature:list) and has started (bundle:diag).");
        }
    }

    private synchronized boolean isPublished() {
        Application now = application;
        if (now != published) {
            end();
            if (now != null) {
                server = ApplicationServer.start(getBus(), now);
                published = now;
            }
        }
        return now != null;
    }

    private void end() {
        if (server != null) {
            server.destroy();
            server = null;
            published = null;
        }
    }

    @Override
    public synchronized void destroy() {
        end();
        super.destroy();
    }
}
