package org.lottrace.console.web.internal.exceptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventId;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFigures;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class ExceptionsPageTest {
    private final List<List<Object>> asked = new ArrayList<>();
    private final Fake<ExceptionCases> cases = Fake.of(ExceptionCases.class)
            .when("figures", none -> new ExceptionFigures(51, 1))
            .when("list", given -> {
                asked.add(given);
                return LongStream.rangeClosed(1, 51)
                        .mapToObj(ExceptionsPageTest::known)
                        .toList();
            })
            .when(
                    "find",
                    given -> (Long) given.get(0) > 51 ? Optional.empty() : Optional.of(known((Long) given.get(0))));
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void open_ones_are_listed_with_what_is_late_a_page_at_a_time() {
        open(Role.AUDITOR);

        String page = desk.page("/console/exceptions");

        assertEquals(
                filter(Optional.of(true), Optional.empty(), false), asked.get(0).get(0));
        assertTrue(page.contains("51 open, 1 of them late"), page);
        assertTrue(page.contains("flour 1 is on hold") && page.contains("/console/event?id=e1\""), page);
        assertEquals(1, page.split("badge bad", -1).length - 1, page);
        assertFalse(page.contains("flour 51 is on hold"));
        assertTrue(page.contains("/console/exceptions?after=50"), page);
    }

    @Test
    void the_filter_is_kept_on_the_next_page() {
        open(Role.AUDITOR);

        String page = desk.page("/console/exceptions?state=late&owner=lottrace-quality&after=3");

        assertEquals(
                filter(Optional.of(true), Optional.of(Role.QUALITY), true),
                asked.get(0).get(0));
        assertEquals(Optional.of(3L), asked.get(0).get(1));
        assertTrue(page.contains("state=late&amp;owner=lottrace-quality&amp;after=50"), page);
    }

    @Test
    void a_case_is_closed_with_a_reason_and_a_refusal_is_shown() {
        cases.when("close", given -> {
            asked.add(given);
            return ((String) given.get(2)).isBlank()
                    ? new Outcome.Refused<>(List.of(new Violation("REASON_MISSING", "reason", "say what was found")))
                    : new Outcome.Done<>(known(1));
        });
        open(Role.QUALITY);

        assertTrue(desk.page("/console/exceptions/1").contains("name=\"reason\""));
        HttpResponse<String> refused = desk.send("/console/exceptions/1", "action", "close", "reason", "");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("say what was found"));
        HttpResponse<String> done = desk.send("/console/exceptions/1", "action", "close", "reason", "destroyed");

        assertEquals(
                "/console/exceptions/1", done.headers().firstValue("Location").orElseThrow());
        assertEquals(List.of(1L, "destroyed"), asked.get(1).subList(1, 3));
    }

    @Test
    void a_case_is_given_to_others_until_a_time_at_its_site() {
        cases.when("assign", given -> {
            asked.add(given);
            return new Outcome.Done<>(known(1));
        });
        open(Role.QUALITY);

        HttpResponse<String> refused = desk.send("/console/exceptions/1", "action", "assign", "owner", "lottrace");
        assertEquals(422, refused.statusCode());
        desk.send("/console/exceptions/1", "action", "assign", "owner", "lottrace", "deadline", "2026-03-03T09:00");

        assertEquals(List.of(1L, Role.OPERATOR, Instant.parse("2026-03-03T08:00:00Z")), asked.get(0));
    }

    @Test
    void who_may_not_close_sees_no_form_and_what_is_not_there_is_not_found() {
        open(Role.AUDITOR);

        assertFalse(desk.page("/console/exceptions/1").contains("name=\"reason\""));
        assertEquals(404, desk.get("/console/exceptions/99").statusCode());
        assertEquals(404, desk.get("/console/exceptions/x").statusCode());
    }

    private void open(Role role) {
        desk = DeskUnderTest.as(role, List.of(new ExceptionsPage()), cases.build(), Fake.sites());
    }

    private static ExceptionFilter filter(Optional<Boolean> open, Optional<Role> owner, boolean late) {
        return new ExceptionFilter(open, owner, Optional.empty(), Optional.empty(), late);
    }

    /** The first is late. */
    private static ExceptionCase known(long number) {
        return new ExceptionCase(
                number,
                "LOT_ON_HOLD",
                new EventId("e" + number),
                Optional.of(aLot("L1").key()),
                BERLIN,
                "flour " + number + " is on hold",
                Role.QUALITY,
                NOW.plusSeconds(number == 1 ? -1 : number),
                NOW.minusSeconds(60),
                Optional.empty());
    }
}
