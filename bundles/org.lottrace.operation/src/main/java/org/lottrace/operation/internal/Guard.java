package org.lottrace.operation.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.CurrentCaller;
import org.lottrace.api.operation.NotAllowedException;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.operation.ServiceMissingException;
import org.lottrace.api.operation.TimeLimit;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One service for one caller: asks for the role, and that what is recorded is recorded in the caller's name. */
final class Guard<S> implements InvocationHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private final Caller caller;
    private final Class<S> type;
    private final Services services;
    private final UndeclaredRefusals undeclared;
    private final Endings endings;
    private final Duration reading;
    private final BooksOfLogins books;

    /**
     * @param reading how long an answer may take; zero for as long as it takes
     * @param books whose books a login may use
     */
    Guard(
            Caller caller,
            Class<S> type,
            Services services,
            UndeclaredRefusals undeclared,
            Endings endings,
            Duration reading,
            BooksOfLogins books) {
        this.books = books;
        this.caller = caller;
        this.type = type;
        this.services = services;
        this.undeclared = undeclared;
        this.endings = endings;
        this.reading = reading;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        OperationDescription operation = Catalogue.of(method)
                .orElseThrow(() -> new IllegalStateException(
                        method + " is for services among themselves; an adapter cannot call it"));
        long started = System.nanoTime();
        Object result;
        try {
            result = answer(operation, method, arguments);
        } catch (Throwable why) {
            endings.failed(operation, caller, arguments, why, since(started));
            throw why;
        }
        endings.answered(operation, caller, arguments, result, since(started));
        return result;
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private Object answer(OperationDescription operation, Method method, Object... arguments) throws Throwable {
        if (Collections.disjoint(operation.roles(), caller.roles())) {
            return refused(operation);
        }
        if (!books.mayUseAll(caller) && !BooksAsked.by(operation).test(books, caller)) {
            return refused(operation, othersBooks(operation));
        }
        Identity.check(caller, arguments);
        Object result = limited(operation, method, arguments);
        SortedSet<String> codes = operation.undeclaredIn(result);
        if (!codes.isEmpty()) {
            undeclared.found(operation, codes);
        }
        return result;
    }

    /** What is written is done whole or not at all, however long it takes. */
    private Object limited(OperationDescription operation, Method method, Object... arguments) throws Throwable {
        return operation.repeat() != Repeat.READS || operation.takesLong() || reading.isZero()
                ? call(method, arguments)
                : TimeLimit.within(reading, () -> call(method, arguments));
    }

    private Object call(Method method, Object... arguments) throws Exception {
        S service = services.find(type).orElseThrow(() -> new ServiceMissingException(type));
        try {
            return CurrentCaller.during(
                    caller,
                    () -> CurrentBooks.allowed(
                            company -> books.mayUse(caller, company), () -> method.invoke(service, arguments)));
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof Exception exception) {
                throw exception;
            }
            throw (Error) failed.getCause();
        }
    }

    private Object refused(OperationDescription operation) {
        String roles = operation.roles().stream().map(Role::code).sorted().collect(Collectors.joining(" or "));
        LOG.warn("operation refused name={} caller={} needs={}", operation.name(), caller.name(), roles);
        return refused(
                operation,
                operation.name() + " needs the role " + roles + ", and " + caller.name()
                        + " does not have it; ask an administrator for it");
    }

    private String othersBooks(OperationDescription operation) {
        LOG.warn(
                "operation refused name={} caller={} books={}",
                operation.name(),
                caller.name(),
                CurrentBooks.company());
        return books.said(caller)
                + ", and this is about others: ask for those, or ask an administrator for more (books.of in"
                + " org.lottrace.operation)";
    }

    private static Object refused(OperationDescription operation, String message) {
        Violation missing = new Violation(Operations.ROLE_MISSING, ViolationPath.WHOLE, message);
        if (operation.method().getReturnType() == Outcome.class) {
            return new Outcome.Refused<>(List.of(missing));
        }
        if (operation.isRefusedByList()) {
            return List.of(missing);
        }
        throw new NotAllowedException(missing);
    }

    private Object ofObject(Object proxy, Method method, Object... arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> type.getSimpleName() + " for " + caller.name();
        };
    }
}
