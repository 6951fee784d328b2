package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.Outcomes.refusals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.account.AccountQuestion;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRuleChange;
import org.lottrace.api.account.AccountRules;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.account.AccountTrial;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.SupplierInvoice;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.handover.AccountNumbers;
import org.lottrace.api.handover.JournalDelivery;
import org.lottrace.api.handover.JournalFileFormat;
import org.lottrace.api.handover.JournalFiles;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.handover.KeptNumbers;
import org.lottrace.api.handover.UncoveredEntries;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.ItemType;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** The number of a line is the number at hand-over, whoever takes it first, and whatever becomes of the rules. */
class AccountNumbersTest {
    private static final Caller ERP = new Caller("erp", Set.of(Role.CONTROLLER));
    private static final int ENTRIES = 5;

    private final WorkingBakery bakery = bakery();
    private final TestCompany company = bakery.company();
    private final AccountRules rules = company.service(AccountRules.class);
    private final AccountNumbers numbers = company.service(AccountNumbers.class);

    private static WorkingBakery bakery() {
        WorkingBakery bakery = new WorkingBakery(
                        TestCompany.on(TestDatabase.h2().withBakery()).with(Clock.class, Bakery.CLOCK))
                .withFlour();
        History.ofOneDay().forEach(action -> action.happen(bakery, "one-" + action.step()));
        assertEquals(
                ENTRIES,
                bakery.company().service(LotCosting.class).journal(0, 100).size());
        return bakery;
    }

    @Test
    void what_was_handed_over_keeps_its_numbers_and_the_others_follow_the_rule() {
        AccountRule rule = saved(company, rule(Account.INVENTORY, "1400"));
        assertEquals(Set.of("1400"), inventory(take("ERP", 2)));

        saved(company, changed(rule, "1500"));

        assertEquals(List.of("1400", "1400", "1500", "1500", "1500"), firstOnInventory(found()));
        JournalDelivery other = take("AUDIT", ENTRIES);
        assertEquals(List.of("1400", "1400", "1500", "1500", "1500"), firstOnInventory(other.numbers()));
        saved(company, changed(rule, "1600"));
        assertEquals(other.numbers(), take("THIRD", ENTRIES).numbers());
        assertEquals(other.numbers(), found());
        assertEquals("ERP", found().get(0).kept().orElseThrow().by());
        assertEquals("AUDIT", found().get(2).kept().orElseThrow().by());
    }

    @Test
    void an_entry_that_was_handed_over_without_a_rule_stays_so() {
        take("ERP", 1);

        saved(company, rule(Account.INVENTORY, "1400"));

        assertTrue(line(found().get(0), Account.INVENTORY).number().isEmpty());
        assertEquals(
                Optional.of("1400"), line(found().get(1), Account.INVENTORY).number());
    }

    @Test
    void what_is_sent_once_more_has_the_same_numbers() {
        AccountRule rule = saved(company, rule(Account.INVENTORY, "1400"));
        JournalDelivery first = take("ERP", 3);
        done(company.service(JournalReceivers.class).reject(ERP, "ERP", 2, "no such account"));
        saved(company, changed(rule, "1500"));
        done(company.service(JournalReceivers.class).resend(ERP, "ERP", 1));

        assertEquals(first.numbers(), take("ERP", 3).numbers());
    }

    @Test
    void numbers_stay_when_the_books_are_built_anew_but_not_on_another_account() {
        saved(company, rule(Account.INVENTORY, "1400"));
        List<EntryNumbers> before = take("ERP", ENTRIES).numbers();

        List.of("journal_line", "journal_entry", "lot_cost", "follower")
                .forEach(table -> bakery.database().sql("delete from " + table));

        assertEquals(before, take("ERP", ENTRIES).numbers());
        bakery.database()
                .sql("update handed_over_line set account = 'WRITE_OFF'"
                        + " where entry_number = 2 and account = 'INVENTORY'");
        assertEquals(Optional.empty(), line(found().get(1), Account.INVENTORY).number());
        assertEquals(before.get(0), found().get(0));
    }

    @Test
    void a_rule_counts_from_its_accounting_date_on() {
        done(rules.save(ERP, rule(Account.INVENTORY, AccountScope.EVERYTHING, TODAY.plusDays(1), "1400")));

        assertEquals(Set.of(), inventory(take("ERP", ENTRIES)));
    }

