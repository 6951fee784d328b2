package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.ProductionOrderBuilder.aProductionOrder;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.api.intake.DecimalStyle;
import org.lottrace.api.intake.FieldSource;
import org.lottrace.api.intake.FieldSource.Translation;
import org.lottrace.api.intake.ImportMapping;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.api.movement.NoticeArrival;
import org.lottrace.api.movement.store.NoticeArrivalStore;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.order.ProductionRole;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.recall.drill.DrillRequest;
import org.lottrace.api.recall.drill.MockRecall;
import org.lottrace.api.right.LotRight;
import org.lottrace.api.right.store.LotRightStore;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.OlderDatabase;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * Whoever upgrades from the tables of an earlier version has afterwards what they would have had with today's from the beginning: every
 * row, every seal, every answer. The company does what that version had tables for.
 */
class EarlierVersionsTest {
    private static final int ALL = 1_000;
    private static final int SEALS = 21;
    private static final int HOLDS = 27;
    private static final int UNIT_COST = 31;
    private static final int ARRIVALS = 40;
    private static final int MASTERS = 43;
    private static final int STOCK_BY_ITEM = 48;
    private static final int RECEIVERS = 38;
    private static final int SENT = 2;
    private static final String BEGINS_AT_THE_UPGRADE = "advice861|";

    @ParameterizedTest(name = "from version {0}")
    @ValueSource(ints = {20, 27, 33, 37, 38})
    void an_upgrade_keeps_everything(int version) {
        TestDatabase now = TestDatabase.h2().withBakery();
        try (TestCompany today = TestCompany.on(now)
                .with(Clock.class, Bakery.CLOCK)
                .with(NoticeArrivalStore.class, version < ARRIVALS ? new NoArrivals() : now.noticeArrivals())
                .with(MasterStepStore.class, version < MASTERS ? new NoMasterSteps() : now.masterSteps())
                .with(LotRightStore.class, version < MASTERS ? new NoRights() : now.lotRights())) {
            WorkingBakery bakery = new WorkingBakery(today);
            List<LotKey> lots = work(bakery, version);

            TestDatabase h2 = upgraded(OlderDatabase.onH2(now, String.valueOf(version)), version);
            assertEquals(contents(now, version), contents(h2, version));
            goesOn(h2, bakery, lots);
            goesOn(upgraded(OlderDatabase.onPostgresql(now, String.valueOf(version)), version), bakery, lots);
        }
    }

    /** As before anybody could be named. */
    private static final class NoRights implements LotRightStore {
        @Override
        public void insert(LotRight right) {
            // there was no table
        }

        @Override
        public List<LotRight> all() {
            return List.of();
        }
    }

    /** As before anything could be closed. */
    private static final class NoMasterSteps implements MasterStepStore {
        @Override
        public Map<MasterReference, MasterStep> closedAndKept() {
            return closed();
        }

        @Override
        public void insert(MasterStep step) {
            // there was no table
        }

        @Override
        public Map<MasterReference, MasterStep> closed() {
            return Map.of();
        }

        @Override
        public List<MasterStep> of(MasterReference master, long after, int limit) {
            return List.of();
        }

        @Override
        public List<MasterStep> newestOf(MasterReference master, int limit) {
            return List.of();
        }
    }

    /** As before anybody kept when notices came. */
    private static final class NoArrivals implements NoticeArrivalStore {
        @Override
        public void save(NoticeArrival arrival) {
            // there was no table
        }

        @Override
        public Optional<NoticeArrival> find(ShipNoticeId notice) {
            return Optional.empty();
        }

        @Override
        public List<NoticeArrival> lateAndUntold(Optional<ShipNoticeId> after, int limit) {
            return List.of();
        }
    }

    private static TestDatabase upgraded(OlderDatabase older, int version) {
        assertEquals(filledByMigrations(version), older.unplaced());
        assertEquals(neverFilled(version), older.empty());
        TestDatabase upgraded = older.upgraded();
        if (version == RECEIVERS) {
            assertEquals(
                    LongStream.rangeClosed(1, SENT)
                            .mapToObj(entry ->
                                    new EntryNumbers(entry, Optional.of(new EntryNumbers.Kept("ERP", NOW)), List.of()))
                            .toList(),
                    upgraded.accountNumbers().of(List.of(1L, 2L, 3L)),
                    "what was sent is handed over, without numbers");
        }
        return upgraded;
    }

