package org.lottrace.console.commands.internal;

import java.lang.reflect.Field;
import java.util.Optional;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.ServiceMissingException;
import org.osgi.framework.BundleContext;

/**
 * The services that are there now.
 *
 * <p>None is given back: the framework counts it as used by this bundle, so that it is not ended between two commands, and
 * forgets it when it goes.
 */
public final class ServicesNow {
    private final BundleContext framework;

    /** @param framework of this bundle */
    public ServicesNow(BundleContext framework) {
        this.framework = framework;
    }

    /**
     * @return the service as the caller may use it
     * @throws ServiceMissingException if it is not there; from the call, for what is an operation
     */
    public <S> S of(Caller caller, Class<S> service) {
        return Catalogue.services().contains(service) ? needed(Operations.class).as(caller, service) : needed(service);
    }

    /** Fills every field that {@link Uses} a service. */
    void fill(Object command, Caller caller) {
        for (Class<?> type = command.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Uses.class)) {
                    set(field, command, of(caller, field.getType()));
                }
            }
        }
    }

    private <S> S needed(Class<S> service) {
        return Optional.ofNullable(framework.getServiceReference(service))
                .map(framework::getService)
                .orElseThrow(() -> new ServiceMissingException(service));
    }

    private static void set(Field field, Object command, Object service) {
        field.setAccessible(true);
        try {
            field.set(command, service);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot reach " + field, e);
        }
    }
}
