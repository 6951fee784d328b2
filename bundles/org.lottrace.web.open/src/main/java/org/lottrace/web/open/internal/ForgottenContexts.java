package org.lottrace.web.open.internal;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.dto.DTOConstants;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a context of ours entered anew that Pax Web has forgotten. It hears on a thread of its own that a bundle was stopped (11.1.0,
 * {@code WebContainerManager.bundleChanged}), and then forgets what the bundle has entered, also when that has been started again
 * meanwhile: what is there goes on, but a servlet that comes later finds no context, and its page is gone without a word.
 *
 * <p>It is looked for in what the web server says of itself, every two seconds; only what is found twice counts, for a servlet
 * may come just before its context.
 */
@Component(
        service = {},
        immediate = true)
public final class ForgottenContexts {
    private static final Logger LOG = LoggerFactory.getLogger(ForgottenContexts.class);
    private static final String OURS = "org.lottrace.";
    private static final long LOOK_SECONDS = 2;
    private static final int MOST_TRIES = 3;

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(ForgottenContexts::thread);
    private final BundleContext bundle;
    private final HttpServiceRuntime server;
    private final ServiceComponentRuntime components;
    private Set<Long> seen = Set.of();
    private int tries;
    private int failures;

    @Activate
    public ForgottenContexts(
            BundleContext bundle, @Reference HttpServiceRuntime server, @Reference ServiceComponentRuntime components) {
        this(bundle, server, components, LOOK_SECONDS);
    }

    /** For tests. @param seconds 0: nobody looks but the test */
    ForgottenContexts(
            BundleContext bundle, HttpServiceRuntime server, ServiceComponentRuntime components, long seconds) {
        this.bundle = bundle;
        this.server = server;
        this.components = components;
        if (seconds > 0) {
            timer.scheduleWithFixedDelay(this::lookAgain, seconds, seconds, TimeUnit.SECONDS);
        }
    }

    @Deactivate
    public void stop() {
        timer.shutdown(); // no interrupt: the web server may be working for us
    }

    private void lookAgain() {
        try {
            look();
            failures = 0;
        } catch (RuntimeException e) { // a timer ends without a word what has thrown
            failures++;
            if (failures == 2 && !timer.isShutdown()) { // once is a server that is being replaced
                LOG.warn("whether pages are lost is not known, it is looked at again", e);
            }
        }
    }

    void look() {
        Set<Long> lost = Stream.of(server.getRuntimeDTO().failedServletDTOs)
                .filter(servlet -> servlet.failureReason == DTOConstants.FAILURE_REASON_NO_SERVLET_CONTEXT_MATCHING)
                .map(servlet -> servlet.serviceId)
                .collect(Collectors.toSet());
        Set<ServiceReference<?>> forgotten = lost.stream()
                .filter(seen::contains)
                .flatMap(servlet -> references(null, "(" + Constants.SERVICE_ID + "=" + servlet + ")"))
                .map(servlet -> servlet.getProperty(HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT))
                .filter(Objects::nonNull)
                .flatMap(select -> references(ServletContextHelper.class.getName(), select.toString()))
                .filter(context -> name(context).startsWith(OURS))
                .collect(Collectors.toCollection(TreeSet::new));
        tries = lost.isEmpty() ? 0 : tries;
        if (forgotten.isEmpty()) {
            seen = lost;
            return;
        }
        seen = Set.of();
        tries++;
        if (tries <= MOST_TRIES) {
            forgotten.forEach(this::enterAnew);
        } else if (tries == MOST_TRIES + 1) {
            LOG.error("pages are lost in the web server and do not come back, restart LotTrace contexts={}", forgotten);
        }
    }

    private void enterAnew(ServiceReference<?> context) {
        ComponentDescriptionDTO component = components.getComponentDescriptionDTO(context.getBundle(), name(context));
        if (component != null) {
            LOG.warn("the web server has forgotten a context, it is entered anew context={}", component.name);
            components.disableComponent(component).onResolve(() -> components.enableComponent(component));
        }
    }

    private static String name(ServiceReference<?> context) {
        return Objects.toString(context.getProperty(ComponentConstants.COMPONENT_NAME), "");
    }

    private Stream<ServiceReference<?>> references(String service, String filter) {
        try {
            ServiceReference<?>[] found = bundle.getAllServiceReferences(service, filter);
            return found == null ? Stream.of() : Stream.of(found);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a servlet selects its context by " + filter, e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lottrace-forgotten-contexts");
        thread.setDaemon(true);
        return thread;
    }
}
