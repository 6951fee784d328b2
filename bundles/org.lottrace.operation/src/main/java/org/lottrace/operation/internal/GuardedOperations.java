package org.lottrace.operation.internal;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.OperationObserver;
import org.lottrace.api.operation.Operations;

/** Puts a guard before each service. */
public final class GuardedOperations implements Operations {
    private final Services services;
    private final UndeclaredRefusals undeclared;
    private final Endings endings;
    private final Duration reading;

    public GuardedOperations(Services services, UndeclaredRefusals undeclared) {
        this(services, undeclared, List.of(), Duration.ZERO);
    }

    /**
     * @param observers asked for anew with each operation, as they come and go
     * @param reading how long an answer may take; zero for as long as it takes
     */
    public GuardedOperations(
            Services services, UndeclaredRefusals undeclared, Iterable<OperationObserver> observers, Duration reading) {
        this.services = services;
        this.undeclared = undeclared;
        this.endings = new Endings(observers);
        this.reading = reading;
    }

    @Override
    public <S> S as(Caller caller, Class<S> service) {
        if (!Catalogue.services().contains(service)) {
            throw new IllegalArgumentException(service.getName() + " has no operation in the catalogue");
        }
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(),
                new Class<?>[] {service},
                new Guard<>(caller, service, services, undeclared, endings, reading)));
    }
}
