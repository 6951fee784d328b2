package org.lottrace.login.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.login.internal.FailedLogins.Attempt;

class FailedLoginsTest {
    private static final String HERE = "10.0.0.1";

    private final HandsOfAClock clock = new HandsOfAClock();
    private final List<String> locks = new ArrayList<>();
    private final FailedLogins logins = new FailedLogins(
            new Limits(), clock, (account, address, failures) -> locks.add(account + "@" + address + " " + failures));

    @ParameterizedTest
    @CsvSource({
        "1, 0", "2, 0", "3, 1", "4, 2", "5, 4", "6, 8", "7, 16", "8, 32", "9, 64", "10, 300", "11, 300", "40, 300"
    })
    void each_failure_costs_a_longer_wait(int failures, int seconds) {
        failPatiently(failures);

        if (seconds > 0) {
            clock.goOn(Duration.ofSeconds(seconds).minusMillis(1));
            assertFalse(isLookedAt("anna", HERE));
            clock.goOn(Duration.ofMillis(1));
        }
        assertTrue(isLookedAt("anna", HERE));
    }

    @Test
    void each_lock_is_told_once() {
        failPatiently(11);

        assertEquals(List.of("anna@" + HERE + " 10", "anna@" + HERE + " 11"), locks);
    }

    /** As many as a program sends that does not wait for answers. */
    @Test
    void six_hundred_guesses_at_once_are_ten_guesses() {
        List<Attempt> looked = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            logins.begin("anna", HERE).ifPresent(looked::add);
        }
        looked.forEach(Attempt::failed);

        assertEquals(10, looked.size());
        assertFalse(isLookedAt("anna", HERE));
    }

    @Test
    void others_are_not_locked_out_nor_is_the_account_elsewhere() {
        failPatiently(10);

        assertTrue(isLookedAt("bert", HERE));
        assertTrue(isLookedAt("anna", "10.0.0.2"));
    }

    @Test
    void an_address_that_tries_many_accounts_is_locked() {
        for (int i = 0; i < 50; i++) {
            begin("account-" + i, HERE).failed();
        }

        assertFalse(isLookedAt("anna", HERE));
        assertTrue(isLookedAt("anna", "10.0.0.2"));
    }

    @Test
    void an_account_that_is_tried_from_many_addresses_is_locked() {
        for (int i = 0; i < 50; i++) {
            begin("anna", "10.0.1." + i).failed();
        }

        assertFalse(isLookedAt("anna", HERE));
        assertTrue(isLookedAt("bert", HERE));
    }

    @Test
    void the_right_password_ends_the_count() {
        failPatiently(9);
        clock.goOn(Duration.ofMinutes(2));
        begin("anna", HERE).succeeded();

        begin("anna", HERE).failed();
        assertTrue(isLookedAt("anna", HERE));
    }

    @Test
    void but_not_for_other_accounts_that_are_tried_from_there() {
        for (int i = 0; i < 50; i++) {
            begin("account-" + i, HERE).failed();
            if (i < 49) {
                begin("mine", HERE).succeeded();
            }
        }

        assertFalse(isLookedAt("anna", HERE));
    }

    @Test
    void after_a_quiet_quarter_of_an_hour_nothing_is_held_against_anybody() {
        failPatiently(10);
        clock.goOn(Duration.ofMinutes(15).plusSeconds(1));

        failPatiently(2);
        assertTrue(isLookedAt("anna", HERE));
    }

    @Test
    void what_is_locked_is_told_with_its_end_and_unlocked_by_account_or_address() {
        failPatiently(10);

        assertEquals(
                Optional.of(Duration.ofMinutes(5)),
                logins.list().stream()
                        .filter(login -> login.account().equals("anna")
                                && login.address().equals(HERE))
                        .findFirst()
                        .orElseThrow()
                        .refusedFor());
        assertFalse(logins.forget("bert"));
        assertTrue(logins.forget("anna"));
        assertTrue(isLookedAt("anna", HERE));
    }

    @Test
    void invented_names_do_not_fill_the_memory() {
        for (int i = 0; i < 60_000; i++) {
            logins.begin("account-" + i, "10.1." + i / 250 + "." + i % 250).ifPresent(Attempt::failed);
        }

        assertEquals(20_000, logins.list().size());
    }

    private void failPatiently(int times) {
        for (int i = 0; i < times; i++) {
            Optional<Attempt> attempt = logins.begin("anna", HERE);
            while (attempt.isEmpty()) {
                clock.goOn(Duration.ofSeconds(1));
                attempt = logins.begin("anna", HERE);
            }
            attempt.get().failed();
        }
    }

    private boolean isLookedAt(String account, String address) {
        Optional<Attempt> attempt = logins.begin(account, address);
        attempt.ifPresent(Attempt::failed);
        return attempt.isPresent();
    }

    private Attempt begin(String account, String address) {
        return logins.begin(account, address).orElseThrow();
    }
}
