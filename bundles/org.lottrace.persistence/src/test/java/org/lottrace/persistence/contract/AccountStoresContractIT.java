package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.BERLIN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRuleChange;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.account.EntryNumbers.Kept;
import org.lottrace.api.account.EntryNumbers.Line;
import org.lottrace.api.account.store.AccountNumberStore;
import org.lottrace.api.account.store.AccountRuleStore;
import org.lottrace.api.cost.Account;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.lot.ItemType;

class AccountStoresContractIT extends StoreContract {
    private static final Instant NOW = Instant.parse("2026-10-01T08:00:00.123456789Z");
    private static final AccountScope EVERY_CRITERION = new AccountScope(
            Optional.of("NUTS"),
            Optional.of(ItemType.RAW_MATERIAL),
            Optional.of(BERLIN),
            Optional.of(DocumentType.DISPOSAL_ORDER),
            Optional.of(EventType.DISPOSE),
            Optional.of("Mould"));

    @Test
    void a_version_of_a_rule_is_given_back_as_it_was_said() {
        AccountRuleStore rules = db.accountRules();
        AccountRule first = rule(1, 1, EVERY_CRITERION, Optional.of("1400/1"));
        AccountRule end = rule(2, 1, AccountScope.EVERYTHING, Optional.empty());

        assertEquals(List.of(), rules.all());
        rules.insert(first);
        rules.insert(end);

        assertEquals(List.of(first, end), rules.all());
        assertEquals(2, seals("ACCOUNT_RULE"));
        assertThrows(RuntimeException.class, () -> rules.insert(rule(2, 1, EVERY_CRITERION, Optional.empty())));
    }

    @Test
    void numbers_are_given_back_as_they_were_kept_with_and_without_a_rule() {
        AccountNumberStore numbers = db.accountNumbers();
        db.accountRules().insert(rule(1, 1, AccountScope.EVERYTHING, Optional.of("1400")));
        Line known = new Line(Account.INVENTORY, Optional.of("1400"), Optional.of(1L));
        Line unknown = new Line(Account.WRITE_OFF, Optional.empty(), Optional.empty());
        EntryNumbers seventh = new EntryNumbers(7, Optional.of(new Kept("ERP", NOW)), List.of(known, unknown, known));
        EntryNumbers third = new EntryNumbers(3, Optional.of(new Kept("anna", NOW)), List.of(unknown, known));

        numbers.insert(List.of(seventh, third));

        assertEquals(List.of(third, seventh), numbers.of(List.of(7L, 5L, 3L)));
        assertEquals(List.of(), numbers.of(List.of()));
        assertEquals(2, seals("ENTRY_NUMBERS"));
    }

    @Test
    void numbers_are_kept_once() {
        AccountNumberStore numbers = db.accountNumbers();
        EntryNumbers first = new EntryNumbers(
                7,
                Optional.of(new Kept("ERP", NOW)),
                List.of(new Line(Account.WRITE_OFF, Optional.empty(), Optional.empty())));
        numbers.insert(List.of(first));

        assertThrows(RuntimeException.class, () -> numbers.insert(List.of(first)));
        assertThrows(
                IllegalArgumentException.class,
                () -> numbers.insert(List.of(new EntryNumbers(8, Optional.empty(), first.lines()))));
    }

    private int seals(String type) {
        return db.texts("select record_key from seal where record_type = '" + type + "'")
                .size();
    }

    private static AccountRule rule(long version, long rule, AccountScope scope, Optional<String> number) {
        return new AccountRule(
                version,
                rule,
                new AccountRuleChange(
                        version == rule ? Optional.empty() : Optional.of(rule),
                        Account.INVENTORY,
                        scope,
                        LocalDate.of(2026, 3, 1),
                        number,
                        "chart of 2026"),
                "anna",
                NOW);
    }
}
