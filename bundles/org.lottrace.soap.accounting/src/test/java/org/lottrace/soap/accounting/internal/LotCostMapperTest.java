package org.lottrace.soap.accounting.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.soap.accounting.internal.wire.WireCostSource;

class LotCostMapperTest {
    private static final Money EURO = Money.parse("EUR 1.00");

    @Test
    void lists_each_source_before_its_own_sources() {
        List<CostSource> tree = List.of(source("A", source("B", source("C")), source("D")), source("E"));

        assertEquals(
                List.of("A 1", "B 2", "C 3", "D 2", "E 1"),
                map(tree).stream().map(s -> s.getEventId() + " " + s.getLevel()).toList());
    }

    @Test
    void opens_a_lot_that_was_reworked_for_decades() {
        CostSource deep = source("E0");
        for (int day = 1; day < 20_000; day++) {
            deep = source("E" + day, deep);
        }

        assertEquals(20_000, map(List.of(deep)).size());
    }

    private static List<WireCostSource> map(List<CostSource> sources) {
        CostedQuantity one = new CostedQuantity(quantity("1 KGM"), EURO);
        return LotCostMapper.toWire(new LotCost(aLot().key(), one, one), sources)
                .getSource();
    }

    private static CostSource source(String event, CostSource... sources) {
        return new CostSource(
                new EventId(event),
                new DocumentReference(DocumentType.PRODUCTION_ORDER, "MO1"),
                Optional.of(aLot().key()),
                quantity("1 KGM"),
                EURO,
                List.of(sources));
    }
}
