package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.Outcomes.refusals;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.on;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.ContextBuilder;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.Transformation;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.CurrentCaller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.right.LotRight;
import org.lottrace.api.right.LotRightChange;
import org.lottrace.api.right.LotRightScope;
import org.lottrace.api.right.LotRights;
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
            assertEquals(List.of(LotRights.LOT_RIGHT_MISSING), refusals(outcome));
            String message = outcome.violations().get(0).message();
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
                List.of(LotRights.LOT_RIGHT_MISSING),
                refusals(CurrentCaller.during(bert, () -> receive("r2", "bert", "MILL/SALT/S2"))));
        done(CurrentCaller.during(bert, () -> receive("r3", "bert", "MILL/SALT/S1")));

        allow(LotAction.CREATE, "", "", Set.of(), Set.of());
        done(CurrentCaller.during(bert, () -> receive("r2", "bert", "MILL/SALT/S2")));
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
            assertEquals(user.equals("bert"), salt.violations().isEmpty(), user);
            assertEquals(user.equals("carl"), flour.violations().isEmpty(), user);
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
                assertEquals(
                        i % 2 == 0 ? List.of() : List.of(LotRights.LOT_RIGHT_MISSING),
                        all.get(i).get().violations().stream()
                                .map(violation -> violation.code())
                                .toList(),
                        "request " + i);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_found_lot_is_created_by_its_count() throws Exception {
        allow(LotAction.CREATE, "", "BER", Set.of("anna"), Set.of());
        StockCount count = new StockCount(
                aContext("count").by("bert").request(),
                "C1",
                List.of(on(DOCK, LotReference.parse("MILL/SALT/NEW"), "1 KGM")));

        assertEquals(
                List.of(LotRights.LOT_RIGHT_MISSING),
                refusals(CurrentCaller.during(new Caller("bert", Set.of(Role.CONTROLLER)), () -> bakery.capture()
                        .count(count))));
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
        ContextBuilder context = aContext(id).by(user);
        return bakery.capture()
                .receive(new Receipt(
                        context.request(),
                        Optional.of(MILL),
                        Optional.empty(),
                        Optional.of("PO1"),
                        DOCK,
                        List.of(WorkingBakery.came(lot, "1 KGM"))));
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
