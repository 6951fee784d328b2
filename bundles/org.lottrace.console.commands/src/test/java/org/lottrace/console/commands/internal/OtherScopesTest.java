package org.lottrace.console.commands.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.DocumentType.PURCHASE_ORDER;
import static org.lottrace.api.event.DocumentType.SALES_ORDER;
import static org.lottrace.api.event.DocumentType.SHIPMENT;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.console.commands.internal.Shell.answering;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.account.AccountQuestion;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRuleChange;
import org.lottrace.api.account.AccountRules;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.account.AccountTrial;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.ComponentAllocation;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.TransferAllocation;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.ItemMethod;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.RecordedRate;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.FollowerState;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.LedgerProjections;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.event.SetAsideEvent.Skipped;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.handover.AccountNumbers;
import org.lottrace.api.handover.JournalFile;
import org.lottrace.api.handover.JournalFileFormat;
import org.lottrace.api.handover.JournalFiles;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.api.handover.KeptNumbers;
import org.lottrace.api.health.Health;
import org.lottrace.api.health.HealthReport;
import org.lottrace.api.health.HealthStatus;
import org.lottrace.api.lot.ItemType;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.NotPossibleException;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.Recall;
import org.lottrace.api.recall.RecallScope;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** edi, alloc, recall, cost and health: what they show, and when they fail. */
class OtherScopesTest {
    private static final Lot FLOUR = aLot("L1").build();
    private static final Lot BREAD_1 = aLot("B1").of(BREAD).madeAt(BERLIN).build();
    private static final Lot BREAD_2 = aLot("B2").of(BREAD).madeAt(BERLIN).build();
    private static final EventId EVENT = new EventId("e1");
    private static final Violation EXPIRED = new Violation("LOT_EXPIRED", ViolationPath.WHOLE, "expired on 2026-03-01");

    @Test
    void the_interchange_log_is_listed_and_one_is_shown_with_all_problems() throws Exception {
        List<InterchangeRecord> all =
                List.of(interchange(8, InterchangeStatus.REJECTED, EXPIRED), interchange(7, InterchangeStatus.SENT));
        Interchanges log = answering(
                Interchanges.class,
                Map.of(
                        "before",
                        asked -> all.stream()
                                .filter(record -> ((InterchangeFilter) asked.get(1))
                                        .status()
                                        .map(record.status()::equals)
                                        .orElse(true))
                                .toList(),
                        "find",
                        id -> all.stream()
                                .filter(record -> id.get(0).equals(record.id()))
                                .findFirst()));
        try (Shell shell = Shell.with(log)) {
            assertEquals(2, shell.json("edi:log").size());
            assertEquals(1, shell.json("edi:log --status rejected").size());
            assertEquals(8, shell.json("edi:log --status rejected").at("/0/id").asInt());
            assertTrue(shell.run("edi:show 8").contains("expired on 2026-03-01"), shell.output());
            assertThrows(CommandException.class, () -> shell.run("edi:show 9"));
        }
    }

    @Test
    void a_file_with_problems_fails_its_check() throws Exception {
        Path file = ServerFolder.file("broken.edi", "broken");
        Interchanges interchanges = answering(
                Interchanges.class,
                "check",
                given -> new String((byte[]) given.get(0)).equals("broken") ? List.of(EXPIRED) : List.of());
        try (Shell shell = Shell.with(interchanges)) {
            assertThrows(CommandException.class, () -> shell.run("edi:check broken.edi"));
            assertTrue(shell.output().contains("LOT_EXPIRED"), shell.output());

            Files.writeString(file, "good");
            assertEquals(0, shell.json("edi:check broken.edi").size());
            assertTrue(assertThrows(CommandException.class, () -> shell.run("edi:check none.edi"))
                    .getMessage()
                    .contains("cannot read"));
        }
    }

