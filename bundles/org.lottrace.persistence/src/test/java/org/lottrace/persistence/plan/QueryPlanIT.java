package org.lottrace.persistence.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.MovementFilter;
import org.lottrace.api.event.MovementPlace;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.overview.StockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.persistence.testing.LandedDatabase;
import org.lottrace.persistence.testing.SentStatement;
import org.lottrace.persistence.testing.SentStatements;
import org.lottrace.persistence.testing.TestDatabase;

/** Every statement that a store sends finds its rows by an index: nothing becomes slower because the years go by. */
class QueryPlanIT {
    /** What grows with the company and its partners, not with what they do. */
    private static final Set<String> STILL = Set.of(
            "party",
            "party_role",
            "item",
            "item_class",
            "item_not_with",
            "pack_unit",
            "site",
            "site_location",
            "ledger_head",
            "number_sequence",
            // one row for each part of the program that follows the ledger, or may work only once
            "follower",
            "lease",
            // a company has a few in a year
            "login_token",
            // and closes some periods
            "period_step",
            // and may be one of a group of a few
            "company_books",
            // and few events that could not be booked in their turn: each is a fault that somebody mends
            "cost_waiting",
            // and has a handful of warehouses that others run
            "third_party_warehouse",
            // one for each kind of file
            "allocation_rule",
            // one for each closing of an item, a party, a site or a location
            "master_step",
            "lot_right",
            "allocation_rule_substitute",
            "allocation_rule_attribute",
            "allocation_rule_class",
            "account_rule",
            "import_mapping",
            "import_mapping_source",
            "import_mapping_word",
            "recall_case");

    /** What reads or empties tables as a whole because that is what it is asked for. */
    private static final Set<String> WHOLE = Set.of(
            // a rebuild empties what it derives, and a verification compares all of it
            "CostStore.clear",
            // before the first close there is nothing to go on from
            "PeriodStore.balances",
            // opening balances by number
            "AccountNumberStore.handedOverBefore",
            "AccountNumberStore.othersBefore",
            "DispositionStore.all",
            "DispositionStore.clear",
            "StockStore.all",
            "StockStore.clear",
            "UnitNestingStore.all",
            "UnitNestingStore.clear",
            "SealStore.unsealed",
            "SealStore.notDerived",
            "SealStore.without");

    /** It walks along the entries for one that is not handed over; of PostgreSQL only the join tells. */
    private static final Set<String> WALKED_ON_H2 = Set.of("AccountNumberStore.notHandedOverBefore");

    private static final Position UNIT = Position.at(in(SHELF), pallet(1));
    private static final Position OTHER_UNIT = Position.at(in(SHELF), pallet(2));
    private static final List<SiteDay> DAYS = List.of(new SiteDay(BERLIN, TODAY), new SiteDay(POTSDAM, TODAY));
    private static final Pattern WITHOUT_PLAN = Pattern.compile("(?i)(set|insert) ");

    /** For questions, which leave everything as it was. */
    private static Listened h2;

    private static Listened postgresql;

    @BeforeAll
    static void open() {
        h2 = Listened.toH2();
        postgresql = Listened.toPostgresql();
        Stream.of(h2, postgresql).forEach(one -> withTransferOrders(one.db()));
    }

    /** The company is older than they are. Of an empty table each index is as good as the other. */
    private static void withTransferOrders(TestDatabase db) {
        db.sql("insert into transfer_order (order_number, from_site, to_site, arrival_date)"
                + " select order_number, ship_from, ship_from, delivery_date from sales_order");
        db.sql("insert into transfer_order_line (order_number, part, line_number, item, quantity, unit)"
                + " select order_number, part, line_number, item, quantity, unit from sales_order_line");
    }

    @AfterAll
    static void close() {
        h2.close();
        postgresql.close();
    }

    @Test
    void on_h2() {
        try (Listened own = Listened.toH2()) {
            assertEquals("", scans(own));
        }
    }

