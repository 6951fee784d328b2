package org.lottrace.api.movement;

import java.time.Instant;
import java.util.Objects;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.LotKey;

/**
 * Where a piece with a serial number went in one event.
 *
 * @param position of the event in the ledger
 * @param event its id
 * @param type what happened
 * @param effective when it happened
 * @param lot as a piece of which it was told
 * @param from where it was before
 * @param to where it was afterwards
 */
public record PieceStep(
        long position, EventId event, EventType type, Instant effective, LotKey lot, Position from, Position to) {
    public PieceStep {
        Objects.requireNonNull(event);
        Objects.requireNonNull(type);
        Objects.requireNonNull(effective);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }
}