    @Test
    void the_journal_goes_into_a_file_on_the_server_and_says_how_far_it_reaches() throws Exception {
        ServerFolder.file("there.csv", "there");
        JournalFiles files = (format, range, out) -> {
            if (format == JournalFileFormat.SAF_T) {
                throw new NotPossibleException(new Violation(
                        JournalFiles.SAF_T_NOT_SET_UP, ViolationPath.WHOLE, "registration.number is empty"));
            }
            writing(out, format + " " + range);
            return new JournalFile(format, 2, 3, 4, Optional.of(LocalDate.parse("2026-03-02")), 0, 0, true);
        };
        List<Object> kept = new ArrayList<>();
        AccountNumbers numbers = answering(AccountNumbers.class, "keep", given -> {
            kept.add(given.get(1));
            return new Outcome.Done<>(new KeptNumbers(2, 2, 0, 4, true));
        });
        try (Shell shell = Shell.with(files, numbers, costing())) {
            JsonNode written = shell.json("cost:export hledger books-" + System.nanoTime() + " --from 3");
            assertEquals(4, written.at("/journal/last").asInt());
            assertEquals(
                    "HLEDGER Numbers[from=3, to=9223372036854775807]",
                    Files.readString(Path.of(written.at("/file").asText())));
            JsonNode days = shell.json("cost:export CSV books-" + System.nanoTime() + " --from-day 2026-03-01");
            assertEquals(
                    "CSV Days[from=2026-03-01, to=2026-03-01, after=0]",
                    Files.readString(Path.of(days.at("/file").asText())));
            assertEquals(List.of(), kept);
            assertTrue(
                    days.at("/handedOver").isMissingNode()
                            || days.at("/handedOver").isNull(),
                    days.toString());
            JsonNode handedOver =
                    shell.json("cost:export csv books-" + System.nanoTime() + " --from-day 2026-03-01 --hand-over");
            assertEquals(2, handedOver.at("/handedOver/kept").asInt(), handedOver.toString());
            JournalRange nothing = new JournalRange.Numbers(Long.MAX_VALUE, Long.MAX_VALUE); // asks whether one may
            assertEquals(
                    List.of(
                            nothing,
                            new JournalRange.Days(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-01"), 0)),
                    kept);
            kept.clear();
            for (String wrong : List.of(
                    "cost:export csv there.csv",
                    "cost:export csv there.csv --hand-over",
                    "cost:export csv nowhere/books.csv --hand-over",
                    "cost:export saft books.xml --from-day 2026-03-01 --hand-over",
                    "cost:export pdf books.pdf",
                    "cost:export csv books.csv --from 3 --from-day 2026-03-01",
                    "cost:export csv books.csv --after 3")) {
                assertThrows(CommandException.class, () -> shell.run(wrong), wrong);
            }
            assertEquals(List.of(nothing, nothing, nothing), kept, "what is not written keeps no numbers");
        }
    }

    @Test
    void rules_of_accounts_are_listed_tried_and_saved() throws Exception {
        AccountRule rule = new AccountRule(
                7,
                3,
                new AccountRuleChange(
                        Optional.of(3L),
                        Account.INVENTORY,
                        new AccountScope(
                                Optional.of("NUTS"),
                                Optional.of(ItemType.RAW_MATERIAL),
                                Optional.of(BERLIN),
                                Optional.of(SHIPMENT),
                                Optional.of(SHIP),
                                Optional.of("mould")),
                        LocalDate.parse("2026-03-01"),
                        Optional.of("1400"),
                        "chart"),
                "anna",
                Bakery.NOW);
        List<Object> asked = new ArrayList<>();
        AccountRules rules = answering(
                AccountRules.class,
                Map.of(
                        "list", given -> List.of(rule),
                        "inForce", given -> List.of(),
                        "test",
                                given -> {
                                    asked.add(given.get(0));
                                    return new Outcome.Done<>(new AccountTrial(
                                            Optional.of(rule), List.of(new AccountTrial.Judged(rule, List.of())), 0));
                                },
                        "save",
                                given -> {
                                    asked.add(given.get(1));
                                    return new Outcome.Done<>(rule);
                                }));
        try (Shell shell = Shell.with(rules)) {
            assertEquals(
                    "1400", shell.json("cost:accounts").at("/0/change/number").asText());
            assertEquals(0, shell.json("cost:accounts --day 2026-03-01").size());
            assertEquals(
                    3,
                    shell.json("cost:account inventory --day 2026-03-01 --item BREAD --event ship")
                            .at("/applies/rule")
                            .asInt());
            shell.run("cost:account-save INVENTORY 1400 --rule 3 --from 2026-03-01 --reason chart --item-class NUTS"
                    + " --item-type raw-material --site BER --document SHIPMENT --event SHIP --event-reason mould");
            assertEquals(
                    List.of(
                            new AccountQuestion(
                                    Account.INVENTORY,
                                    LocalDate.parse("2026-03-01"),
                                    Optional.of(BREAD),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(SHIP),
                                    Optional.empty()),
                            rule.change()),
                    asked);
        }
    }

    @Test
    void receivers_of_the_journal_and_what_they_rejected_are_listed_and_sent_once_more() throws Exception {
        JournalReceiver erp = new JournalReceiver("ERP", 7, 3, "anna", Bakery.NOW);
        List<Object> asked = new ArrayList<>();
        JournalReceivers receivers = answering(
                JournalReceivers.class,
                Map.of(
                        "list", given -> List.of(erp),
                        "rejections",
                                given -> {
                                    asked.addAll(given.subList(0, 2));
                                    return List.of(new JournalRejection(
                                            5,
                                            "ERP",
                                            4,
                                            "no account 4711",
                                            "push to ERP",
                                            Bakery.NOW,
                                            Optional.empty()));
                                },
                        "resend",
                                given -> {
                                    asked.addAll(given.subList(1, 3));
                                    return given.get(1).equals("ERP")
                                            ? new Outcome.Done<>(erp)
                                            : new Outcome.Refused<>(List.of(new Violation(
                                                    JournalReceivers.RECEIVER_UNKNOWN,
                                                    ViolationPath.WHOLE,
                                                    "unknown")));
                                }));
        try (Shell shell = Shell.with(receivers)) {
            assertEquals(3, shell.json("cost:receivers").at("/0/acknowledged").asInt());
            String table = shell.run("cost:receivers ERP --after 2");
            assertTrue(table.contains("no account 4711"), table);
            assertEquals(7, shell.json("cost:resend ERP 4").at("/sent").asInt());
            assertEquals(List.of("ERP", 2L, "ERP", 4L), asked);
            assertThrows(CommandException.class, () -> shell.run("cost:resend OTHER 4"));
        }
    }

    private static void writing(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void an_allocation_explains_each_candidate_and_says_what_is_short() throws Exception {
        Allocation allocation =
                answering(Allocation.class, "allocate", order -> new Outcome.Done<>(List.of(allocated())));
        try (Shell shell = Shell.with(allocation)) {
            String table = shell.run("alloc:allocate SO-1");
            assertTrue(table.contains("LOT_EXPIRED: expired on 2026-03-01"), table);
            JsonNode line = shell.json("alloc:allocate SO-1").at("/0");
            assertEquals("20", line.at("/reserved/amount").asText());
            assertEquals("30", line.at("/shortBy/amount").asText());
            assertEquals("LOT_EXPIRED", line.at("/candidates/0/reasons/0/code").asText());
        }
    }

    @Test
    void an_order_says_why_its_lots_were_chosen() throws Exception {
        LineAllocation line = allocated();
        AllocationDecision decision = new AllocationDecision(
                177,
                line.orderLine(),
                line.item(),
                Instant.parse("2026-03-02T08:00:00Z"),
                LocalDate.of(2026, 3, 3),
                Rotation.FEFO,
                List.of(4L),
                line.shortBy(),
                line.candidates(),
                0,
                Optional.of(new AllocationDecision.Deviation("anna", "customer asked")));
        AllocationDecisions decisions = answering(AllocationDecisions.class, "ofOrder", order -> List.of(decision));
        try (Shell shell = Shell.with(decisions)) {
            String table = shell.run("alloc:why SO-1");
            assertTrue(table.contains("LOT_EXPIRED: expired on 2026-03-01"), table);
            assertTrue(table.contains("anna: customer asked"), table);
            assertEquals(
                    "LOT_EXPIRED",
                    shell.json("alloc:why SO-1")
                            .at("/0/candidates/0/reasons/0/code")
                            .asText());
        }
    }

    @Test
    void components_of_a_production_order_are_shown_reserved_and_given_back() throws Exception {
        ComponentAllocation components = answering(
                ComponentAllocation.class,
                Map.of(
                        "show", order -> new Outcome.Done<>(List.of(allocated())),
                        "allocate",
                                order -> new Outcome.Refused<>(
                                        List.of(new Violation("ORDER_CLOSED", "productionOrder", "it is closed"))),
                        "cancel", order -> allocated().reservations()));
        try (Shell shell = Shell.with(components)) {
            String table = shell.run("alloc:components FA-1");
            assertTrue(table.contains("Production order FA-1") && table.contains("Consumed"), table);
            assertThrows(CommandException.class, () -> shell.run("alloc:components FA-1 --reserve"));
            assertTrue(shell.output().contains("ORDER_CLOSED"), shell.output());
            assertTrue(shell.run("alloc:components --give-back FA-1").contains("Given back by production order FA-1"));
            assertThrows(Exception.class, () -> shell.run("alloc:components FA-1 --why --softly"));
        }
    }

    @Test
    void what_is_reserved_for_a_transfer_order_is_shown_and_given_back() throws Exception {
        TransferAllocation allocation = answering(
                TransferAllocation.class,
                Map.of(
                        "show", order -> new Outcome.Done<>(List.of(allocated())),
                        "allocate",
                                order -> new Outcome.Refused<>(
                                        List.of(new Violation("ORDER_UNKNOWN", "transferOrder", "it is not known"))),
                        "cancel", order -> allocated().reservations()));
        try (Shell shell = Shell.with(allocation)) {
            String table = shell.run("alloc:transfer TR-1");
            assertTrue(table.contains("Transfer order TR-1") && table.contains("Dispatched"), table);
            assertThrows(CommandException.class, () -> shell.run("alloc:transfer TR-1 --reserve"));
            assertTrue(shell.output().contains("ORDER_UNKNOWN"), shell.output());
            assertTrue(shell.run("alloc:transfer --give-back TR-1").contains("Given back by transfer order TR-1"));
            assertThrows(Exception.class, () -> shell.run("alloc:transfer TR-1 --why --softly"));
        }
    }

    @Test
    void an_unknown_order_fails() {
        Violation unknown = new Violation("ORDER_UNKNOWN", "order", "no such order");
        Allocation allocation = answering(Allocation.class, "show", order -> new Outcome.Refused<>(List.of(unknown)));
        try (Shell shell = Shell.with(allocation)) {
            assertThrows(CommandException.class, () -> shell.run("alloc:show SO-9"));
            assertTrue(shell.output().contains("ORDER_UNKNOWN"), shell.output());
        }
    }

    @Test
    void a_recall_scope_shows_lots_stock_and_position() throws Exception {
        StockBalance stock = new StockBalance(BREAD_1.key(), Position.at(in(SHELF)), quantity("20 C62"));
        Recall recall = answering(
                Recall.class,
                "scope",
                suspects -> new RecallScope(
                        List.of(FLOUR.key()),
                        List.of(new TracedLot(FLOUR.key(), 0), new TracedLot(BREAD_1.key(), 1)),
                        List.of(stock),
                        List.of(),
                        42));
        Genealogy genealogy = answering(
                Genealogy.class,
                "whereabouts",
                given -> List.of(new Whereabouts(
                        BREAD_1.key(),
                        Whereabouts.State.IN_STOCK,
                        stock.position(),
                        stock.quantity(),
                        List.of(),
                        Optional.empty())));
        try (Shell shell = Shell.with(recall, genealogy, Answers.lots(FLOUR))) {
            assertEquals(
                    "IN_STOCK",
                    shell.json("recall:scope L1").at("/goods/0/state").asText());
            assertEquals(
                    "20",
                    shell.json("recall:scope L1")
                            .at("/onHand/0/quantity/amount")
                            .asText());
            assertTrue(shell.run("recall:scope L1").contains("BAKERY/BREAD/B1"), shell.output());
        }
    }

    @Test
    void the_cost_of_a_lot_is_opened_down_to_the_receipts() throws Exception {
        ItemMethod average = new ItemMethod(
                7,
                new EventId("m1"),
                BREAD,
                CostMethod.WEIGHTED_AVERAGE,
                Optional.empty(),
                LocalDate.parse("2026-03-01"),
                "the board said so",
                "carla",
                Instant.parse("2026-03-01T10:00:00Z"));
        CostHistory history = answering(CostHistory.class, "methods", given -> List.of(average));
        try (Shell shell = Shell.with(costing(), history, Answers.lots(BREAD_1))) {
            assertTrue(shell.run("cost:lot B1").contains("WEIGHTED_AVERAGE"), shell.output());
            assertTrue(shell.run("cost:methods").contains("the board said so"), shell.output());
            String table = shell.run("cost:lot B1");
            assertTrue(table.contains("MILL/FLOUR/L1") && table.contains("  came in"), table);
            JsonNode json = shell.json("cost:lot B1");
            assertEquals("12.50", json.at("/cost/value/amount").asText());
            assertEquals("P-1", json.at("/sources/0/sources/0/document/number").asText());
        }
    }

    @Test
    void exchange_rates_are_listed_with_their_source() throws Exception {
        RecordedRate rate = new RecordedRate(
                7,
                new EventId("r1"),
                LocalDate.parse("2026-02-27"),
                "USD",
                new BigDecimal("0.92"),
                "ECB",
                "carla",
                Instant.parse("2026-02-27T16:00:00Z"));
        CostHistory history = answering(CostHistory.class, "rates", given -> List.of(rate));
        try (Shell shell = Shell.with(history)) {
            String table = shell.run("cost:rates USD --from 2026-02-01 --to 2026-02-28");
            assertTrue(table.contains("ECB") && table.contains("0.92"), table);
        }
    }

    @Test
    void what_is_read_from_the_books_says_first_how_far_they_are_and_scripts_get_that_beside_it() throws Exception {
        try (Shell shell = Shell.with(costing())) {
            assertTrue(
                    shell.run("cost:inventory").startsWith("books: position=3; ledger=5; waiting=0\n"), shell.output());
            shell.json("cost:inventory");
            assertEquals("books: position=3; ledger=5; waiting=0\n", shell.said());
        }
    }

    @Test
    void the_inventory_has_a_total() throws Exception {
        try (Shell shell = Shell.with(costing())) {
            assertEquals(
                    "25.00", shell.json("cost:inventory").at("/total/amount").asText());
        }
    }

    @Test
    void the_journal_shows_debit_and_credit() throws Exception {
        try (Shell shell = Shell.with(costing())) {
            String table = shell.run("cost:journal --document SHIPMENT:S-1");
            assertTrue(table.contains("COST_OF_GOODS_SOLD") && !table.contains("-12.50"), table);
            assertEquals(
                    "-12.50",
                    shell.json("cost:journal --from 2026-03-01")
                            .at("/0/lines/1/amount/amount")
                            .asText());
            assertThrows(CommandException.class, () -> shell.run("cost:journal"));
        }
    }

    @Test
    void followers_show_how_far_they_are_and_what_they_have_set_aside() throws Exception {
        try (Shell shell = Shell.with(followers(List.of()))) {
            String table = shell.run("lottrace:followers");
            assertTrue(table.contains("asn856") && table.contains("RUNNING"), table);
            assertEquals("2", shell.json("lottrace:followers").at("/0/position").asText());
            String one = shell.run("lottrace:follower asn856");
            assertTrue(one.contains("KIOSK") && one.contains("no binding") && one.contains("told by phone"), one);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lottrace:follower asn856 --retry 2, 'retry [asn856, 2]'",
        "lottrace:follower asn856 --skip 2 --reason 'told by phone', 'skip [karin, asn856, 2, told by phone]'",
        "lottrace:follower asn856 --rebuild, 'rebuild [asn856]'",
    })
    void a_follower_is_told_what_to_do_or_says_why_not(String line, String asked) throws Exception {
        List<String> calls = new ArrayList<>();
        try (Shell shell = Shell.with(followers(calls))) {
            shell.run(line);
            assertEquals(List.of(asked), calls);
        }
        try (Shell shell = Shell.with(refusing())) {
            assertThrows(CommandException.class, () -> shell.run(line));
            assertTrue(shell.output().contains("FOLLOWER_UNKNOWN"), shell.output());
        }
    }

    @Test
    void what_differed_after_deriving_again_is_shown_and_an_unknown_name_fails() throws Exception {
        LedgerProjections projections = answering(
                LedgerProjections.class,
                "rebuild",
                given -> given.get(0).equals("stock")
                        ? new Outcome.Done<>(List.of("kept 90", "derived 100"))
                        : new Outcome.Refused<>(
                                List.of(new Violation("PROJECTION_UNKNOWN", "name", "known are stock"))));
        try (Shell shell = Shell.with(projections)) {
            assertTrue(shell.run("lottrace:rebuild stock").contains("derived 100"), shell.output());
            assertEquals(
                    "kept 90",
                    shell.json("lottrace:rebuild stock").at("/differences/0").asText());
            assertThrows(CommandException.class, () -> shell.run("lottrace:rebuild moon"));
            assertTrue(shell.output().contains("PROJECTION_UNKNOWN"), shell.output());
        }
    }

    private static LedgerFollowers followers(List<String> calls) {
        FollowerFailure failure = new FollowerFailure(2, 1, Bakery.NOW, Bakery.NOW, "no binding");
        SetAsideEvent aside = new SetAsideEvent(Optional.of("KIOSK"), failure, Optional.empty());
        SetAsideEvent skipped = new SetAsideEvent(
                Optional.of("KIOSK"), failure, Optional.of(new Skipped("karin", "told by phone", Bakery.NOW)));
        FollowerStatus status =
                new FollowerStatus("asn856", FollowerState.RUNNING, 2, 2, Optional.empty(), List.of(aside), "node");
        return answering(
                LedgerFollowers.class,
                Map.of(
                        "all",
                        none -> List.of(status),
                        "status",
                        name -> status,
                        "skipped",
                        name -> List.of(skipped),
                        "retry",
                        given -> noted(calls, "retry " + given),
                        "skip",
                        given -> noted(
                                calls,
                                "skip "
                                        + List.of(
                                                ((Caller) given.get(0)).name(),
                                                given.get(1),
                                                given.get(2),
                                                given.get(3))),
                        "rebuild",
                        given -> noted(calls, "rebuild " + given)));
    }

    private static List<Violation> noted(List<String> calls, String call) {
        calls.add(call);
        return List.of();
    }

    private static LedgerFollowers refusing() {
        List<Violation> no = List.of(new Violation("FOLLOWER_UNKNOWN", "position", "there is none"));
        return answering(
                LedgerFollowers.class, Map.of("retry", given -> no, "skip", given -> no, "rebuild", given -> no));
    }

    @Test
    void stopped_costing_fails() {
        try (Shell shell = Shell.with(costing())) {
            Exception failure = assertThrows(CommandException.class, () -> shell.run("cost:progress"));
            assertTrue(failure.getMessage().contains("no price"), failure.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OK, false",
        "WARN, false",
        "TEMPORARILY_UNAVAILABLE, true",
        "CRITICAL, true",
        "HEALTH_CHECK_ERROR, true"
    })
    void health_fails_when_a_check_is_worse_than_a_warning(HealthStatus status, boolean fails) throws Exception {
        Health health = answering(
                Health.class, "check", given -> new HealthReport(List.of(checked(HealthStatus.OK), checked(status))));
        try (Shell shell = Shell.with(health)) {
            if (fails) {
                assertThrows(CommandException.class, () -> shell.run("lottrace:health"));
            } else {
                assertEquals(
                        status.name(),
                        shell.json("lottrace:health").at("/status").asText());
            }
        }
    }

    @Test
    void without_a_database_it_is_the_one_cause() throws Exception {
        HealthReport.Checked database = new HealthReport.Checked(
                "database", "database", HealthStatus.CRITICAL, List.of("the disk is full; free some"), 1);
        HealthReport.Checked services = new HealthReport.Checked(
                "services", "services", HealthStatus.TEMPORARILY_UNAVAILABLE, List.of("missing: thirty"), 1);
        HealthReport.Checked fine = new HealthReport.Checked("answers", "answers", HealthStatus.OK, List.of("none"), 1);

        assertEquals(List.of(database), new HealthReport(List.of(fine, database, services)).causes());
        assertEquals(List.of(services), new HealthReport(List.of(fine, services)).causes());
        Health health =
                answering(Health.class, Map.of("check", given -> new HealthReport(List.of(fine, database, services))));
        try (Shell shell = Shell.with(health)) {
            CommandException failure =
                    assertThrows(CommandException.class, () -> shell.run("lottrace:health --causes"));
            assertEquals("", failure.getNiceHelp(), "what the shell prints beside it");
            assertEquals("database: the disk is full; free some\n", shell.output());
        }
    }

    @Test
    void health_fails_while_no_check_is_there() throws Exception {
        try (Shell shell = Shell.with(answering(Health.class, "check", given -> new HealthReport(List.of())))) {
            CommandException failure = assertThrows(CommandException.class, () -> shell.run("lottrace:health"));
            assertEquals("LotTrace is not healthy: TEMPORARILY_UNAVAILABLE", failure.getMessage());
        }
    }

    private static InterchangeRecord interchange(long id, InterchangeStatus status, Violation... problems) {
        return new InterchangeRecord(
                id,
                Direction.INBOUND,
                "ZZ:MILL",
                "ZZ:BAKERY",
                "000000001",
                List.of("856"),
                "a.edi",
                status,
                Bakery.NOW,
                List.of(problems));
    }

    private static LineAllocation allocated() {
        OrderLineReference line = new OrderLineReference(new DocumentReference(SALES_ORDER, "SO-1"), 1);
        Position shelf = Position.at(in(SHELF));
        return new LineAllocation(
                line,
                BREAD,
                quantity("50 C62"),
                quantity("0 C62"),
                List.of(new Reservation(line, BREAD_2.key(), shelf, quantity("20 C62"))),
                List.of(
                        new Candidate(
                                BREAD_1.key(),
                                shelf,
                                Optional.of(LocalDate.of(2026, 3, 1)),
                                quantity("40 C62"),
                                quantity("0 C62"),
                                List.of(EXPIRED)),
                        new Candidate(
                                BREAD_2.key(),
                                shelf,
                                Optional.empty(),
                                quantity("20 C62"),
                                quantity("20 C62"),
                                List.of())));
    }

    private static LotCosting costing() {
        Money value = Money.parse("EUR 12.50");
        CostedQuantity stock = new CostedQuantity(quantity("20 C62"), value);
        CostedQuantity none = new CostedQuantity(quantity("0 C62"), Money.parse("EUR 0.00"));
        DocumentReference order = new DocumentReference(PURCHASE_ORDER, "P-1");
        CostSource receipt = new CostSource(EVENT, order, Optional.empty(), quantity("10 KGM"), value, List.of());
        CostSource flour =
                new CostSource(EVENT, order, Optional.of(FLOUR.key()), quantity("10 KGM"), value, List.of(receipt));
        JournalEntry entry = new JournalEntry(
                1,
                EVENT,
                1,
                SHIP,
                Bakery.TODAY,
                new DocumentReference(SHIPMENT, "S-1"),
                List.of(line(Account.COST_OF_GOODS_SOLD, value), line(Account.INVENTORY, value.negated())));
        return answering(
                LotCosting.class,
                Map.of(
                        "costOf", given -> Optional.of(new LotCost(BREAD_1.key(), stock, none)),
                        "sourcesOf", given -> List.of(flour),
                        "inventory",
                                given -> List.of(
                                        new LotCost(BREAD_1.key(), stock, none),
                                        new LotCost(BREAD_2.key(), stock, none)),
                        "inventoryValue", given -> Optional.of(Money.parse("EUR 25.00")),
                        "journal", given -> List.of(entry),
                        "progress", given -> new CostingProgress(3, 5, Optional.of("no price for event e4"))));
    }

    private static JournalLine line(Account account, Money amount) {
        return new JournalLine(account, Optional.empty(), Optional.empty(), Optional.empty(), amount);
    }

    @Test
    void help_lists_every_command_and_explains_one() throws Exception {
        try (Shell shell = Shell.with()) {
            shell.run("lottrace:help");
            assertTrue(
                    shell.output().contains("recall:open") && shell.output().contains("cost:journal"), shell.output());
            assertFalse(shell.output().contains("more: --limit"), shell.output());

            shell.run("lottrace:help lot:trace");
            assertTrue(shell.output().contains("lot:trace [options]"), shell.output());

            CommandException unknown = assertThrows(CommandException.class, () -> shell.run("lottrace:help shell:cat"));
            assertTrue(unknown.getMessage().contains("no command shell:cat"), unknown.getMessage());
        }
    }

    private static HealthReport.Checked checked(HealthStatus status) {
        return new HealthReport.Checked("database", "Database", status, List.of("as told"), 3);
    }
}
