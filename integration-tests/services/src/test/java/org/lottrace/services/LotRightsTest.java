package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.Outcomes.refusals;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.on;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.ContextBuilder;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.intake.ImportFormat;
import org.lottrace.api.intake.ImportSource;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.intake.Imports;
import org.lottrace.api.intake.TextEncoding;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.OpeningStock;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.ShelfLifeBeginning;
import org.lottrace.api.movement.ShelfLives;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.Transformation;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.CurrentCaller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.right.LotRight;
import org.lottrace.api.right.LotRightChange;
import org.lottrace.api.right.LotRightScope;
import org.lottrace.api.right.LotRights;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** Who may create, number, split and re-date lots, by class of items and site, whichever way it is asked for. */
class LotRightsTest {
    private static final Caller ROOT = new Caller("root", Set.of(Role.ADMINISTRATOR));

    private WorkingBakery bakery;
    private LotRights rights;

    @BeforeEach
    void open() {
        bakery = new WorkingBakery(
                        TestCompany.on(TestDatabase.h2().withBakery()).with(Clock.class, Bakery.CLOCK))
                .withFlour();
        bakery.database().unitOfWork().run(() -> bakery.database()
                .items()
                .save(anItem(FLOUR)
                        .in("KGM")
                        .packed("BG", "25")
                        .lastingDays(365)
                        .having("GLUTEN")
                        .build()));
        rights = bakery.company().service(LotRights.class);
    }

    @AfterEach
    void end() {
        bakery.company().close();
    }

    /** The right is for GLUTEN at BER, and for salt there is none. */
    @ParameterizedTest
    @CsvSource({
        // who, their role,            what,    class,  site, the lot's item, may
        "anna,  lottrace-receiver,  CREATE,  GLUTEN, BER,  FLOUR, yes",
        "bert,  lottrace-receiver,  CREATE,  GLUTEN, BER,  FLOUR, no",
        "bert,  lottrace-quality,   CREATE,  GLUTEN, BER,  FLOUR, yes",
        "bert,  lottrace-receiver,  CREATE,  GLUTEN, BER,  SALT,  yes",
        "bert,  lottrace-receiver,  CREATE,  GLUTEN, POT,  FLOUR, yes",
        "bert,  lottrace-receiver,  CREATE,  '',     '',   SALT,  no",
        "bert,  lottrace-receiver,  CREATE,  '',     BER,  SALT,  no",
        "bert,  lottrace-receiver,  CREATE,  '',     POT,  SALT,  yes",
        "bert,  lottrace-producer,  CREATE,  '',     BER,  BREAD, no",
        "anna,  lottrace-producer,  CREATE,  '',     BER,  BREAD, yes",
        "bert,  lottrace-producer,  NUMBER,  '',     BER,  BREAD, no",
        "anna,  lottrace-producer,  NUMBER,  '',     BER,  BREAD, yes",
        "bert,  lottrace-producer,  SPLIT,   GLUTEN, BER,  FLOUR, no",
        "anna,  lottrace-producer,  SPLIT,   GLUTEN, BER,  FLOUR, yes",
        "bert,  lottrace-producer,  SPLIT,   GLUTEN, POT,  FLOUR, yes",
        "bert,  lottrace-corrector, REDATE,  GLUTEN, '',   FLOUR, no",
        "anna,  lottrace-corrector, REDATE,  GLUTEN, '',   FLOUR, yes",
        "bert,  lottrace-quality,   REDATE,  GLUTEN, '',   FLOUR, yes",
    })
    void who_is_named_may_and_nobody_else_where_a_right_says_so(
            String user, String role, LotAction action, String itemClass, String site, String item, String may)
            throws Exception {
        allow(action, itemClass, site, Set.of("anna"), Set.of(Role.QUALITY));
        Caller caller = new Caller(user, Set.of(role(role)));

        Outcome<RecordedEvent> outcome = CurrentCaller.during(caller, () -> act(action, user, item));

        if (may.equals("yes")) {
            done(outcome);
        } else {
            List<String> missing = missing(outcome);
            assertEquals(1, missing.size(), missing.toString());
            String message = missing.get(0);
            assertTrue(
                    message.startsWith("bert may not ")
                            && message.contains("anna or who has the role lottrace-quality may"),
                    message);
        }
    }

