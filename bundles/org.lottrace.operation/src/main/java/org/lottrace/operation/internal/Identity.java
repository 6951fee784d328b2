package org.lottrace.operation.internal;

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.operation.Caller;

/** Nobody acts in another one's name: where a request says who asks, it is the caller. */
final class Identity {
    private Identity() {}

    /** @throws IllegalStateException if the request names somebody else; a defect of the adapter */
    static void check(Caller caller, Object... arguments) {
        if (arguments == null) {
            return;
        }
        for (Object argument : arguments) {
            if (argument instanceof Caller named && !named.equals(caller)) {
                throw new IllegalStateException(
                        "the request of " + caller.name() + " names the caller " + named.name());
            }
            contexts(argument)
                    .filter(context -> !context.actor().equals(caller.name()))
                    .forEach(context -> {
                        throw new IllegalStateException(
                                "the request of " + caller.name() + " names the actor " + context.actor());
                    });
        }
    }

    /** @return what the request says of events */
    static Stream<CaptureContext> contexts(Object[] arguments) {
        return arguments == null ? Stream.empty() : Stream.of(arguments).flatMap(Identity::contexts);
    }

    private static Stream<CaptureContext> contexts(Object argument) {
        if (argument instanceof CaptureContext context) {
            return Stream.of(context);
        }
        if (argument == null || !argument.getClass().isRecord()) {
            return Stream.empty();
        }
        return Stream.of(argument.getClass().getRecordComponents())
                .filter(component -> component.getType() == CaptureContext.class)
                .map(component -> (CaptureContext) value(component, argument));
    }

    private static Object value(RecordComponent component, Object request) {
        try {
            return component.getAccessor().invoke(request);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
