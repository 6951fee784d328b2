package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.overview.OpenOrder;
import org.lottrace.api.overview.StockState;
import org.lottrace.api.overview.TodayFigures.Road;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.api.overview.store.TodayStore.LotCount;
import org.lottrace.api.overview.store.TodayStore.OpenCase;
import org.lottrace.api.overview.store.TodayStore.OpenNotices;
import org.lottrace.api.overview.store.TodayStore.OpenOrders;
import org.lottrace.api.overview.store.TodayStore.SiteZone;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallRegime;
import org.lottrace.api.recall.RecallStep;

class TodayStoreContractIT extends OverviewContract {
    private static final Position ON_SHELF = Position.at(in(SHELF));
    private static final Position IN_POTSDAM = Position.at(Place.location(POTSDAM, SHELF));
    private static final int BACK = 60;

    @Test
    void lots_are_counted_by_state_and_sellable_ones_by_the_day_on_which_they_expire() {
        stocked(aLot("TODAY").expiring("2026-03-02").build(), "1 KGM", ON_SHELF, Position.at(in(GATE), pallet(1)));
        stocked(aLot("SAME").expiring("2026-03-02").build(), "1 KGM", IN_POTSDAM);
        stocked(aLot("LAST").expiring("2026-03-08").build(), "1 KGM", ON_SHELF);
        stocked(aLot("LATER").expiring("2026-03-09").build(), "1 KGM", ON_SHELF);
        stocked(aLot("NEVER").of(SALT).build(), "1 KGM", ON_SHELF);
        stocked(aLot("OLD").expiring("2026-03-01").build(), "1 KGM", ON_SHELF);
        disposed(stocked(aLot("HELD").expiring("2026-03-01").build(), "1 KGM", ON_SHELF), Disposition.ON_HOLD);
        disposed(stocked(aLot("CALLED").build(), "1 KGM", ON_SHELF, IN_POTSDAM), Disposition.RECALLED);
        disposed(stocked(aLot("FREED").expiring("2026-03-08").build(), "1 KGM", ON_SHELF), Disposition.SELLABLE);
        stocked(aLot("GONE").build(), "0 KGM", ON_SHELF);
        stocked(aLot("ROAD").build(), "1 KGM", Position.at(Place.inTransit(POTSDAM)));

        assertEquals(
                Set.of(
                        new LotCount(StockState.SELLABLE, Optional.of(LocalDate.parse("2026-03-02")), 2),
                        new LotCount(StockState.SELLABLE, Optional.of(LocalDate.parse("2026-03-08")), 2),
                        new LotCount(StockState.SELLABLE, Optional.empty(), 2),
                        new LotCount(StockState.EXPIRED, Optional.empty(), 1),
                        new LotCount(StockState.ON_HOLD, Optional.empty(), 1),
                        new LotCount(StockState.RECALLED, Optional.empty(), 1)),
                Set.copyOf(db.today().lots(DAYS, TODAY, TODAY.plusDays(6))));
        assertEquals(List.of(), db.today().lots(List.of(), TODAY, TODAY));
    }

    @Test
    void what_is_expired_is_said_by_the_date_of_the_site() {
        stocked(aLot("TODAY").expiring("2026-03-02").build(), "1 KGM", ON_SHELF, IN_POTSDAM);
        List<SiteDay> tomorrowInPotsdam = List.of(new SiteDay(BERLIN, TODAY), new SiteDay(POTSDAM, TODAY.plusDays(1)));

        assertEquals(
                Set.of(
                        new LotCount(StockState.SELLABLE, Optional.of(TODAY), 1),
                        new LotCount(StockState.EXPIRED, Optional.empty(), 1)),
                Set.copyOf(db.today().lots(tomorrowInPotsdam, TODAY, TODAY)));
    }

    @Test
    void each_site_has_its_time_zone() {
        assertEquals(
                List.of(
                        new SiteZone(BERLIN, ZoneId.of("Europe/Berlin")),
                        new SiteZone(POTSDAM, ZoneId.of("Europe/Berlin"))),
                db.today().zones());
    }

    @Test
    void a_logistic_unit_counts_once_for_each_state_in_it() {
        Position first = Position.at(in(SHELF), pallet(1));
        Position second = Position.at(in(SHELF), pallet(2));
        stocked(aLot("A").build(), "1 KGM", first, second, ON_SHELF);
        stocked(aLot("B").build(), "1 KGM", first);
        disposed(stocked(aLot("HELD").build(), "1 KGM", first), Disposition.ON_HOLD);

        assertEquals(
                Map.of(StockState.SELLABLE, 2L, StockState.ON_HOLD, 1L),
                db.today().units(DAYS));
    }

