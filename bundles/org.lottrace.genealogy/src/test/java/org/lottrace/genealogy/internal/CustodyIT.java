package org.lottrace.genealogy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.DocumentType.PRODUCTION_ORDER;
import static org.lottrace.api.event.DocumentType.RETURN_ORDER;
import static org.lottrace.api.event.DocumentType.SHIPMENT;
import static org.lottrace.api.event.EventType.CONSUME;
import static org.lottrace.api.event.EventType.PACK;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.PUT_AWAY;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.RETURN;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.ChainOfCustody;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.lot.Lot;
import org.lottrace.persistence.testing.TestDatabase;

/** Flour becomes two lots of bread; one is shipped on two pallets and some of it comes back. */
class CustodyIT {
    private static final Lot FLOUR = aLot("FLOUR").build();
    private static final Lot LOAVES = aLot("LOAVES").of(BREAD).madeAt(BERLIN).build();
    private static final Lot OTHER = aLot("OTHER").of(BREAD).madeAt(BERLIN).build();
    private static final Place MADE = Place.transformation(BERLIN);

    private final RecordedEvents recorded = new RecordedEvents(TestDatabase.h2().withBakery());
    private final Genealogy genealogy = recorded.genealogy();

    @BeforeEach
    void two_bakings() {
        recorded.lots(FLOUR, LOAVES, OTHER);
        recorded.append(anEvent("receive", RECEIVE)
                .moving(FLOUR.key(), "100 KGM", Place.party(MILL), in(DOCK))
                .build());
        recorded.append(anEvent("shelve", PUT_AWAY)
                .moving(FLOUR.key(), "100 KGM", in(DOCK), in(SHELF))
                .build());
        recorded.append(anEvent("bake", PRODUCE)
                .moving(FLOUR.key(), "60 KGM", in(SHELF), MADE)
                .making(LOAVES.key(), FLOUR.key(), "60 KGM")
                .moving(LOAVES.key(), "50 C62", Position.at(MADE), Position.at(in(GATE), pallet(1)))
                .moving(LOAVES.key(), "30 C62", Position.at(MADE), Position.at(in(GATE), pallet(2)))
                .build());
        recorded.append(anEvent("bake-other", PRODUCE)
                .moving(FLOUR.key(), "20 KGM", in(SHELF), MADE)
                .making(OTHER.key(), FLOUR.key(), "20 KGM")
                .moving(OTHER.key(), "30 C62", MADE, in(GATE))
                .build());
        recorded.append(anEvent("shelve-rest", CONSUME)
                .moving(FLOUR.key(), "20 KGM", in(SHELF), in(DOCK))
                .build());
        ship("ship-1", "S1", 1, "50 C62");
        ship("ship-2", "S2", 2, "30 C62");
        recorded.append(anEvent("back", RETURN)
                .of(RETURN_ORDER, "R1")
                .of(SHIPMENT, "S2")
                .moving(LOAVES.key(), "10 C62", Place.party(MARKET), in(DOCK))
                .build());
    }

    @Test
    void of_a_lot_with_its_ingredients_as_far_as_they_went_into_it() {
        ChainOfCustody chain = genealogy.custody(LOAVES.key());

        assertEquals(
                "receive FLOUR, shelve FLOUR, bake FLOUR, bake LOAVES, bake LOAVES, ship-1 LOAVES, ship-2 LOAVES, back LOAVES",
                steps(chain));
        assertEquals(
                "BER/DOCK 10 C62 []; PARTY MARKET (00)" + pallet(1) + " 50 C62 [SHIPMENT S1]; PARTY MARKET (00)"
                        + pallet(2) + " 20 C62 [SHIPMENT S2]",
                now(chain));
    }

