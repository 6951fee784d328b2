package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.notice;
import static org.lottrace.company.WorkingBakery.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.Outcomes;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.NoticeArrivals;
import org.lottrace.api.movement.PartnerScore;
import org.lottrace.api.movement.PartnerScores;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** What partners do not send in time is a case, and what they send later closes it. */
class PartnerWatchIT {
    @TempDir
    Path mappings;

    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final Later clock = new Later();
    private WorkingBakery bakery;
    private PartnerWatch watch;

    @BeforeEach
    void ordered() throws IOException {
        Files.createDirectories(mappings.resolve("partners/agreed"));
        Files.writeString(mappings.resolve("partners/agreed/856.properties"), "acknowledgement.hours = 4");
        database.unitOfWork().run(() -> {
            database.parties()
                    .save(aParty(MARKET)
                            .as(PartyRole.CUSTOMER)
                            .exchangingAs("ZZ", "MARKET")
                            .mappedBy("agreed")
                            .build());
        });
        bakery = new WorkingBakery(TestCompany.on(database)
                .with(Clock.class, clock)
                .configured(ShipNoticeConfig.PID, Map.of("mappings", mappings.toString(), "watch.seconds", 0)));
        watch = bakery.company().service(PartnerWatch.class);
        bakery.order();
    }

    @Test
    void a_notice_that_comes_after_its_goods_closes_the_case_that_it_is_missing_and_is_late() {
        recorded(bakery.capture()
                .receive(new Receipt(
                        aContext("e1").request(),
                        Optional.of(MILL),
                        Optional.empty(),
                        Optional.of("PO1"),
                        DOCK,
                        List.of(labelled()))));
        watch.look();
        assertEquals(List.of("NOTICE_MISSING"), open("e1"));

        clock.goOn(Duration.ofHours(1));
        announce();
        watch.look();
        watch.look();

        assertEquals(List.of("NOTICE_LATE"), open("e1"));
        assertTrue(cases("e1").get(0).closing().orElseThrow().reason().contains("MILL/N1"));
    }

    @Test
    void goods_of_a_notice_that_nobody_knew_yet_wait_for_it() {
        recorded(bakery.receive("e1", "N1", labelled()));
        assertTrue(open("e1").contains("NOTICE_UNKNOWN"), open("e1").toString());

        clock.goOn(Duration.ofHours(1));
        announce();
        watch.look();

        assertTrue(
                !open("e1").contains("NOTICE_UNKNOWN") && open("e1").contains("NOTICE_LATE"),
                open("e1").toString());
    }

    @Test
    void a_notice_that_nobody_named_is_no_late_one() {
        announce();
        clock.goOn(Duration.ofHours(1));
        recorded(bakery.capture()
                .receive(new Receipt(
                        aContext("e1").request(),
                        Optional.of(MILL),
                        Optional.empty(),
                        Optional.of("PO1"),
                        DOCK,
                        List.of(labelled()))));
        watch.look();

        assertEquals(List.of("NOTICE_MISSING"), open("e1"));
    }

    @Test
    void a_notice_that_came_after_the_agreed_hour_is_told_once_when_its_goods_are_there() {
        announce();
        // shipped yesterday, due at eight today in Berlin, where it is nine
        bakery.company().service(NoticeArrivals.class).agree(notice("N1"), 32);
        watch.look();
        assertEquals(
                1, database.noticeArrivals().lateAndUntold(Optional.empty(), 9).size());

        recorded(bakery.receive("e1", "N1", came("L1", "500 KGM")));
        watch.look();
        recorded(bakery.receive("e2", "N1", came("L1", "500 KGM")));
        watch.look();

        assertEquals(List.of("NOTICE_LATE"), open("e1"));
        assertEquals(List.of(), open("e2"));
    }

    @Test
    void a_notice_that_came_in_time_is_no_case() {
        announce();
        bakery.company().service(NoticeArrivals.class).agree(notice("N1"), 34);
        recorded(bakery.receive("e1", "N1", came("L1", "500 KGM")));

        watch.look();

        assertEquals(List.of(), open("e1"));
    }

    @Test
    void an_856_without_an_acknowledgement_is_one_case_until_the_answer_comes() {
        shipped("ship1", InterchangeStatus.SENT);
        clock.goOn(Duration.ofHours(3));
        watch.look();
        assertEquals(List.of(), open("ship1"), "within the agreed four hours");

        clock.goOn(Duration.ofHours(2));
        watch.look();
        watch.look();
        assertEquals(List.of("ACKNOWLEDGEMENT_MISSING"), open("ship1"));

        long id = database.interchanges()
                .find(OutboundTransactionSet.logKey("856", "ship1"))
                .orElseThrow()
                .id();
        database.interchanges().answer(id, InterchangeStatus.ACKNOWLEDGED, List.of());
        watch.look();

        assertEquals(List.of(), open("ship1"));
        assertEquals(1, cases("ship1").size());
    }

    @Test
    void an_856_that_was_acknowledged_is_no_case() {
        shipped("ship1", InterchangeStatus.ACKNOWLEDGED);
        clock.goOn(Duration.ofHours(9));

        watch.look();

        assertEquals(List.of(), open("ship1"));
    }

    @Test
    void while_another_node_looks_this_one_does_not() {
        shipped("ship1", InterchangeStatus.SENT);
        clock.goOn(Duration.ofHours(9));
        Leases leases = bakery.company().service(Leases.class);
        var others = leases.acquire("edi/partner-watch", Duration.ofMinutes(5)).orElseThrow();

        watch.look();
        assertEquals(List.of(), open("ship1"));

        leases.release(others);
        watch.look();
        assertEquals(List.of("ACKNOWLEDGEMENT_MISSING"), open("ship1"));
    }

