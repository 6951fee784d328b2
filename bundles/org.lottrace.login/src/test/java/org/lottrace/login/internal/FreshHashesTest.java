package org.lottrace.login.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.login.PasswordHash;

/** Two threads hash what stands in the file of users, each all of it, in the order of the file. */
class FreshHashesTest {
    private static final List<String> FILE = List.of("secret", "secret");

    private long now;
    private final FreshHashes hashes = new FreshHashes(() -> now);

    @Test
    void both_make_the_same_of_a_file() {
        var one = inAThreadOfItsOwn(FILE);
        var other = inAThreadOfItsOwn(FILE);

        assertEquals(one.join(), other.join());
    }

    @Test
    void two_users_with_one_password_have_two_hashes() {
        List<String> made = inAThreadOfItsOwn(FILE).join();

        assertNotEquals(made.get(0), made.get(1));
        assertTrue(PasswordHash.isOf("secret", made.get(0)) && PasswordHash.isOf("secret", made.get(1)));
    }

    @Test
    void a_minute_later_the_same_password_has_another_hash() {
        List<String> made = inAThreadOfItsOwn(List.of("secret")).join();
        now += 61_000_000_000L;

        assertNotEquals(made, inAThreadOfItsOwn(List.of("secret")).join());
    }

    private CompletableFuture<List<String>> inAThreadOfItsOwn(List<String> file) {
        CompletableFuture<List<String>> made = new CompletableFuture<>();
        new Thread(() -> made.complete(
                        Stream.of(file.toArray(String[]::new)).map(hashes::of).toList()))
                .start();
        return made;
    }
}
