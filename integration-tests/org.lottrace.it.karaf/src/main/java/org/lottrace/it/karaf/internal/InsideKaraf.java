package org.lottrace.it.karaf.internal;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The services that a test class sees once it runs inside the framework. */
public final class InsideKaraf {
    private static final Duration BOOT = Duration.ofSeconds(120);
    private static final Duration SERVICE = Duration.ofSeconds(120);

    private final BundleContext bundle;

    private InsideKaraf(BundleContext bundle) {
        this.bundle = bundle;
    }

    /** @return whether this code runs in an OSGi framework */
    public static boolean isHere() {
        return FrameworkUtil.getBundle(InsideKaraf.class) != null;
    }

    /**
     * @param context a test class inside the framework
     * @return the services as that class's bundle sees them
     */
    public static InsideKaraf of(ExtensionContext context) {
        return new InsideKaraf(
                FrameworkUtil.getBundle(context.getRequiredTestClass()).getBundleContext());
    }

    /** Returns when every boot feature is installed; before that a test would see half a container. */
    public void waitForBoot() {
        await("org.apache.karaf.features.BootFinished", BOOT);
    }

    /**
     * @param type an interface
     * @return the service, or the bundle context of the test
     * @throws ParameterResolutionException if the service does not come
     */
    public Object service(Class<?> type) {
        return type == BundleContext.class ? bundle : await(type.getName(), SERVICE);
    }

    private Object await(String type, Duration patience) {
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(bundle, type, null);
        tracker.open();
        try {
            Object service = tracker.waitForService(patience.toMillis());
            if (service == null) {
                throw new ParameterResolutionException("No service " + type + " after " + patience);
            }
            return service;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ParameterResolutionException("Interrupted while waiting for " + type, interrupted);
        }
    }
}
