package org.lottrace.recall.internal.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.CONSUME;
import static org.lottrace.api.event.EventType.HOLD;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PartyBuilder.aParty;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.PartnerProfile;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.recall.Recall;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.recall.drill.Drill.Step;
import org.lottrace.api.recall.drill.Drill.Target;
import org.lottrace.api.recall.drill.DrillReport;
import org.lottrace.api.recall.drill.DrillRequest;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** Wheat became a loaf, half of which was shipped to two customers; rye lies on the shelf, reserved and on hold. */
class MockRecallIT {
    private static final LotKey WHEAT = aLot("WHEAT").of(FLOUR).key();
    private static final LotKey RYE = aLot("RYE").of(FLOUR).key();
    private static final LotKey LOAF = aLot("LOAF").of(BREAD).madeAt(BERLIN).key();
    private static final PartyId CORNER_SHOP = new PartyId("CORNER-SHOP");

    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    private final Ledger ledger = company.service(Ledger.class);
    private final TickingClock clock = new TickingClock();
    private final MockRecallService drills = drills();

    @BeforeEach
    void a_day_in_the_bakery() {
        database.unitOfWork().run(() -> {
            database.parties().save(aParty(CORNER_SHOP).as(PartyRole.CUSTOMER).build());
            Stream.of(
                            aLot("WHEAT").of(FLOUR),
                            aLot("RYE").of(FLOUR),
                            aLot("LOAF").of(BREAD).madeAt(BERLIN))
                    .forEach(lot -> database.lots().insert(lot.build()));
        });
        Place order = Place.productionOrder(new DocumentReference(DocumentType.PRODUCTION_ORDER, "P1"));
        Place made = Place.transformation(BERLIN);
        append(anEvent("receive", RECEIVE)
                .moving(WHEAT, "100 KGM", Place.party(MILL), in(SHELF))
                .moving(RYE, "50 KGM", Place.party(MILL), in(SHELF)));
        append(anEvent("mix", CONSUME).moving(WHEAT, "60 KGM", in(SHELF), order));
        append(anEvent("bake", PRODUCE)
                .moving(WHEAT, "60 KGM", order, made)
                .moving(LOAF, "100 C62", made, in(SHELF))
                .making(LOAF, WHEAT, "60 KGM"));
        append(anEvent("ship-1", SHIP).moving(LOAF, "40 C62", in(SHELF), Place.party(MARKET)));
        append(anEvent("ship-2", SHIP).moving(LOAF, "10 C62", in(SHELF), Place.party(CORNER_SHOP)));
        append(anEvent("hold", HOLD).setting(RYE, Disposition.ON_HOLD, "moths"));
        database.unitOfWork().run(() -> database.reservations()
                .save(new Reservation(
                        new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "O1"), 1),
                        LOAF,
                        Position.at(in(SHELF)),
                        quantity("5 C62"))));
    }

    @Test
    void a_drill_on_an_ingredient_finds_lots_stock_customers_and_suppliers_and_accounts_for_everything() {
        DrillReport report = report(drills.run(request(WHEAT)));

        assertEquals(
                List.of(WHEAT, LOAF),
                report.affected().stream().map(TracedLot::lot).toList());
        assertEquals(2, report.onHand().size());
        assertEquals(2, report.shipments().size());
        assertEquals(
                List.of(MILL), report.deliveries().stream().map(Handover::party).toList());
        Drill drill = report.drill();
        assertEquals(Target.INGREDIENT, drill.target());
        assertEquals(0, drill.ingredients());
        assertEquals(2, drill.affected());
        assertEquals(2, drill.consignees());
        assertEquals(new BigDecimal("100.00"), drill.accountedPercent());
        assertEquals(ledger.head(), drill.ledgerPosition());
        assertTrue(drill.isPassed());
        assertEquals(List.of(drill), drills.trend(9));
    }

    @ParameterizedTest
    @EnumSource
    void it_changes_nothing_but_its_own_record(Target target) {
        var before = database.contents();

        report(drills.run(new DrillRequest("anna", Optional.empty(), target, Optional.of(1L))));
        report(drills.run(request(LOAF)));

        var after = database.contents();
        assertEquals(2, after.remove("recall_drill").size());
        assertEquals(2 * Step.values().length, after.remove("recall_drill_step").size());
        assertEquals(2 + before.get("seal").size(), after.remove("seal").size());
        before.remove("recall_drill");
        before.remove("recall_drill_step");
        before.remove("seal");
        assertEquals(before, after);
        assertTrue(before.get("reservation").size() == 1
                && before.get("lot_disposition").size() == 1);
    }

    @Test
    void every_step_is_timed_and_held_against_the_duties() {
        clock.tick = Duration.ofMinutes(29);
        Drill fast = report(drills.run(request(LOAF))).drill();
        clock.tick = Duration.ofMinutes(31);
        Drill slow = report(drills.run(request(LOAF))).drill();

        assertEquals(
                Arrays.asList(Step.values()),
                fast.steps().stream().map(Drill.TimedStep::step).toList());
        assertEquals(Duration.ofMinutes(8 * 29), fast.took());
        assertTrue(fast.isWithin(Drill.TRACE_DUTY) && fast.isPassed());
        assertFalse(slow.isWithin(Drill.TRACE_DUTY) || slow.isPassed());
        assertTrue(slow.isWithin(Drill.RECORDS_DUTY));
        assertEquals(List.of(slow, fast), drills.trend(2));
    }

    @Test
    void the_same_seed_chooses_the_same_lot() {
        for (long seed = 0; seed < 5; seed++) {
            DrillRequest request = new DrillRequest("anna", Optional.empty(), Target.INGREDIENT, Optional.of(seed));
            LotKey once = report(drills.run(request)).drill().lot();
            assertEquals(once, report(drills.run(request)).drill().lot());
            assertTrue(List.of(WHEAT, RYE).contains(once));
        }
    }

    @Test
    void a_customer_without_mail_and_phone_is_a_gap() {
        Party shop = aParty(CORNER_SHOP).as(PartyRole.CUSTOMER).build();
        database.unitOfWork().run(() -> database.parties()
                .save(new Party(
                        shop.id(),
                        shop.name(),
                        shop.roles(),
                        shop.gln(),
                        shop.address(),
                        "",
                        " ",
                        PartnerProfile.NONE)));

        DrillReport report = report(drills.run(request(LOAF)));

        assertEquals(1, report.drill().withoutContact());
        assertFalse(report.contacts().get(0).isReachable());
        assertFalse(report.drill().isPassed());
    }

    @Test
    void stock_that_is_missing_lowers_the_percentage() {
        database.sql("update stock set quantity = quantity - 1 where unit = 'KGM' and quantity = 40");

        Drill drill = report(drills.run(request(WHEAT))).drill();

        assertEquals(new BigDecimal("99.00"), drill.accountedPercent());
        assertEquals(1, drill.findings());
        assertFalse(drill.isPassed());
    }

    @Test
    void without_a_lot_there_is_no_drill_and_no_record() {
        TestDatabase.h2().withBakery();

        assertEquals(List.of("LOT_UNKNOWN"), refusals(drills.run(request(WHEAT))));
        assertEquals(
                List.of("NO_LOT"),
                refusals(
                        drills.run(new DrillRequest("anna", Optional.empty(), Target.FINISHED_GOOD, Optional.of(1L)))));
        assertEquals(List.of(), drills.trend(9));
    }

    private static DrillRequest request(LotKey lot) {
        return new DrillRequest("anna", Optional.of(lot), Target.INGREDIENT, Optional.empty());
    }

    private static DrillReport report(Outcome<DrillReport> result) {
        return result.fold(report -> report, violations -> {
            throw new AssertionError(violations.toString());
        });
    }

    private static List<String> refusals(Outcome<DrillReport> result) {
        return result.fold(report -> List.of(), violations -> violations.stream()
                .map(violation -> violation.code())
                .toList());
    }

    private void append(EventBuilder event) {
        ledger.append(event.build()).fold(known -> known, violations -> {
            throw new AssertionError(violations.toString());
        });
    }

    private MockRecallService drills() {
        return new MockRecallService(
                database.unitOfWork(),
                company.service(Genealogy.class),
                company.service(Recall.class),
                company.service(Certification.class),
                database.lots(),
                database.items(),
                database.stock(),
                database.parties(),
                database.drills(),
                clock);
    }

    /** Goes on by one tick each time it is asked. */
    private static final class TickingClock extends Clock {
        private Duration tick = Duration.ZERO;
        private Instant now = Bakery.NOW;

        @Override
        public Instant instant() {
            now = now.plus(tick);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
