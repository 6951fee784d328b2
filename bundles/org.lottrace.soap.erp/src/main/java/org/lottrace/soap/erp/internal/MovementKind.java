package org.lottrace.soap.erp.internal;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.lottrace.api.movement.BatchCapture;
import org.lottrace.api.movement.Movement;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.soap.erp.internal.wire.WireMovement;

/**
 * One kind of movement.
 *
 * @param element its name in the schema
 * @param wire its type there
 * @param lines how many goods or lots one has
 * @param reader notes what cannot be read, and then gives nothing
 * @param service whose operation does it
 * @param capture does it
 */
record MovementKind<W extends WireMovement, M, S>(
        String element,
        Class<W> wire,
        ToIntFunction<? super W> lines,
        Reader<W, M> reader,
        Class<S> service,
        BiFunction<S, M, Outcome<Captured>> capture) {
    /** @return how many lines it counts as: without goods it is one, too */
    int lines(WireMovement movement) {
        return Math.max(1, lines.applyAsInt(wire.cast(movement)));
    }

    Optional<BatchCapture.Request<Captured>> request(
            WireMovement movement, MovementMapper mapper, Reading at, Operations operations, Caller caller) {
        return reader.read(mapper, at, wire.cast(movement))
                .map(read -> new BatchCapture.Request<>(
                        Optional.of(read).filter(Movement.class::isInstance).map(Movement.class::cast),
                        () -> capture.apply(operations.as(caller, service), read)));
    }

    /** Reads what the schema has as {@code W}, and notes in {@code at} what cannot be read. */
    interface Reader<W, M> {
        Optional<M> read(MovementMapper mapper, Reading at, W wire);
    }
}