    @Test
    void the_most_special_rule_decides_by_the_type_of_the_item_and_what_happened() {
        saved(company, rule(Account.INVENTORY, "1"));
        done(rules.save(ERP, rule(Account.INVENTORY, scope(ItemType.RAW_MATERIAL, null), TODAY, "2")));
        done(rules.save(ERP, rule(Account.INVENTORY, scope(null, EventType.SHIP), TODAY, "3")));

        Map<EventType, String> byType = new HashMap<>();
        List<JournalEntry> journal = company.service(LotCosting.class).journal(0, 100);
        for (int i = 0; i < ENTRIES; i++) {
            byType.put(
                    journal.get(i).type(),
                    line(found().get(i), Account.INVENTORY).number().orElseThrow());
        }

        assertEquals(
                Map.of(
                        EventType.RECEIVE, "2",
                        EventType.CONSUME, "2",
                        EventType.PRODUCE, "1",
                        EventType.SHIP, "3",
                        EventType.RETURN, "1"),
                byType);
    }

    @Test
    void a_reversal_goes_where_what_it_undoes_went() {
        AccountRule rule = saved(company, rule(Account.INVENTORY, "1"));
        done(rules.save(ERP, rule(Account.INVENTORY, scope(null, EventType.RETURN), TODAY, "2")));
        assertEquals(
                List.of("1", "1", "1", "1", "2"),
                firstOnInventory(take("ERP", ENTRIES).numbers()));
        saved(company, changed(rule, "8"));
        done(rules.save(
                ERP,
                new AccountRuleChange(
                        Optional.of(2L),
                        Account.INVENTORY,
                        scope(null, EventType.RETURN),
                        TODAY,
                        Optional.of("9"),
                        "new chart")));

        done(bakery.reverse("undone", "one-RETURN"));

        EntryNumbers reversal = take("SECOND", ENTRIES + 1).numbers().get(ENTRIES);
        assertEquals(Optional.of("2"), line(reversal, Account.INVENTORY).number());
    }

    @Test
    void a_reversal_after_the_invoice_goes_where_the_receipt_went() {
        WorkingBakery received = new WorkingBakery(
                        TestCompany.on(TestDatabase.h2().withBakery()).with(Clock.class, Bakery.CLOCK))
                .withFlour();
        TestCompany other = received.company();
        AccountRule stock = saved(other, rule(Account.INVENTORY, "1400"));
        AccountRule open = saved(other, rule(Account.GOODS_RECEIVED_NOT_INVOICED, "1600"));
        saved(other, rule(Account.PURCHASE_PRICE_VARIANCE, "5600"));
        done(other.service(CostEntries.class)
                .invoice(new SupplierInvoice(
                        aContext("invoiced").request(),
                        "R-1",
                        MILL,
                        List.of(new SupplierInvoice.Line(
                                new OrderLineReference(new DocumentReference(DocumentType.PURCHASE_ORDER, "PO1"), 1),
                                quantity("80 BG"),
                                Money.parse("EUR 1040.00"))))));
        done(other.service(JournalReceivers.class).take(ERP, "ERP", 10));
        saved(other, changed(stock, "8888"));
        saved(other, changed(open, "9999"));

        done(received.reverse("undone", "stock"));

        List<JournalEntry> journal = other.service(LotCosting.class).journal(0, 10);
        JournalEntry reversal = journal.get(journal.size() - 1);
        EntryNumbers numbered = other.service(AccountNumbers.class)
                .find(List.of(reversal.number()))
                .get(0);
        assertTrue(
                reversal.lines().size() > journal.get(0).lines().size(),
                "what the invoice added is settled between the lines");
        assertEquals(
                Map.of(
                        Account.INVENTORY, Set.of("1400"),
                        Account.GOODS_RECEIVED_NOT_INVOICED, Set.of("1600"),
                        Account.PURCHASE_PRICE_VARIANCE, Set.of("5600")),
                numbered.lines().stream()
                        .collect(Collectors.groupingBy(
                                EntryNumbers.Line::account,
                                Collectors.mapping(line -> line.number().orElse(""), Collectors.toSet()))));
    }

    @Test
    void a_reversal_of_what_was_sent_before_there_were_rules_has_no_number_either() {
        bakery.database().unitOfWork().run(() -> bakery.database()
                .accountNumbers()
                .insert(List.of(
                        new EntryNumbers(ENTRIES, Optional.of(new EntryNumbers.Kept("ERP", Bakery.NOW)), List.of()))));
        saved(company, rule(Account.INVENTORY, "1"));

        done(bakery.reverse("undone", "one-RETURN"));

        JournalDelivery taken = take("ERP", ENTRIES + 1);
        assertEquals(List.of("1", "1", "1", "1", "", ""), firstOnInventory(taken.numbers()));
    }

    @Test
    void a_reversal_of_what_was_not_handed_over_counts_as_what_it_undoes() {
        done(rules.save(ERP, rule(Account.INVENTORY, scope(null, EventType.RETURN), TODAY, "2")));

        done(bakery.reverse("undone", "one-RETURN"));

        assertEquals(
                Optional.of("2"),
                line(take("ERP", ENTRIES + 1).numbers().get(ENTRIES), Account.INVENTORY)
                        .number());
    }

