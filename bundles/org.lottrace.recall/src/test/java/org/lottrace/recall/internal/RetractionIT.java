package org.lottrace.recall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.recall.internal.RecallBakery.KIOSK;
import static org.lottrace.recall.internal.RecallBakery.MONDAY;
import static org.lottrace.recall.internal.RecallBakery.RYE;
import static org.lottrace.recall.internal.RecallBakery.recorded;
import static org.lottrace.recall.internal.RecallBakery.refused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.Party;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.notice.NoticeChannel;
import org.lottrace.api.recall.notice.NoticeNotSentException;
import org.lottrace.api.recall.notice.RecallNotice;

/** What was said by mistake is taken back: lots that are not affected after all, and cases that should never have been opened. */
class RetractionIT implements NoticeChannel {
    private final RecallBakery bakery = new RecallBakery();
    private final List<RecallNotice> sent = new ArrayList<>();
    private RecallCaseId id;
    private boolean works = true;

    @Override
    public String method() {
        return "EMAIL";
    }

    @Override
    public int preference() {
        return 1;
    }

    @Override
    public boolean reaches(Party party) {
        return party.id().equals(MARKET);
    }

    @Override
    public String send(RecallNotice notice) {
        if (!works) {
            throw new NoticeNotSentException("the mail server is down", null);
        }
        sent.add(notice);
        return "market@example";
    }

    @BeforeEach
    void a_case() {
        id = bakery.opened().id();
        bakery.dispatch.channels(List.of(this));
    }

    @Test
    void a_case_of_which_nobody_was_told_is_closed_when_it_is_cancelled() {
        bakery.announced("s1");
        RecallCase another = recorded(bakery.open("open2", anOpening(RecallMode.REAL)));

        RecallCase cancelled = cancel(another.id());

        assertTrue(cancelled.isCancelled());
        assertTrue(cancelled.isClosed());
        assertEquals(List.of(), cancelled.scope().keys());
        assertEquals("wrong batch entered", cancelled.scope().reason());
        assertTrue(bakery.dispositions().contains("MONDAY RECALLED"), "the other case keeps its lots");
        cancel(id);
        assertTrue(bakery.dispositions().contains("MONDAY ON_HOLD"));
        assertFalse(bakery.dispositions().contains("RECALLED"));
        assertEquals("s1 PENDING", bakery.notices());
        assertEquals(
                List.of("CASE_CLOSED"),
                refused(bakery.cases.cancel(ANNA, aContext("no2").request(), id, "no")));
    }

    @Test
    void whoever_was_told_is_told_that_nothing_is_affected_before_a_cancelled_case_is_closed() {
        told();

        assertFalse(cancel(id).isClosed());

        assertEquals(
                List.of("RETRACTION_MISSING", "RETRACTION_MISSING"), refused(bakery.cases.close(ANNA, id, "over")));
        bakery.dispatch.look();
        RecallNotice notice = sent.get(1);
        assertEquals("R-000001/MARKET/2", notice.key());
        assertEquals("NOT AFFECTED: FOOD RECALL", notice.heading());
        assertEquals("wrong batch entered", notice.reason());
        assertEquals(List.of(MONDAY.key()), lots(notice));
        assertEquals(List.of(), notice.questions());
        assertEquals(List.of("RETRACTION_MISSING"), refused(bakery.cases.close(ANNA, id, "over")));
        recorded(bakery.cases.notified(ANNA, id, KIOSK, "TELEPHONE", "the owner"));
        bakery.dispatch.look();
        assertEquals(2, sent.size());
        assertTrue(recorded(bakery.cases.close(ANNA, id, "over")).isClosed());
    }

    @Test
    void a_cancelled_case_takes_nothing_but_what_leads_to_its_end() {
        told();
        cancel(id);

        assertEquals(List.of("CASE_CANCELLED"), refused(bakery.answer(id, MARKET, "3", "0", "1")));
        assertEquals(List.of("CASE_CANCELLED"), refused(bakery.cases.notifyConsignees(ANNA, id)));
        assertEquals(
                List.of("CASE_CANCELLED"),
                refused(bakery.cases.cancel(ANNA, aContext("no2").request(), id, "no")));
        assertEquals(
                List.of("CASE_CANCELLED"),
                refused(bakery.cases.expand(
                        ANNA, aContext("more").request(), id, ScopeCriteria.of(List.of(RYE.key())), "more")));
    }

    @Test
    void whoever_was_told_about_an_excluded_lot_gets_a_notice_and_nobody_else() {
        told();

        exclude(MONDAY.key());
        bakery.dispatch.look();
        bakery.dispatch.look();

        assertEquals(2, sent.size());
        assertEquals(List.of(MONDAY.key()), lots(sent.get(1)));
        assertEquals("baked without glass", sent.get(1).reason());
    }

    @Test
    void a_notice_that_is_not_out_yet_does_not_go_out_about_a_lot_that_was_excluded() {
        works = false;
        recorded(bakery.cases.notifyConsignees(ANNA, id));
        bakery.dispatch.look();

        exclude(MONDAY.key());
        works = true;
        bakery.clock.goOn(Duration.ofHours(2));
        bakery.dispatch.look();

        assertEquals(List.of(), sent);
        assertEquals(
                List.of(KIOSK),
                bakery.reports.status(id).orElseThrow().unsentNotices().stream()
                        .map(state -> state.notice().party())
                        .toList());
    }

