package org.lottrace.login.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.login.internal.HandsOfAClock;

class AuditQueueTest {
    private final HandsOfAClock clock = new HandsOfAClock();
    private final AuditQueue queue = new AuditQueue(clock);

    @Test
    void failures_of_one_account_from_one_address_are_one_entry_for_each_minute() {
        for (int second = 0; second < 90; second++) {
            queue.count(failed("anna", "10.0.0.1"));
            clock.goOn(Duration.ofSeconds(1));
        }

        List<AuditQueue.Happened> first = queue.first(9);
        assertEquals(List.of(60), first.stream().map(AuditQueue.Happened::times).toList());
        assertEquals(
                Duration.ofSeconds(59),
                Duration.ofNanos(first.get(0).last() - first.get(0).first()));

        clock.goOn(Duration.ofSeconds(60));
        assertEquals(
                List.of(60, 30),
                queue.first(9).stream().map(AuditQueue.Happened::times).toList());
    }

    @Test
    void another_account_and_another_address_are_other_entries() {
        queue.count(failed("anna", "10.0.0.1"));
        queue.count(failed("anna", "10.0.0.2"));
        queue.count(failed("bert", "10.0.0.1"));
        queue.endAllMinutes();

        assertEquals(3, queue.first(9).size());
    }

    @Test
    void a_flood_of_invented_names_is_no_flood_of_entries() {
        IntStream.range(0, 50_000).forEach(i -> queue.count(failed("user" + i, "10.0.0.1")));
        queue.endAllMinutes();

        List<AuditQueue.Happened> entries = queue.first(100_000);
        assertEquals(AuditQueue.MOST_ACCOUNTS_OF_AN_ADDRESS + 1, entries.size());
        assertEquals(
                50_000, entries.stream().mapToInt(AuditQueue.Happened::times).sum());
        assertEquals("", entries.get(entries.size() - 1).note().user());
        assertEquals("10.0.0.1", entries.get(entries.size() - 1).note().address());
    }

    @Test
    void a_flood_from_everywhere_is_none_either() {
        IntStream.range(0, 50_000).forEach(i -> queue.count(failed("anna", "10.0." + i / 256 + "." + i % 256)));
        queue.endAllMinutes();

        List<AuditQueue.Happened> entries = queue.first(100_000);
        assertEquals(AuditQueue.MOST_COUNTED + 1, entries.size());
        assertEquals(
                50_000, entries.stream().mapToInt(AuditQueue.Happened::times).sum());
    }

    @Test
    void what_is_beyond_the_bound_is_lost_and_counted() {
        IntStream.range(0, AuditQueue.MOST_WAITING + 3).forEach(i -> queue.add(login("anna")));

        assertEquals(AuditQueue.MOST_WAITING, queue.waiting());
        assertEquals(3, queue.lost());
    }

    @Test
    void what_is_not_written_waits_on() {
        queue.add(login("anna"));
        queue.add(login("bert"));

        assertEquals(queue.first(9), queue.first(9));
        queue.written(1);
        assertEquals("bert", queue.first(9).get(0).note().user());
    }

    @Test
    void a_name_from_outside_writes_no_line_and_is_cut() {
        AuditNote note = login("anna\n2026 all is well" + "x".repeat(500));

        assertTrue(note.user().startsWith("anna?2026"));
        assertEquals(200, note.user().length());
    }

    private static AuditNote failed(String user, String address) {
        return AuditNote.of(AuditKind.LOGIN_FAILED, user, address, "ssh", LoginMethod.PASSWORD, List.of());
    }

    private static AuditNote login(String user) {
        return AuditNote.of(AuditKind.LOGIN, user, "10.0.0.1", "ssh", LoginMethod.PASSWORD, List.of());
    }
}
