package org.lottrace.persistence.internal.value;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.Sscc;

/**
 * A position in three columns.
 *
 * @param sscc the logistic unit; empty for loose goods, so that it can be part of a key
 */
@Embeddable
public record PositionPart(
        @Column(name = "kind", length = 20) PlaceKind kind,

        @Column(name = "code", length = 50) String code,
        @Column(name = "sscc", length = 18) String sscc)
        implements Serializable {
    public static PositionPart of(Position position) {
        return new PositionPart(
                position.place().kind(),
                position.place().code(),
                position.container().map(Sscc::value).orElse(""));
    }

    /** @param first column of the three: kind, code, SSCC */
    public static PositionPart of(ResultSet row, int first) throws SQLException {
        return new PositionPart(
                Coded.of(PlaceKind.class, row.getString(first)), row.getString(first + 1), row.getString(first + 2));
    }

    public Position toPosition() {
        return new Position(Place.of(kind, code), sscc.isEmpty() ? Optional.empty() : Optional.of(new Sscc(sscc)));
    }
}
