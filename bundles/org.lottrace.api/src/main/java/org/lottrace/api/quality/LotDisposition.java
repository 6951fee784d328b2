package org.lottrace.api.quality;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;

/**
 * The disposition a lot has now. It follows from what stands: recalled while a recall does, else on hold while a hold of the
 * whole lot does, else sellable. What is held at a place only leaves the rest of the lot sellable.
 *
 * @param lot which lot
 * @param disposition the disposition
 * @param reason why, for people: of the recall, else of the newest hold, else of what made it sellable
 * @param event the event that gave this reason
 * @param holds every hold that stands, the oldest first; also while it is recalled
 */
public record LotDisposition(LotKey lot, Disposition disposition, String reason, EventId event, List<Hold> holds) {
    public LotDisposition {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(disposition);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(event);
        holds = holds.stream().sorted().toList();
    }

    /** @return the holds of the whole lot */
    public List<Hold> whole() {
        return holds.stream().filter(hold -> hold.at().isEmpty()).toList();
    }

    /** @return the holds of goods at that position; when it is empty, those of the whole lot */
    public List<Hold> holdsAt(Optional<Position> position) {
        return position.map(at -> holds.stream().filter(hold -> hold.covers(at)).toList())
                .orElseGet(this::whole);
    }

    /** @return the reasons of holds, for people */
    public static String reasons(List<Hold> holds) {
        return holds.stream().map(Hold::reason).distinct().collect(Collectors.joining("; "));
    }
}
