package org.lottrace.recall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.RecallFixture.anOpening;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.recall.EffectivenessLevel;
import org.lottrace.api.recall.LotRule;
import org.lottrace.api.recall.RecallClass;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.report.FollowUp;
import org.lottrace.recall.internal.ReminderRules.Contact;

/** The rules that need no case. */
class RecallRulesIT {
    @ParameterizedTest
    @CsvSource({
        "false, true,  0,  0, I,   WAITING",
        "false, true, 23,  0, I,   WAITING",
        "false, true, 24,  0, I,   REMINDER_DUE",
        "false, true, 24,  2, I,   REMINDER_DUE",
        "false, true, 24,  3, I,   ESCALATED",
        "false, true, 71,  3, II,  WAITING",
        "false, true, 72,  3, II,  ESCALATED",
        "false, true, 167, 0, III, WAITING",
        "false, true, 168, 0, III, REMINDER_DUE",
        "false, false, 24, 0, I,   NOT_TOLD",
        "true,  false, 99, 3, I,   SETTLED"
    })
    void who_does_not_answer_is_reminded_by_class_and_then_escalated(
            boolean settled, boolean told, int hours, int reminders, RecallClass recallClass, FollowUp expected) {
        Contact contact = new Contact(settled, told, Optional.of(NOW), reminders);

        assertEquals(expected, ReminderRules.followUp(contact, recallClass, NOW.plus(Duration.ofHours(hours))));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "99, 60"})
    void a_notice_that_fails_is_tried_less_and_less_often_but_every_hour(int failures, int minutes) {
        assertEquals(NOW.plus(Duration.ofMinutes(minutes)), RetryRules.nextTry(NOW, failures));
    }

    /** 21 CFR 7.42(b)(3); rounded up, so that a small number of consignees is not left out. */
    @ParameterizedTest
    @CsvSource({"0, 10, 0", "1, 2, 1", "50, 2, 1", "51, 2, 2", "8, 12.5, 1", "9, 12.5, 2", "7, 100, 7", "7, 0, 0"})
    void a_sample_is_rounded_up(int consignees, BigDecimal percent, int expected) {
        assertEquals(expected, EffectivenessLevel.sampleSize(consignees, percent));
    }

    @Test
    void a_draw_depends_on_the_seed_and_not_on_the_order_of_the_consignees() {
        List<PartyId> parties =
                IntStream.range(10, 60).mapToObj(i -> new PartyId("C" + i)).toList();
        List<PartyId> backwards = parties.stream()
                .sorted((a, b) -> b.value().compareTo(a.value()))
                .toList();

        assertEquals(Sampling.draw(parties, BigDecimal.TEN, 42), Sampling.draw(backwards, BigDecimal.TEN, 42));
        assertEquals(5, Sampling.draw(parties, BigDecimal.TEN, 42).size());
        assertEquals(
                false, Sampling.draw(parties, BigDecimal.TEN, 42).equals(Sampling.draw(parties, BigDecimal.TEN, 43)));
    }

    @ParameterizedTest
    @CsvSource({
        "'',  '',         '',         true",
        "BER, '',         '',         true",
        "POT, '',         '',         false",
        "'',  2026-03-01, 2026-03-01, true",
        "'',  2026-03-02, '',         false",
        "'',  '',         2026-02-28, false"
    })
    void a_rule_fits_lots_by_item_site_and_day(String site, String from, String to, boolean fits) {
        LotRule rule = new LotRule(
                Bakery.BREAD,
                given(site).map(SiteId::new),
                given(from).map(LocalDate::parse),
                given(to).map(LocalDate::parse));

        assertEquals(fits, rule.fits(RecallBakery.MONDAY));
        assertEquals(false, rule.fits(aLot("X").build()));
    }

    /** 21 CFR 7.49(b): urgent for classes I and II. */
    @ParameterizedTest
    @CsvSource({"REAL, URGENT: FOOD RECALL", "WITHDRAWAL, URGENT: FOOD WITHDRAWAL"})
    void the_heading_says_what_it_is(RecallMode mode, String heading) {
        assertEquals(heading, NoticeWriter.heading(anOpening(mode)));
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
