package org.lottrace.ledger.internal;

import static org.lottrace.api.event.DocumentType.COUNT_SHEET;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.ledger.internal.follow.LedgerGrowth;
import org.lottrace.persistence.testing.TestDatabase;

/** The ledger on a database: an empty one with the bakery and two lots of flour, if no other is given. */
final class LedgerFixture {
    static final LotKey FLOUR_1 = aLot("L1").key();
    static final LotKey FLOUR_2 = aLot("L2").key();
    static final Position ON_SHELF = Position.at(in(SHELF));

    final TestDatabase database;
    final UnitOfWork unitOfWork;
    final AtomicInteger grown = new AtomicInteger();
    final TestCompany company;
    final Ledger ledger;
    final StockOnHand stock;

    LedgerFixture() {
        this(TestDatabase.h2().withBakery());
        register(aLot("L1").expiring("2026-12-31").build());
        register(aLot("L2").expiring("2026-12-31").build());
    }

    LedgerFixture(TestDatabase database) {
        this.database = database;
        unitOfWork = database.unitOfWork();
        company = TestCompany.on(database)
                .with(Clock.class, Bakery.CLOCK)
                .with(LedgerGrowth.class, grown::incrementAndGet);
        ledger = company.service(Ledger.class);
        stock = company.service(StockOnHand.class);
    }

    void register(Lot lot) {
        unitOfWork.run(() -> database.lots().insert(lot));
    }

    Outcome<RecordedEvent> receive(String id, LotKey lot, String quantity) {
        return ledger.append(anEvent(id, RECEIVE)
                .of(COUNT_SHEET, id)
                .moving(lot, quantity, Place.party(MILL), in(SHELF))
                .build());
    }

    Quantity onShelf(LotKey lot) {
        return stock.ofLot(lot).stream()
                .filter(balance -> balance.position().equals(ON_SHELF))
                .map(balance -> balance.quantity())
                .findFirst()
                .orElse(Quantity.of("0", "KGM"));
    }

    /** The refusals as {@code CODE field}, in their order. */
    static List<String> refusals(Outcome<RecordedEvent> result) {
        return result.fold(recorded -> List.of(), LedgerFixture::codes);
    }

    private static List<String> codes(List<Violation> violations) {
        return violations.stream().map(v -> v.code() + " " + v.path()).toList();
    }
}