    @Test
    void whoever_got_a_lot_that_is_affected_after_all_is_told_anew() {
        told();
        exclude(MONDAY.key());
        bakery.dispatch.look();

        recorded(bakery.cases.expand(
                ANNA, aContext("again").request(), id, ScopeCriteria.of(List.of(MONDAY.key())), "glass found"));
        recorded(bakery.cases.notifyConsignees(ANNA, id));
        bakery.dispatch.look();

        assertEquals(3, sent.size());
        assertEquals("URGENT: FOOD RECALL", sent.get(2).heading());
        assertEquals(List.of(MONDAY.key()), lots(sent.get(2)));
    }

    @Test
    void a_step_that_was_recorded_by_mistake_stays_in_the_file_and_counts_no_longer() {
        recorded(bakery.answer(id, MARKET, "3", "0", "1"));
        int mistake = recorded(bakery.answer(id, MARKET, "0", "0", "4")).steps().size();

        RecallCase struck = recorded(bakery.cases.strike(ANNA, id, mistake, "the answer of another shop"));
        recorded(bakery.cases.strike(ANNA, id, mistake, "again"));

        assertEquals(Set.of(mistake), struck.struck());
        assertEquals(
                mistake + 1,
                recorded(bakery.cases.strike(ANNA, id, mistake, "again"))
                        .steps()
                        .size());
        assertEquals(
                "3 C62",
                bakery.reports.consignees(id).orElseThrow().stream()
                        .filter(consignee -> consignee.party().equals(MARKET))
                        .map(consignee -> consignee.lines().get(0).onHand().toString())
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void who_was_not_told_after_all_is_told() {
        recorded(bakery.cases.notifyConsignees(ANNA, id));
        bakery.clock.goOn(Duration.ofMinutes(1));
        int mistake = recorded(bakery.cases.notified(ANNA, id, MARKET, "TELEPHONE", "the kiosk, in fact"))
                .steps()
                .size();
        bakery.dispatch.look();
        assertEquals(List.of(), sent);

        recorded(bakery.cases.strike(ANNA, id, mistake, "it was the kiosk"));
        bakery.dispatch.look();

        assertEquals("R-000001/MARKET/1", sent.get(0).key());
    }

    @Test
    void a_notice_that_waits_is_written_anew_about_what_is_still_affected() {
        bakery.shippedRye();
        recorded(bakery.cases.expand(
                ANNA, aContext("rye").request(), id, ScopeCriteria.of(List.of(RYE.key())), "glass in the rye"));
        works = false;
        recorded(bakery.cases.notifyConsignees(ANNA, id));
        bakery.dispatch.look();

        exclude(MONDAY.key());
        works = true;
        bakery.dispatch.look();
        bakery.dispatch.look();

        assertEquals(1, sent.size());
        assertEquals("URGENT: FOOD RECALL", sent.get(0).heading());
        assertEquals(List.of(RYE.key()), lots(sent.get(0)));
    }

    @Test
    void a_retraction_that_waits_does_not_go_out_about_a_lot_that_is_affected_after_all() {
        told();
        works = false;
        exclude(MONDAY.key());
        bakery.dispatch.look();

        recorded(bakery.cases.expand(
                ANNA, aContext("again").request(), id, ScopeCriteria.of(List.of(MONDAY.key())), "glass found"));
        recorded(bakery.cases.notifyConsignees(ANNA, id));
        works = true;
        bakery.clock.goOn(Duration.ofHours(2));
        bakery.dispatch.look();

        assertEquals(1, sent.size(), "they know that it is affected");
    }

    @Test
    void whoever_is_called_right_after_a_case_was_cancelled_gets_no_letter_besides() {
        told();
        cancel(id);

        recorded(bakery.cases.notified(ANNA, id, MARKET, "TELEPHONE", "nothing is affected"));
        recorded(bakery.cases.notified(ANNA, id, KIOSK, "TELEPHONE", "nothing is affected"));
        bakery.dispatch.look();

        assertEquals(1, sent.size());
        assertTrue(recorded(bakery.cases.close(ANNA, id, "over")).isClosed());
    }

    @Test
    void a_call_that_is_struck_makes_lottrace_send_nothing_that_nobody_asked_for() {
        int mistake = recorded(bakery.cases.notified(ANNA, id, MARKET, "TELEPHONE", "the kiosk, in fact"))
                .steps()
                .size();

        recorded(bakery.cases.strike(ANNA, id, mistake, "it was the kiosk"));
        bakery.dispatch.look();

        assertEquals(List.of(), sent);
        recorded(bakery.cases.notifyConsignees(ANNA, id));
        bakery.dispatch.look();
        assertEquals("R-000001/MARKET/2", sent.get(0).key(), "a number is not used twice");
    }

    @Test
    void what_lottrace_did_is_not_struck_and_every_reason_is_said() {
        assertEquals(List.of("TEXT_MISSING", "STEP_STAYS"), refused(bakery.cases.strike(ANNA, id, 1, " ")));
        assertEquals(List.of("STEP_UNKNOWN"), refused(bakery.cases.strike(ANNA, id, 99, "no such step")));
    }

    /** MARKET by mail, KIOSK by telephone. */
    private void told() {
        recorded(bakery.cases.notifyConsignees(ANNA, id));
        bakery.dispatch.look();
        recorded(bakery.cases.notified(ANNA, id, KIOSK, "TELEPHONE", "the owner"));
    }

    private RecallCase cancel(RecallCaseId which) {
        return recorded(bakery.cases.cancel(ANNA, aContext("no-" + which).request(), which, "wrong batch entered"));
    }

    private void exclude(LotKey lot) {
        recorded(bakery.cases.exclude(ANNA, aContext("out").request(), id, List.of(lot), "baked without glass"));
    }

    private static List<LotKey> lots(RecallNotice notice) {
        return notice.goods().stream().map(RecallNotice.Goods::lot).toList();
    }
}
