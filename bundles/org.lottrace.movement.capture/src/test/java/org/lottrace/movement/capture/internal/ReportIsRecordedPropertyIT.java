package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.SampleFate;
import org.lottrace.api.movement.Sampling;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.SupplierReturn;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.WorkingBakery;

/** A report is recorded as long as it names goods, place, time and quantity, whatever else is wrong with it; and only then. */
class ReportIsRecordedPropertyIT {
    private static final LocationId NOWHERE = new LocationId("Z-99");
    private static final List<String> GOODS = List.of(
            "MILL/FLOUR/L1", "FLOUR/L2", "L1", "FLOUR/77", "MILL/SALT/NEW-1", "NOBODY/SALT/N-2", "MARKET/FLOUR/L1");
    private static final List<String> NO_GOODS = List.of("FLOUR/L9", "L9", "MILL/PEPPER/P-1", "88");
    private static final List<String> QUANTITIES = List.of("1 KGM", "2.5 KGM", "1200 KGM", "0.001 KGM");
    private static final List<String> NO_QUANTITY = List.of("0 KGM", "-1 KGM", "1 CS");
    private static final List<PartyId> PARTIES = List.of(MARKET, MILL, new PartyId("NOBODY"), new PartyId("NIEMAND"));

    static List<Integer> seeds() {
        return IntStream.rangeClosed(1, 12).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_names_goods_place_time_and_quantity(int seed) {
        Random random = new Random(seed);
        WorkingBakery bakery = new WorkingBakery().withFlour();
        bakery.lots().register(aLot("77").expiring("2026-12-31").build());
        bakery.lots().register(aLot("77").from(MARKET).expiring("2026-10-31").build());
        bakery.lots().register(aLot("88").expiring("2026-12-31").build());
        bakery.lots().register(aLot("88").of(SALT).build());
        bakery.ordered(aSalesOrder("SO1").ordering(FLOUR, "100 KGM").build());
        bakery.hold(FLOUR_1);
        for (int i = 0; i < 25; i++) {
            Told told = new Told(random, "e" + i);
            Outcome<RecordedEvent> outcome = told.report(bakery);
            if (told.namesAll()) {
                RecordedEvent event = outcome.toOptional()
                        .orElseThrow(
                                () -> new AssertionError(seed + ": " + told + " is refused: " + outcome.violations()));
                assertEquals(
                        event.event().findings().isEmpty(),
                        cases(bakery, event).isEmpty(),
                        () -> seed + ": " + told + ": what is found is a case");
                assertTrue(told.report(bakery) instanceof Outcome.AlreadyDone, () -> seed + ": " + told + " again");
            } else {
                assertTrue(outcome.toOptional().isEmpty(), () -> seed + ": " + told + " is recorded");
                assertFalse(
                        outcome.violations().stream()
                                .map(Violation::code)
                                .anyMatch(List.of("NOT_RESERVED", "ORDER_UNKNOWN")::contains),
                        () -> seed + ": " + told + " is refused for a rule: " + outcome.violations());
            }
        }
    }

    private static List<ExceptionCase> cases(WorkingBakery bakery, RecordedEvent event) {
        return bakery.company()
                .service(ExceptionCases.class)
                .ofEvent(event.event().id());
    }

    /** One report, in which something may be wrong. */
    private static final class Told {
        private final List<String> said = new ArrayList<>();
        private final Random random;
        private final boolean namesGoods;
        private final boolean namesPlace;
        private final boolean namesTime;
        private final boolean namesQuantity;
        private final int act;
        private final CaptureContext context;
        private final List<LotQuantity> goods;
        private final String number;
        private final String order;
        private final Optional<PartyId> party;

        Told(Random random, String id) {
            this.random = random;
            act = random.nextInt(9);
            namesGoods = isUsual();
            namesPlace = isUsual();
            namesTime = isUsual();
            namesQuantity = isUsual();
            String lot = one(namesGoods ? GOODS : NO_GOODS);
            String quantity = one(namesQuantity ? QUANTITIES : NO_QUANTITY);
            LocationId location = namesPlace ? SHELF : NOWHERE;
            goods = List.of(on(location, LotReference.parse(lot), quantity));
            number = one(List.of("S1", "S2"));
            order = one(List.of("SO1", "SO9", ""));
            party = Optional.of(one(PARTIES)).filter(any -> random.nextInt(4) > 0);
            Duration ago = namesTime ? Duration.ofHours(random.nextInt(50)) : Duration.ofDays(-30);
            CaptureContext usual =
                    aContext(id).at(NOW.minus(ago).toString()).reported().request();
            Optional<LocalDate> day = random.nextInt(5) > 0 ? Optional.empty() : Optional.of(LocalDate.of(2126, 1, 1));
            context = new CaptureContext(
                    new EventId(id),
                    usual.effective(),
                    day,
                    usual.actor(),
                    usual.onBehalfOf(),
                    usual.device(),
                    usual.site(),
                    usual.source(),
                    usual.basis());
            said.addAll(List.of(
                    "act " + act, lot, quantity, location.value(), number, order, party + "", ago + "", day + ""));
        }

        boolean namesAll() {
            return namesGoods && namesPlace && namesTime && namesQuantity;
        }

        Outcome<RecordedEvent> report(WorkingBakery bakery) {
            return switch (act) {
                case 0, 1 ->
                    bakery.capture()
                            .ship(new Shipment(context, number, order, party, List.of(leaving(1, goods.get(0)))));
                case 2 ->
                    bakery.capture().takeBack(new CustomerReturn(context, "R1", Optional.of(number), party, goods));
                case 3 ->
                    bakery.capture().returnToSupplier(new SupplierReturn(context, party.orElse(MILL), "V1", goods));
                case 4 -> bakery.capture().consume(new Consumption(context, "P1", goods));
                case 5 -> bakery.capture().dispose(new Disposal(context, "D1", goods));
                case 6 -> bakery.capture().sample(new Sampling(context, "Q1", "", SampleFate.USED, goods));
                case 7 ->
                    bakery.capture()
                            .transfer(
                                    EventType.PUT_AWAY,
                                    new Transfer(context, context.site(), GATE, Optional.empty(), goods));
                default -> bakery.capture().dispatch(new Dispatch(context, POTSDAM, Optional.empty(), goods));
            };
        }

        private boolean isUsual() {
            return random.nextInt(10) > 0;
        }

        private <T> T one(List<T> several) {
            return several.get(random.nextInt(several.size()));
        }

        @Override
        public String toString() {
            return String.join(", ", said);
        }
    }
}
