package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.Outcomes.refusals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRuleChange;
import org.lottrace.api.account.AccountRules;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.cost.Account;
import org.lottrace.api.event.EventType;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** Which rules are taken, and how they are listed. */
class AccountRulesTest {
    private static final Caller ERP = new Caller("erp", Set.of(Role.CONTROLLER));
    private static final AccountScope EVERYTHING = AccountScope.EVERYTHING;

    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    private final AccountRules rules = company.service(AccountRules.class);

    @Test
    void a_rule_for_the_same_lines_is_told_with_everything_else_that_is_wrong() {
        done(save(rule(EVERYTHING, TODAY, "1400")));

        assertEquals(
                List.of("DAY_OUT_OF_RANGE", "REASON_MISSING"),
                refusals(save(change(Optional.empty(), EVERYTHING, LocalDate.of(1899, 12, 31), "1400", " ")))
                        .subList(0, 2));
        assertEquals(
                List.of("REASON_MISSING", "EQUALLY_SPECIAL"),
                refusals(save(change(Optional.empty(), EVERYTHING, TODAY, "1500", " "))));
    }

    @ParameterizedTest
    @CsvSource({"İade, iade", "mould, MOULD"})
    void reasons_that_cover_the_same_events_are_equally_special(String there, String added) {
        done(save(rule(reason(there), TODAY, "1")));

        assertEquals(List.of("EQUALLY_SPECIAL"), refusals(save(rule(reason(added), TODAY, "2"))));
    }

    @Test
    void a_rule_for_a_class_that_no_item_has_any_more_can_be_changed_and_ended() {
        database.unitOfWork()
                .run(() -> database.items().save(anItem(FLOUR).having("NUTS").build()));
        AccountRule nuts = done(save(rule(ofClass("NUTS"), TODAY, "1")));
        database.unitOfWork().run(() -> database.items().save(anItem(FLOUR).build()));

        assertEquals(
                List.of("ITEM_CLASS_UNKNOWN"),
                refusals(save(rule(ofClass("NUTS"), TODAY.plusDays(9), "3"))).subList(0, 1));
        done(save(version(nuts, ofClass("NUTS"), TODAY.plusDays(1), "2")));
        done(save(version(nuts, ofClass("NUTS"), TODAY.plusDays(2), "")));
    }

