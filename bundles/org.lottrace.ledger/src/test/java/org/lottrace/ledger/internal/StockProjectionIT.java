package org.lottrace.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.HOLD;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.ledger.internal.LedgerFixture.FLOUR_1;
import static org.lottrace.ledger.internal.LedgerFixture.FLOUR_2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.LedgerProjection;
import org.lottrace.api.event.LedgerProjections;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.violation.Violation;

class StockProjectionIT {
    private final LedgerFixture fixture = new LedgerFixture();
    private final LedgerProjection stock = fixture.company.service(LedgerProjection.class);

    @BeforeEach
    void two_lots_one_of_them_moved_and_held() {
        done(fixture.receive("r1", FLOUR_1, "10 KGM"));
        done(fixture.receive("r2", FLOUR_2, "7 KGM"));
        done(fixture.ledger.append(anEvent("t1", TRANSFER)
                .moving(FLOUR_1, "4 KGM", in(SHELF), in(DOCK))
                .build()));
        done(fixture.ledger.append(anEvent("h1", HOLD)
                .setting(FLOUR_1, Disposition.ON_HOLD, "moths")
                .build()));
    }

    @Test
    void what_is_right_stays_as_it_is() {
        Map<String, List<String>> before = fixture.database.contents();

        assertEquals(List.of(), rebuilt());

        assertEquals(before, fixture.database.contents());
    }

    @Test
    void it_is_asked_for_by_its_name() {
        LedgerProjections projections = fixture.company.service(LedgerProjections.class);

        assertEquals(List.of(), done(projections.rebuild("stock")));
        Violation refusal = projections.rebuild("cost").violations().get(0);
        assertEquals("PROJECTION_UNKNOWN", refusal.code());
        assertEquals(
                "nothing of the name cost is derived from the ledger here; known are stock: give one"
                        + " of them. What follows the ledger, such as cost, is a follower: rebuild that",
                refusal.message());
    }

    @Test
    void what_was_changed_beside_the_ledger_is_named_and_put_right() {
        Map<String, List<String>> before = fixture.database.contents();
        fixture.database.sql("update stock set quantity = quantity + 1 where quantity = 7");
        fixture.database.sql("delete from lot_disposition");

        assertEquals(
                List.of("kept", "derived", "derived"),
                rebuilt().stream().map(row -> row.split(" ")[0]).toList());

        assertEquals(before, fixture.database.contents());
        assertEquals(List.of(), rebuilt());
    }

    /** Of a lot that no event names: nothing can be derived for it. */
    @Test
    void stock_that_came_from_nowhere_goes_and_is_named() {
        Map<String, List<String>> before = fixture.database.contents();
        fixture.register(aLot("L3").build());
        fixture.database.sql(
                "insert into stock select l.id, s.place_kind, s.place_code, s.place_sscc, s.site, s.quantity, s.unit, l.item"
                        + " from stock s, lot l where s.quantity = 7 and l.lot_number = 'L3'");
        fixture.database.sql("update lot_disposition set lot_id = (select id from lot where lot_number = 'L3')");

        List<String> differences = rebuilt();

        assertEquals(
                List.of("kept", "kept", "derived"),
                differences.stream().map(row -> row.split(" ")[0]).toList());
        assertTrue(differences.get(0).contains("L3"), differences.get(0));
        assertTrue(differences.get(1).contains("L3"), differences.get(1));
        assertEquals(before.get("stock"), fixture.database.contents().get("stock"));
        assertEquals(before.get("lot_disposition"), fixture.database.contents().get("lot_disposition"));
        assertEquals("stock", stock.name());
    }

    @Test
    void of_many_differences_the_first_are_named_and_the_others_counted() {
        for (int i = 0; i < 130; i++) {
            fixture.register(aLot("N" + i).build());
        }
        fixture.database.sql(
                "insert into stock select l.id, s.place_kind, s.place_code, s.place_sscc, s.site, s.quantity, s.unit, l.item"
                        + " from stock s, lot l where s.quantity = 7 and l.lot_number like 'N%'");

        List<String> told =
                done(fixture.company.service(LedgerProjections.class).rebuild("stock"));

        assertEquals(101, told.size());
        assertEquals("and 30 more", told.get(100));
        assertEquals(List.of(), rebuilt());
    }

    private List<String> rebuilt() {
        List<String> differences = new ArrayList<>();
        stock.rebuild(differences::add);
        return differences;
    }
}
