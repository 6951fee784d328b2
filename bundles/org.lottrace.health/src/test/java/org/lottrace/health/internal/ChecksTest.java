package org.lottrace.health.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.health.internal.Answer.answering;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.audit.AuditBacklog;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.FollowerState;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.event.VerifiedChain;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFigures;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.health.DatabaseFault;
import org.lottrace.api.health.DatabaseState;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.recall.NoticeKind;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact.NoticeAttempted;
import org.lottrace.api.recall.RecallFact.NoticeQueued;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.api.recall.answer.AnswerFiles;
import org.lottrace.api.recall.answer.SetAsideAnswer;
import org.lottrace.api.recall.store.RecallStore;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.api.seal.Tampering;
import org.lottrace.api.transaction.UnitOfWork;

class ChecksTest {
    private static final UnitOfWork WORK = answering(
            UnitOfWork.class, Map.of("required", given -> ((Supplier<?>) given.get(0)).get(), "run", given -> {
                ((Runnable) given.get(0)).run();
                return null;
            }));

    @Test
    void the_database_check_says_the_one_cause_also_when_nothing_else_is_there() {
        Result full = new DatabaseCheck(
                        () -> Optional.of(new DatabaseFault("DATABASE_DISK_FULL", false, "the disk is full")))
                .execute();

        assertEquals(Status.OK, new DatabaseCheck(Optional::empty).execute().getStatus());
        assertEquals(Status.CRITICAL, full.getStatus());
        assertTrue(full.toString().contains("the disk is full"), full.toString());
        assertEquals(
                Status.TEMPORARILY_UNAVAILABLE,
                new DatabaseCheck(() -> Optional.of(new DatabaseFault("DATABASE_OPENING", true, "being opened")))
                        .execute()
                        .getStatus());
        assertEquals(
                Status.TEMPORARILY_UNAVAILABLE, new DatabaseCheck().execute().getStatus());
    }

    @Test
    void after_an_upgrade_the_database_check_says_where_the_backup_is() {
        DatabaseState upgraded = new DatabaseState() {
            @Override
            public Optional<DatabaseFault> fault() {
                return Optional.empty();
            }

            @Override
            public Optional<Path> upgradeBackup() {
                return Optional.of(Path.of("backup", "lottrace-before-38.dump"));
            }
        };

        Result works = new DatabaseCheck(upgraded).execute();

        assertEquals(Status.OK, works.getStatus());
        assertTrue(
                works.toString()
                        .contains(Path.of("backup", "lottrace-before-38.dump").toString()),
                works.toString());
    }

    @ParameterizedTest
    @CsvSource({"OK, 0,,", "CRITICAL, 97,,", "CRITICAL, 0, 7,", "CRITICAL, 0,, sales_order"})
    void a_changed_event_among_the_newest_or_found_by_the_background_and_a_changed_record_are_critical(
            Status expected, long broken, Long found, String table) {
        Ledger ledger = answering(
                Ledger.class,
                Map.of(
                        "head", given -> 100L,
                        "verified",
                                given -> new VerifiedChain(
                                        90, "ab".repeat(32), Bakery.NOW, Bakery.NOW, Optional.ofNullable(found)),
                        "firstBrokenPositionAfter",
                                given -> given.equals(List.of(95L)) && broken > 0
                                        ? Optional.of(broken)
                                        : Optional.empty()));

        RecordSeals seals = answering(RecordSeals.class, Map.of("found", given -> Stream.ofNullable(table)
                .map(name -> new Tampering(name, "order_number SO1", Optional.of("customer"), "changed"))
                .toList()));

        assertEquals(expected, new LedgerCheck(ledger, seals, 5).execute().getStatus());
    }

    @ParameterizedTest
    @CsvSource({"OK,", "WARN, no price for event e9"})
    void costing_that_has_stopped_is_a_warning(Status expected, String problem) {
        LotCosting costing = answering(
                LotCosting.class,
                Map.of("progress", given -> new CostingProgress(98, 100, Optional.ofNullable(problem))));

        assertEquals(expected, new CostingCheck(costing).execute().getStatus());
    }

