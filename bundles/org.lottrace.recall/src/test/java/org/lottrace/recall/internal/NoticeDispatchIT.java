package org.lottrace.recall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.recall.internal.RecallBakery.KIOSK;
import static org.lottrace.recall.internal.RecallBakery.recorded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.Party;
import org.lottrace.api.recall.NoticeKind;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.notice.NoticeChannel;
import org.lottrace.api.recall.notice.NoticeNotSentException;
import org.lottrace.api.recall.notice.NoticeState;
import org.lottrace.api.recall.notice.RecallNotice;
import org.lottrace.api.recall.report.Consignee;
import org.lottrace.api.transaction.UnitOfWork;

/** The supermarket reads mail; nothing reaches the kiosk. */
class NoticeDispatchIT implements NoticeChannel {
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
            throw new NoticeNotSentException("the mail server is down", new IllegalStateException());
        }
        sent.add(notice);
        return "market@example";
    }

    @BeforeEach
    void a_case() {
        id = recorded(bakery.open("open1", anOpening(RecallMode.REAL))).id();
        bakery.dispatch.channels(List.of(this));
        recorded(bakery.cases.notifyConsignees(ANNA, id));
    }

    @Test
    void a_notice_says_what_the_rule_asks_for_and_is_sent_once() {
        recorded(bakery.cases.notifyConsignees(ANNA, id));

        bakery.dispatch.look();
        bakery.dispatch.look();

        assertEquals(1, sent.size());
        RecallNotice notice = sent.get(0);
        assertEquals("R-000001/MARKET/1", notice.key());
        assertEquals("URGENT: FOOD RECALL", notice.heading());
        assertEquals(
                List.of("SHIPMENT S1 MONDAY 4 C62 2026-03-02"),
                notice.goods().stream()
                        .map(goods -> goods.shipment() + " " + goods.lot().number() + " " + goods.quantity() + " "
                                + goods.shippedOn())
                        .toList());
        assertEquals("glass in the bread", notice.reason());
        assertEquals("cuts in mouth and throat", notice.hazard());
        assertEquals("do not sell it; send it back", notice.instructions().get(1));
        assertTrue(notice.instructions().get(3).contains(notice.key()));
        assertEquals(4, notice.questions().size());
        assertEquals(Optional.of(notice), bakery.reports.notice(id, notice.key()));
        assertEquals(Optional.empty(), bakery.reports.notice(id, "R-000001/NOBODY/1"));
        assertEquals("MARKET EMAIL WAITING, KIOSK  NOT_TOLD", followUps());
        assertEquals(1, bakery.reports.status(id).orElseThrow().unsentNotices().size());
    }

    @Test
    void a_notice_names_the_serial_numbers_of_the_pieces_that_the_consignee_got() {
        bakery.shippedNumbered("s4", "S4", "O1", MARKET, "SN-1", "SN-2");
        bakery.shippedNumbered("s5", "S5", "O2", KIOSK, "SN-3");

        bakery.dispatch.look();

        assertEquals(
                List.of(List.of(), List.of("SN-1", "SN-2")),
                sent.get(0).goods().stream().map(RecallNotice.Goods::serials).toList());
    }

    @Test
    void whom_no_way_reaches_is_said_as_long_as_they_were_not_told() {
        bakery.reports.channels(List.of());
        assertEquals(Optional.of(List.of(KIOSK, MARKET)), bakery.reports.unreached(id));

        bakery.reports.channels(List.of(this));
        assertEquals(Optional.of(List.of(KIOSK)), bakery.reports.unreached(id));

        bakery.dispatch.look();
        recorded(bakery.cases.notified(ANNA, id, KIOSK, "TELEPHONE", "the owner"));
        bakery.reports.channels(List.of());
        assertEquals(Optional.of(List.of()), bakery.reports.unreached(id));
    }

    @Test
    void what_is_queued_is_sent_after_the_commit_and_not_when_it_is_rolled_back() throws InterruptedException {
        bakery.cases.dispatches(List.of(bakery.dispatch));
        UnitOfWork work = bakery.database.unitOfWork();
        work.run(() -> {
            recorded(bakery.cases.notifyConsignees(ANNA, id));
            work.rollbackOnly();
        });

        work.run(() -> {
            recorded(bakery.cases.notifyConsignees(ANNA, id));
            assertEquals(List.of(), sent);
        });
        bakery.dispatch.stop();

        assertEquals(1, sent.size());
        assertEquals(
                Optional.of(bakery.clock.instant()),
                bakery.reports.status(id).orElseThrow().clock().firstNotice());
    }

    @Test
    void what_does_not_go_out_is_recorded_and_tried_again_later() {
        works = false;
        bakery.dispatch.look();
        bakery.dispatch.look();
        works = true;
        bakery.dispatch.look();

        assertEquals("false the mail server is down", attempts());

        bakery.clock.goOn(Duration.ofMinutes(1));
        bakery.dispatch.look();

        assertEquals("false the mail server is down, true market@example", attempts());
    }

    @Test
    void who_does_not_answer_is_reminded_three_times_and_then_somebody_must_call() {
        bakery.dispatch.look();
        for (int day = 1; day <= 5; day++) {
            bakery.clock.goOn(Duration.ofDays(1));
            bakery.dispatch.look();
        }

        assertEquals(
                List.of(NoticeKind.FIRST, NoticeKind.REMINDER, NoticeKind.REMINDER, NoticeKind.REMINDER),
                sent.stream().map(RecallNotice::kind).toList());
        assertEquals("MARKET EMAIL ESCALATED, KIOSK  NOT_TOLD", followUps());

        recorded(bakery.answer(id, MARKET, "4", "0", "0"));

        assertEquals("MARKET EMAIL SETTLED, KIOSK  NOT_TOLD", followUps());
    }

    @Test
    void who_received_more_when_the_scope_grows_is_told_again_and_nobody_else() {
        bakery.dispatch.look();
        recorded(bakery.cases.notified(ANNA, id, KIOSK, "TELEPHONE", "the owner"));
        LotKey rye = RecallBakery.RYE.key();
        bakery.shippedRye();
        recorded(bakery.cases.expand(ANNA, aContext("more").request(), id, ScopeCriteria.of(List.of(rye)), "rye too"));

        recorded(bakery.cases.notifyConsignees(ANNA, id));
        bakery.dispatch.look();

        assertEquals(
                List.of(NoticeKind.FIRST, NoticeKind.EXPANSION),
                sent.stream().map(RecallNotice::kind).toList());
        assertEquals(2, sent.get(1).goods().size());
    }

    private String followUps() {
        return bakery.reports.consignees(id).orElseThrow().stream()
                .sorted((a, b) -> b.party().value().compareTo(a.party().value()))
                .map((Consignee c) -> c.party() + " " + c.method() + " " + c.followUp())
                .collect(Collectors.joining(", "));
    }

    private String attempts() {
        return bakery.reports.notices(id).orElseThrow().stream()
                .map(NoticeState::attempts)
                .flatMap(List::stream)
                .map(attempt -> attempt.sent() + " " + attempt.detail())
                .collect(Collectors.joining(", "));
    }
}
