package org.lottrace.persistence.internal.stock;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.quality.Hold;
import org.lottrace.persistence.internal.value.ExactInstant;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code lot_hold}. The place is {@code ''} where the whole lot is held. */
@Entity
@Table(name = "lot_hold")
public class HoldEntity {
    @EmbeddedId
    Key id;

    @Column(name = "reason", length = TextColumn.LENGTH)
    String reason;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "since_at"))
    @AttributeOverride(name = "nanos", column = @Column(name = "since_nanos"))
    ExactInstant since;

    @Column(name = "held_by", length = TextColumn.LENGTH)
    String by;

    @Column(name = "place_kind", length = 20)
    String placeKind;

    @Column(name = "place_code", length = 50)
    String placeCode;

    @Column(name = "place_sscc", length = 18)
    String container;

    protected HoldEntity() {}

    HoldEntity(long lotId, Hold hold) {
        id = new Key(lotId, hold.event().value());
        reason = hold.reason();
        since = ExactInstant.of(hold.since());
        by = hold.by();
        placeKind = hold.at().map(at -> at.place().kind().code()).orElse("");
        placeCode = hold.at().map(at -> at.place().code()).orElse("");
        container = hold.at().flatMap(Position::container).map(Sscc::value).orElse("");
    }

    Hold toHold() {
        return new Hold(new EventId(id.eventId()), reason, since.toInstant(), by, at());
    }

    private Optional<Position> at() {
        return placeKind.isEmpty()
                ? Optional.empty()
                : Optional.of(new Position(
                        Place.of(Coded.of(PlaceKind.class, placeKind), placeCode),
                        Optional.of(container).filter(unit -> !unit.isEmpty()).map(Sscc::new)));
    }

    /**
     * @param lotId the lot
     * @param eventId the event that set the hold
     */
    @Embeddable
    public record Key(
            @Column(name = "lot_id") long lotId,
            @Column(name = "event_id", length = 100) String eventId) implements Serializable {}
}
