package org.lottrace.persistence.internal.recall;

import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** One thing a step says, as it is stored. What a step does not name is absent. */
record FactRow(
        String name,
        Optional<PartyId> party,
        Optional<LotKey> lot,
        Optional<DocumentReference> document,
        Optional<Quantity> quantity,
        Optional<Long> number,
        Optional<String> words) {
    static FactRow named(String name) {
        return new FactRow(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    FactRow party(PartyId value) {
        return new FactRow(name, Optional.of(value), lot, document, quantity, number, words);
    }

    FactRow party(String value) {
        return party(new PartyId(value));
    }

    FactRow lot(LotKey value) {
        return new FactRow(name, party, Optional.of(value), document, quantity, number, words);
    }

    FactRow document(DocumentReference value) {
        return new FactRow(name, party, lot, Optional.of(value), quantity, number, words);
    }

    FactRow quantity(Quantity value) {
        return new FactRow(name, party, lot, document, Optional.of(value), number, words);
    }

    FactRow number(long value) {
        return new FactRow(name, party, lot, document, quantity, Optional.of(value), words);
    }

    FactRow words(String value) {
        return new FactRow(name, party, lot, document, quantity, number, Optional.of(value));
    }
}