    @Test
    void what_is_handed_over_as_a_file_keeps_its_numbers_and_a_file_that_is_looked_at_does_not() {
        AccountRule rule = saved(company, rule(Account.INVENTORY, "1400"));
        assertTrue(csv().contains(",1400,1,,,\r\n"), csv());
        saved(company, changed(rule, "1500"));

        KeptNumbers kept = done(numbers.keep(ERP, JournalRange.Numbers.from(2)));
        saved(company, changed(rule, "1600"));

        assertEquals(new KeptNumbers(4, 4, 4, 5, false), kept);
        assertInstanceOf(Outcome.AlreadyDone.class, numbers.keep(ERP, JournalRange.Numbers.from(2)));
        assertEquals(List.of("1600", "1500", "1500", "1500", "1500"), firstOnInventory(found()));
        assertTrue(csv().contains(",1500,2,2026-"), csv());
        assertEquals(
                new KeptNumbers(5, 1, 5, 5, false),
                done(numbers.keep(ERP, new JournalRange.Days(TODAY.minusDays(9), TODAY, 0))));
    }

    @Test
    void entries_that_no_rule_covers_are_listed_a_page_at_a_time() {
        for (Account account : Account.values()) {
            if (account != Account.COST_OF_GOODS_SOLD) {
                saved(company, rule(account, "1"));
            }
        }
        take("ERP", 4);

        UncoveredEntries first = numbers.uncovered(0, 1);
        UncoveredEntries rest = numbers.uncovered(first.lookedThrough(), 10);

        assertEquals(List.of(4L), entries(first));
        assertTrue(first.more());
        assertEquals(List.of(5L), entries(rest));
        assertEquals(new UncoveredEntries(rest.entries(), ENTRIES, false), rest);
        assertThrows(IllegalArgumentException.class, () -> numbers.uncovered(0, 1001));
        assertThrows(
                IllegalArgumentException.class,
                () -> numbers.find(LongStream.rangeClosed(1, 1001).boxed().toList()));
    }

