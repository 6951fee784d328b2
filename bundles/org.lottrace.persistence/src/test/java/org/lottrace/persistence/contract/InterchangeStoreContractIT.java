package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

class InterchangeStoreContractIT extends StoreContract {
    private static final byte[] CONTENT = {0, 1, -1, 127};

    @Test
    void a_record_comes_back_with_its_sets_and_problems() {
        InterchangeRecord record = record(
                0,
                Direction.INBOUND,
                InterchangeStatus.REJECTED,
                List.of(
                        new Violation("B", written("12 / LIN / 03"), "second"),
                        new Violation("A", ViolationPath.WHOLE, "first")));

        long id = db.interchanges()
                .insert(record, Optional.of("in:ZZ:MILL:1"), CONTENT)
                .orElseThrow();

        InterchangeRecord stored = record(id, record.direction(), record.status(), record.problems());
        assertEquals(Optional.of(stored), db.interchanges().find("in:ZZ:MILL:1"));
        assertEquals(List.of(stored), db.interchanges().recent(10));
        assertEquals(Optional.empty(), db.interchanges().find("other"));
        assertEquals(Optional.of("in:ZZ:MILL:1"), db.interchanges().key(id));
        assertEquals(Optional.empty(), db.interchanges().key(id + 1));
    }

    @Test
    void where_a_problem_was_comes_back_as_it_was_written_down() {
        ViolationPath path = ViolationPath.of(PathStep.set("0001"), PathStep.position("14"), PathStep.segment("N1"));

        insert(InterchangeStatus.REJECTED, List.of(new Violation("SEGMENT_REFUSED", path, "unknown")));

        assertEquals(
                List.of(new Violation("SEGMENT_REFUSED", written("set 0001 / 14 / N1"), "unknown")),
                db.interchanges().recent(1).get(0).problems());
    }

    @Test
    void a_key_is_stored_once_and_the_unit_of_work_goes_on() {
        InterchangeRecord record = record(0, Direction.INBOUND, InterchangeStatus.ACCEPTED, List.of());
        inOne(() -> {
            db.interchanges().insert(record, Optional.of("k"), CONTENT).orElseThrow();
            assertEquals(Optional.empty(), db.interchanges().insert(record, Optional.of("k"), CONTENT));
            db.interchanges().insert(record, Optional.empty(), CONTENT).orElseThrow();
            db.interchanges().insert(record, Optional.empty(), CONTENT).orElseThrow();
        });

        assertEquals(3, db.interchanges().recent(10).size());
    }

    @Test
    void what_waits_is_listed_oldest_first_until_it_is_sent() {
        long first = insert(InterchangeStatus.PENDING);
        long second = insert(InterchangeStatus.PENDING);
        long inbound = insert(InterchangeStatus.ACCEPTED);
        long third = insert(InterchangeStatus.PENDING);

        db.interchanges().setStatus(second, InterchangeStatus.SENT);

        assertEquals(List.of(first, third), ids(db.interchanges().pending()));
        assertEquals(List.of(third, inbound, second), ids(db.interchanges().recent(3)));
        assertThrows(IllegalArgumentException.class, () -> db.interchanges().setStatus(-1, InterchangeStatus.SENT));
    }

    @Test
    void the_bytes_come_back_also_when_there_are_many() {
        byte[] large = new byte[3_000_000];
        large[large.length - 1] = 7;
        InterchangeRecord record = record(0, Direction.INBOUND, InterchangeStatus.ACCEPTED, List.of());

        long id = db.interchanges().insert(record, Optional.empty(), large).orElseThrow();

        assertArrayEquals(large, db.interchanges().content(id));
        assertThrows(IllegalArgumentException.class, () -> db.interchanges().content(-1));
    }

    @Test
    void of_two_who_want_to_change_the_status_one_succeeds() {
        long id = insert(InterchangeStatus.PENDING);

        assertTrue(db.interchanges().replaceStatus(id, InterchangeStatus.PENDING, InterchangeStatus.SENDING));
        assertFalse(db.interchanges().replaceStatus(id, InterchangeStatus.PENDING, InterchangeStatus.WITHHELD));

        assertEquals(
                List.of(id),
                db.interchanges().pending().stream().map(InterchangeRecord::id).toList());
    }

    @Test
    void what_is_written_counts_from_then_and_only_once() {
        long id = insert(InterchangeStatus.SENDING);
        Instant at = Instant.parse("2026-03-04T05:06:07.123456789Z");

        assertTrue(db.interchanges().written(id, InterchangeStatus.SENDING, at));
        assertFalse(db.interchanges().written(id, InterchangeStatus.SENDING, at.plusSeconds(1)));

        InterchangeRecord record = db.interchanges().find(id).orElseThrow();
        assertEquals(InterchangeStatus.SENT, record.status());
        assertEquals(at, record.at());
    }

