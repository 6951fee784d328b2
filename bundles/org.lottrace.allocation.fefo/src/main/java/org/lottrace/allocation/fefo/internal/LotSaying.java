package org.lottrace.allocation.fefo.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.lot.Lot;

/** What a lot says as one of its attributes. */
final class LotSaying {
    private static final Map<String, Function<Lot, Optional<?>>> OF_THE_LOT = Map.of(
            KeyDataElement.MADE_AT.word(), Lot::madeAt,
            KeyDataElement.PRODUCTION_DATE.word(), Lot::productionDate,
            KeyDataElement.EXPIRY_DATE.word(), Lot::expiry);

    private LotSaying() {}

    /** @return true when the lot itself does not say it, so that its attributes have to be read */
    static boolean isToBeRead(String word) {
        return !OF_THE_LOT.containsKey(word);
    }

    /** @return all that it says, each once, in the order of the texts */
    static Stream<String> of(String word, Lot lot, List<KeyDatum> attributes) {
        return Optional.ofNullable(OF_THE_LOT.get(word))
                .<Stream<?>>map(ofLot -> ofLot.apply(lot).stream())
                .orElseGet(() -> attributes.stream()
                        .filter(datum -> datum.name().equals(word))
                        .map(datum -> datum.value().text()))
                .map(Object::toString)
                .distinct()
                .sorted();
    }
}
