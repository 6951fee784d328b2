package org.lottrace.persistence.internal.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.ReservationKind;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.AskedAlong;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;
import org.lottrace.persistence.internal.ledger.ShippedOfOrder;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.value.OrderLinePart;
import org.lottrace.persistence.internal.value.PositionPart;
import org.lottrace.persistence.internal.value.QuantityPart;

/** Reservations of an order or of lots, without entities, and along with them what has left for the order, and what will be asked of the lots. */
final class AskedReservations {
    /** Each of the two has an index; "or" would use none of them. */
    private static final String OF_ORDER_OR_LOTS =
            "select r.order_type, r.order_number, r.order_line, l.issuer, l.item,"
                    + " l.lot_number, r.place_kind, r.place_code, r.place_sscc, r.quantity, r.unit, r.kind, r.soft_until"
                    + " from reservation r join lot l on l.id = r.lot_id where r.id in (select o.id from reservation o"
                    + " where o.order_number = ? union select k.id from reservation k where k.lot_id = any(?)) order by r.id";

    private AskedReservations() {}

    /** @return in the order in which they were made; also those of a document of another type with that number */
    static List<Reservation> ofOrderOrLots(CurrentSession current, DocumentReference order, Collection<LotKey> lots) {
        List<Reservation> read = new ArrayList<>();
        List<Long> ids = LotRows.of(current, lots).ids();
        return current.call(session -> {
            Questions questions = new Questions()
                    .ask(OF_ORDER_OR_LOTS, row -> read.add(read(row)), order.number(), ArrayParameter.ids(ids));
            ShippedOfOrder.ask(current, questions, order);
            current.memory()
                    .find(AskedAlong.WITH_RESERVATIONS, AskedAlong.ONLY)
                    .ifPresent(along -> along.ask(questions, lots));
            questions.send(session);
            return read;
        });
    }

    private static Reservation read(ResultSet row) throws SQLException {
        String kind = row.getString(12);
        return new Reservation(
                new OrderLinePart(Coded.of(DocumentType.class, row.getString(1)), row.getString(2), row.getInt(3))
                        .toReference(),
                new LotKey(
                        new PartyId(row.getString(4)),
                        new ItemNumber(row.getString(5)),
                        new LotNumber(row.getString(6))),
                PositionPart.of(row, 7).toPosition(),
                new QuantityPart(row.getBigDecimal(10), row.getString(11)).toQuantity(),
                kind == null ? ReservationKind.FIRM : Coded.of(ReservationKind.class, kind),
                until(row.getObject(13, OffsetDateTime.class)));
    }

    private static Optional<Instant> until(OffsetDateTime moment) {
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }
}