    @Test
    void the_answer_of_a_partner_finds_what_was_written_and_stays_with_it() {
        insert(InterchangeStatus.PENDING);
        long sent = insert(InterchangeStatus.SENT);
        List<Violation> problems = List.of(new Violation("ELEMENT_REFUSED", written("17 / SN1 / 2"), "too long"));
        inOne(() -> {
            assertEquals(
                    sent,
                    db.interchanges()
                            .findWritten("ZZ:BAKERY", "000000001")
                            .orElseThrow()
                            .id());
            assertEquals(Optional.empty(), db.interchanges().findWritten("ZZ:BAKERY", "000000002"));
            assertEquals(Optional.empty(), db.interchanges().findWritten("ZZ:OTHER", "000000001"));
            db.interchanges().answer(sent, InterchangeStatus.ACKNOWLEDGED_WITH_ERRORS, problems);
        });

        assertEquals(
                record(sent, Direction.OUTBOUND, InterchangeStatus.ACKNOWLEDGED_WITH_ERRORS, problems),
                db.interchanges().recent(1).get(0));
        assertThrows(IllegalStateException.class, () -> db.interchanges().lock("k"));
    }

    @Test
    void the_log_is_read_page_by_page_by_direction_status_and_partner() {
        long in = db.interchanges()
                .insert(record(0, Direction.INBOUND, InterchangeStatus.ACCEPTED, List.of()), Optional.empty(), CONTENT)
                .orElseThrow();
        long sent = insert(InterchangeStatus.SENT);
        long waiting = insert(InterchangeStatus.PENDING);
        long last = insert(InterchangeStatus.SENT);
        Optional<Direction> outbound = Optional.of(Direction.OUTBOUND);
        Optional<InterchangeStatus> isSent = Optional.of(InterchangeStatus.SENT);

        assertEquals(List.of(last, waiting), page(Long.MAX_VALUE, InterchangeFilter.ALL, 2));
        assertEquals(List.of(sent, in), page(waiting, InterchangeFilter.ALL, 2));
        assertEquals(List.of(last, sent), page(Long.MAX_VALUE, filter(outbound, isSent, "BAKERY"), 9));
        assertEquals(
                List.of(last, waiting, sent, in),
                page(Long.MAX_VALUE, filter(Optional.empty(), Optional.empty(), "MILL"), 9));
        assertEquals(List.of(), page(Long.MAX_VALUE, filter(outbound, isSent, "OTHER"), 9));
        assertEquals(in, db.interchanges().find(in).orElseThrow().id());
        assertEquals(Optional.empty(), db.interchanges().find(-1));
    }

    @Test
    void what_waits_for_an_answer_is_what_was_sent_to_that_partner_then() {
        Instant at =
                record(0, Direction.OUTBOUND, InterchangeStatus.SENT, List.of()).at();
        String receiver =
                record(0, Direction.OUTBOUND, InterchangeStatus.SENT, List.of()).receiver();
        keyed("ship1", "856", InterchangeStatus.SENT);
        keyed("ship2", "856", InterchangeStatus.ACKNOWLEDGED);
        keyed("receipt", "861", InterchangeStatus.SENT);
        Instant later = at.plusSeconds(1);

        assertEquals(List.of("ship1"), db.interchanges().unanswered("856", receiver, at, later, 9));
        assertEquals(List.of(), db.interchanges().unanswered("856", "ZZ:OTHER", at, later, 9));
        assertEquals(List.of(), db.interchanges().unanswered("856", receiver, at.minusSeconds(9), at, 9));
        assertEquals(List.of(), db.interchanges().unanswered("856", receiver, later, later.plusSeconds(9), 9));
    }

    private void keyed(String key, String code, InterchangeStatus status) {
        db.interchanges()
                .insert(
                        record(0, Direction.OUTBOUND, status, List.of()),
                        Optional.of(OutboundTransactionSet.logKey(code, key)),
                        CONTENT);
    }

    private List<Long> page(long before, InterchangeFilter filter, int limit) {
        return ids(db.interchanges().before(before, filter, limit));
    }

    private static InterchangeFilter filter(
            Optional<Direction> direction, Optional<InterchangeStatus> status, String partner) {
        return new InterchangeFilter(direction, status, Optional.of(new EdiAddress("ZZ", partner)));
    }

    private long insert(InterchangeStatus status) {
        return insert(status, List.of());
    }

    private long insert(InterchangeStatus status, List<Violation> problems) {
        return db.interchanges()
                .insert(record(0, Direction.OUTBOUND, status, problems), Optional.empty(), CONTENT)
                .orElseThrow();
    }

    private static ViolationPath written(String text) {
        return ViolationPath.of(PathStep.words(text));
    }

    private static InterchangeRecord record(
            long id, Direction direction, InterchangeStatus status, List<Violation> problems) {
        return new InterchangeRecord(
                id,
                direction,
                "ZZ:MILL",
                "ZZ:BAKERY",
                "000000001",
                List.of("856", "997", "856"),
                "mill-1.edi",
                status,
                Instant.parse("2026-03-02T08:00:00.000000999Z"),
                problems);
    }

    private static List<Long> ids(List<InterchangeRecord> records) {
        return records.stream().map(InterchangeRecord::id).toList();
    }
}
