package org.lottrace.console.web.internal.orders;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

/** What the pages of transfer and production orders have in common: of one line 100 of 105 kilograms of flour are reserved. */
abstract class DemandPageTest {
    private static final LotKey LOT = aLot("L1").of(FLOUR).build().key();

    /** What the services were asked to do, in that order. */
    final List<String> asked = new ArrayList<>();

    DeskUnderTest desk;
    private final OrderLineReference line;

    DemandPageTest(OrderLineReference line) {
        this.line = line;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** @return a service that shows the line, and does all that is asked of it */
    final <S> Fake<S> allocating(Class<S> service) {
        return Fake.of(service)
                .when("show", given -> new Outcome.Done<>(List.of(flour())))
                .when("allocate", given -> did("allocate"))
                .when("allocateSoftly", given -> did("allocateSoftly"))
                .when("replan", given -> did("replan"))
                .when("cancel", given -> {
                    asked.add("cancel");
                    return List.of();
                });
    }

    private Outcome<List<LineAllocation>> did(String what) {
        asked.add(what);
        return new Outcome.Done<>(List.of(flour()));
    }

    private LineAllocation flour() {
        return new LineAllocation(
                line,
                FLOUR,
                quantity("105 KGM"),
                quantity("0 KGM"),
                List.of(new Reservation(line, LOT, Position.at(in(SHELF)), quantity("100 KGM"))),
                List.of());
    }

    static void assertShowsWhatIsReservedAndShort(String page, String linkToReasons) {
        assertTrue(page.contains("L1"), page);
        assertTrue(page.contains("5 KGM short") || page.contains("5 kg short"), page);
        assertTrue(page.contains(linkToReasons), page);
    }

    final void press(String path, String... buttons) {
        for (String button : buttons) {
            desk.send(path, "number", line.order().number(), "do", button);
        }
    }
}
