package org.lottrace.console.web.internal.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.TODAY;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.account.AccountCriterion;
import org.lottrace.api.account.AccountQuestion;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRuleChange;
import org.lottrace.api.account.AccountRules;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.account.AccountTrial;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.handover.AccountNumbers;
import org.lottrace.api.handover.JournalFile;
import org.lottrace.api.handover.JournalFileFormat;
import org.lottrace.api.handover.JournalFiles;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.api.handover.KeptNumbers;
import org.lottrace.api.handover.UncoveredEntries;
import org.lottrace.api.lot.ItemType;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class NumbersPageTest {
    private static final AccountRuleChange CHANGE = new AccountRuleChange(
            Optional.of(3L),
            Account.WRITE_OFF,
            new AccountScope(
                    Optional.of("NUTS"),
                    Optional.of(ItemType.FINISHED_GOOD),
                    Optional.of(BERLIN),
                    Optional.of(DocumentType.DISPOSAL_ORDER),
                    Optional.of(EventType.DISPOSE),
                    Optional.of("mould")),
            LocalDate.of(2026, 4, 1),
            Optional.of("4711/1"),
            "chart of 2026");

    private final List<List<Object>> asked = new ArrayList<>();
    private final Fake<AccountRules> rules = Fake.of(AccountRules.class)
            .when("list", given -> versions())
            .when("inForce", given -> {
                asked.add(given);
                return versions();
            })
            .when(
                    "find",
                    given -> (Long) given.get(0) > 51 ? Optional.empty() : Optional.of(version((Long) given.get(0))));
    private final Fake<AccountNumbers> numbers = Fake.of(AccountNumbers.class);
    private final Fake<JournalFiles> files = Fake.of(JournalFiles.class);
    private final Fake<LotCosting> costing = Fake.of(LotCosting.class)
            .when("progress", ignored -> new CostingProgress(12, 12, Optional.empty()))
            .when("journal/4", ignored -> List.of(entry(1), entry(2)));
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void rules_are_listed_with_all_that_they_name_and_an_accountant_is_offered_no_change() {
        open(Role.ACCOUNTANT);

        String page = desk.page("/console/accounts/numbers?day=2026-04-02&after=7");

        assertEquals(
                List.of(LocalDate.of(2026, 4, 2), Optional.of(7L)), asked.get(0).subList(0, 2));
        assertTrue(page.contains("4711/1") && page.contains("chart of 2026"), page);
        assertTrue(page.contains("Item class <strong>NUTS</strong>"), page);
        assertTrue(page.contains("Reason in the event <strong>mould</strong>"), page);
        assertTrue(page.contains("gets its numbers for good when it is handed over"), page);
        assertTrue(page.contains("/console/accounts/numbers?day=2026-04-02&amp;after=50"), page);
        assertFalse(page.contains("numbers/edit"), "who books by the numbers does not choose them");
        assertTrue(desk.page("/console/accounts/numbers/all").contains("/console/accounts/numbers/all?after=50"));
    }

    @Test
    void a_rule_is_the_draft_of_its_next_version() {
        open(Role.CONTROLLER);
        rules.when("save", given -> {
            asked.add(given);
            return new Outcome.Done<>(version(52));
        });

        String form = desk.page("/console/accounts/numbers/edit?version=3");
        assertTrue(form.contains("name=\"rule\" value=\"3\""), form);
        assertTrue(form.contains("<option value=\"DISPOSE\" selected"), form);
        HttpResponse<String> saved = send("4711/1", "2026-04-01");

        assertEquals(303, saved.statusCode());
        assertEquals(CHANGE, asked.get(0).get(1));
    }

    @Test
    void what_cannot_be_read_and_what_is_refused_stand_at_their_fields() {
        open(Role.CONTROLLER);
        rules.when(
                "save",
                given -> new Outcome.Refused<AccountRule>(
                        List.of(new Violation("ACCOUNT_NUMBER_WRONG", "number", "that is none"))));

        assertTrue(send("4711", "").body().contains("id=\"from-wrong\""));
        HttpResponse<String> refused = send("?", "2026-04-01");

        assertEquals(422, refused.statusCode());
        assertTrue(
                refused.body().contains("id=\"number-wrong\"") && refused.body().contains("that is none"));
        assertTrue(refused.body().contains("name=\"rule\" value=\"3\""), "it stays a change of that rule");
    }

    @Test
    void a_version_that_is_not_there_is_not_found() {
        open(Role.CONTROLLER);

        assertEquals(404, desk.get("/console/accounts/numbers/edit?version=99").statusCode());
        assertEquals(404, desk.get("/console/accounts/numbers/edit?version=x").statusCode());
        assertEquals(404, desk.get("/console/accounts/numbers/x").statusCode());
    }

    @Test
    void a_case_that_is_tried_is_told_which_rule_decides_and_what_the_others_lack() {
        open(Role.ACCOUNTANT);
        rules.when("test", given -> {
            asked.add(given);
            return new Outcome.Done<>(new AccountTrial(
                    Optional.of(version(1)),
                    List.of(
                            new AccountTrial.Judged(version(1), List.of()),
                            new AccountTrial.Judged(version(2), List.of(AccountCriterion.SITE))),
                    4));
        });

        assertTrue(desk.page("/console/accounts/numbers/try").contains("name=\"eventReason\""));
        String page = desk.page("/console/accounts/numbers/try?account=WRITE_OFF&day=2026-04-02&item=BREAD&site=BER");

        assertEquals(
                new AccountQuestion(
                        Account.WRITE_OFF,
                        LocalDate.of(2026, 4, 2),
                        Optional.of(BREAD),
                        Optional.of(BERLIN),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                asked.get(0).get(0));
        assertTrue(page.contains("4711/1, by rule 3"), page);
        assertTrue(page.contains("does not fit: <strong>site</strong>"), page);
        assertTrue(page.contains("and 4 more"), page);
        assertEquals(
                422,
                desk.get("/console/accounts/numbers/try?account=NOTHING&day=x").statusCode());
    }

    @Test
    void entries_without_a_rule_are_listed_and_it_is_said_how_far_was_looked() {
        open(Role.AUDITOR);
        numbers.when("uncovered", given -> {
            asked.add(given);
            return new UncoveredEntries(List.of(numbers(7, true)), 812, true);
        });

        String page = desk.page("/console/accounts/numbers/uncovered?after=5");

        assertEquals(5L, asked.get(0).get(0));
        assertTrue(page.contains("Write-offs") && !page.contains(">Inventory<"), page);
        assertTrue(page.contains("handed over · ERP"), page);
        assertTrue(page.contains("Looked through up to entry 812."), page);
        assertTrue(page.contains("/console/accounts/numbers/uncovered?after=812"), page);
    }

    @Test
    void the_journal_shows_the_number_beside_the_account_and_what_stays() {
        open(Role.ACCOUNTANT);
        numbers.when("find", given -> List.of(numbers(1, true), numbers(2, false)));

        String page = desk.page("/console/accounts/journal");

        assertTrue(page.contains("<span class=\"code\">1400</span> Inventory"), page);
        assertEquals(2, page.split("<span class=\"badge\">handed over</span>", -1).length, page);
        assertTrue(page.contains("with a line that no rule covers: 2."), page);
        String file = desk.page("/console/accounts/journal.csv?from=2026-03-01&to=2026-03-02");
        assertTrue(file.contains(",EUR,1400,9," + NOW + ",\r\n"), file);
        assertTrue(file.contains(",EUR,1400,9,,\r\n"), file);
    }

    @Test
    void what_is_kept_for_good_is_counted_before_and_then_comes_as_the_file() {
        open(Role.ACCOUNTANT);
        writes(0, false);
        numbers.when("keep", given -> {
            asked.add(given);
            return new Outcome.Done<>(new KeptNumbers(2, 2, 0, 2, false));
        });

        String page = desk.page("/console/accounts/numbers/keep?from=2026-03-01&to=2026-03-02");
        assertTrue(page.contains("Entries: 2, of 2 accounting dates"), page);
        assertTrue(page.contains("not handed over yet: 2."), page);
        assertTrue(page.contains("Keep the numbers and download the file (csv)"), page);
        assertEquals(List.of(), asked, "nothing is kept before it is confirmed");
        HttpResponse<String> kept = keep("2026-03-01");

        assertEquals(200, kept.statusCode());
        assertEquals("HLEDGER after 1 hand-over", kept.body());
        assertEquals(
                new JournalRange.Days(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2), 0),
                asked.get(0).get(1));
        assertEquals(400, keep("2026-03-03").statusCode());
        assertEquals(1, asked.size());
    }

    @Test
    void days_with_more_entries_than_a_file_holds_keep_nothing() {
        open(Role.ACCOUNTANT);
        writes(0, true);
        numbers.when("keep", given -> {
            asked.add(given);
            return new Outcome.Done<>(new KeptNumbers(2, 2, 0, 2, true));
        });

        assertEquals(
                422,
                desk.get("/console/accounts/numbers/keep?from=2026-03-01&to=2026-03-02")
                        .statusCode());
        assertEquals(422, keep("2026-03-01").statusCode());
        assertEquals(List.of(), asked);
    }

    @Test
    void while_more_is_booked_again_and_again_no_file_is_given_whose_numbers_may_change() {
        open(Role.ACCOUNTANT);
        writes(99, false);
        numbers.when("keep", given -> {
            asked.add(given);
            return new Outcome.Done<>(new KeptNumbers(2, 2, 0, 2, false));
        });

        assertEquals(409, keep("2026-03-01").statusCode());
    }

    private HttpResponse<String> keep(String from) {
        return desk.send("/console/accounts/numbers/keep", "from", from, "to", "2026-03-02", "format", "hledger");
    }

    /** @param late how many hand-overs there are after which entries were booked that are not handed over */
    private void writes(int late, boolean more) {
        files.when("write", given -> {
            OutputStream out = (OutputStream) given.get(2);
            try {
                out.write((given.get(0) + " after " + asked.size() + " hand-over").getBytes(StandardCharsets.UTF_8));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            int provisional = asked.size() > late ? 0 : 2;
            return new JournalFile((JournalFileFormat) given.get(0), 2, 1, 2, Optional.of(TODAY), 0, provisional, more);
        });
    }

    private HttpResponse<String> send(String number, String from) {
        return desk.send(
                "/console/accounts/numbers/edit",
                "rule",
                "3",
                "account",
                "WRITE_OFF",
                "itemClass",
                "NUTS",
                "itemType",
                "FINISHED_GOOD",
                "site",
                "BER",
                "document",
                "DISPOSAL_ORDER",
                "event",
                "DISPOSE",
                "eventReason",
                "mould",
                "from",
                from,
                "number",
                number,
                "reason",
                "chart of 2026");
    }

    private void open(Role role) {
        desk = DeskUnderTest.as(
                role,
                List.of(new AccountsPage()),
                rules.build(),
                numbers.build(),
                files.build(),
                costing.build(),
                Fake.sites());
    }

    private static EntryNumbers numbers(long entry, boolean isKept) {
        return new EntryNumbers(
                entry,
                isKept ? Optional.of(new EntryNumbers.Kept("ERP", NOW)) : Optional.empty(),
                List.of(
                        new EntryNumbers.Line(Account.INVENTORY, Optional.of("1400"), Optional.of(9L)),
                        new EntryNumbers.Line(Account.WRITE_OFF, Optional.empty(), Optional.empty())));
    }

    private static JournalEntry entry(int number) {
        Money amount = Money.parse("EUR 10.00");
        return new JournalEntry(
                number,
                new EventId("E-" + number),
                number,
                EventType.DISPOSE,
                TODAY,
                new DocumentReference(DocumentType.DISPOSAL_ORDER, "D-1"),
                List.of(line(Account.INVENTORY, amount.negated()), line(Account.WRITE_OFF, amount)));
    }

    private static JournalLine line(Account account, Money amount) {
        return new JournalLine(account, Optional.empty(), Optional.empty(), Optional.empty(), amount);
    }

    private static List<AccountRule> versions() {
        return LongStream.rangeClosed(1, 51).mapToObj(NumbersPageTest::version).toList();
    }

    private static AccountRule version(long number) {
        return new AccountRule(number, 3, CHANGE, "anna", NOW);
    }
}
