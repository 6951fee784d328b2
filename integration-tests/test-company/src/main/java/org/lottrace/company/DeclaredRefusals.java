package org.lottrace.company;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.SortedSet;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.catalogue.OperationDescription;

/** Watches a service: a refusal with a code that the catalogue does not name for the operation fails the test. */
final class DeclaredRefusals {
    private DeclaredRefusals() {}

    /** @return the service, watched when it has operations */
    static <T> T of(Class<T> type, T service) {
        if (!Catalogue.services().contains(type)) {
            return service;
        }
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> watched(service, method, arguments)));
    }

    private static Object watched(Object service, Method method, Object... arguments) throws Throwable {
        Object result;
        try {
            result = method.invoke(service, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
        Catalogue.of(method).ifPresent(operation -> check(operation, result));
        return result;
    }

    private static void check(OperationDescription operation, Object result) {
        SortedSet<String> codes = operation.undeclaredIn(result);
        if (!codes.isEmpty()) {
            throw new AssertionError(
                    "the catalogue does not say that " + operation.name() + " may be refused with " + codes);
        }
    }
}
