package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.services.race.Lock.HEAD;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRuleChange;
import org.lottrace.api.account.AccountRules;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.account.store.AccountNumberStore;
import org.lottrace.api.account.store.AccountRuleStore;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.handover.AccountNumbers;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.handover.KeptNumbers;
import org.lottrace.api.handover.store.JournalReceiverStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;

/** Two hand the journal over, or change what is handed over. */
class HandoverRaceTest extends RaceTest {
    private static final Caller ERP = new Caller("erp", Set.of(Role.ACCOUNTANT));
    private static final Site KEEP = HEAD.in("AccountNumbersService.keep");
    private static final Site SAVE = HEAD.in("AccountRulesService.save");
    private static final Site CHANGE = HEAD.in("JournalReceiversService.locked");

    /** Without its lock the one that read first writes last, and entries are sent again that were acknowledged. */
    @TestFactory
    Stream<DynamicTest> what_is_acknowledged_never_goes_back() {
        return race().firstHolds(CHANGE)
                .untilBefore(JournalReceiverStore.class, "save")
                .secondWants(CHANGE)
                .tests(bakery -> {
                    bakery.expectingFlour();
                    done(bakery.receive("r1", "L1", "10 BG"));
                    done(bakery.receive("r2", "L1", "10 BG"));
                    done(bakery.service(JournalReceivers.class).take(ERP, "ERP", 10));
                    return new Race.Requests(
                            () -> acknowledged(bakery, 1),
                            () -> acknowledged(bakery, 2),
                            () -> assertEquals(
                                    2,
                                    bakery.service(JournalReceivers.class)
                                            .list(Optional.empty(), 10)
                                            .get(0)
                                            .acknowledged()));
                });
    }

    /** The number of the entry is its key: that is the second guard. */
    @TestFactory
    Stream<DynamicTest> an_entry_is_handed_over_for_the_first_time_once() {
        return race().firstHolds(KEEP)
                .elseRefused()
                .untilBefore(AccountNumberStore.class, "insert")
                .secondWants(KEEP)
                .elseRefused()
                .tests(bakery -> {
                    bakery.expectingFlour();
                    done(bakery.receive("r1", "L1", "10 BG"));
                    bakery.service(LotCosting.class).progress();
                    AtomicInteger kept = new AtomicInteger();
                    return new Race.Requests(() -> kept(bakery, "anna", kept), () -> kept(bakery, "ben", kept), () -> {
                        EntryNumbers numbers = bakery.service(AccountNumbers.class)
                                .find(List.of(1L))
                                .get(0);
                        assertEquals("anna", numbers.kept().orElseThrow().by());
                        assertEquals(1, kept.get(), "who comes second has kept nothing");
                    });
                });
    }

    /** The number of the version is its key: that is the second guard. */
    @TestFactory
    Stream<DynamicTest> of_two_rules_for_the_same_lines_there_is_one() {
        return race().firstHolds(SAVE)
                .elseRefused()
                .untilBefore(AccountRuleStore.class, "insert")
                .secondWants(SAVE)
                .elseRefused()
                .tests(bakery -> new Race.Requests(() -> saved(bakery, "1400"), () -> saved(bakery, "1500"), () -> {
                    List<AccountRule> all = bakery.service(AccountRules.class).list(Optional.empty(), 10);
                    assertEquals(
                            List.of(Optional.of("1400")),
                            all.stream().map(rule -> rule.change().number()).toList());
                }));
    }

    private static Outcome<KeptNumbers> kept(RacedBakery bakery, String by, AtomicInteger kept) {
        Outcome<KeptNumbers> outcome = bakery.service(AccountNumbers.class)
                .keep(new Caller(by, Set.of(Role.ACCOUNTANT)), JournalRange.Numbers.from(1));
        kept.addAndGet(outcome.toOptional().orElseThrow().kept());
        return outcome;
    }

    private static Outcome<AccountRule> saved(RacedBakery bakery, String number) {
        return bakery.service(AccountRules.class)
                .save(
                        ERP,
                        new AccountRuleChange(
                                Optional.empty(),
                                Account.INVENTORY,
                                AccountScope.EVERYTHING,
                                Bakery.TODAY,
                                Optional.of(number),
                                "chart"));
    }

    private static Outcome<JournalReceiver> acknowledged(RacedBakery bakery, long entry) {
        return bakery.service(JournalReceivers.class).acknowledge(ERP, "ERP", entry);
    }
}
