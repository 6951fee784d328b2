package org.lottrace.metrics.internal;

import jakarta.servlet.Filter;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.service.servlet.whiteboard.annotations.RequireHttpWhiteboard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the {@link RequestMeter} before every page of LotTrace, once the web server has a context of theirs.
 *
 * <p>Not earlier: Pax Web keeps a filter that matched no context when it came as a failed one, also when a context comes while the server
 * is being entered. The next context then makes it throw, in the thread that enters all servlets: those behind it were lost, the
 * health page among them, and a start was never healthy.
 */
@Component(
        service = {},
        immediate = true)
@RequireHttpWhiteboard
public final class RequestMetering {
    private static final Logger LOG = LoggerFactory.getLogger(RequestMetering.class);
    private static final String OURS = "lottrace";
    private static final String CONTEXTS = "(osgi.http.whiteboard.context.name=" + OURS + "*)";
    private static final long LOOK_MILLIS = 100;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, RequestMetering::thread);
    private final BundleContext bundle;
    private final HttpServiceRuntime server;
    private final RequestMeter meter;
    private ServiceRegistration<Filter> registration;
    private boolean isFailing;

    @Activate
    public RequestMetering(BundleContext bundle, @Reference HttpServiceRuntime server, @Reference Meters meters) {
        this.bundle = bundle;
        this.server = server;
        this.meter = new RequestMeter(meters.registry());
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        timer.execute(this::look);
    }

    @Deactivate
    public void stop() {
        if (bundle.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.STOPPING) {
            timer.shutdown(); // the framework withdraws it before this bundle's context is gone
            return;
        }
        timer.execute(this::withdraw);
    }

    /**
     * Where the bundle was stopped, the framework may have done it. This thread is not interrupted: Pax Web waits on it for its own to let go of the filter, and would give up half-way.
     */
    private void withdraw() {
        timer.shutdown();
        if (registration == null) {
            return;
        }
        try {
            registration.unregister();
        } catch (IllegalStateException gone) {
            LOG.debug("the meter of requests is gone already", gone);
        }
    }

    /**
     * On a thread of its own, as all that has to do with Pax Web's whiteboard here: Pax Web holds its lock while it waits for the one
     * thread that tells others that a server came or went, and {@link #stop} is called on that.
     */
    private void look() {
        try {
            if (hasContextOfOurs()) {
                registration = bundle.registerService(Filter.class, meter, properties());
                return;
            }
        } catch (RuntimeException e) { // a timer ends without a word what has thrown
            if (!isFailing) {
                LOG.warn("requests are not counted yet, it is tried again", e);
            }
            isFailing = true;
        }
        timer.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private boolean hasContextOfOurs() {
        return Stream.of(server.getRuntimeDTO().servletContextDTOs)
                .anyMatch(context -> context.name != null && context.name.startsWith(OURS));
    }

    private static Dictionary<String, Object> properties() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT, CONTEXTS);
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_PATTERN, "/*");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_ASYNC_SUPPORTED, true);
        return properties;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lottrace-request-meter");
        thread.setDaemon(true);
        return thread;
    }
}
