package org.lottrace.web.gate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A login that was right is not checked again for a while, and one that was wrong is. */
class RememberedLoginsTest {
    private static final BasicCredentials RIGHT = new BasicCredentials("erp", "secret");
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private Path users;
    private long now = -1;
    private int checks;
    private RememberedLogins logins;

    @BeforeEach
    void users() throws IOException {
        users = Files.writeString(folder.resolve("users.properties"), "erp = secret");
        logins = remembering(FIVE_MINUTES);
    }

    @Test
    void a_right_login_is_checked_once() {
        assertEquals(Optional.of("erp"), login(RIGHT));
        assertEquals(Optional.of("erp"), login(RIGHT));

        assertEquals(1, checks);
    }

    @Test
    void a_wrong_password_is_checked_each_time_also_beside_a_right_one() {
        login(RIGHT);

        Stream.of(new BasicCredentials("erp", "wrong"), new BasicCredentials("er", "p\0secret"))
                .forEach(wrong -> {
                    assertEquals(Optional.empty(), login(wrong));
                    assertEquals(Optional.empty(), login(wrong));
                });

        assertEquals(5, checks);
    }

    @Test
    void after_its_time_it_is_checked_again() {
        login(RIGHT);
        now += FIVE_MINUTES.toNanos();

        login(RIGHT);

        assertEquals(2, checks);
    }

    @Test
    void when_the_users_change_it_is_forgotten_at_once() throws IOException {
        login(RIGHT);
        Files.setLastModifiedTime(users, FileTime.from(Instant.parse("2026-03-01T08:00:01Z")));
        login(RIGHT);
        Files.delete(users);
        login(RIGHT);

        assertEquals(3, checks);
    }

    @Test
    void users_that_change_while_a_password_is_checked_are_noticed_at_the_next_request() {
        logins.login(RIGHT, () -> {
            changeUsers();
            return check(RIGHT);
        });

        login(RIGHT);

        assertEquals(2, checks);
    }

    @Test
    void no_time_means_that_nothing_is_remembered() {
        logins = remembering(Duration.ZERO);

        login(RIGHT);
        login(RIGHT);

        assertEquals(2, checks);
    }

    @Test
    void what_many_ask_for_at_once_is_checked_once() {
        List<CompletableFuture<Optional<String>>> callers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> login(RIGHT), work -> new Thread(work).start()))
                .toList();

        callers.forEach(caller -> assertTrue(caller.join().isPresent()));
        assertEquals(1, checks);
    }

    private void changeUsers() {
        try {
            Files.setLastModifiedTime(users, FileTime.from(Instant.parse("2026-03-01T08:00:02Z")));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Optional<String> login(BasicCredentials credentials) {
        return logins.login(credentials, () -> check(credentials)).map(Caller::name);
    }

    private Optional<Caller> check(BasicCredentials credentials) {
        checks++;
        return credentials.equals(RIGHT)
                ? Optional.of(new Caller(new TestRealm.User(credentials.user()), Set.of()))
                : Optional.empty();
    }

    private RememberedLogins remembering(Duration time) {
        return new RememberedLogins(time, List.of(users), () -> now);
    }
}