    @Test
    void a_follower_is_a_warning_when_it_is_behind_and_has_not_moved_for_a_while() {
        AtomicLong position = new AtomicLong(90);
        AtomicReference<Instant> now = new AtomicReference<>(Bakery.NOW);
        InstantSource watch = now::get;
        LedgerFollowers followers = answering(
                LedgerFollowers.class,
                Map.of("all", none -> List.of(cost(FollowerState.RUNNING, position.get(), Optional.empty()))));
        HealthCheck check = new FollowersCheck(followers, Duration.ofSeconds(60), watch.withZone(ZoneOffset.UTC));

        assertEquals(Status.OK, check.execute().getStatus());
        now.set(Bakery.NOW.plusSeconds(61));
        assertEquals(Status.WARN, check.execute().getStatus());
        position.set(95);
        assertEquals(Status.OK, check.execute().getStatus());
        now.set(Bakery.NOW.plusSeconds(600));
        assertEquals(Status.WARN, check.execute().getStatus());
        position.set(100);
        assertEquals(Status.OK, check.execute().getStatus());
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING,    100, 0, OK,   'cost is at the end of the ledger, position 100'",
        "RUNNING,     98, 0, OK,   'cost catches up, behind by 2 events'",
        "REBUILDING,  98, 0, OK,   'cost is being rebuilt, position 98 of 100'",
        "RETRYING,    98, 0, OK,   'cost catches up, behind by 2 events'",
        "STOPPED,     98, 0, WARN, 'cost has stopped before position 99, behind by 2 events: no price. Put that right;"
                + " it is tried again by itself, or at once with lottrace:follower cost --retry 99'",
        "RUNNING,    100, 7, WARN, 'cost has set aside events: 1; the first at position 7: no price. Put that right,"
                + " then they are tried again by themselves; see lottrace:follower cost'",
    })
    void a_follower_that_has_stopped_or_set_something_aside_is_a_warning_that_says_what_to_do(
            FollowerState state, long position, long aside, Status expected, String said) {
        FollowerFailure failure = failure(aside == 0 ? position + 1 : aside);
        FollowerStatus status = new FollowerStatus(
                "cost",
                state,
                position,
                100,
                Optional.of(failure).filter(f -> state == FollowerState.STOPPED || state == FollowerState.RETRYING),
                aside == 0 ? List.of() : List.of(new SetAsideEvent(Optional.empty(), failure, Optional.empty())),
                "node");
        LedgerFollowers followers = answering(LedgerFollowers.class, Map.of("all", none -> List.of(status)));

        Result result = new FollowersCheck(followers, Duration.ofSeconds(60), Bakery.CLOCK).execute();

        assertEquals(expected, result.getStatus());
        assertTrue(result.toString().contains(said), result.toString());
    }

    @Test
    void a_follower_that_still_fills_the_memory_is_a_warning_that_says_how_far_it_is() {
        FollowerStatus graph =
                new FollowerStatus("graph", FollowerState.CATCHING_UP, 40, 100, Optional.empty(), List.of(), "");
        LedgerFollowers followers = answering(LedgerFollowers.class, Map.of("all", none -> List.of(graph)));

        Result result = new FollowersCheck(followers, Duration.ofSeconds(60), Bakery.CLOCK).execute();

        assertEquals(Status.WARN, result.getStatus());
        assertTrue(result.toString().contains("graph is catching up, 40 of 100 events"), result.toString());
    }

    private static FollowerStatus cost(FollowerState state, long position, Optional<FollowerFailure> failure) {
        return new FollowerStatus("cost", state, position, 100, failure, List.of(), "node");
    }

    private static FollowerFailure failure(long position) {
        return new FollowerFailure(position, 5, Bakery.NOW, Bakery.NOW.plusSeconds(60), "no price");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED,  1, OK",
        "DUPLICATE, 1, OK",
        "SENT,      1, OK",
        "REJECTED,  1, WARN",
        "REJECTED, 59, WARN",
        "REJECTED, 61, OK",
        "PENDING,   1, OK",
        "PENDING,   6, WARN",
    })
    void interchanges_rejected_within_the_hour_or_pending_for_five_minutes_are_a_warning(
            InterchangeStatus status, long minutesAgo, Status expected) {
        assertEquals(
                expected,
                interchanges(interchange(Direction.INBOUND, "ZZ:US", status, minutesAgo))
                        .execute()
                        .getStatus());
    }

    @ParameterizedTest
    @CsvSource({"ZZ:KIOSK, 1441, WARN", "ZZ:KIOSK, 1439, OK", "ZZ:SILENT, 1441, OK"})
    void a_ship_notice_that_a_partner_who_acknowledges_has_not_acknowledged_for_a_day_is_a_warning(
            String receiver, long minutesAgo, Status expected) {
        HealthCheck check = interchanges(
                interchange(Direction.OUTBOUND, receiver, InterchangeStatus.SENT, minutesAgo),
                interchange(Direction.OUTBOUND, "ZZ:KIOSK", InterchangeStatus.ACKNOWLEDGED, 2000));

        assertEquals(expected, check.execute().getStatus());
    }

    @Test
    void a_file_that_was_set_aside_is_a_warning_however_many_interchanges_came_since() {
        InterchangeRecord setAside = interchange(Direction.INBOUND, "", InterchangeStatus.REJECTED, 50);
        List<InterchangeRecord> log = new ArrayList<>(
                Collections.nCopies(200, interchange(Direction.INBOUND, "ZZ:US", InterchangeStatus.ACCEPTED, 1)));
        log.add(setAside);

        Result result = interchanges(log.toArray(InterchangeRecord[]::new)).execute();

        assertEquals(Status.WARN, result.getStatus());
        assertTrue(result.toString().contains("rejected lately: 1"), result.toString());
    }

    private static HealthCheck interchanges(InterchangeRecord... records) {
        Interchanges log = answering(
                Interchanges.class,
                Map.of(
                        "recent",
                        asked -> Stream.of(records).limit((int) asked.get(0)).toList(),
                        "before",
                        asked -> Stream.of(records)
                                .filter(record -> ((InterchangeFilter) asked.get(1))
                                        .status()
                                        .filter(record.status()::equals)
                                        .isPresent())
                                .limit((int) asked.get(2))
                                .toList()));
        return new InterchangesCheck(
                log, 200, Duration.ofHours(1), Duration.ofMinutes(5), Duration.ofHours(24), Bakery.CLOCK);
    }

    private static InterchangeRecord interchange(
            Direction direction, String receiver, InterchangeStatus status, long minutesAgo) {
        return new InterchangeRecord(
                1,
                direction,
                "",
                receiver,
                "",
                List.of("856"),
                "a.edi",
                status,
                Bakery.NOW.minus(Duration.ofMinutes(minutesAgo)),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, 6, WARN, 'R-000001: notices failed and are tried again, consignees: 1'",
        "false, true,  6, OK,   'looked at'",
        "true,  true,  6, OK,   'looked at'",
        ",      ,      4, OK,   'looked at'",
        ",      ,      6, WARN, 'R-000001: no way of sending reaches some, consignees: 1'",
    })
    void a_notice_that_failed_or_reaches_nobody_is_a_warning(
            Boolean first, Boolean second, long minutesAgo, Status expected, String said) {
        Instant queued = Bakery.NOW.minus(Duration.ofMinutes(minutesAgo));
        List<RecallStep> steps = new ArrayList<>();
        steps.add(new RecallStep(1, queued, "anna", new NoticeQueued("K", Bakery.MARKET, NoticeKind.FIRST, 1)));
        Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
                .flatMap(Optional::stream)
                .map(sent -> new NoticeAttempted("K", Bakery.MARKET, "EMAIL", sent, ""))
                .forEach(attempt -> steps.add(new RecallStep(steps.size() + 1, queued, "lottrace", attempt)));
        RecallStore store = answering(
                RecallStore.class,
                Map.of("openWithNotices", none -> List.of(new RecallCase(RecallCaseId.of(1), steps))));

        Result result = new NoticesCheck(WORK, store, Duration.ofMinutes(5), Bakery.CLOCK).execute();

        assertEquals(expected, result.getStatus());
        assertTrue(result.toString().contains(said), result.toString());
    }

    @ParameterizedTest
    @CsvSource({"OK, 0,", "WARN, 3,", "WARN, 0, connection refused"})
    void entries_of_the_audit_log_that_were_lost_or_cannot_be_written_are_a_warning(
            Status expected, long lost, String failure) {
        AuditLog audit = answering(
                AuditLog.class, Map.of("backlog", given -> new AuditBacklog(5, lost, Optional.ofNullable(failure))));

        Result result = new AuditCheck(audit).execute();

        assertEquals(expected, result.getStatus());
        assertTrue(failure == null || result.toString().contains(failure), result.toString());
    }

    @ParameterizedTest
    @CsvSource({"OK, 3, 0, 'exception cases: 3 open'", "WARN, 3, 2, 'past their deadline: 2 of 3'"})
    void exception_cases_past_their_deadline_are_a_warning(Status expected, long open, long late, String said) {
        ExceptionCases cases =
                answering(ExceptionCases.class, Map.of("figures", given -> new ExceptionFigures(open, late)));

        Result result = new ExceptionsCheck(cases).execute();

        assertEquals(expected, result.getStatus());
        assertTrue(result.toString().contains(said), result.toString());
    }

    @Test
    void answers_that_were_set_aside_are_a_warning_by_case() {
        Optional<RecallCaseId> one = Optional.of(RecallCaseId.of(1));
        AnswerFiles files = answering(
                AnswerFiles.class,
                Map.of(
                        "setAside",
                        none -> List.of(
                                new SetAsideAnswer("a.csv", one, Optional.of(Bakery.MARKET)),
                                new SetAsideAnswer("b.csv", one, Optional.of(Bakery.MARKET)),
                                new SetAsideAnswer("c.csv", Optional.empty(), Optional.empty()))));

        Result result = new AnswersCheck(files).execute();

        assertEquals(Status.WARN, result.getStatus());
        assertTrue(result.toString().contains("R-000001: answers set aside: 2, consignees: 1"), result.toString());
        assertTrue(result.toString().contains("unknown case: answers set aside: 1"), result.toString());
        AnswerFiles none = answering(AnswerFiles.class, Map.of("setAside", nothing -> List.of()));
        assertEquals(Status.OK, new AnswersCheck(none).execute().getStatus());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,           false, OK",
        "localhost,           false, OK",
        "0.0.0.0,             false, WARN",
        "'127.0.0.1, 0.0.0.0',false, WARN",
        "192.0.2.7,           false, WARN",
        "192.0.2.7,           true,  OK",
    })
    void http_that_others_reach_without_tls_is_a_warning(String addresses, String https, Status expected) {
        Result result =
                new NetworkCheck(Map.of(NetworkCheck.ADDRESSES, addresses, NetworkCheck.SECURE, https)).execute();

        assertEquals(expected, result.getStatus(), result.toString());
        assertEquals(expected == Status.WARN, result.toString().contains("LOTTRACE_HTTPS=yes"), result.toString());
    }

    @Test
    void a_web_server_that_was_never_configured_listens_on_every_network() {
        assertEquals(Status.WARN, new NetworkCheck(Map.of()).execute().getStatus());
    }

    @Test
    void a_missing_service_is_named_and_makes_it_temporarily_unavailable() {
        Result result =
                new ServicesCheck(List.of("Ledger", "org.lottrace.api.lot.LotMaster"), "Ledger"::equals).execute();

        assertEquals(Status.TEMPORARILY_UNAVAILABLE, result.getStatus());
        assertTrue(result.toString().contains("LotMaster"), result.toString());
        assertEquals(
                Status.OK,
                new ServicesCheck(List.of("Ledger"), "Ledger"::equals).execute().getStatus());
    }

    @Test
    void a_list_may_be_one_text_with_commas_as_in_a_cfg_file() {
        assertEquals(List.of("cost", "asn856"), Names.of("cost, asn856"));
        assertEquals(List.of("cost", "asn856"), Names.of("cost", "asn856"));
    }

    @Test
    void a_setting_about_books_that_names_nobody_warns() {
        Operations wrong =
                answering(Operations.class, Map.of("faultsOfBooks", given -> List.of("\"anna\" names no company")));
        Operations right = answering(Operations.class, Map.of("faultsOfBooks", given -> List.of()));

        Result result = new BooksCheck(wrong).execute();

        assertEquals(Status.WARN, result.getStatus());
        assertTrue(result.toString().contains("anna"), result.toString());
        assertEquals(Status.OK, new BooksCheck(right).execute().getStatus());
    }
}
