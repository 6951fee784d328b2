package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.DocumentType.SALES_ORDER;
import static org.lottrace.api.event.DocumentType.SHIPMENT;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;
import static org.lottrace.cost.internal.Captured.STOCK;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.returned;
import static org.lottrace.cost.internal.Goods.goods;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;

/** 100 kg came for 100.00; of these 3 left for line 2 of SO1, 2 for line 1 of SO2 and 1 and 1 for line 1 of SO1. */
class ShippedGoodsIT {
    private static final DocumentReference S1 = new DocumentReference(SHIPMENT, "S1");
    private static final LotKey LOT = aLot("L1").key();

    private final BakeryBooks books = new BakeryBooks()
            .ordered("P1", FLOUR, "100 KGM", "1.00")
            .recorded(
                    received("N1", "P1", goods(LOT, "100 KGM")),
                    shipped("E1", "SO1", 2, "3 KGM"),
                    shipped("E2", "SO2", 1, "2 KGM"),
                    shipped("E3", "SO1", 1, "1 KGM"),
                    shipped("E4", "SO1", 1, "1 KGM"));

    @Test
    void a_part_costs_its_share_of_what_left() {
        assertEquals(Optional.of("3.5 KGM EUR 3.50"), cost(LOT, "3.5 KGM"));
        assertEquals(Optional.empty(), cost(aLot("L2").key(), "1 KGM"));
    }

    @Test
    void what_came_back_and_what_was_reversed_does_not_change_the_share() {
        TraceEvent wrong = shipped("E5", "SO3", 1, "50 KGM");
        books.recorded(wrong, reversalOf(wrong), returned("R1", "S1", goods(LOT, "7 KGM")));

        assertEquals(Optional.of("1 KGM EUR 1.00"), cost(LOT, "1 KGM"));
        assertEquals(3, split("7 KGM").size());
    }

    @Test
    void a_part_is_split_by_what_left_for_each_line_in_their_order() {
        assertEquals(List.of("SO1 1 2 KGM EUR 2.00", "SO1 2 3 KGM EUR 3.00", "SO2 1 2 KGM EUR 2.00"), split("7 KGM"));
    }

    /** 2/7 and 3/7 of a kilogram, cut to six decimals; the last line takes the rest. */
    @Test
    void nothing_is_lost_in_a_split() {
        assertEquals(
                List.of("SO1 1 0.285714 KGM EUR 0.29", "SO1 2 0.428571 KGM EUR 0.43", "SO2 1 0.285715 KGM EUR 0.29"),
                split("1 KGM"));
    }

    private Optional<String> cost(LotKey lot, String quantity) {
        return new ShippedGoods(books.costing())
                .cost(S1, lot, quantity(quantity))
                .map(cost -> cost.quantity() + " " + cost.value());
    }

    private List<String> split(String quantity) {
        return new ShippedGoods(books.costing())
                .split(S1, LOT, quantity(quantity)).entrySet().stream()
                        .map(part -> part.getKey().order().number() + " "
                                + part.getKey().line() + " " + part.getValue().quantity() + " "
                                + part.getValue().value())
                        .toList();
    }

    private static TraceEvent shipped(String id, String order, int line, String quantity) {
        return anEvent(id, EventType.SHIP)
                .of(SHIPMENT, "S1")
                .moving(
                        LOT,
                        quantity,
                        Position.at(STOCK),
                        Position.at(Place.party(MARKET)),
                        new OrderLineReference(new DocumentReference(SALES_ORDER, order), line))
                .build();
    }
}
