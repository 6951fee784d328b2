package org.lottrace.api.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A named, typed value that an event, a line of it or a lot carries (21 CFR 1.1310: key data element).
 *
 * @param name the name of its {@link KeyDataElement}; a ledger may hold names that this version does not know any more
 * @param value its value
 */
public record KeyDatum(String name, KeyDataValue value) {
    /** Pieces are found by their numbers, so the database keeps them in an index, which takes none of any length. */
    private static final int LONGEST_SERIAL = 200;

    public KeyDatum {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }

    /** @return the value of that element among these, or empty */
    public static Optional<KeyDataValue> find(List<KeyDatum> data, KeyDataElement element) {
        return data.stream()
                .filter(datum -> datum.name().equals(element.word()))
                .map(KeyDatum::value)
                .findFirst();
    }

    /** @return what is wrong with it, for people; empty when the catalogue has such an element and it is of its type */
    public Optional<String> fault() {
        Optional<KeyDataElement> element = KeyDataElement.find(name);
        if (element.isEmpty()) {
            return Optional.of("there is no key data element \"" + name + "\"");
        }
        if (element.get().type() != value.type()) {
            return Optional.of(name + " is of type " + element.get().type() + ", not " + value.type());
        }
        if (element.get() == KeyDataElement.SERIAL && value.text().length() > LONGEST_SERIAL) {
            return Optional.of(name + " has " + value.text().length() + " characters, and " + LONGEST_SERIAL
                    + " at most: say each number by itself");
        }
        return element.get().faultOfUnit(value);
    }
}
