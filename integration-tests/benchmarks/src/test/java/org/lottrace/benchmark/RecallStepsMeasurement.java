package org.lottrace.benchmark;

import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.HoldQuestion;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.SentStatements;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * What else is done to ten thousand lots at once, one step after the other with goods of its own each turn: held by a question and
 * released, looked at before a recall, recalled, one lot more found by the ledger, half of them excluded, the rest
 * reconciled, signed for and closed. Of each step: by the clock, processor time of the caller's thread and of the server, how long
 * the ledger's head was held, statements of the caller. Median and from – to. Linux only.
 */
final class RecallStepsMeasurement {
    private static final int TURNS = Integer.getInteger("benchmark.turns", 5);
    private static final int LOTS = Integer.getInteger("benchmark.lots", 10_000);

    private final TestDatabase database = TestDatabase.postgresql().withBakery();
    private final LongestHold head = new LongestHold(database);
    private final WorkingBakery bakery = new WorkingBakery(
            TestCompany.on(database).with(Clock.class, Bakery.CLOCK).with(LedgerStore.class, head.store()));
    private final RecalledGoods goods = new RecalledGoods(database, bakery, LOTS);
    private final Map<String, List<Double>> taken = new LinkedHashMap<>();

    void print() throws InterruptedException, IOException {
        turn("W");
        taken.clear();
        for (int turn = 0; turn < TURNS; turn++) {
            turn("T" + turn);
        }
        bakery.company().close();
        taken.forEach((what, values) -> System.out.println(what + ": " + Spread.of(values)));
    }

    private void turn(String turn) throws InterruptedException, IOException {
        Lot flour = goods.of(turn);
        ScopeCriteria criteria = ScopeCriteria.of(List.of(flour.key()));
        HoldQuestion question = new HoldQuestion(
                Optional.empty(),
                Optional.of(BREAD),
                Optional.empty(),
                Optional.empty(),
                Optional.of(goods.day()),
                Optional.of(goods.day()));
        List<LotKey> bread = done(holds().preview(question));
        check(bread.size() == LOTS);

        measure(
                "hold by a question",
                () -> done(holds().holdByQuestion(aContext("hold" + turn).request(), question, "burnt")));
        measure("release", () -> done(holds().release(aContext("free" + turn).request(), bread, "not burnt")));
        measure("preview", () -> done(cases().preview(RecallMode.REAL, criteria)));
        measure(
                "open",
                () -> done(
                        cases().open(ANNA, aContext("open" + turn).request(), anOpening(RecallMode.REAL), criteria)));
        RecallCaseId id = cases().all().get(cases().all().size() - 1).id();
        widenedByALaterEvent(turn, flour, id);
        measure(
                "exclude half",
                () -> done(cases().exclude(
                                ANNA,
                                aContext("half" + turn).request(),
                                id,
                                bread.subList(0, LOTS / 2),
                                "another oven")));
        measure(
                "reconcile",
                () -> check(bakery.company()
                                .service(RecallReports.class)
                                .reconciliation(id)
                                .orElseThrow()
                                .own()
                                .size()
                        >= LOTS / 2));
        measure("sign for what is open", () -> done(cases().sign(ANNA, id, "an exercise")));
        measure("close", () -> done(cases().close(ANNA, id, "all came back")));
    }

    private void widenedByALaterEvent(String turn, Lot flour, RecallCaseId id) throws IOException {
        LedgerFollowers followers = bakery.company().service(LedgerFollowers.class);
        followers.catchUp("recall", Duration.ofMinutes(1));
        goods.bread(flour, turn + "LATE", 1);
        followers.catchUp("graph", Duration.ofMinutes(1));
        measure("one lot more, found by the ledger", () -> followers.catchUp("recall", Duration.ofMinutes(1)));
        RecallCase widened = cases().find(id).orElseThrow();
        check(widened.scopes().size() == 2 && widened.scope().lots().size() == LOTS + 2);
    }

    private void measure(String what, Step step) throws IOException {
        ServerTime server = new ServerTime(database);
        head.forget();
        long serverBefore = server.nanos();
        long callerBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        int statements = SentStatements.of(step::take).size();
        note(what + ", ms", (System.nanoTime() - begin) / 1e6);
        note(
                what + ", processor time of the caller, ms",
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - callerBefore) / 1e6);
        note(what + ", processor time of the server, ms", (server.nanos() - serverBefore) / 1e6);
        note(what + ", head held, ms", head.longest() / 1e6);
        note(what + ", statements", statements);
    }

    @FunctionalInterface
    private interface Step {
        void take();
    }

    private RecallCases cases() {
        return bakery.company().service(RecallCases.class);
    }

    private Holds holds() {
        return bakery.company().service(Holds.class);
    }

    private static void check(boolean right) {
        if (!right) {
            throw new IllegalStateException("not all lots are there");
        }
    }

    private void note(String what, double value) {
        taken.computeIfAbsent(what, none -> new ArrayList<>()).add(value);
    }
}
