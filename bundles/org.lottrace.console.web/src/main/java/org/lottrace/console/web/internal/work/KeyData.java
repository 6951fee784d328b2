package org.lottrace.console.web.internal.work;

import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;

/** Key data elements as they are typed: {@code countryOfOrigin=DE; harvestDate=2026-11-01}. */
public final class KeyData {
    private KeyData() {}

    /** @return the names of the elements that say something of a lot, in the order of the catalogue */
    public static List<String> ofALot() {
        return LotAttributes.OF_A_LOT.stream().map(KeyDataElement::word).toList();
    }

    /** @throws IllegalArgumentException if there is no such element, or this is no value of it */
    static KeyDatum of(String name, String value) {
        KeyDataElement element = KeyDataElement.find(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no key data element \"" + name + "\""));
        return new KeyDatum(name, KeyDataValue.of(element.type(), value));
    }

    /** @throws IllegalArgumentException if a part is not of the form {@code name=value}, or wrong */
    static List<KeyDatum> list(String text) {
        return Stream.of(text.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(KeyData::part)
                .toList();
    }

    private static KeyDatum part(String text) {
        String[] sides = text.split("=", 2);
        if (sides.length < 2) {
            throw new IllegalArgumentException("\"" + text + "\" is not of the form name=value");
        }
        return of(sides[0].strip(), sides[1].strip());
    }
}
