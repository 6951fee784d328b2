package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.notice;
import static org.lottrace.company.WorkingBakery.recorded;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.movement.Receipt;
import org.lottrace.company.WorkingBakery;

/** What comes with a number that several issuers use is the lot of its supplier, unless the label names somebody else. */
class NumberOfSeveralIssuersIT {
    private final WorkingBakery bakery = new WorkingBakery();

    @ParameterizedTest
    @ValueSource(strings = {"77", "FLOUR/77", "MILL/FLOUR/77"})
    void goods_that_are_announced_are_the_suppliers(String label) {
        bakery.order();
        bakery.lots().register(aLot("77").expiring("2027-01-31").build());
        bakery.lots().register(aLot("77").from(MARKET).expiring("2027-01-31").build());
        bakery.expect(aShipNotice("N7")
                .announcing("PO1", 1, FLOUR, "77", "10 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .build());
        Receipt receipt = new Receipt(aContext("r1").request(), notice("N7"), DOCK, List.of(came(label, "10 BG")));

        recorded(bakery.capture().receive(receipt));
        assertEquals(List.of("BER/DOCK 250 KGM"), bakery.stock(aLot("77").key()));
        recorded(bakery.capture().receive(receipt));
    }

    @ParameterizedTest
    @ValueSource(strings = {"77", "FLOUR/77"})
    void goods_that_are_not_announced_are_the_suppliers_too(String label) {
        bakery.expectingFlour();
        bakery.lots().register(aLot("77").expiring("2027-01-31").build());
        bakery.lots().register(aLot("77").from(MARKET).expiring("2027-01-31").build());
        Receipt receipt = new Receipt(aContext("r1").request(), notice("N1"), DOCK, List.of(came(label, "10 BG")));

        recorded(bakery.capture().receive(receipt));
        assertEquals(List.of("BER/DOCK 250 KGM"), bakery.stock(aLot("77").key()));
        recorded(bakery.capture().receive(receipt));
    }
}
