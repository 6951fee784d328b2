package org.lottrace.handover.internal.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.ItemBuilder.anItem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.account.AccountCriterion;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRuleChange;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.account.AccountTrial;
import org.lottrace.api.code.Coded;
import org.lottrace.api.cost.Account;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemType;

/** Which rule decides, as a table, and which two rules are in each other's way. */
class DeterminationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    /** Goods destroyed in Berlin because they were mouldy: organic bread, a finished good. */
    private static final AccountCase BREAD = new AccountCase(
            Account.WRITE_OFF,
            DAY,
            Set.of("ORGANIC", "BREAD"),
            Optional.of(ItemType.FINISHED_GOOD),
            Optional.of(BERLIN),
            Optional.of(DocumentType.DISPOSAL_ORDER),
            Optional.of(EventType.DISPOSE),
            Optional.of("Mould "));

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        // each criterion before all of those behind it together
        "-, c, c",
        "c, tsdvr, c",
        "t, sdvr, t",
        "s, dvr, s",
        "d, vr, d",
        "v, r, v",
        "ct, c, ct",
        "cs, ct, ct",
        "-, r, r",
        // what the case does not have is no rule for it, however special
        "C, t, t",
        "cT, s, s",
        "tS, -, -",
        "D, r, r",
        "V, D, none",
        "cR, v, v",
    })
    void the_most_special_rule_that_covers_the_case_decides(String one, String other, String decides) {
        for (List<String> order : List.of(List.of(one, other), List.of(other, one))) {
            List<AccountRule> rules = IntStream.range(0, 2)
                    .mapToObj(i -> rule(i + 1, i + 1, scope(order.get(i)), DAY, order.get(i)))
                    .toList();

            assertEquals(
                    decides,
                    new Determination(rules)
                            .of(BREAD)
                            .flatMap(rule -> rule.change().number())
                            .orElse("none"));
        }
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({
        "2026-02-28, none",
        "2026-03-01, 1",
        "2026-03-31, 1",
        "2026-04-01, 3",
        "2026-04-30, 3",
        "2026-05-01, none",
        "2026-06-01, 5",
    })
    void a_rule_says_what_began_last_and_of_one_day_what_was_said_last(LocalDate day, String number) {
        LocalDate april = LocalDate.of(2026, 4, 1);
        List<AccountRule> versions = new ArrayList<>(List.of(
                rule(1, 1, AccountScope.EVERYTHING, DAY, "1"),
                rule(2, 1, AccountScope.EVERYTHING, april, "2"),
                rule(3, 1, AccountScope.EVERYTHING, april, "3"),
                rule(4, 1, AccountScope.EVERYTHING, LocalDate.of(2026, 5, 1), ""),
                rule(5, 1, AccountScope.EVERYTHING, LocalDate.of(2026, 6, 1), "5")));
        Collections.shuffle(versions, new Random(1));

        assertEquals(
                number,
                new Determination(versions)
                        .of(on(day))
                        .flatMap(rule -> rule.change().number())
                        .orElse("none"));
    }

    @Test
    void a_rule_is_for_one_account() {
        AccountCase stock = new AccountCase(
                Account.INVENTORY,
                DAY,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertEquals(
                Optional.empty(), new Determination(List.of(rule(1, 1, AccountScope.EVERYTHING, DAY, "1"))).of(stock));
    }

    @Test
    void a_trial_names_what_covers_the_case_first_and_of_the_others_what_they_miss() {
        AccountTrial trial = new Determination(List.of(
                        rule(1, 1, scope("VR"), DAY, "1"),
                        rule(2, 2, scope("s"), DAY, "2"),
                        rule(3, 3, AccountScope.EVERYTHING, DAY, "3"),
                        rule(4, 4, scope("cT"), DAY, "4")))
                .trial(BREAD);

        assertEquals(2, trial.applies().orElseThrow().rule());
        assertEquals(
                List.of(2L, 3L, 4L, 1L),
                trial.rules().stream().map(judged -> judged.rule().rule()).toList());
        assertEquals(
                List.of(
                        List.of(),
                        List.of(),
                        List.of(AccountCriterion.ITEM_TYPE),
                        List.of(AccountCriterion.EVENT, AccountCriterion.REASON)),
                trial.rules().stream().map(AccountTrial.Judged::notMet).toList());
        assertEquals(0, trial.more());
    }

    @Test
    void a_trial_says_how_many_rules_it_leaves_out() {
        List<AccountRule> many = IntStream.rangeClosed(1, AccountTrial.MOST + 3)
                .mapToObj(number -> rule(number, number, reason("reason " + number), DAY, "1"))
                .toList();

        AccountTrial trial = new Determination(many).trial(BREAD);

        assertEquals(AccountTrial.MOST, trial.rules().size());
        assertEquals(3, trial.more());
        assertTrue(trial.applies().isEmpty());
    }

    @ParameterizedTest(name = "{0} beside {1}: {2}")
    @CsvSource({
        "-, -, true",
        "s, s, true",
        "s, S, false",
        "s, d, false",
        "sd, s, false",
        "ctsdvr, ctsdvr, true",
        "ctsdvr, ctsdvR, false",
        // an item is of both classes, and a finished good
        "c, b, true",
        "ct, bt, true",
        "cT, bT, false",
        "c, C, false",
    })
    void two_rules_are_in_each_others_way_when_a_line_can_be_for_both(String there, String added, boolean refused) {
        assertEquals(
                refused, isRefused(List.of(rule(1, 1, scope(there), DAY, "1")), rule(2, 2, scope(added), DAY, "2")));
    }

    @Test
    void capitals_do_not_tell_reasons_apart() {
        assertTrue(isRefused(List.of(rule(1, 1, reason("mould"), DAY, "1")), rule(2, 2, reason(" MOULD"), DAY, "2")));
    }

    @Test
    void rules_that_never_count_on_one_day_are_not_in_each_others_way() {
        LocalDate april = LocalDate.of(2026, 4, 1);
        List<AccountRule> untilApril =
                List.of(rule(1, 1, AccountScope.EVERYTHING, DAY, "1"), rule(2, 1, AccountScope.EVERYTHING, april, ""));

        assertFalse(isRefused(untilApril, rule(3, 3, AccountScope.EVERYTHING, april, "3")));
        assertTrue(isRefused(untilApril, rule(3, 3, AccountScope.EVERYTHING, april.minusDays(1), "3")));
        assertTrue(isRefused(untilApril, rule(3, 3, AccountScope.EVERYTHING, DAY.minusDays(1), "3")));
        assertFalse(isRefused(untilApril, rule(3, 1, AccountScope.EVERYTHING, april, "3")), "its own next version");
    }

    @Test
    void a_rule_that_is_brought_back_may_be_in_the_way_of_what_came_meanwhile() {
        LocalDate april = LocalDate.of(2026, 4, 1);
        List<AccountRule> there = List.of(
                rule(1, 1, AccountScope.EVERYTHING, DAY, "1"),
                rule(2, 1, AccountScope.EVERYTHING, april, ""),
                rule(3, 3, AccountScope.EVERYTHING, april, "3"));

        assertTrue(isRefused(there, rule(4, 1, AccountScope.EVERYTHING, april, "1")));
        assertTrue(isRefused(there, rule(4, 1, AccountScope.EVERYTHING, april.plusDays(30), "1")));
        assertFalse(isRefused(there, rule(4, 1, scope("s"), april, "1")));
    }

    @Test
    void a_rule_that_is_for_other_lines_by_now_is_not_in_the_way_and_one_that_will_be_for_these_is() {
        LocalDate april = LocalDate.of(2026, 4, 1);
        List<AccountRule> narrower =
                List.of(rule(1, 1, AccountScope.EVERYTHING, DAY, "1"), rule(2, 1, scope("s"), april, "1"));

        assertFalse(isRefused(narrower, rule(3, 3, AccountScope.EVERYTHING, april, "3")));
        assertTrue(isRefused(narrower, rule(3, 3, scope("s"), DAY, "3")), "from April on");
        assertTrue(isRefused(narrower, rule(3, 3, AccountScope.EVERYTHING, DAY, "3")), "until April");
    }

    @Test
    void a_version_that_ends_a_rule_is_in_nobodys_way() {
        assertFalse(isRefused(
                List.of(rule(1, 1, AccountScope.EVERYTHING, DAY, "1")), rule(2, 2, AccountScope.EVERYTHING, DAY, "")));
    }

    private static boolean isRefused(List<AccountRule> there, AccountRule added) {
        Item both = anItem(Bakery.BREAD)
                .as(ItemType.FINISHED_GOOD)
                .having("ORGANIC", "BREAD")
                .build();
        return RuleConflict.with(there, added, List.of(both)).isPresent();
    }

    private static AccountCase on(LocalDate day) {
        return new AccountCase(
                Account.WRITE_OFF,
                day,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * @param letters a criterion each: class, type, site, document, event (v), reason; small ones are those of the bread, b another class of
     *     it, large ones are others; - names nothing
     */
    private static AccountScope scope(String letters) {
        return new AccountScope(
                value(letters, "c", "ORGANIC", "GLUTEN").or(() -> value(letters, "b", "BREAD", "")),
                value(letters, "t", "FINISHED_GOOD", "RAW_MATERIAL").map(code -> Coded.of(ItemType.class, code)),
                value(letters, "s", BERLIN.value(), POTSDAM.value()).map(SiteId::new),
                value(letters, "d", "DISPOSAL_ORDER", "SHIPMENT").map(code -> Coded.of(DocumentType.class, code)),
                value(letters, "v", "DISPOSE", "SHIP").map(code -> Coded.of(EventType.class, code)),
                value(letters, "r", "mould", "glass"));
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

    private static Optional<String> value(String letters, String letter, String ofBread, String another) {
        if (letters.contains(letter)) {
            return Optional.of(ofBread);
        }
        return letters.contains(letter.toUpperCase(Locale.ROOT)) ? Optional.of(another) : Optional.empty();
    }

    private static AccountRule rule(long version, long rule, AccountScope scope, LocalDate from, String number) {
        return new AccountRule(
                version,
                rule,
                new AccountRuleChange(
                        Optional.of(rule),
                        Account.WRITE_OFF,
                        scope,
                        from,
                        Optional.of(number).filter(text -> !text.isEmpty()),
                        "chart"),
                "anna",
                Instant.EPOCH);
    }
}
