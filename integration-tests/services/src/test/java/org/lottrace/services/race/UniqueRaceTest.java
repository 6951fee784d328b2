package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.LINE;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.services.race.RacedBakery.BREAD_1;
import static org.lottrace.services.race.RacedBakery.FLOUR_1;
import static org.lottrace.services.race.RacedBakery.on;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.PartnerProfile;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.services.race.Race.Requests;

/** What is there once only, by a constraint or a counter of the database instead of a lock: nobody waits before the check. */
class UniqueRaceTest extends RaceTest {
    private static final ShipNoticeId N2 = new ShipNoticeId(Bakery.MILL, "N2");
    private static final Lot SALT_1 = aLot("S1").of(SALT).from(Bakery.MILL).build();

    @TestFactory
    Stream<DynamicTest> a_gtin_belongs_to_one_item() {
        return race().firstStopsAt(Site.of(ItemStore.class, "save", "ItemCatalogService.save"))
                .oneIsRepeated()
                .tests(bakery -> new Requests(
                        () -> roll(bakery, "ROLL"),
                        () -> roll(bakery, "BUN"),
                        () -> assertEquals(
                                List.of("BUN"),
                                bakery.service(ItemCatalog.class).all().stream()
                                        .map(item -> item.number().value())
                                        .filter(number -> number.equals("ROLL") || number.equals("BUN"))
                                        .toList())));
    }

    @TestFactory
    Stream<DynamicTest> a_notice_number_means_one_notice() {
        return race().firstStopsAt(Site.of(ExpectedReceiptStore.class, "insert", "ExpectedReceiptsService.insert"))
                .oneIsRepeated()
                .tests(bakery -> {
                    bakery.expectingFlour();
                    return new Requests(
                            () -> announced(bakery, "L7"),
                            () -> announced(bakery, "L8"),
                            () -> assertEquals(
                                    List.of("L8"),
                                    bakery.database.expectedReceipts().find(N2).orElseThrow().lines().stream()
                                            .map(line -> line.lot()
                                                    .orElseThrow()
                                                    .key()
                                                    .number()
                                                    .value())
                                            .toList()));
                });
    }

