package org.lottrace.recall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.recall.internal.RecallBakery.KIOSK;
import static org.lottrace.recall.internal.RecallBakery.MONDAY;
import static org.lottrace.recall.internal.RecallBakery.RYE;
import static org.lottrace.recall.internal.RecallBakery.recorded;
import static org.lottrace.recall.internal.RecallBakery.refused;
import static org.lottrace.recall.internal.RecallBakery.said;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.Actor;
import org.lottrace.api.recall.EffectivenessCheck;
import org.lottrace.api.recall.NoteTopic;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallDisposal;
import org.lottrace.api.recall.RecallFact.Answered;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallRole;
import org.lottrace.api.recall.ScopeCriteria;

/** What a consignee may do who has nothing but its notice. */
class ConsigneeActorTest {
    private static final Actor MARKET_ITSELF = Actor.consignee(MARKET);

    private final RecallBakery bakery = new RecallBakery();
    private final RecallCaseId id = bakery.opened().id();

    @Test
    void a_consignee_answers_for_itself_by_its_name_and_for_nobody_else() {
        recorded(bakery.cases.answer(MARKET_ITSELF, id, said(MARKET, "4", "0", "0", "")));

        assertEquals(
                "consignee MARKET",
                bakery.cases
                        .find(id)
                        .orElseThrow()
                        .stepsWith(Answered.class)
                        .findFirst()
                        .orElseThrow()
                        .actor());
        assertEquals(
                List.of("ROLE_MISSING"),
                refused(bakery.cases.answer(MARKET_ITSELF, id, said(KIOSK, "5", "0", "0", ""))));
    }

    @Test
    void the_role_alone_answers_for_nobody() {
        Actor login = new Actor("eve", Set.of(RecallRole.CONSIGNEE));

        assertEquals(List.of("ROLE_MISSING"), refused(bakery.cases.answer(login, id, said(MARKET, "4", "0", "0", ""))));
    }

    @ParameterizedTest
    @MethodSource("everythingElse")
    void a_consignee_does_nothing_else(
            String step, BiFunction<RecallCases, RecallCaseId, Outcome<RecallCase>> attempt) {
        List<String> reasons = refused(attempt.apply(bakery.cases, id));

        assertTrue(reasons.contains("ROLE_MISSING"), step + " " + reasons);
    }

    static Stream<Arguments> everythingElse() {
        ScopeCriteria rye = ScopeCriteria.of(List.of(RYE.key()));
        List<LotKey> monday = List.of(MONDAY.key());
        RecallDisposal disposal =
                new RecallDisposal(MONDAY.key(), RecallDisposal.Kind.DESTROYED, quantity("1 C62"), "Mr W", "C-1");
        return Stream.of(
                attempt(
                        "open",
                        (cases, id) ->
                                cases.open(MARKET_ITSELF, aContext("o").request(), anOpening(RecallMode.REAL), rye)),
                attempt(
                        "expand",
                        (cases, id) -> cases.expand(MARKET_ITSELF, aContext("e").request(), id, rye, "too")),
                attempt(
                        "exclude",
                        (cases, id) ->
                                cases.exclude(MARKET_ITSELF, aContext("x").request(), id, monday, "not")),
                attempt("notify", (cases, id) -> cases.notifyConsignees(MARKET_ITSELF, id)),
                attempt("notified", (cases, id) -> cases.notified(MARKET_ITSELF, id, MARKET, "TELEPHONE", "")),
                attempt("sample", (cases, id) -> cases.drawSample(MARKET_ITSELF, id, 1, "")),
                attempt(
                        "check",
                        (cases, id) -> cases.check(
                                MARKET_ITSELF, id, new EffectivenessCheck(MARKET, "VISIT", true, true, ""))),
                attempt("dispose", (cases, id) -> cases.dispose(MARKET_ITSELF, id, disposal)),
                attempt("note", (cases, id) -> cases.note(MARKET_ITSELF, id, NoteTopic.values()[0], "", "text")),
                attempt("reported", (cases, id) -> cases.reported(MARKET_ITSELF, id, TODAY)),
                attempt("sign", (cases, id) -> cases.sign(MARKET_ITSELF, id, "reason")),
                attempt("close", (cases, id) -> cases.close(MARKET_ITSELF, id, "done")));
    }

    @Test
    void a_message_that_comes_twice_is_recorded_once_also_behind_a_newer_answer() {
        recorded(bakery.cases.answer(ANNA, id, said(MARKET, "4", "0", "0", "file 1")));
        recorded(bakery.cases.answer(ANNA, id, said(MARKET, "1", "0", "3", "file 2")));

        recorded(bakery.cases.answer(ANNA, id, said(MARKET, "4", "0", "0", "file 1")));

        assertEquals(
                List.of("file 1", "file 2"),
                bakery.cases.find(id).orElseThrow().facts(Answered.class).stream()
                        .map(answered -> answered.answer().source())
                        .toList());
    }

    private static Arguments attempt(String step, BiFunction<RecallCases, RecallCaseId, Outcome<RecallCase>> attempt) {
        return arguments(step, attempt);
    }
}
