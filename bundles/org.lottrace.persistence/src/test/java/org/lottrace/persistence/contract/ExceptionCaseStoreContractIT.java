package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventId;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCase.Closing;
import org.lottrace.api.exceptioncase.ExceptionFigures;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Role;

class ExceptionCaseStoreContractIT extends StoreContract {
    private static final Instant T0 = Instant.parse("2026-03-02T08:00:00.123456Z");
    private static final Optional<Boolean> ANY = Optional.empty();

    private final ExceptionCase first = open(1, "LOT_ON_HOLD", Role.QUALITY, BERLIN, 20);
    private final ExceptionCase second = open(2, "NOT_RESERVED", Role.SHIPPER, POTSDAM, 10);
    private final ExceptionCase third = open(3, "LOT_ON_HOLD", Role.SHIPPER, BERLIN, 10);
    private final ExceptionCase closed = closed(open(4, "LOT_ON_HOLD", Role.QUALITY, BERLIN, 5));

    @BeforeEach
    void four_cases() {
        db.exceptionCases().insert(List.of(first, second, third));
        db.exceptionCases().insert(List.of(closed));
    }

    @Test
    void a_case_comes_back_exactly_and_is_sealed() {
        assertEquals(Optional.of(first), db.exceptionCases().find(1));
        assertEquals(Optional.of(closed), db.exceptionCases().find(4));
        assertEquals(Optional.empty(), db.exceptionCases().find(5));
        assertEquals(4, seals());
    }

    @Test
    void they_are_listed_by_deadline_then_number_a_page_at_a_time() {
        assertEquals(List.of(4L, 2L), numbers(ExceptionFilter.NONE, Optional.empty(), 2));
        assertEquals(List.of(3L, 1L), numbers(ExceptionFilter.NONE, Optional.of(2L), 2));
        assertThrows(IllegalArgumentException.class, () -> numbers(ExceptionFilter.NONE, Optional.of(9L), 2));
    }

    @Test
    void a_filter_says_which_are_wanted() {
        assertEquals(List.of(2L, 3L, 1L), numbers(filter(Optional.of(true), "", "", "", false)));
        assertEquals(List.of(4L), numbers(filter(Optional.of(false), "", "", "", false)));
        assertEquals(List.of(2L, 3L), numbers(filter(ANY, "lottrace-shipper", "", "", false)));
        assertEquals(List.of(2L), numbers(filter(ANY, "", "POT", "", false)));
        assertEquals(List.of(4L, 3L, 1L), numbers(filter(ANY, "", "", "LOT_ON_HOLD", false)));
        assertEquals(List.of(2L, 3L), numbers(filter(ANY, "", "", "", true)));
        assertEquals(List.of(3L), numbers(filter(Optional.of(true), "lottrace-shipper", "BER", "LOT_ON_HOLD", true)));
    }

    @Test
    void what_is_open_and_late_is_counted() {
        assertEquals(new ExceptionFigures(3, 2), db.exceptionCases().figures(T0.plusSeconds(15)));
        assertEquals(new ExceptionFigures(3, 0), db.exceptionCases().figures(T0.plusSeconds(10)));
    }

    @Test
    void the_cases_of_an_event_are_found() {
        assertEquals(List.of(second), db.exceptionCases().ofEvent(new EventId("e2")));
        assertEquals(List.of(), db.exceptionCases().ofEvent(new EventId("e9")));
    }

    @Test
    void a_change_is_kept_and_sealed_again() {
        inOne(() -> {
            assertEquals(Optional.of(first), db.exceptionCases().lock(1));
            db.exceptionCases().save(closed(first));
        });

        assertEquals(Optional.of(closed(first)), db.exceptionCases().find(1));
        assertEquals(5, seals());
    }

    private List<Long> numbers(ExceptionFilter filter) {
        return numbers(filter, Optional.empty(), 10);
    }

    private List<Long> numbers(ExceptionFilter filter, Optional<Long> after, int limit) {
        return db.exceptionCases().list(filter, T0.plusSeconds(15), after, limit).stream()
                .map(ExceptionCase::number)
                .toList();
    }

    private int seals() {
        return db.texts("select record_key from seal where record_type = 'EXCEPTION_CASE'")
                .size();
    }

    private static ExceptionFilter filter(
            Optional<Boolean> open, String owner, String site, String code, boolean late) {
        return new ExceptionFilter(
                open,
                Optional.of(owner).filter(text -> !text.isEmpty()).map(text -> Role.SHIPPER),
                Optional.of(site).filter(text -> !text.isEmpty()).map(SiteId::new),
                Optional.of(code).filter(text -> !text.isEmpty()),
                late);
    }

    private static ExceptionCase open(long number, String code, Role owner, SiteId site, int seconds) {
        return new ExceptionCase(
                number,
                code,
                new EventId("e" + number),
                number == 1 ? Optional.of(aLot("L1").key()) : Optional.empty(),
                site,
                "it is so",
                owner,
                T0.plusSeconds(seconds),
                T0,
                Optional.empty());
    }

    private static ExceptionCase closed(ExceptionCase open) {
        return new ExceptionCase(
                open.number(),
                open.code(),
                open.event(),
                open.lot(),
                open.site(),
                open.message(),
                open.owner(),
                open.deadline(),
                open.opened(),
                Optional.of(new Closing(T0, "anna", "it was so")));
    }
}