    @Test
    void without_a_right_everything_is_as_before_and_a_right_that_ended_says_nothing() throws Exception {
        Caller bert = new Caller("bert", Set.of(Role.RECEIVER));
        done(CurrentCaller.during(bert, () -> receive("r1", "bert", "MILL/SALT/S1")));

        allow(LotAction.CREATE, "", "", Set.of("anna"), Set.of());
        assertEquals(
                1,
                missing(CurrentCaller.during(bert, () -> receive("r2", "bert", "MILL/SALT/S2")))
                        .size());
        assertEquals(List.of(), missing(CurrentCaller.during(bert, () -> receive("r3", "bert", "MILL/SALT/S1"))));

        allow(LotAction.CREATE, "", "", Set.of(), Set.of());
        assertEquals(List.of(), missing(CurrentCaller.during(bert, () -> receive("r4", "bert", "MILL/SALT/S3"))));
        assertEquals(List.of(), rights.inForce(Optional.empty(), 10));
        assertEquals(2, rights.list(Optional.empty(), 10).size());
    }

    @Test
    void the_most_special_right_decides() throws Exception {
        allow(LotAction.CREATE, "", "", Set.of("anna"), Set.of());
        allow(LotAction.CREATE, "", "BER", Set.of("bert"), Set.of());
        allow(LotAction.CREATE, "GLUTEN", "BER", Set.of("carl"), Set.of());

        for (String user : List.of("anna", "bert", "carl")) {
            Caller caller = new Caller(user, Set.of(Role.RECEIVER));
            Outcome<RecordedEvent> salt =
                    CurrentCaller.during(caller, () -> receive("salt-" + user, user, "MILL/SALT/S-" + user));
            Outcome<RecordedEvent> flour =
                    CurrentCaller.during(caller, () -> receive("flour-" + user, user, "MILL/FLOUR/F-" + user));
            assertEquals(user.equals("bert"), missing(salt).isEmpty(), user);
            assertEquals(user.equals("carl"), missing(flour).isEmpty(), user);
        }
    }

