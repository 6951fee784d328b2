package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.HOLD;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RELEASE;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOUGH;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.company.WorkingBakery;

/** Dough D of flour F, and bread B of the dough. */
class InheritedSinceIT {
    private static final LotKey FLOUR = aLot("F").key();
    private static final LotKey DOUGH_1 = aLot("D").of(DOUGH).key();
    private static final LotKey BREAD_1 = aLot("B").of(BREAD).key();

    private final WorkingBakery bakery = new WorkingBakery();

    InheritedSinceIT() {
        bakery.unitOfWork().run(() -> {
            bakery.database().lots().insert(aLot("F").build());
            bakery.database().lots().insert(aLot("D").of(DOUGH).build());
            bakery.database().lots().insert(aLot("B").of(BREAD).build());
        });
    }

    @Test
    void what_was_made_of_a_held_lot_has_the_hold_and_what_was_made_of_that() {
        record(anEvent("h1", HOLD).setting(FLOUR, Disposition.ON_HOLD, "beetles"));
        made("knead", DOUGH_1, FLOUR);
        made("bake", BREAD_1, DOUGH_1);

        assertEquals(List.of(DOUGH_1, BREAD_1), inheritedSince("h1"));
    }

    @Test
    void what_was_made_before_or_without_the_hold_did_not_take_it_over() {
        made("knead", DOUGH_1, FLOUR);
        record(anEvent("h1", HOLD).setting(FLOUR, Disposition.ON_HOLD, "beetles"));
        record(anEvent("bake", PRODUCE).making(BREAD_1, FLOUR, "1 KGM"));

        assertEquals(List.of(), inheritedSince("h1"));
    }

    @Test
    void what_was_released_since_does_not_have_it_any_more_and_what_was_made_of_it_has() {
        record(anEvent("h1", HOLD).setting(FLOUR, Disposition.ON_HOLD, "beetles"));
        made("knead", DOUGH_1, FLOUR);
        made("bake", BREAD_1, DOUGH_1);
        record(anEvent("free", RELEASE).setting(DOUGH_1, Disposition.SELLABLE, "good"));

        assertEquals(List.of(BREAD_1), inheritedSince("h1"));
    }

    @Test
    void a_release_is_taken_over_by_nothing() {
        record(anEvent("free", RELEASE).setting(FLOUR, Disposition.SELLABLE, "good"));
        made("knead", DOUGH_1, FLOUR);

        assertEquals(List.of(), inheritedSince("free"));
    }

    private void made(String id, LotKey output, LotKey input) {
        record(anEvent(id, PRODUCE)
                .making(output, input, "1 KGM")
                .setting(output, Disposition.ON_HOLD, "made from " + input));
    }

    private void record(EventBuilder event) {
        WorkingBakery.recorded(bakery.ledger().append(event.build()));
    }

    private List<LotKey> inheritedSince(String hold) {
        return bakery.unitOfWork().required(() -> {
            var history = new HistoryInForce(bakery.database().ledger());
            return new InheritedSince(history)
                    .of(bakery.ledger().find(anEvent(hold, HOLD).build().id()).orElseThrow());
        });
    }
}