    @Test
    void everything_that_is_wrong_with_a_rule_is_told_at_once() {
        AccountScope scope = new AccountScope(
                Optional.of("NOWHERE"),
                Optional.empty(),
                Optional.of(new SiteId("XXX")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(" "));

        assertEquals(
                List.of(
                        "RULE_UNKNOWN",
                        "ACCOUNT_NUMBER_WRONG",
                        "ITEM_CLASS_UNKNOWN",
                        "SITE_UNKNOWN",
                        "SITE_NEVER_CLEARS",
                        "EVENT_REASON_WRONG",
                        "REASON_MISSING"),
                refusals(rules.save(
                        ERP,
                        new AccountRuleChange(
                                Optional.of(7L), Account.INVENTORY, scope, TODAY, Optional.of("14 00"), " "))));
        assertEquals(
                List.of("ACCOUNT_NUMBER_WRONG"),
                refusals(rules.save(
                        ERP,
                        new AccountRuleChange(
                                Optional.empty(),
                                Account.INVENTORY,
                                AccountScope.EVERYTHING,
                                TODAY,
                                Optional.empty(),
                                "chart"))),
                "nothing that could end");
        assertEquals(List.of(), rules.list(Optional.empty(), 10));
    }

    @Test
    void a_rule_for_the_same_lines_is_refused_and_one_that_says_the_same_is_there_already() {
        AccountRule rule = saved(company, rule(Account.INVENTORY, "1400"));

        assertEquals(List.of("EQUALLY_SPECIAL"), refusals(rules.save(ERP, rule(Account.INVENTORY, "1500"))));
        assertEquals(new Outcome.AlreadyDone<>(rule), rules.save(ERP, rule(Account.INVENTORY, "1400")));
        AccountRule next = saved(company, changed(rule, "1500"));
        assertEquals(new Outcome.AlreadyDone<>(next), rules.save(ERP, changed(rule, "1500")));
        assertEquals(rule.rule(), next.rule());
        assertEquals(List.of(rule, next), rules.list(Optional.empty(), 10));
        assertEquals(List.of(next), rules.list(Optional.of(1L), 10));
        assertEquals(List.of(next), rules.inForce(TODAY, Optional.empty(), 10));
        assertEquals(List.of(), rules.inForce(TODAY, Optional.of(next.version()), 10));
        assertEquals(List.of(), rules.inForce(TODAY.minusDays(1), Optional.empty(), 10));
        assertEquals(Optional.of(rule), rules.find(1));
        assertEquals("erp", next.by());
        assertEquals(Bakery.NOW, next.at());
    }

    @Test
    void a_case_can_be_tried() {
        saved(company, rule(Account.INVENTORY, "1"));
        done(rules.save(ERP, rule(Account.INVENTORY, scope(ItemType.FINISHED_GOOD, null), TODAY, "2")));

        AccountTrial trial = done(rules.test(question(Bakery.BREAD)));

        assertEquals(2, trial.applies().orElseThrow().rule());
        assertEquals(2, trial.rules().size());
        assertEquals(
                1,
                done(rules.test(question(Bakery.FLOUR))).applies().orElseThrow().rule());
        assertEquals(List.of("ITEM_UNKNOWN"), refusals(rules.test(question(new ItemNumber("NOTHING")))));
    }

    /** Rules change and entries are handed over in any order: what a receiver or a file was given once comes always. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void numbers_never_change_after_the_first_hand_over(long seed) {
        Random random = new Random(seed);
        Map<Long, EntryNumbers> handedOver = new HashMap<>();
        List<AccountRule> made = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            switch (random.nextInt(4)) {
                case 0, 1 -> change(random, made);
                case 2 ->
                    take("R" + random.nextInt(3), 1 + random.nextInt(ENTRIES))
                            .numbers()
                            .forEach(entry -> assertEquals(
                                    handedOver.computeIfAbsent(entry.entry(), first -> entry), entry, "step"));
                default -> {
                    long from = 1 + random.nextInt(ENTRIES);
                    numbers.keep(ERP, new JournalRange.Numbers(from, from + random.nextInt(2)));
                }
            }
            found().stream()
                    .filter(entry -> entry.kept().isPresent())
                    .forEach(entry -> assertEquals(
                            handedOver.computeIfAbsent(entry.entry(), first -> entry), entry, "seed " + seed));
        }
        assertTrue(handedOver.size() > 1, "seed " + seed);
        assertTrue(made.size() > 3, "seed " + seed);
    }

    private void change(Random random, List<AccountRule> made) {
        Account account = random.nextBoolean() ? Account.INVENTORY : Account.COST_OF_GOODS_SOLD;
        AccountScope scope = random.nextBoolean()
                ? AccountScope.EVERYTHING
                : scope(ItemType.values()[random.nextInt(2) * 3], random.nextBoolean() ? EventType.SHIP : null);
        Optional<AccountRule> before = made.stream()
                .filter(rule -> rule.change().account() == account
                        && rule.change().scope().equals(scope))
                .reduce((older, newer) -> newer);
        Outcome<AccountRule> saved = rules.save(
                ERP,
                new AccountRuleChange(
                        before.map(AccountRule::rule),
                        account,
                        scope,
                        TODAY,
                        Optional.of("N" + made.size()).filter(number -> before.isEmpty() || random.nextInt(4) > 0),
                        "step"));
        // a rule that has ended may be ended again
        made.add(saved.toOptional().orElseThrow());
    }

    private List<EntryNumbers> found() {
        return numbers.find(LongStream.rangeClosed(1, ENTRIES).boxed().toList());
    }

    private JournalDelivery take(String receiver, int most) {
        return company.service(JournalReceivers.class)
                .take(ERP, receiver, most)
                .toOptional()
                .orElseThrow();
    }

    private String csv() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        company.service(JournalFiles.class).write(JournalFileFormat.CSV, JournalRange.Numbers.from(1), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Set<String> inventory(JournalDelivery delivery) {
        return delivery.numbers().stream()
                .map(entry -> line(entry, Account.INVENTORY).number())
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static List<String> firstOnInventory(List<EntryNumbers> entries) {
        return entries.stream()
                .map(entry -> line(entry, Account.INVENTORY).number().orElse(""))
                .toList();
    }

    private static EntryNumbers.Line line(EntryNumbers entry, Account account) {
        return entry.lines().stream()
                .filter(line -> line.account() == account)
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> entries(UncoveredEntries found) {
        return found.entries().stream().map(EntryNumbers::entry).toList();
    }

    private static AccountQuestion question(ItemNumber item) {
        return new AccountQuestion(
                Account.INVENTORY,
                TODAY,
                Optional.of(item),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static AccountScope scope(ItemType type, EventType event) {
        return new AccountScope(
                Optional.empty(),
                Optional.ofNullable(type),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(event),
                Optional.empty());
    }

    static AccountRuleChange rule(Account account, String number) {
        return rule(account, AccountScope.EVERYTHING, TODAY, number);
    }

    private static AccountRuleChange rule(Account account, AccountScope scope, LocalDate from, String number) {
        return new AccountRuleChange(Optional.empty(), account, scope, from, Optional.of(number), "chart");
    }

    private static AccountRuleChange changed(AccountRule rule, String number) {
        return new AccountRuleChange(
                Optional.of(rule.rule()),
                rule.change().account(),
                rule.change().scope(),
                rule.change().from(),
                Optional.of(number),
                "new chart");
    }

    static AccountRule saved(TestCompany company, AccountRuleChange change) {
        return done(company.service(AccountRules.class).save(ERP, change));
    }
}