    /** Everything says what it says today, and something more is recorded. */
    private static void goesOn(TestDatabase upgraded, WorkingBakery today, List<LotKey> lots) {
        // a program that was stopped has given back what it alone might do; the company of today still runs
        upgraded.sql("delete from lease");
        try (TestCompany company = TestCompany.on(upgraded).with(Clock.class, Bakery.CLOCK)) {
            WorkingBakery after = new WorkingBakery(company);
            holds(after);
            assertEquals(Everything.in(today, lots), Everything.in(after, lots));
            assertEquals(
                    today.company().service(RecallCases.class).all(),
                    company.service(RecallCases.class).all());
            after.move("after-the-upgrade", NOW.toString(), SHELF, DOCK, FLOUR_2, "1 KGM");
            company.service(LedgerFollowers.class).catchUp("cost", Duration.ofSeconds(30));
            holds(after);
        } finally {
            upgraded.stop();
        }
    }

    /** What {@code lot:verify} looks at. */
    private static void holds(WorkingBakery bakery) {
        assertEquals(Optional.empty(), bakery.ledger().firstBrokenPosition());
        assertEquals(List.of(), bakery.company().service(RecordSeals.class).verify(ALL));
    }

    /** What a migration since then makes of what was there. */
    private static SortedSet<String> filledByMigrations(int version) {
        SortedSet<String> later = new TreeSet<>(Set.of("lot_cost.company", "ledger_head.newest_books"));
        if (version < SEALS) {
            later.add("seal");
        }
        if (version < HOLDS) {
            later.add("lot_hold");
        }
        if (version < UNIT_COST) {
            later.addAll(Set.of("lot_cost.basis_amount", "lot_cost.basis_quantity"));
        }
        if (version < STOCK_BY_ITEM) {
            later.addAll(Set.of("stock.item", "ledger_head.newest_step", "ledger_head.newest_right"));
        }
        return later;
    }

    /** What waits to be tried again; and anchors of seals that were not there yet. */
    private static SortedSet<String> neverFilled(int version) {
        SortedSet<String> empty = new TreeSet<>(Set.of("follower_poison"));
        if (version < SEALS) {
            empty.add("event_anchor");
        }
        return empty;
    }

    /** Seals that a migration made have other numbers, or are of what it made; the unit cost of what was left then goes on from there, and gives the same values. */
    private static SortedMap<String, List<String>> contents(TestDatabase database, int version) {
        SortedMap<String, List<String>> contents = database.contents();
        if (version < SEALS) {
            contents.remove("seal");
        }
        if (version == RECEIVERS) {
            contents.keySet().removeAll(Set.of("seal", "handed_over_entry"));
        }
        if (version < UNIT_COST) {
            contents.remove("lot_cost");
        }
        if (version < ARRIVALS) {
            contents.computeIfPresent("follower", (table, rows) -> rows.stream()
                    .filter(row -> !row.startsWith(BEGINS_AT_THE_UPGRADE))
                    .toList());
        }
        return contents;
    }

