package org.lottrace.web.open.internal;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.service.servlet.whiteboard.annotations.RequireHttpWhiteboard;

/**
 * The context of all pages without a login. A servlet in the default context can get lost: Pax Web makes that context itself
 * while the container starts, and a servlet that comes at the same instant stays without it. So this one is there first.
 *
 * <p>It goes and comes again when the web server was replaced. When Pax Web is configured anew it makes another server and
 * enters all servlets there, bundle by bundle: one that was entered before the context of another bundle was lost without a
 * word. A context that comes after the server is offered to every servlet.
 *
 * <p>That happens on a thread of its own. Pax Web tells of a new server on the one thread that also enters contexts and servlets, and
 * keeps a lock of its whiteboard while others wait for that thread: who entered a context there waited for that lock for ever, and
 * so did every bundle that was being started.
 */
@Component(
        service = {},
        immediate = true)
@RequireHttpWhiteboard
public final class OpenContext {
    private final BundleContext bundle;
    private final ExecutorService exchange = Executors.newSingleThreadExecutor(OpenContext::thread);
    private final AtomicBoolean isServerGone = new AtomicBoolean();
    private final AtomicReference<ServiceRegistration<?>> context;
    private volatile boolean isStopped;

    @Activate
    public OpenContext(BundleContext bundle) {
        this.bundle = bundle;
        context = new AtomicReference<>(register());
    }

    @Deactivate
    public void stop() {
        isStopped = true;
        exchange.shutdown();
        withdraw();
    }

    @Reference(
            service = HttpServiceRuntime.class,
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "serverWent")
    void serverCame(HttpServiceRuntime server) {
        if (isServerGone.getAndSet(false) && !isStopped) {
            exchange.execute(this::enterAnew);
        }
    }

    private void enterAnew() {
        withdraw();
        if (!isStopped) {
            context.set(register());
        }
        if (isStopped) {
            withdraw(); // it was stopped in between
        }
    }

    private void withdraw() {
        ServiceRegistration<?> entered = context.getAndSet(null);
        if (entered != null) {
            entered.unregister();
        }
    }

    void serverWent(HttpServiceRuntime server) {
        isServerGone.set(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lottrace-open-context");
        thread.setDaemon(true);
        return thread;
    }

    private ServiceRegistration<?> register() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME, "lottrace-open");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_PATH, "/");
        properties.put(ComponentConstants.COMPONENT_NAME, OpenContext.class.getName()); // for ForgottenContexts
        return bundle.registerService(ServletContextHelper.class, new EachBundle(), properties);
    }

    /** Resources are those of the bundle whose page it is. */
    private static final class EachBundle implements ServiceFactory<ServletContextHelper> {
        @Override
        public ServletContextHelper getService(Bundle user, ServiceRegistration<ServletContextHelper> registration) {
            return new ServletContextHelper(user) {};
        }

        @Override
        public void ungetService(
                Bundle user, ServiceRegistration<ServletContextHelper> registration, ServletContextHelper helper) {
            // it holds nothing
        }
    }
}
