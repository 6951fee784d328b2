package org.lottrace.api.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Some of the movements that were asked for.
 *
 * @param lines the one recorded last first; of one event its last line first
 * @param next where the next page begins; absent when the ledger was read to its beginning, or to the time that was asked for. There may
 *     be one though there are no lines: then only so much of the ledger was looked at
 */
public record MovementPage(List<MovementLine> lines, Optional<MovementPlace> next) {
    public MovementPage {
        lines = List.copyOf(lines);
        Objects.requireNonNull(next);
    }
}