    @Test
    void on_postgresql() {
        try (Listened own = Listened.toPostgresql()) {
            assertEquals("", scans(own));
        }
    }

    /** Among millions of entries in the common books. */
    @Test
    void entries_of_a_company_are_found_by_the_company() {
        assertScans(
                Set.of(),
                db -> CurrentBooks.of(Optional.of(COMPANY), () -> db.costs().after(0, 10)));
        assertScans(
                Set.of(),
                db -> CurrentBooks.of(Optional.of(COMPANY), () -> db.costs().lastNumber()));
        assertScans(
                Set.of(),
                db -> CurrentBooks.of(
                        Optional.of(COMPANY), () -> db.costs().between(TODAY.minusYears(1), TODAY, 0, 10)));
        assertScans(
                Set.of(),
                db -> CurrentBooks.of(Optional.of(COMPANY), () -> db.periods().firstDay()));
    }

    /** Millions have their places, or none yet when much was brought in at once: neither is read to find the next ones. */
    @Test
    void seals_without_a_place_are_found_in_their_order_by_an_index_of_their_own() {
        assertFoundBy("(?is).*PUBLIC\\.SEAL_WITHOUT_PLACE.*index sorted.*", h2, db -> db.seals()
                .unchained(0, 10));
        assertFoundBy("(?s)Limit(?:(?!Sort).)*seal_without_place(?:(?!Filter).)*", postgresql, db -> db.seals()
                .unchained(0, 10));
    }

    /** Of a type or of an actor alone the events are met one after the other, in a stretch of 5,000. */
    @Test
    void movements_are_found_by_the_rarest_thing_that_is_asked_for() {
        for (Listened to : List.of(h2, postgresql)) {
            for (String by : MOVEMENTS) {
                MovementFilter filter = movements(to.db(), by);
                Set<String> scans = scans(to, db -> db.ledger().movements(filter, new MovementPlace(1_000, 0), 10));
                boolean isMet = by.equals("type") || by.equals("actor");
                assertTrue(
                        (isMet ? Set.of("trace_event") : Set.of()).containsAll(scans),
                        () -> by + " reads " + scans + " on " + to.plans());
            }
        }
    }

    private static final List<String> MOVEMENTS = List.of(
            "nothing", "lot", "item", "unit", "site", "party", "document", "type", "actor", "happened", "recorded");

    static MovementFilter movements(TestDatabase db, String by) {
        Instant from = Instant.parse("2026-10-01T00:00:00Z");
        return new MovementFilter(
                Optional.of(line(db).lot()).filter(lot -> by.equals("lot")),
                Optional.of(line(db).lot().item()).filter(item -> by.equals("item")),
                Optional.of(pallet(1)).filter(unit -> by.equals("unit")),
                Optional.of(POTSDAM).filter(site -> by.equals("site")),
                Optional.of(MILL).filter(party -> by.equals("party")),
                Optional.of(new DocumentReference(DocumentType.SALES_ORDER, "SO-70001"))
                        .filter(document -> by.equals("document")),
                Optional.of(EventType.RECEIVE).filter(type -> by.equals("type")),
                by.equals("actor") ? "nobody" : "",
                Optional.of(from).filter(moment -> by.equals("happened")),
                Optional.of(from.plusSeconds(3600)).filter(moment -> by.equals("happened")),
                Optional.of(from).filter(moment -> by.equals("recorded")),
                Optional.of(from.plusSeconds(3600)).filter(moment -> by.equals("recorded")));
    }

    /** A place may have thousands of units: without the unit in the index, each is looked at. */
    @Test
    void stock_in_a_logistic_unit_is_found_by_the_unit_too() {
        String byUnit = "(?is).*PUBLIC\\.STOCK_BY_PLACE:[^*]*PLACE_SSCC.*";
        assertFoundBy(byUnit, h2, db -> db.stock().at(List.of(UNIT)));
        assertFoundBy(byUnit, h2, db -> db.stock().itemsAt(UNIT));

        String byUnits = "(?s).*stock_by_place.*Index Cond: (?:(?!Filter:).)*place_sscc.*";
        assertFoundBy(byUnits, postgresql, db -> db.stock().at(List.of(UNIT)));
        assertFoundBy(byUnits, postgresql, db -> db.stock().at(List.of(UNIT, OTHER_UNIT)));
        assertFoundBy(byUnits, postgresql, db -> db.stock().itemsAt(UNIT));
    }

