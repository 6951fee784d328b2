package org.lottrace.console.web.internal.work;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.event.Place;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.console.web.internal.work.Field.Kind;

/** What is said of a shipment as a whole, each in a field that may stay empty: who carries it, under which numbers, how much it is. */
final class Carriage {
    private Carriage() {}

    /** @return the fields of a form, and those of the carriage behind them */
    static List<Field> behind(Field... fields) {
        return Stream.concat(
                        Stream.of(fields),
                        LotAttributes.OF_A_SHIPMENT.stream().map(element -> Field.optional(element.word(), Kind.TEXT)))
                .toList();
    }

    static List<KeyDatum> of(Entry entry) {
        return LotAttributes.OF_A_SHIPMENT.stream()
                .flatMap(element -> value(entry, element).map(element::is).stream())
                .toList();
    }

    /** Amounts are in the unit of their element, and what is typed for a vehicle is its registration. */
    private static Optional<KeyDataValue> value(Entry entry, KeyDataElement element) {
        if (element.unit().isPresent()) {
            UnitOfMeasure unit = new UnitOfMeasure(element.unit().get());
            return entry.given(element.word(), BigDecimal.class)
                    .flatMap(amount ->
                            entry.whole(element.word(), () -> new KeyDataValue.Amount(new Quantity(amount, unit))));
        }
        String text = entry.textIfGiven(element.word());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return entry.whole(
                element.word(),
                () -> element == KeyDataElement.VEHICLE
                        ? new KeyDataValue.At(new Place.Vehicle(text))
                        : KeyDataValue.of(element.type(), text));
    }
}
