package org.lottrace.company;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;

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
        SortedSet<String> codes = new TreeSet<>();
        violations(operation, result).forEach(violation -> codes.add(violation.code()));
        codes.removeAll(operation.refusals());
        if (!codes.isEmpty()) {
            throw new AssertionError(
                    "the catalogue does not say that " + operation.name() + " may be refused with " + codes);
        }
    }

    private static Stream<Violation> violations(OperationDescription operation, Object result) {
        if (result instanceof Outcome<?> outcome) {
            return outcome.violations().stream();
        }
        return operation.repeat() != Repeat.READS && result instanceof List<?> list
                ? list.stream().filter(Violation.class::isInstance).map(Violation.class::cast)
                : Stream.empty();
    }
}