    @Test
    void what_is_on_the_road_is_counted_by_the_dispatch_that_brought_it_there() {
        assertEquals(new Road(0, 0, 0, Optional.empty()), db.today().road(List.of(BERLIN, POTSDAM)));
        Place road = Place.inTransit(POTSDAM);
        LotKey loose = stocked(aLot("A").build(), "1 KGM", Position.at(road));
        LotKey packed = stocked(aLot("B").build(), "1 KGM", Position.at(road, pallet(1)));
        LotKey arrived = stored(aLot("C").build());
        dispatched("d1", "2026-03-01T08:00:00Z", arrived, Position.at(road));
        dispatched("d2", "2026-03-01T09:00:00Z", loose, Position.at(road));
        dispatched("d3", "2026-03-01T10:00:00Z", packed, Position.at(road, pallet(1)));
        dispatched("d4", "2026-03-01T11:00:00Z", packed, Position.at(road, pallet(9)));

        assertEquals(
                new Road(2, 2, 1, Optional.of(Instant.parse("2026-03-01T09:00:00Z"))),
                db.today().road(List.of(BERLIN, POTSDAM)));
        assertEquals(new Road(0, 0, 0, Optional.empty()), db.today().road(List.of(BERLIN)));
    }

    private void dispatched(String id, String at, LotKey lot, Position to) {
        append(anEvent(id, EventType.TRANSFER)
                .in(aContext(id).at(at).build())
                .moving(lot, "1 KGM", ON_SHELF, to)
                .build());
    }

    @Test
    void an_order_is_open_as_long_as_a_line_is_not_shipped_in_full() {
        LotKey bread = stored(aLot("B1").of(BREAD).build());
        ordered("NOTHING", "2026-03-01");
        ordered("PART", "2026-03-01");
        ordered("WHOLE", "2026-03-01");
        ordered("REVERSED", "2026-03-01");
        ordered("TODAY", "2026-03-02");
        ordered("TOMORROW", "2026-03-03");
        ordered("FIRST-DAY", TODAY.minusDays(BACK).toString());
        ordered("BEFORE", TODAY.minusDays(BACK + 1).toString());
        shipped("s1", "PART", bread, "23 C62");
        shipped("s2", "WHOLE", bread, "20 C62");
        shipped("s3", "WHOLE", bread, "4 C62");
        shipped("s4", "REVERSED", bread, "24 C62");
        shipped("s5", "NOTHING", stored(aLot("F1").build()), "24 KGM");
        append(anEvent("r1", EventType.REVERSE)
                .correcting("s4")
                .moving(bread, "24 C62", Position.at(Place.party(MARKET)), Position.at(in(GATE)))
                .build());

        assertEquals(new OpenOrders(4, 1), db.today().openOrders(DAYS, BACK));
        assertEquals(new OpenOrders(0, 0), db.today().openOrders(List.of(new SiteDay(POTSDAM, TODAY)), BACK));
        assertEquals(new OpenOrders(0, 0), db.today().openOrders(List.of(), BACK));
        LocalDate since = TODAY.minusDays(BACK);
        List<OpenOrder> late = db.today().openOrders(DAYS, since, true, Optional.empty(), 10);
        assertEquals(List.of("FIRST-DAY", "NOTHING", "PART", "REVERSED"), numbers(late), "those that were counted");
        assertEquals(List.of("TODAY"), numbers(db.today().openOrders(DAYS, since, false, Optional.empty(), 10)));
        assertEquals(
                List.of("PART"),
                numbers(db.today()
                        .openOrders(DAYS, since, true, Optional.of(late.get(1).key()), 1)),
                "a page begins behind the one before");
        assertEquals(
                List.of(),
                numbers(db.today()
                        .openOrders(DAYS, since, true, Optional.of(late.get(3).key()), 10)));
        assertEquals(1, late.get(1).lines());
    }

    private static List<String> numbers(List<OpenOrder> orders) {
        return orders.stream().map(OpenOrder::number).toList();
    }

    /** Two cases of twelve pieces. */
    private void ordered(String number, String day) {
        db.salesOrders()
                .save(aSalesOrder(number)
                        .deliveredOn(day)
                        .ordering(BREAD, "2 CS")
                        .build());
    }

