package org.lottrace.api.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.Sscc;

/** How an event says that it holds goods at one place only. */
public final class HeldPlace {
    private HeldPlace() {}

    /** @return what an event says besides when it holds what is at that position */
    public static List<KeyDatum> saying(Position position) {
        List<KeyDatum> data = new ArrayList<>();
        data.add(KeyDataElement.HELD_AT.is(new KeyDataValue.At(position.place())));
        position.container()
                .ifPresent(unit -> data.add(KeyDataElement.HELD_UNIT.is(new KeyDataValue.Text(unit.value()))));
        return data;
    }

    /** @return where the goods are that it holds; empty when it holds whole lots */
    public static Optional<Position> of(TraceEvent event) {
        Optional<Sscc> unit =
                KeyDatum.find(event.keyData(), KeyDataElement.HELD_UNIT).map(value -> new Sscc(value.text()));
        return KeyDatum.find(event.keyData(), KeyDataElement.HELD_AT)
                .filter(KeyDataValue.At.class::isInstance)
                .map(value -> new Position(((KeyDataValue.At) value).place(), unit));
    }
}
