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
        return element.get().faultOfUnit(value);
    }
}