    private void shipped(String id, String order, LotKey lot, String quantity) {
        append(anEvent(id, EventType.SHIP)
                .of(DocumentType.SHIPMENT, "SHIP-" + id)
                .of(DocumentType.SALES_ORDER, order)
                .moving(
                        lot,
                        quantity,
                        Position.at(in(GATE)),
                        Position.at(Place.party(MARKET)),
                        new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, order), 1))
                .build());
    }

    @Test
    void notices_are_counted_by_site_and_day_while_something_is_to_come() {
        announced("N1", "2026-02-27", "0 KGM", Optional.empty());
        announced("N2", "2026-02-27", "25 KGM", Optional.empty());
        announced("N3", "2026-03-01", "0 KGM", Optional.empty());
        announced("N4", "2026-03-01", "50 KGM", Optional.empty());

        assertEquals(
                List.of(
                        new OpenNotices(BERLIN, LocalDate.parse("2026-02-27"), 2),
                        new OpenNotices(BERLIN, LocalDate.parse("2026-03-01"), 1)),
                db.today().openNotices());
    }

    @Test
    void interchanges_are_counted_since_a_moment_or_whenever() {
        Instant since = NOW.minus(Duration.ofDays(7));
        interchange("1", InterchangeStatus.REJECTED, since.minusMillis(1));
        interchange("2", InterchangeStatus.REJECTED, since);
        interchange("3", InterchangeStatus.ACKNOWLEDGED_WITH_ERRORS, NOW);
        interchange("4", InterchangeStatus.SENT, NOW);
        interchange("5", InterchangeStatus.WITHHELD, Instant.EPOCH);

        assertEquals(
                Map.of(
                        InterchangeStatus.REJECTED,
                        1L,
                        InterchangeStatus.ACKNOWLEDGED_WITH_ERRORS,
                        1L,
                        InterchangeStatus.WITHHELD,
                        1L),
                db.today()
                        .interchanges(
                                List.of(InterchangeStatus.REJECTED, InterchangeStatus.ACKNOWLEDGED_WITH_ERRORS),
                                since,
                                InterchangeStatus.WITHHELD));
    }

    @Test
    void events_are_set_aside_until_they_are_skipped() {
        db.followers().saveSetAside("cost", setAside(7, Optional.empty()));
        db.followers().saveSetAside("asn856", setAside(7, Optional.empty()));
        db.followers()
                .saveSetAside("cost", setAside(8, Optional.of(new SetAsideEvent.Skipped("anna", "sent by mail", NOW))));

        assertEquals(2, db.today().eventsSetAside());
    }

    private static SetAsideEvent setAside(long position, Optional<SetAsideEvent.Skipped> skipped) {
        return new SetAsideEvent(Optional.empty(), new FollowerFailure(position, 1, NOW, NOW, "disk full"), skipped);
    }

    @Test
    void open_cases_are_told_with_what_their_next_report_depends_on() {
        opened(1, RecallMode.REAL);
        opened(2, RecallMode.MOCK);
        opened(3, RecallMode.REAL);
        opened(4, RecallMode.REAL);
        step(1, 2, new RecallFact.StatusReported(1, 1, 0, TODAY));
        step(1, 3, new RecallFact.StatusReported(1, 1, 0, TODAY));
        step(3, 2, new RecallFact.Closed("all came back"));

        assertEquals(
                List.of(
                        new OpenCase(
                                RecallCaseId.of(1), RecallMode.REAL, RecallRegime.EU_FOOD, at(1), Optional.of(at(3))),
                        new OpenCase(
                                RecallCaseId.of(2), RecallMode.MOCK, RecallRegime.EU_FOOD, at(1), Optional.empty()),
                        new OpenCase(
                                RecallCaseId.of(4), RecallMode.REAL, RecallRegime.EU_FOOD, at(1), Optional.empty())),
                db.today().openCases());
    }

    private void opened(int number, RecallMode mode) {
        inOne(() -> db.recalls().insert(RecallCaseId.of(number), new EventId("open-" + number)));
        step(number, 1, new RecallFact.Opened(anOpening(mode)));
    }

    private void step(int number, int step, RecallFact fact) {
        inOne(() ->
                db.recalls().append(RecallCaseId.of(number), List.of(new RecallStep(step, at(step), "anna", fact))));
    }

    private static Instant at(int step) {
        return NOW.plusSeconds(step);
    }

    @Test
    void a_quantity_of_another_lot_of_the_order_line_counts_too() {
        ordered("TWO-LOTS", "2026-03-01");
        shipped("s1", "TWO-LOTS", stored(aLot("B1").of(BREAD).build()), "12 C62");
        shipped("s2", "TWO-LOTS", stored(aLot("B2").of(BREAD).build()), "12 C62");

        assertEquals(new OpenOrders(0, 0), db.today().openOrders(DAYS, BACK));
    }
}
