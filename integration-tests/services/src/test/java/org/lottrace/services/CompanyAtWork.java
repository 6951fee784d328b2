package org.lottrace.services;

import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRuleChange;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.LotDemands;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.allocation.Substitute;
import org.lottrace.api.allocation.WantedAttribute;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AccountingPeriods;
import org.lottrace.api.cost.CloseCheck;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostMethodChange;
import org.lottrace.api.cost.PeriodLock;
import org.lottrace.api.cost.store.KeptWaiting;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.master.MasterAction;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.NoticeArrival;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.movement.UnitNesting;
import org.lottrace.api.movement.UnitTakingOut;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.ProductionRole;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.recall.drill.DrillRequest;
import org.lottrace.api.recall.drill.MockRecall;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.right.LotRight;
import org.lottrace.api.right.LotRightChange;
import org.lottrace.api.right.LotRightScope;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.api.thirdparty.GoodsCondition;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.token.Token;
import org.lottrace.api.token.store.KeptToken;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** A row in every table that holds facts, sealed and anchored. */
final class CompanyAtWork {
    private CompanyAtWork() {}

    static void in(WorkingBakery bakery) {
        TestDatabase database = bakery.database();
        bakery.withFlour();
        LotKey bread = bakery.baked("B1");
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "30 C62", "2.50 C62").build());
        bakery.reserve("SO1", 1, bread, SHELF, "5 C62");
        bakery.ship("ship", "SH1", "SO1", leaving(1, on(SHELF, bread, "5 C62")));
        nestCartons(bakery);
        done(bakery.holds().hold(aContext("hold").request(), List.of(FLOUR_2), "weevils"));
        bakery.move("moved", NOW.toString(), SHELF, DOCK, FLOUR_2, "1 KGM");
        bakery.reverse("not-moved", "moved");
        database.unitOfWork().run(() -> {
            database.items().save(anItem(FLOUR).having("GLUTEN").notWith("NUTS").build());
            database.productionOrders()
                    .save(new ProductionOrderStore.Kept(
                            aProductionOrder("FA1")
                                    .on("2")
                                    .line(ProductionRole.MAIN_PRODUCT, BREAD, "10 CS", "0", Optional.of("100"))
                                    .besides(FLOUR, "1 KGM", "0.05")
                                    .build(),
                            Optional.of(NOW)));
            database.transferOrders().save(aTransferOrder());
            long id = database.interchanges()
                    .insert(anInterchange(), Optional.of("key"), "ISA".getBytes(StandardCharsets.UTF_8))
                    .orElseThrow();
            database.interchanges()
                    .answer(id, InterchangeStatus.REJECTED, List.of(new Violation("WRONG", "file", "it is wrong")));
        });
        database.exceptionCases().insert(List.of(anException()));
        database.allocationRules().insert(aRuleWithASubstitute());
        database.allocationDecisions().insert(List.of(aDecision(bread)));
        database.audits().append(List.of(aLogin()));
        database.journalReceivers().save(new JournalReceiver("ERP", 2, 1, "erp", NOW));
        database.journalReceivers()
                .save(new JournalRejection(1, "ERP", 2, "no such account", "erp", NOW, Optional.of(NOW)));
        database.accountRules().insert(anAccountRule());
        database.companyBooks().insert(books());
        database.accountNumbers().insert(List.of(aHandedOverEntry()));
        database.noticeArrivals().save(anArrival());
        database.stockDocuments().save(aWarehouse());
        database.stockDocuments().save(aDocument());
        database.masterSteps().insert(aClosing());
        database.lotRights().insert(aRight());
        database.tokens().insert(aToken());
        database.tokens().revoke("erp", NOW, "root");
        done(bakery.company()
                .service(RecallCases.class)
                .open(
                        ANNA,
                        aContext("open").request(),
                        anOpening(RecallMode.REAL),
                        ScopeCriteria.of(List.of(FLOUR_1))));
        done(bakery.company()
                .service(MockRecall.class)
                .run(new DrillRequest("anna", Optional.of(FLOUR_1), Drill.Target.values()[0], Optional.of(1L))));
        bakery.reserve("SO1", 1, bread, SHELF, "20 C62");
        bakery.company().service(LedgerFollowers.class).catchUp("cost", Duration.ofSeconds(30));
        done(bakery.company()
                .service(CostEntries.class)
                .changeMethod(new CostMethodChange(
                        aContext("fifo").request(),
                        FLOUR_1.item(),
                        CostMethod.FIFO,
                        Optional.empty(),
                        "one flour is like the other")));
        database.unitOfWork().run(() -> database.costWaiting().save(bookedLate()));
        aClose(bakery);
        bakery.company().service(RecordSeals.class).verify(1);
        bakery.move("anchor", NOW.toString(), SHELF, DOCK, FLOUR_2, "1 KGM");
        bakery.company().service(LedgerFollowers.class).catchUp("cost", Duration.ofSeconds(30));
        bakery.company().service(Ledger.class).firstBrokenPosition();
        bakery.company().service(RecordSeals.class).verify(1);
    }

    /** Two cartons on a pallet, of which one was taken down again. */
    static void nestCartons(WorkingBakery bakery) {
        List<Sscc> cartons = List.of(pallet(1), pallet(2));
        LogisticUnits units = bakery.company().service(LogisticUnits.class);
        cartons.forEach(carton -> done(bakery.capture()
                .transfer(
                        EventType.PACK,
                        new Transfer(
                                aContext("pack-" + carton).request(),
                                BERLIN,
                                SHELF,
                                Optional.of(carton),
                                List.of(on(SHELF, FLOUR_1, "10 KGM"))))));
        done(units.nest(new UnitNesting(aContext("nest").request(), cartons, pallet(9))));
        done(units.takeOut(new UnitTakingOut(aContext("take-down").request(), List.of(pallet(2)))));
    }

    /** And an entry that comes late for it. */
    static void aClose(WorkingBakery bakery) {
        disposed(bakery, "early");
        done(bakery.company()
                .service(AccountingPeriods.class)
                .lock(
                        new Caller("ben", Set.of(Role.ACCOUNTANT)),
                        new PeriodLock(
                                LocalDate.of(2026, 2, 28), EnumSet.allOf(CloseCheck.Kind.class), "all is known")));
        disposed(bakery, "late");
    }

    private static void disposed(WorkingBakery bakery, String id) {
        done(bakery.company()
                .service(Ledger.class)
                .append(anEvent(id, EventType.DISPOSE)
                        .in(aContext(id).countingOn("2026-02-27").build())
                        .of(DocumentType.DISPOSAL_ORDER, id)
                        .moving(FLOUR_1, "1 KGM", Bakery.in(SHELF), Place.disposal(BERLIN))
                        .build()));
    }

    static KeptToken aToken() {
        return new KeptToken(
                new Token(
                        "0123456789",
                        "erp",
                        Set.of(Role.OPERATOR),
                        NOW,
                        "root",
                        NOW.plusSeconds(60),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                "ab".repeat(32));
    }

    static NoticeArrival anArrival() {
        return new NoticeArrival(WorkingBakery.notice("N1"), NOW, Optional.of(NOW.minusSeconds(60)), false);
    }

    static ThirdPartyWarehouse aWarehouse() {
        return new ThirdPartyWarehouse(Bakery.POTSDAM, Bakery.MARKET, SHELF, SHELF, 5, 24);
    }

    static KeptDocument aDocument() {
        return new KeptDocument(
                1,
                new StockDocument(
                        "I1",
                        StockDocumentKind.INVENTORY,
                        Bakery.POTSDAM,
                        Optional.empty(),
                        Optional.empty(),
                        NOW,
                        List.of(new StockDocument.Line(
                                FLOUR_1.item(),
                                Optional.of(FLOUR_1.issuer()),
                                Optional.of(FLOUR_1.number()),
                                Quantity.of("3", "KGM"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                GoodsCondition.DAMAGED))),
                "anna",
                NOW,
                List.of(new EventId("count")),
                Optional.of(new KeptDocument.Cancelling("ben", NOW, "twice")),
                true);
    }

    static MasterStep aClosing() {
        return new MasterStep(1, MasterReference.of(FLOUR), MasterAction.CLOSE, "not bought any more", "anna", NOW);
    }

    static LotRight aRight() {
        return new LotRight(
                1,
                new LotRightChange(
                        LotAction.SPLIT, LotRightScope.EVERYTHING, Set.of("anna"), Set.of(Role.QUALITY), "as ever"),
                "root",
                NOW);
    }

    static AllocationRule aRule() {
        return aRule(RuleScope.EVERYTHING, RuleTerms.NONE);
    }

    private static AllocationRule aRuleWithASubstitute() {
        return aRule(
                new RuleScope(
                        Optional.of(Bakery.BREAD),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                aSubstitute());
    }

    private static AllocationRule aRule(RuleScope scope, RuleTerms terms) {
        return new AllocationRule(1, new RuleChange(scope, Bakery.TODAY, terms, "as ever"), "anna", NOW);
    }

    private static RuleTerms aSubstitute() {
        return new RuleTerms(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Substitute(Bakery.SALT, Quantity.of("1", "C62"), Quantity.of("1", "KGM"))),
                Optional.empty(),
                Optional.of(new LotDemands(
                        Optional.of(1),
                        Optional.of(2),
                        Optional.of(Quantity.of("-30", "CEL")),
                        Optional.of(Quantity.of("30", "CEL")),
                        List.of(new WantedAttribute("expiryDate", List.of())),
                        List.of("NUTS"))),
                Optional.of(true));
    }

    static AccountRule anAccountRule() {
        return new AccountRule(
                1,
                1,
                new AccountRuleChange(
                        Optional.empty(),
                        Account.INVENTORY,
                        AccountScope.EVERYTHING,
                        Bakery.TODAY,
                        Optional.of("1400"),
                        "chart"),
                "anna",
                NOW);
    }

    /** Of a company that has no site yet. */
    private static TransferOrder aTransferOrder() {
        return new TransferOrder(
                "TO1",
                BERLIN,
                Bakery.POTSDAM,
                Bakery.TODAY,
                Optional.of(5),
                List.of(new TransferOrder.Line(1, FLOUR, WorkingBakery.of("1 KGM"))));
    }

    private static KeptWaiting bookedLate() {
        return new KeptWaiting(1, new EventId("stock"), "a price is missing", 0, true, NOW, 0, Optional.of(1L), false);
    }

    private static CompanyBooks books() {
        return new CompanyBooks(Bakery.MARKET, "USD", "12-3456789", "ben", NOW);
    }

    static EntryNumbers aHandedOverEntry() {
        return new EntryNumbers(
                1,
                Optional.of(new EntryNumbers.Kept("ERP", NOW)),
                List.of(
                        new EntryNumbers.Line(Account.INVENTORY, Optional.of("1400"), Optional.of(1L)),
                        new EntryNumbers.Line(
                                Account.GOODS_RECEIVED_NOT_INVOICED, Optional.empty(), Optional.empty())));
    }

    static AllocationDecision aDecision(LotKey bread) {
        return new AllocationDecision(
                1,
                new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO1"), 1),
                BREAD,
                NOW,
                Bakery.TODAY,
                Rotation.FEFO,
                List.of(1L),
                Quantity.of("30", "C62"),
                List.of(),
                1,
                Optional.of(new AllocationDecision.Deviation("anna", "customer asked for " + bread)));
    }

    static ExceptionCase anException() {
        return new ExceptionCase(
                1,
                "LOT_ON_HOLD",
                aContext("ship").build().id(),
                Optional.of(FLOUR_1),
                BERLIN,
                "glass",
                Role.QUALITY,
                NOW,
                NOW,
                Optional.of(new ExceptionCase.Closing(NOW, "anna", "none found")));
    }

    static AuditEntry aLogin() {
        return new AuditEntry(
                0,
                NOW,
                NOW,
                1,
                AuditKind.LOGIN,
                "anna",
                "10.0.0.1",
                "ssh",
                LoginMethod.KEY,
                List.of("admin"),
                "",
                "",
                "");
    }

    static InterchangeRecord anInterchange() {
        return new InterchangeRecord(
                0,
                Direction.INBOUND,
                "SENDER",
                "RECEIVER",
                "1",
                List.of("856"),
                "a.edi",
                InterchangeStatus.REJECTED,
                NOW,
                List.of());
    }
}