    @Test
    void a_rule_that_ends_later_is_named_with_its_end() {
        AccountRule there = done(save(rule(EVERYTHING, TODAY, "1")));
        done(save(version(there, EVERYTHING, TODAY.plusDays(5), "")));

        Outcome<AccountRule> again = save(rule(EVERYTHING, TODAY, "1"));

        assertEquals(List.of("EQUALLY_SPECIAL"), refusals(again));
        String message = again.violations().get(0).message();
        assertTrue(message.contains("rule 1 says 1 (it ends on " + TODAY.plusDays(5) + ")"), message);
        assertInstanceOf(
                Outcome.AlreadyDone.class, save(version(there, EVERYTHING, TODAY, "1")), "its own first version");
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void a_rule_is_for_events_that_book(EventType type) {
        AccountScope scope = new AccountScope(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(type),
                Optional.empty());

        assertEquals(
                AccountScope.EVENTS.contains(type) ? List.of() : List.of("EVENT_BOOKS_NOTHING"),
                save(rule(scope, TODAY, "1")).violations().stream()
                        .map(Violation::code)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    void goods_on_stock_and_in_process_have_no_number_by_site(Account account) {
        AccountRuleChange change =
                new AccountRuleChange(Optional.empty(), account, at(BERLIN), TODAY, Optional.of("1410"), "chart");

        assertEquals(
                Set.of(Account.INVENTORY, Account.WORK_IN_PROCESS).contains(account)
                        ? List.of("SITE_NEVER_CLEARS")
                        : List.of(),
                save(change).violations().stream().map(Violation::code).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\nb", "a\u0085b"})
    void control_characters_are_refused_in_every_text(String text) {
        AccountScope scope = new AccountScope(
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(text));

        List<Violation> problems =
                save(change(Optional.empty(), scope, TODAY, text, text)).violations();

        assertEquals(
                List.of("number", "scope.itemClass", "scope.eventReason", "reason"),
                problems.stream().map(problem -> problem.path().toString()).toList());
        assertEquals(
                3,
                problems.stream()
                        .filter(problem -> problem.code().equals("CONTROL_CHARACTER"))
                        .count());
    }

    @ParameterizedTest
    @CsvSource({"1899-12-31, DAY_OUT_OF_RANGE", "1900-01-01,", "9999-12-31,", "+10000-01-01, DAY_OUT_OF_RANGE"})
    void the_first_day_is_one_that_every_database_and_program_knows(LocalDate from, String code) {
        assertEquals(
                Optional.ofNullable(code).stream().toList(),
                save(rule(EVERYTHING, from, "1")).violations().stream()
                        .map(Violation::code)
                        .toList());
    }

    @Test
    void a_reason_to_look_for_is_as_long_as_those_in_events() {
        done(save(rule(reason("x".repeat(500)), TODAY, "1")));

        assertEquals(List.of("EVENT_REASON_WRONG"), refusals(save(rule(reason("x".repeat(501)), TODAY, "2"))));
    }

    @Test
    void the_next_page_comes_also_when_the_last_rule_of_the_page_has_got_a_new_version() {
        AccountRule general = done(save(rule(EVERYTHING, TODAY, "1")));
        AccountRule special = done(save(rule(reason("mould"), TODAY, "2")));
        assertEquals(List.of(special), rules.inForce(TODAY, Optional.empty(), 1));

        done(save(version(special, reason("mould"), TODAY, "9")));

        assertEquals(List.of(general), rules.inForce(TODAY, Optional.of(special.version()), 10));
        assertEquals(List.of(), rules.inForce(TODAY, Optional.of(99L), 10));
    }

    @Test
    void when_no_more_rules_are_kept_a_rule_can_still_be_ended() {
        List<AccountRule> many = LongStream.rangeClosed(1, AccountRules.MOST)
                .mapToObj(number -> new AccountRule(
                        number, number, rule(reason("reason " + number), TODAY, "1"), "erp", Bakery.NOW))
                .toList();
        database.unitOfWork().run(() -> many.forEach(database.accountRules()::insert));

        assertEquals(List.of("TOO_MANY_RULES"), refusals(save(rule(EVERYTHING, TODAY, "1"))));
        done(save(version(many.get(7), many.get(7).change().scope(), TODAY, "")));
        assertEquals(
                Optional.empty(),
                rules.find(AccountRules.MOST + 1L).orElseThrow().change().number());
    }

    private Outcome<AccountRule> save(AccountRuleChange change) {
        return rules.save(ERP, change);
    }

    private static AccountRuleChange rule(AccountScope scope, LocalDate from, String number) {
        return change(Optional.empty(), scope, from, number, "chart");
    }

    private static AccountRuleChange version(AccountRule rule, AccountScope scope, LocalDate from, String number) {
        return change(Optional.of(rule.rule()), scope, from, number, "chart");
    }

    /** @param number empty to end the rule */
    private static AccountRuleChange change(
            Optional<Long> rule, AccountScope scope, LocalDate from, String number, String reason) {
        return new AccountRuleChange(
                rule, Account.WRITE_OFF, scope, from, Optional.of(number).filter(text -> !text.isEmpty()), reason);
    }

    private static AccountScope ofClass(String name) {
        return new AccountScope(
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static AccountScope at(SiteId site) {
        return new AccountScope(
                Optional.empty(),
                Optional.empty(),
                Optional.of(site),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static AccountScope reason(String reason) {
        return new AccountScope(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(reason));
    }
}
