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
import org.lottrace.web.gate.internal.SecurityGate;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** CXF's servlet behind the gate. Its bus is a service exactly as long as the servlet can answer. */
@Component(service = Servlet.class, property = "load-on-startup=1", configurationPid = SoapConfig.PID)
@Designate(ocd = SoapConfig.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + SecurityGate.CONTEXT + ")")
@HttpWhiteboardServletName("lottrace-soap")
@HttpWhiteboardServletPattern("/soap/*")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.apache.cxf.Bus\"")
public final class SoapServlet extends CXFNonSpringServlet {
    private static final long serialVersionUID = 1L;

    private final transient Function<Bus, Runnable> announce;
    private final transient BodyLimit limit;
    private final transient BodyBudget budget;
    private final transient AnswerBudget answers;
    private transient Runnable recall = () -> {};

    @Activate
    public SoapServlet(BundleContext bundle, SoapConfig config) {
        this(
                bus -> bundle.registerService(Bus.class, bus, null)::unregister,
                BodyLimit.of(config),
                BodyBudget.of(config),
                AnswerBudget.of(config));
    }

    /** @param announce tells others about the running bus and returns what takes it back; for tests */
    SoapServlet(Function<Bus, Runnable> announce, BodyLimit limit, BodyBudget budget, AnswerBudget answers) {
        this.announce = announce;
        this.limit = limit;
        this.budget = budget;
        this.answers = answers;
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
        CorrelationId.begin();
        Caller caller = (Caller) request.getAttribute(Caller.ATTRIBUTE);
        try (BodyBudget.Share share = budget.share(caller.principal().getName());
                AnswerBudget.Share answer = answers.share()) {
            request.setAttribute(AnswerBudget.KEY, answer);
            super.service(new CheckedRequest((HttpServletRequest) request, caller, limit, share), response);
        } finally {
            CorrelationId.end();
        }
    }

    @Override
    public void destroy() {
        recall.run();
        super.destroy();
    }
}
