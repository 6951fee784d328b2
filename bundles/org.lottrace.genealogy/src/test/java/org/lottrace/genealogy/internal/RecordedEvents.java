package org.lottrace.genealogy.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Lot;
import org.lottrace.persistence.testing.TestDatabase;

/** Puts events into the real ledger store as they are, without deriving stock: a trace looks at nothing else. */
record RecordedEvents(TestDatabase database) {
    GenealogyService genealogy() {
        return new FedGenealogy(database, database.ledger(), Optional.empty()).service;
    }

    static WhereaboutsReading whereabouts(TestDatabase database) {
        return new WhereaboutsReading(
                database.ledger(), database.salesOrders(), database.expectedReceipts(), database.sites(), Bakery.CLOCK);
    }

    void lots(Lot... lots) {
        database.unitOfWork().run(() -> List.of(lots).forEach(database.lots()::insert));
    }

    void append(TraceEvent event) {
        database.unitOfWork().run(() -> {
            long position = database.ledger().lockHead().position() + 1;
            database.ledger().append(new RecordedEvent(event, position, Bakery.NOW, "0".repeat(64)));
        });
    }
}
