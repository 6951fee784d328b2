package org.lottrace.api.catalogue;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;

/**
 * One operation.
 *
 * @param name subject and verb, such as {@code movement.receive}
 * @param service the interface it belongs to
 * @param method what does it
 * @param roles who may call it: whoever has one of them
 * @param repeat what happens when the same request comes again
 * @param takesLong it goes through all that is recorded; no time limit is set for it
 * @param refusals every code with which it may be refused, {@code ROLE_MISSING} apart
 */
public record OperationDescription(
        String name,
        Class<?> service,
        Method method,
        Set<Role> roles,
        Repeat repeat,
        boolean takesLong,
        SortedSet<String> refusals) {
    static OperationDescription of(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return new OperationDescription(
                operation.name(),
                method.getDeclaringClass(),
                method,
                Set.of(operation.roles()),
                operation.repeat(),
                operation.takesLong(),
                refusals(method.getDeclaringClass(), operation));
    }

    /** @return what is asked: each part with its name and type */
    public List<Parameter> request() {
        return List.of(method.getParameters());
    }

    /** @return what is answered */
    public Type result() {
        return method.getGenericReturnType();
    }

    /** @return what it does, in one sentence for people */
    public String summary() {
        return Meanings.of(name).orElseThrow();
    }

    /**
     * @param result what the operation answered
     * @return the codes with which it was refused and which the catalogue does not name for it
     */
    public SortedSet<String> undeclaredIn(Object result) {
        SortedSet<String> codes = new TreeSet<>();
        if (result instanceof Outcome<?> outcome) {
            outcome.violations().forEach(violation -> codes.add(violation.code()));
        } else if (repeat != Repeat.READS && isRefusedByList()) {
            ((List<?>) result).forEach(violation -> codes.add(((Violation) violation).code()));
        }
        codes.removeAll(refusals);
        return codes;
    }

    /** @return true when it answers with the list of what is wrong, instead of an {@link Outcome} */
    public boolean isRefusedByList() {
        return result() instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] == Violation.class;
    }

    private static SortedSet<String> refusals(Class<?> service, Operation operation) {
        Stream<Class<?>> shared = Arrays.stream(operation.refusalsOf());
        SortedSet<String> codes = new TreeSet<>(List.of(operation.refusals()));
        (operation.repeat() == Repeat.READS ? shared : Stream.concat(Stream.of(service), shared))
                .forEach(type -> codes.addAll(sharedBy(type)));
        return codes;
    }

    private static Set<String> sharedBy(Class<?> service) {
        Refusals refusals = service.getAnnotation(Refusals.class);
        if (refusals == null) {
            return Set.of();
        }
        Set<String> codes = new TreeSet<>(List.of(refusals.value()));
        Stream.of(refusals.of()).map(OperationDescription::sharedBy).forEach(codes::addAll);
        return codes;
    }
}
