package org.lottrace.persistence.internal.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.ReservationKind;
import org.lottrace.api.code.Coded;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.value.OrderLinePart;
import org.lottrace.persistence.internal.value.PositionPart;
import org.lottrace.persistence.internal.value.QuantityPart;

/** A row of {@code reservation}. Ids grow, so they tell the order in which reservations were made. */
@Entity
@Table(name = "reservation")
public class ReservationEntity {
    @Id
    @Column(name = "id")
    Long id;

    @Embedded
    OrderLinePart orderLine;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "lot_id")
    LotEntity lot;

    @Embedded
    @EmbeddedColumnNaming("place_%s")
    PositionPart position;

    @Embedded
    QuantityPart quantity;

    /** Null for a firm one. */
    @Column(name = "kind", length = 10)
    String kind;

    /** Of a soft one. */
    @Column(name = "soft_until")
    Instant softUntil;

    protected ReservationEntity() {}

    /** Without its id. */
    ReservationEntity(Reservation reservation, LotRows lots) {
        orderLine = OrderLinePart.of(reservation.orderLine());
        lot = lots.get(reservation.lot());
        position = PositionPart.of(reservation.position());
        quantity = QuantityPart.of(reservation.quantity());
        kind = kind(reservation);
        softUntil = reservation.until().orElse(null);
    }

    Reservation toReservation() {
        return new Reservation(
                orderLine.toReference(),
                lot.key(),
                position.toPosition(),
                quantity.toQuantity(),
                kind == null ? ReservationKind.FIRM : Coded.of(ReservationKind.class, kind),
                Optional.ofNullable(softUntil));
    }

    /** @return as it is stored */
    static String kind(Reservation reservation) {
        return reservation.kind() == ReservationKind.FIRM
                ? null
                : reservation.kind().code();
    }
}