    /** Those that come together are captured by one thread: each for its own caller. */
    @Test
    void who_comes_together_is_judged_each_for_themselves() throws Exception {
        allow(LotAction.CREATE, "", "", Set.of("anna"), Set.of());
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<Future<Outcome<RecordedEvent>>> all = pool.invokeAll(IntStream.range(0, 64)
                    .mapToObj(i -> (Callable<Outcome<RecordedEvent>>) () -> {
                        String user = i % 2 == 0 ? "anna" : "bert";
                        return CurrentCaller.during(
                                new Caller(user, Set.of(Role.RECEIVER)),
                                () -> receive("many-" + i, user, "MILL/SALT/M" + i));
                    })
                    .toList());
            for (int i = 0; i < all.size(); i++) {
                assertEquals(i % 2, missing(all.get(i).get()).size(), "request " + i);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** What goes through each door, asked for, said without a word about it, and reported. */
    @ParameterizedTest
    @CsvSource({
        "RECEIPT,         CREATE, reported",
        "COUNT,           CREATE, reported",
        "OPENING,         CREATE, reported",
        "OUTPUT,          CREATE, reported",
        "NUMBERED_OUTPUT, NUMBER, reported",
        "SPLIT,           SPLIT,  requested",
        "MERGE,           SPLIT,  requested",
        "RELABEL,         NUMBER, requested",
        "REPACK,          SPLIT,  requested",
        "PART,            SPLIT,  reported",
        "NUMBERED_PART,   NUMBER, reported",
        "DATE,            REDATE, requested",
        "NUMBER,          NUMBER, requested",
    })
    void a_request_without_the_right_is_refused_and_a_report_is_a_case(Door door, LotAction action, String usual)
            throws Exception {
        allow(action, "", "", Set.of("anna"), Set.of());
        done(bakery.consume("mix", "P-1", on(SHELF, FLOUR_2, "10 KGM")));

        Outcome<RecordedEvent> asked =
                asBert(() -> through(door, aContext("asked").requested()));
        assertTrue(
                refusals(asked).contains(LotRights.LOT_RIGHT_MISSING),
                asked.violations().toString());
        assertEquals(Optional.empty(), bakery.ledger().find(new EventId("asked")));
        assertEquals(List.of(), cases("asked"));

        Outcome<RecordedEvent> said = asBert(() -> through(door, aContext("said")));
        assertEquals(
                usual.equals("reported"),
                said.violations().isEmpty(),
                said.violations().toString());

        if (usual.equals("requested")) {
            done(asBert(() -> through(door, aContext("said").reported())));
        }
        ExceptionCase missing = cases("said").stream()
                .filter(one -> one.code().equals(LotRights.LOT_RIGHT_MISSING))
                .findFirst()
                .orElseThrow();
        assertEquals(Role.MASTER_DATA, missing.owner());
        assertTrue(missing.isOpen() && missing.deadline().isAfter(missing.opened()), missing.toString());
        assertTrue(
                missing.message().contains("bert may not") && missing.message().contains("anna may"),
                missing.message());
    }

    /** An import reports what was counted: it is judged as the one who runs it. */
    @Test
    void what_is_imported_by_who_may_not_is_a_case_that_says_who_may() throws Exception {
        allow(LotAction.CREATE, "", "", Set.of("anna"), Set.of());
        byte[] file = """
                site,countSheet,countedAt,location,item,issuer,lot,quantity.amount,quantity.unit,cost.amount,cost.currency,cost.per
                BER,INV-1,2026-03-01 18:00,A-01,SALT,MILL,NEW,25,KGM,0.80,EUR,KGM
                """.getBytes(StandardCharsets.UTF_8);
        Caller bert = new Caller("bert", Set.of(Role.CONTROLLER));

        done(CurrentCaller.during(bert, () -> bakery.company()
                .service(Imports.class)
                .run(
                        bert,
                        new ImportSource(
                                ImportSubject.OPENING_STOCK, Optional.empty(), ImportFormat.CSV, TextEncoding.UTF_8),
                        file)));

        assertEquals(
                List.of(LotRights.LOT_RIGHT_MISSING),
                bakery.company().service(ExceptionCases.class).list(ExceptionFilter.NONE, Optional.empty(), 10).stream()
                        .map(ExceptionCase::code)
                        .toList());
    }

    private enum Door {
        RECEIPT,
        COUNT,
        OPENING,
        OUTPUT,
        NUMBERED_OUTPUT,
        SPLIT,
        MERGE,
        RELABEL,
        REPACK,
        PART,
        NUMBERED_PART,
        DATE,
        NUMBER
    }

    private Outcome<RecordedEvent> through(Door door, ContextBuilder context) {
        CaptureContext by = context.by("bert").request();
        LotReference fresh = LotReference.parse("MILL/SALT/NEW");
        return switch (door) {
            case RECEIPT -> bakery.capture().receive(receipt(by, "MILL/SALT/NEW"));
            case COUNT -> bakery.capture().count(new StockCount(by, "C1", List.of(on(DOCK, fresh, "1 KGM"))));
            case OPENING ->
                bakery.capture()
                        .open(new OpeningStock(
                                by,
                                "LIST",
                                List.of(new OpeningStock.Line(
                                        aLot("NEW").of(SALT).from(MILL).build(),
                                        SHELF,
                                        Optional.empty(),
                                        WorkingBakery.of("1 KGM"),
                                        new UnitPrice(new BigDecimal("1"), "EUR", new UnitOfMeasure("KGM"))))));
            case OUTPUT -> output(by, Optional.empty());
            case NUMBERED_OUTPUT -> output(by, Optional.of(new LotNumber("BY-HAND")));
            case SPLIT -> transform(EventType.SPLIT, by, FLOUR_1);
            case MERGE -> transform(EventType.MERGE, by, FLOUR_1, FLOUR_2);
            case RELABEL -> transform(EventType.RELABEL, by, FLOUR_1);
            case REPACK -> transform(EventType.REPACK, by, FLOUR_1);
            case PART -> part(by, Optional.empty());
            case NUMBERED_PART -> part(by, Optional.of(new LotNumber("L1-OPEN")));
            case DATE -> correct(by, Optional.of(LocalDate.of(2026, 12, 31)), Optional.empty());
            case NUMBER -> correct(by, Optional.empty(), Optional.of(new LotNumber("L2-X")));
        };
    }

    private Outcome<RecordedEvent> output(CaptureContext context, Optional<LotNumber> number) {
        return bakery.capture()
                .produce(new Production(
                        context, "P-1", BREAD, WorkingBakery.of("24 C62"), number, "", "", SHELF, Optional.empty()));
    }

    private Outcome<RecordedEvent> transform(EventType type, CaptureContext context, LotKey... lots) {
        return bakery.capture()
                .transform(
                        type,
                        new Transformation(
                                context,
                                "T1",
                                Stream.of(lots)
                                        .map(lot -> on(SHELF, lot, "10 KGM"))
                                        .toList(),
                                List.of(new Transformation.Output(
                                        Optional.empty(),
                                        Optional.of(new LotNumber("L1-A")),
                                        Optional.empty(),
                                        SHELF,
                                        Optional.empty()))));
    }

    private Outcome<RecordedEvent> part(CaptureContext context, Optional<LotNumber> number) {
        return bakery.company()
                .service(ShelfLives.class)
                .begin(new ShelfLifeBeginning(
                        context,
                        ShelfLifeStart.OPENING,
                        LotReference.to(FLOUR_1),
                        Optional.of(new ShelfLifeBeginning.Part(
                                SHELF, Optional.empty(), WorkingBakery.of("10 KGM"), number))));
    }

    private Outcome<RecordedEvent> correct(
            CaptureContext context, Optional<LocalDate> expiry, Optional<LotNumber> number) {
        return bakery.lotCorrections()
                .correct(new LotCorrection(
                        context, FLOUR_2, Optional.empty(), expiry, Optional.empty(), number, "label"));
    }

    private static <T> T asBert(Callable<T> work) throws Exception {
        return CurrentCaller.during(new Caller("bert", Set.of(Role.OPERATOR)), work);
    }

    private List<ExceptionCase> cases(String event) {
        return bakery.company().service(ExceptionCases.class).ofEvent(new EventId(event));
    }

    /** The sentences of the right that is missing: of the refusal, or of the cases of what was recorded. */
    private List<String> missing(Outcome<RecordedEvent> outcome) {
        return outcome.fold(
                recorded -> cases(recorded.event().context().id().value()).stream()
                        .filter(one -> one.code().equals(LotRights.LOT_RIGHT_MISSING))
                        .map(ExceptionCase::message)
                        .toList(),
                violations -> violations.stream()
                        .filter(one -> one.code().equals(LotRights.LOT_RIGHT_MISSING))
                        .map(Violation::message)
                        .toList());
    }

    @Test
    void a_right_is_saved_once_and_everything_that_is_wrong_is_told() {
        LotRight first = done(save(LotAction.SPLIT, LotRightScope.EVERYTHING, Set.of("anna"), "as agreed"));
        assertEquals(
                new Outcome.AlreadyDone<>(first),
                save(LotAction.SPLIT, LotRightScope.EVERYTHING, Set.of("anna"), "once more"));

        assertEquals(
                List.of("ITEM_CLASS_UNKNOWN", "SITE_UNKNOWN", "USER_WRONG", "REASON_MISSING"),
                refusals(save(
                        LotAction.SPLIT,
                        new LotRightScope(Optional.of("NUTS"), Optional.of(new SiteId("XXX"))),
                        Set.of("a\nb"),
                        "")));
        assertEquals(
                List.of("TOO_MANY_USERS"),
                refusals(save(
                        LotAction.SPLIT,
                        LotRightScope.EVERYTHING,
                        Set.copyOf(
                                IntStream.range(0, 51).mapToObj(i -> "user" + i).toList()),
                        "many")));
    }

    private Outcome<RecordedEvent> act(LotAction action, String user, String item) {
        return switch (action) {
            case CREATE ->
                item.equals("BREAD") ? bake("b1", user, Optional.empty()) : receive("r1", user, "MILL/" + item + "/N1");
            case NUMBER -> bake("b1", user, Optional.of(new LotNumber("BY-HAND")));
            case SPLIT ->
                bakery.capture()
                        .transform(
                                EventType.SPLIT,
                                new Transformation(
                                        aContext("s1").by(user).request(),
                                        "T1",
                                        List.of(on(SHELF, FLOUR_1, "10 KGM")),
                                        List.of(new Transformation.Output(
                                                Optional.empty(),
                                                Optional.of(new LotNumber("L1-A")),
                                                Optional.empty(),
                                                DOCK,
                                                Optional.empty()))));
            case REDATE ->
                bakery.lotCorrections()
                        .correct(new LotCorrection(
                                aContext("d1").by(user).request(),
                                FLOUR_2,
                                Optional.empty(),
                                Optional.of(LocalDate.of(2026, 12, 31)),
                                Optional.empty(),
                                Optional.empty(),
                                "label"));
        };
    }

    private Outcome<RecordedEvent> bake(String id, String user, Optional<LotNumber> number) {
        done(bakery.consume("mix-" + id, "P-" + id, on(SHELF, FLOUR_1, "10 KGM")));
        return bakery.capture()
                .produce(new Production(
                        aContext(id).by(user).request(),
                        "P-" + id,
                        BREAD,
                        WorkingBakery.of("24 C62"),
                        number,
                        "",
                        "",
                        SHELF,
                        Optional.empty()));
    }

    private Outcome<RecordedEvent> receive(String id, String user, String lot) {
        return bakery.capture().receive(receipt(aContext(id).by(user).request(), lot));
    }

    private static Receipt receipt(CaptureContext context, String lot) {
        return new Receipt(
                context,
                Optional.of(MILL),
                Optional.empty(),
                Optional.of("PO1"),
                DOCK,
                List.of(WorkingBakery.came(lot, "1 KGM")));
    }

    private void allow(LotAction action, String itemClass, String site, Set<String> users, Set<Role> roles) {
        done(rights.save(
                ROOT,
                new LotRightChange(
                        action,
                        new LotRightScope(
                                Optional.of(itemClass).filter(text -> !text.isEmpty()),
                                Optional.of(site)
                                        .filter(text -> !text.isEmpty())
                                        .map(SiteId::new)),
                        users,
                        roles,
                        "as agreed")));
    }

    private Outcome<LotRight> save(LotAction action, LotRightScope scope, Set<String> users, String reason) {
        return rights.save(ROOT, new LotRightChange(action, scope, users, Set.of(), reason));
    }

    private static Role role(String code) {
        return Coded.of(Role.class, code);
    }
}
