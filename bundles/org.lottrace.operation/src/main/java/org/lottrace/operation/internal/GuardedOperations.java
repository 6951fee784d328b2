package org.lottrace.operation.internal;

import java.lang.reflect.Proxy;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;

/** Puts a guard before each service. */
public final class GuardedOperations implements Operations {
    private final Services services;
    private final UndeclaredRefusals undeclared;

    public GuardedOperations(Services services, UndeclaredRefusals undeclared) {
        this.services = services;
        this.undeclared = undeclared;
    }

    @Override
    public <S> S as(Caller caller, Class<S> service) {
        if (!Catalogue.services().contains(service)) {
            throw new IllegalArgumentException(service.getName() + " has no operation in the catalogue");
        }
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(),
                new Class<?>[] {service},
                new Guard<>(caller, service, services, undeclared)));
    }
}
