package org.lottrace.persistence.internal.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.lottrace.api.event.KeyDataType;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.persistence.internal.value.TextColumn;

/** A key data element in three columns. Its type is stored with it, so that it is readable without the catalogue. */
@Embeddable
public record KeyDatumPart(
        @Column(name = "element", length = 50) String element,
        @Column(name = "value_type", length = 20) KeyDataType type,

        @Column(name = "value_text", length = TextColumn.LENGTH)
        String text) {
    static KeyDatumPart of(KeyDatum datum) {
        return new KeyDatumPart(
                datum.name(), datum.value().type(), datum.value().text());
    }

    KeyDatum toDatum() {
        return new KeyDatum(element, KeyDataValue.of(type, text));
    }
}
