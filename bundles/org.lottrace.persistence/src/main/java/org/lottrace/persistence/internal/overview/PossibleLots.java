package org.lottrace.persistence.internal.overview;

import java.time.Instant;
import java.util.Optional;
import org.lottrace.api.genealogy.AsOf;

/**
 * Which lots can have had stock at a moment: those that something had happened to by then, and that have stock now or something happened
 * to, or was recorded of, later. Of the others the history need not be added up: of a company of many years these are most. Each
 * condition is one look at an index for a lot; as joins they were planned as a reading of all lines.
 */
final class PossibleLots {
    private static final String IN_STOCK =
            "coalesce((select max(s.quantity) from stock s where s.lot_id = k.id), 0) > 0";

    private final Optional<Instant> happenedBy;
    private final Optional<Long> position;

    /**
     * @param asOf which events count
     * @param position of the last event that was known; empty when all are
     */
    PossibleLots(AsOf asOf, Optional<Long> position) {
        happenedBy = asOf.happenedBy();
        this.position = position;
    }

    String condition() {
        String begun = "1 = 1";
        String notGone = IN_STOCK;
        if (happenedBy.isPresent()) {
            begun += " and " + line("min(p.effective_at)") + " <= :happened";
            notGone += " or " + line("max(p.effective_at)") + " > :happened";
        }
        if (position.isPresent()) {
            begun += " and " + line("min(p.ledger_position)") + " <= :known_position";
            notGone += " or " + line("max(p.ledger_position)") + " > :known_position";
        }
        return begun + " and (" + notGone + ")";
    }

    private static String line(String value) {
        return "(select " + value + " from event_line p where p.lot_id = k.id)";
    }

    void addTo(Question question) {
        happenedBy.ifPresent(moment -> question.with("happened", moment));
        position.ifPresent(last -> question.with("known_position", last));
    }
}