    /** Of tables that were never counted PostgreSQL thinks that workers pay; to start them for each movement takes longer than all else. */
    @Test
    void lots_are_read_with_their_items_by_one_process() {
        SentStatement read = SentStatements.heard(() -> postgresql
                        .db()
                        .ledger()
                        .readAhead(
                                new EventId("none"),
                                BERLIN,
                                NOW,
                                List.of(LotReference.to(line(postgresql.db()).lot()))))
                .stream()
                .flatMap(sent -> sent.parts().stream())
                .filter(sent -> sent.sql().contains(" from lot "))
                .findFirst()
                .orElseThrow();
        String workersAreFree = "set local parallel_setup_cost = 0; set local parallel_tuple_cost = 0;"
                + " set local min_parallel_table_scan_size = 0; set local min_parallel_index_scan_size = 0";
        String unlimited = read.sql().replaceFirst(" limit [0-9]+", "");

        assertFalse(postgresql.plans().toldWith(workersAreFree, read).contains("Gather"), read.sql());
        assertTrue(
                postgresql.plans().toldWith(workersAreFree, read.as(unlimited)).contains("Gather"),
                "without the limit it has workers, or this test could not fail: " + unlimited);
    }

    /** Whatever is joined with them: a recall decides of ten thousand lots, and the ledger has millions of events. */
    @Test
    void of_what_was_decided_of_many_lots_each_event_is_looked_up_once() {
        String eachOnce = "(?s)(?:(?!event_identity).)*|.*(?:Nested Loop|Join).*(?:Unique|Aggregate|Group)"
                + "(?:(?!Nested Loop|Join).)*event_disposition.*";

        assertFoundBy(eachOnce, postgresql, db -> db.ledger().eventsOf(List.of(line(db).lot()), 0, 10));
    }

    /** Without a place all that lies somewhere now is looked at, and nothing that ever lay there. */
    @Test
    void stock_wherever_it_is_reads_no_more_than_current_stock() {
        assertScans(Set.of("stock"), db -> db.stockLines().page(DAYS, StockFilter.NONE, Optional.empty(), 10));
        assertScans(Set.of("stock"), db -> db.stockLines()
                .page(DAYS, filter(Optional.empty(), Optional.empty(), "L"), Optional.of(line(db)), 10));
    }

    @Test
    void stock_at_a_location_or_on_the_road_is_found_by_the_place() {
        assertScans(Set.of(), db -> db.stockLines()
                .page(DAYS, filter(Optional.empty(), Optional.of(SHELF), ""), Optional.empty(), 10));
        assertScans(Set.of(), db -> db.stockLines()
                .page(DAYS, filter(Optional.of(PlaceKind.IN_TRANSIT), Optional.empty(), ""), Optional.empty(), 10));
    }

    @Test
    void the_beginning_of_a_lot_number_is_a_stretch_of_an_index_and_so_is_a_number_of_an_item() {
        assertScans(Set.of(), db -> db.search().lots("L", "", Optional.empty(), 10));
        assertScans(Set.of(), db -> db.search().lots("L", "BREAD", Optional.empty(), 10));
    }

    /** Where nearly everything is of one site, PostgreSQL rightly reads all of it: asked is the other one. */
    @Test
    void what_uses_master_data_is_found_by_its_keys() {
        for (MasterReference master : List.of(
                MasterReference.of(BREAD),
                MasterReference.of(MILL),
                MasterReference.of(POTSDAM),
                MasterReference.of(POTSDAM, SHELF))) {
            assertScans(Set.of(), db -> db.masterUses().open(master));
            assertScans(Set.of(), db -> db.masterUses().ever(master));
        }
    }

