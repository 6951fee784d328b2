package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.services.race.Lock.HEAD;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.ItemProfile;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.services.race.Race.Requests;

/** Two bring a piece with the same serial number, each as one of another lot: no lock of a lot keeps them apart. */
class SerialRaceTest extends RaceTest {
    private static final Site APPEND = HEAD.in("LedgerService.appendUnderLock");
    private static final KeyDatum SERIAL = KeyDataElement.SERIAL.is(new KeyDataValue.Text("SN-1"));
    private static final Lot B7 =
            aLot("B7").of(BREAD).from(MILL).expiring("2099-12-31").build();
    private static final Lot B8 =
            aLot("B8").of(BREAD).from(MILL).expiring("2099-12-31").build();
    private static final Lot OUR_B7 =
            aLot("B7").of(BREAD).from(COMPANY).expiring("2099-12-31").build();

    /** What has come has come: the second report is recorded, too, with a case that says what is wrong. */
    @TestFactory
    Stream<DynamicTest> a_piece_that_just_came_as_one_of_another_lot_is_found_out() {
        return race().firstHolds(APPEND).elseRefused().secondWaitsAt(APPEND).tests(bakery -> {
            shipped(bakery, B8, TrackingMode.LOT_AND_SERIAL);
            return new Requests(
                    () -> received(bakery, B7, SERIAL),
                    () -> takenBack(bakery, B8, SERIAL),
                    () -> assertEquals(List.of("b1 SERIAL_THERE"), cases(bakery)));
        });
    }

    @TestFactory
    Stream<DynamicTest> a_lot_that_is_one_piece_is_found_out_when_another_issuer_s_just_came() {
        return race().firstHolds(APPEND).elseRefused().secondWaitsAt(APPEND).tests(bakery -> {
            shipped(bakery, OUR_B7, TrackingMode.SERIAL);
            return new Requests(
                    () -> received(bakery, B7),
                    () -> takenBack(bakery, OUR_B7),
                    () -> assertEquals(List.of("b1 SERIAL_THERE"), cases(bakery)));
        });
    }

    /** One piece of the lot was sold. What is just received is known, too: a new lot would be kept apart by the lock of its item. */
    private static void shipped(RacedBakery bakery, Lot lot, TrackingMode mode) {
        bakery.withStock(lot, "1 C62").database.lots().insert(B7);
        done(bakery.append(anEvent("s1", SHIP)
                .of(DocumentType.SHIPMENT, "S1")
                .moving(lot.key(), "1 C62", in(SHELF), Place.party(MARKET))
                .build()));
        ItemCatalog catalog = bakery.service(ItemCatalog.class);
        Item bread = catalog.find(BREAD).orElseThrow();
        ItemProfile profile =
                new ItemProfile(Optional.of(mode), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
        assertEquals(
                List.of(),
                catalog.save(List.of(new Item(
                        bread.number(),
                        bread.description(),
                        bread.type(),
                        bread.gtin(),
                        bread.baseUnit(),
                        bread.packUnits(),
                        bread.shelfLifeDays(),
                        bread.segregation(),
                        profile))));
    }

    private static Outcome<RecordedEvent> received(RacedBakery bakery, Lot lot, KeyDatum... said) {
        return bakery.capture()
                .receive(new Receipt(
                        aContext("r1").reported().request(),
                        Optional.of(MILL),
                        Optional.empty(),
                        Optional.empty(),
                        SHELF,
                        List.of(new Receipt.Line(
                                LotReference.to(lot.key()),
                                quantity("1 C62"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                List.of(said)))));
    }

    private static Outcome<RecordedEvent> takenBack(RacedBakery bakery, Lot lot, KeyDatum... said) {
        LotQuantity piece =
                new LotQuantity(LotReference.to(lot.key()), SHELF, Optional.empty(), quantity("1 C62"), List.of(said));
        return bakery.capture()
                .takeBack(new CustomerReturn(aContext("b1").reported().request(), "R1", "S1", List.of(piece)));
    }

    private static List<String> cases(RacedBakery bakery) {
        return bakery.service(ExceptionCases.class).list(ExceptionFilter.NONE, Optional.empty(), 100).stream()
                .filter(one -> one.code().startsWith("SERIAL"))
                .map(one -> one.event() + " " + one.code())
                .toList();
    }
}
