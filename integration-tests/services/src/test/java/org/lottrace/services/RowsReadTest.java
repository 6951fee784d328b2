package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.on;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.event.EventType;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.ShipNoticeBuilder;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Transfer;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.SentStatement;
import org.lottrace.persistence.testing.SentStatements;

/** What a use case reads does not grow with what lies where its goods go: as many rows with 300 lots there as with none. */
@ParameterizedClass
@EnumSource(StatementCountTest.Database.class)
class RowsReadTest {
    private static final int MANY = 300;

    @Parameter
    StatementCountTest.Database on;

    private WorkingBakery bakery;

    @BeforeEach
    void open() {
        bakery = new WorkingBakery(TestCompany.on(on.empty().withBakery()).with(Clock.class, Bakery.CLOCK)).withFlour();
        ShipNoticeBuilder notice = aShipNotice("MANY");
        IntStream.range(0, MANY)
                .forEach(lot -> notice.announcing(
                        "PO1", 1, FLOUR, "M" + lot, "1 BG", Optional.of(NEXT_YEAR), Optional.empty()));
        bakery.expect(notice.build());
        done(bakery.receive("many", "MANY"));
    }

    @AfterEach
    void close() {
        bakery.company().close();
    }

    @Test
    void a_consumption_into_an_order_with_many_lots_in_process() {
        done(bakery.consume("full", "FULL", many()));

        assertReadsTheSame(() -> consume("c1", "EMPTY", FLOUR_1), () -> consume("c2", "FULL", FLOUR_2));
    }

    @Test
    void a_consumption_of_a_class_that_nobody_there_keeps_apart_from() {
        done(bakery.consume("full", "FULL", many()));
        consume("one", "ONE", FLOUR_1);
        keepSaltFromFlour();

        assertReadsTheSame(() -> consume("c1", "ONE", FLOUR_1), () -> consume("c2", "FULL", FLOUR_1));
    }

    @Test
    void packing_into_a_unit_at_a_place_with_many_lots() {
        keepSaltFromFlour();

        assertReadsTheSame(() -> pack("p1", GATE, 1, FLOUR_1), () -> pack("p2", DOCK, 2, FLOUR_2));
    }

    @Test
    void the_arrival_of_a_unit_on_a_road_with_many_lots() {
        send("d1", Optional.of(pallet(1)), on(SHELF, FLOUR_1, "1 KGM"));
        send("d2", Optional.of(pallet(2)), on(SHELF, FLOUR_2, "1 KGM"));

        int alone = rowsReadBy(() -> arrive("a1", 1));
        send("d3", Optional.empty(), many());

        assertEquals(alone, rowsReadBy(() -> arrive("a2", 2)));
    }

    private static LotQuantity[] many() {
        return IntStream.range(0, MANY)
                .mapToObj(lot -> on(DOCK, new LotKey(MILL, FLOUR, new LotNumber("M" + lot)), "1 KGM"))
                .toArray(LotQuantity[]::new);
    }

    private void keepSaltFromFlour() {
        bakery.unitOfWork().run(() -> {
            bakery.database()
                    .items()
                    .save(anItem(FLOUR).packed("BG", "25").having("GLUTEN").build());
            bakery.database().items().save(anItem(SALT).notWith("GLUTEN").build());
        });
    }

    private void consume(String id, String order, LotKey lot) {
        done(bakery.consume(id, order, on(SHELF, lot, "1 KGM")));
    }

    private void pack(String id, LocationId to, int pallet, LotKey lot) {
        done(bakery.capture()
                .transfer(
                        EventType.PACK,
                        new Transfer(
                                aContext(id).request(),
                                BERLIN,
                                to,
                                Optional.of(pallet(pallet)),
                                List.of(on(SHELF, lot, "1 KGM")))));
    }

    private void send(String id, Optional<Sscc> unit, LotQuantity... goods) {
        done(bakery.capture().dispatch(new Dispatch(aContext(id).request(), POTSDAM, unit, List.of(goods))));
    }

    private void arrive(String id, int pallet) {
        done(bakery.capture()
                .arrive(new Arrival(
                        aContext(id).in(POTSDAM).request(), POTSDAM, SHELF, List.of(pallet(pallet)), List.of())));
    }

    private static void assertReadsTheSame(Runnable withNothing, Runnable withMany) {
        int rows = rowsReadBy(withNothing);

        assertEquals(rows, rowsReadBy(withMany));
    }

    private static int rowsReadBy(Runnable useCase) {
        return SentStatements.heard(useCase).stream()
                .mapToInt(SentStatement::rows)
                .sum();
    }
}
