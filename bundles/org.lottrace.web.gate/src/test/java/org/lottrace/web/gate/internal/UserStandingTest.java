package org.lottrace.web.gate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserStandingTest {
    private static final String USERS =
            "anna = hash1,_g_:floor,lottrace\n_g_\\:floor = group,lottrace-receiver\nben = hash2,admin\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "hash1, hash3, true",
        "',lottrace\n', \\n, true",
        "lottrace-receiver, lottrace-shipper, true",
        "hash2, hash4, false",
        "'ben = ', 'carl = x\\nben = ', false"
    })
    void it_changes_with_password_roles_and_groups_of_the_user_and_with_nobody_elses(
            String before, String after, boolean changes) throws IOException {
        Path file = Files.writeString(folder.resolve("users.properties"), USERS);
        UserStanding standing = new UserStanding(List.of(file));
        String first = standing.of("anna");

        Files.writeString(file, USERS.replace(before, after.replace("\\n", "\n")));

        assertEquals(changes, !first.equals(standing.of("anna")));
    }

    /** Karaf empties it first, and then writes it again. */
    @Test
    void a_file_that_is_being_written_is_read_when_it_is_whole() throws IOException {
        Path file = Files.writeString(folder.resolve("users.properties"), USERS);
        UserStanding standing = new UserStanding(List.of(file));
        String whole = standing.of("anna");
        Files.writeString(file, "");
        CompletableFuture<Void> written = CompletableFuture.runAsync(
                () -> write(file), CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));

        assertEquals(whole, standing.of("anna"));
        written.join();
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, USERS);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
