package org.lottrace.web.gate.internal.soap;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.apache.cxf.Bus;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.lottrace.web.gate.internal.Caller;
import org.lottrace.web.gate.internal.Correlation;
import org.lottrace.web.gate.internal.SecurityGate;
import org.lottrace.web.gate.internal.limit.AnswerBudget;
import org.lottrace.web.gate.internal.limit.BodyBudget;
import org.lottrace.web.gate.internal.limit.CheckedRequest;
import org.lottrace.web.gate.internal.limit.RequestLimits;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * CXF's servlet behind the gate. Its bus is a service exactly as long as the servlet can answer.
 *
 * <p>The web server may end this servlet and begin it again, as when Pax Web is configured late. Each time it has a CXF of its own,
 * with a bus and addresses of its own: endpoints of the last one are closed by another thread, as late as that comes to it.
 */
@Component(service = Servlet.class, property = "load-on-startup=1")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + SecurityGate.CONTEXT + ")")
@HttpWhiteboardServletName("lottrace-soap")
@HttpWhiteboardServletPattern("/soap/*")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.apache.cxf.Bus\"")
public final class SoapServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Function<Bus, Runnable> announce;
    private final transient RequestLimits limits;
    private transient Runnable recall = () -> {};
    private transient volatile OneBus current;

    @Activate
    public SoapServlet(BundleContext bundle, @Reference RequestLimits limits) {
        this(bus -> bundle.registerService(Bus.class, bus, null)::unregister, limits);
    }

    /** @param announce tells others about the running bus and returns what takes it back; for tests */
    SoapServlet(Function<Bus, Runnable> announce, RequestLimits limits) {
        this.announce = announce;
        this.limits = limits;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        end(); // a server that could not end it asks for it again all the same
        OneBus begun = new OneBus();
        begun.init(config);
        current = begun;
        recall = announce.apply(begun.getBus());
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        Correlation.begin();
        Caller caller = (Caller) request.getAttribute(Caller.ATTRIBUTE);
        try (BodyBudget.Share share = limits.bodies().share(caller.principal().getName());
                AnswerBudget.Share answer = limits.answers().share()) {
            request.setAttribute(AnswerBudget.KEY, answer);
            HttpServletRequest checked = new CheckedRequest(
                    (HttpServletRequest) request, (HttpServletResponse) response, caller, limits.body(), share);
            current.service(checked, response);
        } finally {
            Correlation.end();
        }
    }

    @Override
    public void destroy() {
        end();
    }

    private void end() {
        recall.run();
        recall = () -> {};
        OneBus ended = current;
        if (ended != null) {
            ended.destroyBus();
        }
    }

    /**
     * CXF for one beginning of the servlet. Never ended by CXF's own {@code destroy}: that walks over the addresses, fails on one that
     * is closed meanwhile, and then leaves a bus that the next beginning takes over, and whose addresses the late closing takes away.
     */
    private static final class OneBus extends CXFNonSpringServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void loadBus(ServletConfig config) {
            setBus(SoapBus.create());
        }
    }
}