    private static StockLine.Key line(TestDatabase db) {
        StockBalance first = db.stock().all().get(0);
        return new StockLine.Key(first.lot(), first.position());
    }

    private static StockFilter filter(Optional<PlaceKind> kind, Optional<LocationId> location, String lot) {
        return new StockFilter(
                kind,
                Optional.empty(),
                location,
                Optional.of(BREAD),
                lot,
                Optional.empty(),
                Optional.empty(),
                Optional.of(true),
                Optional.empty(),
                Optional.of(TODAY));
    }

    private static void assertScans(Set<String> tables, Consumer<TestDatabase> question) {
        assertEquals(tables, scans(h2, question), "H2");
        assertEquals(tables, scans(postgresql, question), "PostgreSQL");
    }

    private static Set<String> scans(Listened to, Consumer<TestDatabase> question) {
        return SentStatements.heard(() -> question.accept(to.db())).stream()
                .filter(sent -> !sent.sql().equals(SentStatements.COMMIT))
                .flatMap(sent -> to.plans().scanned(sent).stream())
                .filter(table -> !STILL.contains(table))
                .collect(Collectors.toSet());
    }

    private static void assertFoundBy(String plan, Listened to, Consumer<TestDatabase> question) {
        SentStatements.heard(() -> question.accept(to.db())).stream()
                .filter(sent -> !sent.sql().equals(SentStatements.COMMIT))
                .forEach(sent -> assertTrue(
                        to.plans().told(sent).matches(plan), () -> to.plans().told(sent)));
    }

    /** @return a line for each table that a method reads from end to end, with the statement */
    private static String scans(Listened to) {
        EveryStoreMethod stores = new EveryStoreMethod(to.db());
        Set<String> allowed = new HashSet<>(WHOLE);
        if (to.plans() instanceof Plans.H2) {
            allowed.addAll(WALKED_ON_H2);
        }
        Set<String> whole = new TreeSet<>();
        Set<String> scans = new TreeSet<>();
        for (Method method : stores.all()) {
            List<SentStatement> sent = SentStatements.heard(() -> stores.call(method));
            assertFalse(sent.isEmpty(), method + " sent nothing");
            String name = EveryStoreMethod.name(method);
            sent.stream()
                    .flatMap(statement -> statement.parts().stream())
                    .filter(statement -> !WITHOUT_PLAN.matcher(statement.sql()).lookingAt())
                    .forEach(statement -> to.plans().scanned(statement).stream()
                            .filter(table -> !STILL.contains(table))
                            .forEach(table -> (allowed.contains(name) ? whole : scans)
                                    .add(name + " " + table + ": " + statement.sql() + "\n"
                                            + to.plans().told(statement))));
        }
        allowed.forEach(name -> assertTrue(
                whole.stream().anyMatch(scan -> scan.startsWith(name + " ")),
                name + " reads nothing from end to end: take it from the list"));
        return String.join("\n", scans);
    }
    /** A database with what a company has, the statements that it is sent, and how it answers them. */
    private record Listened(TestDatabase db, Plans plans) implements AutoCloseable {
        static Listened toH2() {
            AtomicReference<DataSource> source = new AtomicReference<>();
            TestDatabase db = LandedDatabase.V15.upgradedOnH2(told(source));
            return new Listened(db, new Plans.H2(source.get()));
        }

        static Listened toPostgresql() {
            AtomicReference<DataSource> source = new AtomicReference<>();
            TestDatabase db = LandedDatabase.V15.upgradedOnPostgresql(told(source));
            return new Listened(db, new Plans.Postgresql(source.get()));
        }

        @Override
        public void close() {
            plans.close();
            db.stop();
        }

        private static UnaryOperator<DataSource> told(AtomicReference<DataSource> source) {
            return connections -> {
                source.set(connections);
                return SentStatements.listening(connections);
            };
        }
    }
}