    private static List<LotKey> work(WorkingBakery bakery, int version) {
        TestDatabase database = bakery.database();
        TestCompany company = bakery.company();
        bakery.withFlour();
        LotKey bread = bakery.baked("B1");
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "30 C62", "2.50 C62").build());
        bakery.reserve("SO1", 1, bread, SHELF, "5 C62");
        done(bakery.ship("ship", "SH1", "SO1", leaving(1, on(SHELF, bread, "5 C62"))));
        done(bakery.holds().hold(aContext("hold").request(), List.of(FLOUR_2), "weevils"));
        bakery.move("moved", NOW.toString(), SHELF, DOCK, FLOUR_2, "1 KGM");
        done(bakery.reverse("not-moved", "moved"));
        database.unitOfWork().run(() -> {
            database.items().save(anItem(FLOUR).having("GLUTEN").notWith("NUTS").build());
            long id = database.interchanges()
                    .insert(CompanyAtWork.anInterchange(), Optional.of("key"), "ISA".getBytes(StandardCharsets.UTF_8))
                    .orElseThrow();
            database.interchanges()
                    .answer(id, InterchangeStatus.REJECTED, List.of(new Violation("WRONG", "file", "it is wrong")));
        });
        laterTables(bakery, version, bread);
        done(company.service(RecallCases.class)
                .open(
                        ANNA,
                        aContext("open").request(),
                        anOpening(RecallMode.REAL),
                        ScopeCriteria.of(List.of(FLOUR_1))));
        done(company.service(MockRecall.class)
                .run(new DrillRequest("anna", Optional.of(FLOUR_1), Drill.Target.values()[0], Optional.of(1L))));
        bakery.reserve("SO1", 1, bread, SHELF, "20 C62");
        company.service(LedgerFollowers.class).catchUp("cost", Duration.ofSeconds(30));
        if (version >= 35) {
            CompanyAtWork.aClose(bakery);
        }
        if (version >= SEALS) {
            company.service(RecordSeals.class).verify(1);
            bakery.move("anchor", NOW.toString(), SHELF, DOCK, FLOUR_2, "1 KGM");
        }
        company.service(LedgerFollowers.class).catchUp("cost", Duration.ofSeconds(30));
        if (version >= SEALS) {
            holds(bakery);
        }
        return List.of(FLOUR_1, FLOUR_2, bread);
    }

    private static void laterTables(WorkingBakery bakery, int version, LotKey bread) {
        TestDatabase database = bakery.database();
        if (version >= 22) {
            database.audits().append(List.of(CompanyAtWork.aLogin()));
        }
        if (version >= 23) {
            database.tokens().insert(CompanyAtWork.aToken());
            database.tokens().revoke("erp", NOW, "root");
        }
        if (version >= 25) {
            database.importMappings()
                    .save(new ImportMapping(
                            "old ERP",
                            ImportSubject.ITEMS,
                            DecimalStyle.COMMA,
                            "dd.MM.yyyy",
                            List.of(
                                    FieldSource.column("number", "No"),
                                    new FieldSource(
                                            "baseUnit",
                                            Optional.of("ME"),
                                            Optional.empty(),
                                            List.of(new Translation("St", "C62"))))));
        }
        if (version >= 26) {
            database.exceptionCases().insert(List.of(CompanyAtWork.anException()));
        }
        if (version >= 29) {
            database.unitOfWork().run(() -> database.productionOrders()
                    .save(new ProductionOrderStore.Kept(
                            aProductionOrder("FA1")
                                    .on("2")
                                    .line(ProductionRole.MAIN_PRODUCT, BREAD, "10 CS", "0", Optional.of("100"))
                                    .besides(FLOUR, "1 KGM", "0.05")
                                    .build(),
                            Optional.of(NOW))));
        }
        if (version >= 30) {
            CompanyAtWork.nestCartons(bakery);
        }
        if (version >= 33) {
            database.allocationRules().insert(CompanyAtWork.aRule());
        }
        if (version >= 34) {
            database.allocationDecisions().insert(List.of(CompanyAtWork.aDecision(bread)));
        }
        if (version >= RECEIVERS) {
            database.journalReceivers().save(new JournalReceiver("ERP", SENT, 1, "erp", NOW));
            database.journalReceivers()
                    .save(new JournalRejection(1, "ERP", 2, "no such account", "erp", NOW, Optional.of(NOW)));
        }
        if (version >= 39) {
            database.accountRules().insert(CompanyAtWork.anAccountRule());
            database.accountNumbers().insert(List.of(CompanyAtWork.aHandedOverEntry()));
        }
        if (version >= ARRIVALS) {
            database.noticeArrivals().save(CompanyAtWork.anArrival());
        }
        if (version >= MASTERS) {
            database.masterSteps().insert(CompanyAtWork.aClosing());
            database.lotRights().insert(CompanyAtWork.aRight());
        }
    }
}
