package org.lottrace.web.gate.internal.soap;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
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

/** CXF's servlet behind the gate. Its bus is a service exactly as long as the servlet can answer. */
@Component(service = Servlet.class, property = "load-on-startup=1")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + SecurityGate.CONTEXT + ")")
@HttpWhiteboardServletName("lottrace-soap")
@HttpWhiteboardServletPattern("/soap/*")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.apache.cxf.Bus\"")
public final class SoapServlet extends CXFNonSpringServlet {
    private static final long serialVersionUID = 1L;

    private final transient Function<Bus, Runnable> announce;
    private final transient RequestLimits limits;
    private transient Runnable recall = () -> {};

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
    protected void loadBus(ServletConfig config) {
        setBus(SoapBus.create());
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        recall = announce.apply(getBus());
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        Correlation.begin();
        Caller caller = (Caller) request.getAttribute(Caller.ATTRIBUTE);
        try (BodyBudget.Share share = limits.bodies().share(caller.principal().getName());
                AnswerBudget.Share answer = limits.answers().share()) {
            request.setAttribute(AnswerBudget.KEY, answer);
            super.service(new CheckedRequest((HttpServletRequest) request, caller, limits.body(), share), response);
        } finally {
            Correlation.end();
        }
    }

    @Override
    public void destroy() {
        recall.run();
        super.destroy();
    }
}