    @Test
    void of_a_lot_without_what_its_ingredients_did_in_other_production_orders() {
        Lot rolls = aLot("ROLLS").of(BREAD).madeAt(BERLIN).build();
        recorded.lots(rolls);
        consume("other", order("P1"), in(SHELF));
        consume("lent", order("P2"), in(SHELF));
        consume("back-from-P2", in(DOCK), order("P2"));
        consume("mine", order("P3"), in(DOCK));
        recorded.append(anEvent("bake-rolls", PRODUCE)
                .moving(FLOUR.key(), "5 KGM", order("P3"), MADE)
                .making(rolls.key(), FLOUR.key(), "5 KGM")
                .moving(rolls.key(), "5 C62", MADE, in(GATE))
                .build());
        consume("late", order("P3"), in(DOCK));

        assertEquals(
                "receive FLOUR, shelve FLOUR, shelve-rest FLOUR, lent FLOUR, back-from-P2 FLOUR, mine FLOUR,"
                        + " bake-rolls FLOUR, bake-rolls ROLLS",
                steps(genealogy.custody(rolls.key())));
    }

    @Test
    void of_an_ingredient_with_everything_that_was_made_of_it() {
        assertEquals(
                "receive FLOUR, shelve FLOUR, bake FLOUR, bake LOAVES, bake LOAVES, bake-other FLOUR, bake-other OTHER,"
                        + " shelve-rest FLOUR, ship-1 LOAVES, ship-2 LOAVES, back LOAVES",
                steps(genealogy.custody(FLOUR.key())));
    }

    @Test
    void of_a_pallet_without_what_was_on_the_other_one() {
        ChainOfCustody chain = genealogy.custody(pallet(1));

        assertEquals("receive FLOUR, shelve FLOUR, bake FLOUR, bake LOAVES, ship-1 LOAVES", steps(chain));
        assertEquals("PARTY MARKET (00)" + pallet(1) + " 50 C62 [SHIPMENT S1]", now(chain));
    }

    @Test
    void of_a_pallet_nobody_knows_there_is_none() {
        assertEquals("", steps(genealogy.custody(pallet(9))));
    }

    @Test
    void of_a_pallet_as_it_was_when_the_goods_were_still_at_the_gate() {
        ChainOfCustody chain = genealogy.custody(pallet(1), AsOf.position(3));

        assertEquals("receive FLOUR, shelve FLOUR, bake FLOUR, bake LOAVES", steps(chain));
        assertEquals("BER/GATE (00)" + pallet(1) + " 50 C62 []", now(chain));
        assertEquals(3, chain.ledgerPosition());
        assertEquals("", steps(genealogy.custody(pallet(1), AsOf.position(2))));
    }

    /** Neither received, nor shipped, nor in stock: only the ledger knows that it ever held something. */
    @Test
    void of_a_pallet_that_was_packed_and_unpacked_again_there_is_a_past() {
        recorded.append(anEvent("pack", PACK)
                .moving(OTHER.key(), "12 C62", Position.at(in(GATE)), Position.at(in(GATE), pallet(5)))
                .build());
        recorded.append(anEvent("unpack", PACK)
                .moving(OTHER.key(), "12 C62", Position.at(in(GATE), pallet(5)), Position.at(in(GATE)))
                .build());

        assertEquals("", steps(genealogy.custody(pallet(5))));
        ChainOfCustody chain = genealogy.custody(pallet(5), AsOf.position(9));
        assertEquals("receive FLOUR, shelve FLOUR, bake-other FLOUR, bake-other OTHER, pack OTHER", steps(chain));
        assertEquals("BER/GATE (00)" + pallet(5) + " 12 C62 []", now(chain));
    }

    private static Place order(String number) {
        return Place.productionOrder(new DocumentReference(PRODUCTION_ORDER, number));
    }

    private void consume(String event, Place to, Place from) {
        recorded.append(
                anEvent(event, CONSUME).moving(FLOUR.key(), "5 KGM", from, to).build());
    }

    private void ship(String event, String shipment, int pallet, String quantity) {
        recorded.append(anEvent(event, SHIP)
                .of(SHIPMENT, shipment)
                .moving(
                        LOAVES.key(),
                        quantity,
                        Position.at(in(GATE), pallet(pallet)),
                        Position.at(Place.party(MARKET), pallet(pallet)))
                .build());
    }

    private static String steps(ChainOfCustody chain) {
        return chain.steps().stream()
                .map(step -> step.event() + " " + step.lot().number())
                .collect(Collectors.joining(", "));
    }

    private static String now(ChainOfCustody chain) {
        return chain.now().stream()
                .map(where -> where.position() + " " + where.quantity() + " " + where.documents())
                .collect(Collectors.joining("; "));
    }
}