    @TestFactory
    Stream<DynamicTest> an_event_id_means_one_event() {
        return race().firstStopsAt(Lock.BALANCES.in("LedgerService.appendUnderLock"))
                .oneIsRepeated()
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    return new Requests(
                            () -> bakery.append(anEvent("t1", TRANSFER)
                                    .moving(FLOUR_1.key(), "30 KGM", in(SHELF), in(DOCK))
                                    .build()),
                            () -> bakery.append(anEvent("t1", TRANSFER)
                                    .moving(FLOUR_1.key(), "30 KGM", in(SHELF), in(LINE))
                                    .build()),
                            () -> assertEquals(List.of("BER/A-01 70 KGM", "BER/LINE1 30 KGM"), bakery.stock(FLOUR_1)));
                });
    }

    /** They are of different items, so that neither waits for the other before the head of the ledger. */
    @TestFactory
    Stream<DynamicTest> of_two_shipments_that_are_reported_with_one_number_one_is_told_apart() {
        return race().firstStopsAt(Lock.BALANCES.in("LedgerService.appendUnderLock"))
                .oneIsRepeated()
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM")
                            .withStock(BREAD_1, "10 C62")
                            .withOrder(
                                    aSalesOrder("SO1").ordering(FLOUR, "9 KGM").build())
                            .withOrder(
                                    aSalesOrder("SO2").ordering(BREAD, "9 C62").build());
                    return new Requests(
                            () -> left(bakery, "s1", "SO1", FLOUR_1, "9 KGM"),
                            () -> left(bakery, "s2", "SO2", BREAD_1, "9 C62"),
                            () -> {
                                assertEquals(
                                        List.of("S1", "S1#2"),
                                        Stream.of("s1", "s2")
                                                .map(id -> bakery.ledger()
                                                        .find(new EventId(id))
                                                        .orElseThrow()
                                                        .event()
                                                        .document(DocumentType.SHIPMENT)
                                                        .orElseThrow()
                                                        .number())
                                                .sorted()
                                                .toList());
                                assertEquals(
                                        "SHIPMENT_NUMBER_IN_USE",
                                        bakery.foundOf("s1", "SHIPMENT_NUMBER_IN_USE")
                                                + bakery.foundOf("s2", "SHIPMENT_NUMBER_IN_USE"));
                            });
                });
    }

    private static Outcome<RecordedEvent> left(RacedBakery bakery, String id, String order, Lot lot, String quantity) {
        return bakery.capture()
                .ship(new Shipment(
                        aContext(id).reported().request(),
                        "S1",
                        order,
                        List.of(new Shipment.Line(1, on(SHELF, lot, quantity), Optional.empty()))));
    }

    /** The second is run again and finds it kept. */
    @TestFactory
    Stream<DynamicTest> a_party_that_two_reports_tell_of_is_one() {
        PartyId nobody = new PartyId("NOBODY");
        return race().firstStopsAt(Site.of(PartyStore.class, "save", "PartnerDirectoryService.save"))
                .oneIsRepeated()
                .tests(bakery ->
                        new Requests(() -> came(bakery, nobody, "N-1"), () -> came(bakery, nobody, "N-2"), () -> {
                            assertTrue(bakery.service(PartnerDirectory.class)
                                    .find(nobody)
                                    .orElseThrow()
                                    .isOnlyTold());
                            assertEquals(
                                    2,
                                    bakery.database
                                            .lots()
                                            .ofItem(SALT, Optional.empty(), 100)
                                            .size());
                        }));
    }

    @TestFactory
    Stream<DynamicTest> a_party_that_is_saved_while_a_report_first_tells_of_it_keeps_its_roles() {
        PartyId nobody = new PartyId("NOBODY");
        return race().firstStopsAt(Site.of(PartyStore.class, "save", "PartnerDirectoryService.save"))
                .oneIsRepeated()
                .tests(bakery -> new Requests(
                        () -> came(bakery, nobody, "N-1"),
                        () -> {
                            PartnerDirectory partners = bakery.service(PartnerDirectory.class);
                            Party mill = partners.find(Bakery.MILL).orElseThrow();
                            return partners.save(List.of(new Party(
                                    nobody,
                                    "Corner mill",
                                    Set.of(PartyRole.SUPPLIER),
                                    Optional.empty(),
                                    mill.address(),
                                    "",
                                    "",
                                    PartnerProfile.NONE)));
                        },
                        () -> assertEquals(
                                Set.of(PartyRole.SUPPLIER),
                                bakery.service(PartnerDirectory.class)
                                        .find(nobody)
                                        .orElseThrow()
                                        .roles())));
    }

    private static Outcome<RecordedEvent> came(RacedBakery bakery, PartyId supplier, String lot) {
        return bakery.capture()
                .receive(new Receipt(
                        aContext(lot).request(),
                        Optional.of(supplier),
                        Optional.empty(),
                        Optional.empty(),
                        DOCK,
                        List.of(new Receipt.Line(
                                LotReference.parse("SALT/" + lot), quantity("1 KGM"), Optional.empty()))));
    }

    /** What a hold sets is written before the ledger is locked. */
    @TestFactory
    Stream<DynamicTest> a_hold_id_means_one_hold() {
        return race().firstStopsAt(Site.of(LedgerStore.class, "writeDispositions", "LedgerService.writeAhead"))
                .oneIsRepeated()
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM").withStock(BREAD_1, "10 C62");
                    return new Requests(
                            () -> bakery.hold(FLOUR_1),
                            () -> bakery.hold(BREAD_1),
                            () -> assertEquals(
                                    List.of(BREAD_1.key()),
                                    bakery.service(Holds.class).notSellable().stream()
                                            .map(LotDisposition::lot)
                                            .toList()));
                });
    }

    /** Their item is locked before they are numbered, so the second waits there already. */
    @TestFactory
    Stream<DynamicTest> two_outputs_have_two_numbers() {
        Site next = Site.of(NumberSequences.class, "next", "LotNumberingService.next");
        return race().firstHoldsToo(next)
                .secondWaitsAt(Lock.ITEMS.in("ProduceLot.produce"))
                .tests(bakery -> {
                    consumed(bakery.withStock(FLOUR_1, "100 KGM"), FLOUR_1, "P0");
                    done(produced(bakery, "P0"));
                    consumed(bakery, FLOUR_1, "P1");
                    consumed(bakery.withStock(SALT_1, "100 KGM"), SALT_1, "P2");
                    return new Requests(
                            () -> produced(bakery, "P1"),
                            () -> produced(bakery, "P2"),
                            () -> assertEquals(
                                    3,
                                    bakery.database
                                            .lots()
                                            .ofItem(BREAD, Optional.empty(), 100)
                                            .size()));
                });
    }

    @TestFactory
    Stream<DynamicTest> two_cases_have_two_numbers() {
        Site next = Site.of(NumberSequences.class, "next", "OpenCase.openNew");
        return race().firstHoldsToo(next).secondWaitsAt(next).tests(bakery -> {
            bakery.withStock(FLOUR_1, "100 KGM").withStock(SALT_1, "9 KGM").withStock(BREAD_1, "10 C62");
            done(bakery.recall("open0", SALT_1));
            return new Requests(
                    () -> bakery.recall("open1", FLOUR_1),
                    () -> bakery.recall("open2", BREAD_1),
                    () -> assertEquals(
                            List.of("R-000001", "R-000002", "R-000003"),
                            bakery.database.recalls().all().stream()
                                    .map(recall -> recall.id().value())
                                    .toList()));
        });
    }

    private static Object roll(RacedBakery bakery, String number) {
        return bakery.service(ItemCatalog.class)
                .save(List.of(anItem(new ItemNumber(number))
                        .in("C62")
                        .withGtin("4012345000023")
                        .build()));
    }

    private static Object announced(RacedBakery bakery, String lot) {
        return bakery.service(ExpectedReceipts.class)
                .expect(aShipNotice("N2")
                        .announcing("PO1", 1, FLOUR, lot, "4 BG", Optional.of(RacedBakery.NEXT_YEAR), Optional.empty())
                        .build());
    }

    private static void consumed(RacedBakery bakery, Lot lot, String order) {
        done(bakery.capture()
                .consume(new Consumption(
                        aContext("c-" + order).request(), order, List.of(RacedBakery.on(SHELF, lot, "40 KGM")))));
    }

    private static Outcome<RecordedEvent> produced(RacedBakery bakery, String order) {
        return bakery.capture()
                .produce(new Production(
                        aContext("p-" + order).request(),
                        order,
                        BREAD,
                        quantity("10 C62"),
                        Optional.empty(),
                        "",
                        "",
                        SHELF,
                        Optional.empty()));
    }
}