    @Test
    void a_notice_of_a_later_delivery_of_the_lot_is_not_the_one_that_is_missing() {
        receivedWithoutNotice("e1");
        clock.goOn(Duration.ofDays(3));
        bakery.expect(aShipNotice("N7")
                .shippedOn("2026-03-05")
                .announcing("PO1", 1, FLOUR, "L1", "40 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .build());

        watch.look();

        assertEquals(List.of("NOTICE_MISSING"), open("e1"));
    }

    @Test
    void the_hours_count_from_when_the_856_was_written() {
        shipped("ship1", InterchangeStatus.SENDING);
        clock.goOn(Duration.ofHours(30));
        long id = database.interchanges()
                .find(OutboundTransactionSet.logKey("856", "ship1"))
                .orElseThrow()
                .id();
        database.unitOfWork()
                .run(() -> database.interchanges().written(id, InterchangeStatus.SENDING, clock.instant()));
        watch.look();
        assertEquals(List.of(), open("ship1"));

        clock.goOn(Duration.ofHours(5));
        watch.look();
        assertEquals(List.of("ACKNOWLEDGEMENT_MISSING"), open("ship1"));
    }

    @Test
    void a_notice_after_its_goods_is_not_on_time_in_the_score() {
        receivedWithoutNotice("e1");
        clock.goOn(Duration.ofHours(1));
        announce();
        watch.look();
        assertEquals(List.of("NOTICE_LATE"), open("e1"));

        PartnerScore score = bakery.company().service(PartnerScores.class).of(MILL, LocalDate.of(2026, 3, 1));
        assertEquals(1, score.timed());
        assertEquals(0, score.onTime());
    }

    @Test
    void a_late_notice_is_told_at_the_next_receipt_when_the_first_is_reversed() {
        announce();
        bakery.company().service(NoticeArrivals.class).agree(notice("N1"), 32);
        recorded(bakery.receive("e1", "N1", came("L1", "500 KGM")));
        watch.look();
        assertEquals(List.of("NOTICE_LATE"), open("e1"));
        bakery.reverse("r1", "e1");
        assertEquals(List.of(), open("e1"));

        recorded(bakery.receive("e2", "N1", came("L1", "500 KGM")));
        watch.look();

        assertEquals(List.of("NOTICE_LATE"), open("e2"));
    }

    @Test
    void a_late_notice_that_is_cancelled_is_looked_at_once_more() {
        announce();
        bakery.company().service(NoticeArrivals.class).agree(notice("N1"), 32);
        assertEquals(List.of(), bakery.expectedReceipts().cancel(notice("N1")));

        watch.look();

        assertEquals(List.of(), database.noticeArrivals().lateAndUntold(Optional.empty(), 9));
    }

    private void receivedWithoutNotice(String id) {
        recorded(bakery.capture()
                .receive(new Receipt(
                        aContext(id).request(),
                        Optional.of(MILL),
                        Optional.empty(),
                        Optional.of("PO1"),
                        DOCK,
                        List.of(labelled()))));
    }

    private void announce() {
        bakery.expect(aShipNotice("N1")
                .announcing("PO1", 1, FLOUR, "L1", "40 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .build());
    }

    private static Receipt.Line labelled() {
        return new Receipt.Line(
                LotReference.parse("FLOUR/L1"),
                quantity("1000 KGM"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NEXT_YEAR),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private void shipped(String id, InterchangeStatus status) {
        Lot bread = aLot("B1")
                .of(BREAD)
                .madeAt(Bakery.BERLIN)
                .expiring("2026-03-11")
                .build();
        database.unitOfWork().run(() -> {
            database.lots().insert(bread);
            Outcomes.done(bakery.company()
                    .service(Ledger.class)
                    .append(anEvent("open-" + id, EventType.OPENING)
                            .with(new EventLine(
                                    bread.key(),
                                    Position.at(Place.opening(Bakery.BERLIN)),
                                    Position.at(Bakery.in(GATE)),
                                    quantity("12 C62"),
                                    quantity("12 C62"),
                                    Optional.empty()))
                            .build()));
            Outcomes.done(bakery.company()
                    .service(Ledger.class)
                    .append(anEvent(id, EventType.SHIP)
                            .of(DocumentType.SHIPMENT, "D-" + id)
                            .with(new EventLine(
                                    bread.key(),
                                    Position.at(Bakery.in(GATE)),
                                    Position.at(Place.party(MARKET)),
                                    quantity("12 C62"),
                                    quantity("12 C62"),
                                    Optional.empty()))
                            .build()));
            database.interchanges()
                    .insert(
                            new InterchangeRecord(
                                    0,
                                    Direction.OUTBOUND,
                                    "ZZ:LOTTRACE",
                                    "ZZ:MARKET",
                                    "000000001",
                                    List.of("856"),
                                    id + ".edi",
                                    status,
                                    clock.instant(),
                                    List.of()),
                            Optional.of(OutboundTransactionSet.logKey("856", id)),
                            new byte[0]);
        });
    }

    private List<ExceptionCase> cases(String event) {
        return bakery.company().service(ExceptionCases.class).ofEvent(new EventId(event));
    }

    private List<String> open(String event) {
        return cases(event).stream()
                .filter(ExceptionCase::isOpen)
                .map(ExceptionCase::code)
                .toList();
    }

    /** Begins with the bakery's time and goes on when it is told to. */
    private static final class Later extends Clock {
        private Instant now = Bakery.NOW;

        void goOn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
