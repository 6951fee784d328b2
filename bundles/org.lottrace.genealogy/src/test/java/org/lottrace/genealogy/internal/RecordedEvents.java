package org.lottrace.genealogy.internal;

import java.time.Clock;
import java.util.List;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.lot.Lot;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** Puts events into the real ledger store as they are, without deriving stock: a trace looks at nothing else. */
record RecordedEvents(TestDatabase database) {
    TestCompany company() {
        return TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    }

    Genealogy genealogy() {
        return company().service(Genealogy.class);
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
