package org.lottrace.login.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.AuditQuery;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.audit.store.AuditStore;
import org.lottrace.login.PasswordHash;
import org.lottrace.login.internal.HandsOfAClock;

/** Files as Karaf has them, changed as an administrator changes them. */
class RightsFileTest {
    private static final String GROUP = "_g_\\:admingroup = group,admin,ssh\n";
    private static final String HASH = "{CRYPT}" + PasswordHash.of("secret") + "{CRYPT}";
    private static final String OTHER = "{CRYPT}" + PasswordHash.of("other") + "{CRYPT}";

    @TempDir
    Path etc;

    private final HandsOfAClock clock = new HandsOfAClock();
    private final AuditQueue queue = new AuditQueue(clock);
    private final List<AuditEntry> stored = new ArrayList<>();
    private long changes;

    @Test
    void the_first_look_notes_who_may_do_what_with_the_roles_of_groups() throws IOException {
        write("anna = " + HASH + ",_g_:admingroup,viewer\n" + GROUP);

        look(file());

        AuditNote note = only();
        assertEquals(AuditKind.RIGHTS, note.kind());
        assertEquals("anna", note.user());
        assertEquals(List.of("admin", "ssh", "viewer"), note.roles());
        assertEquals("users.properties", note.channel());
        assertEquals(16, note.credential().length());
    }

    @Test
    void a_role_of_a_group_is_gained_and_lost_by_who_is_in_it() throws IOException {
        write("anna = " + HASH + ",_g_:admingroup\n" + GROUP);
        RightsFile file = file();
        look(file);
        forget();

        write("anna = " + HASH + ",_g_:admingroup\n_g_\\:admingroup = group,ssh,lottrace\n");
        look(file);

        assertEquals("gained lottrace; lost admin", only().detail());
    }

    @Test
    void another_password_is_noted_when_it_is_hidden_and_never_a_trace_of_it_before() throws IOException {
        write("anna = " + HASH + ",admin\n");
        RightsFile file = file();
        look(file);
        forget();

        write("anna = other,admin\n");
        look(file);
        assertEquals(List.of(), queue.notes());

        write("anna = " + OTHER + ",admin\n");
        look(file);
        assertEquals(AuditKind.CREDENTIAL, only().kind());
        assertFalse(only().toString().contains("PBKDF2"));
    }

    @Test
    void a_login_that_comes_or_goes_is_noted() throws IOException {
        write("anna = " + HASH + ",admin\n");
        RightsFile file = file();
        look(file);
        forget();

        write("bert = " + HASH + ",ssh\n");
        look(file);

        assertEquals(
                List.of("a login that was not known before", "the login was taken away"),
                queue.notes().stream().map(AuditNote::detail).toList());
    }

    @Test
    void what_was_changed_while_nobody_looked_is_noted_at_the_next_start_and_nothing_else() throws IOException {
        write("anna = " + HASH + ",admin\nbert = " + HASH + ",ssh\ncarl = " + HASH + ",ssh\n");
        look(file());
        store();
        write("anna = " + HASH + ",admin\nbert = " + HASH + ",ssh,admin\n");
        look(file());
        store();

        look(file());

        assertEquals(List.of(), queue.notes());
        assertEquals(
                List.of("gained admin", "the login was taken away"),
                stored.subList(3, 5).stream().map(AuditEntry::detail).toList());
    }

    @Test
    void a_file_that_is_being_written_is_not_read() throws IOException {
        write("anna = " + HASH + ",admin\n");
        RightsFile file = file();

        file.look();
        write("anna = " + HASH + ",admin\nbert = " + HASH + ",ssh\n");
        file.look();
        assertEquals(List.of(), queue.notes());

        file.look();
        assertEquals(2, queue.notes().size());
    }

    @Test
    void a_key_is_told_from_another_one() throws IOException {
        Path keys = etc.resolve("keys.properties");
        Files.writeString(keys, "anna=AAAA,ssh\n");
        RightsFile file = new RightsFile(keys, LoginMethod.KEY, new Stored(), queue);
        look(file);
        forget();

        Files.writeString(keys, "anna=AAAB,ssh\n");
        Files.setLastModifiedTime(keys, FileTime.fromMillis(1));
        look(file);

        assertEquals("the key was changed", only().detail());
    }

    private RightsFile file() {
        return new RightsFile(etc.resolve("users.properties"), LoginMethod.PASSWORD, new Stored(), queue);
    }

    /** A time of its own for each change, however fast they come. */
    private void write(String text) throws IOException {
        Path users = etc.resolve("users.properties");
        Files.writeString(users, text);
        Files.setLastModifiedTime(users, FileTime.fromMillis(++changes));
    }

    private static void look(RightsFile file) throws IOException {
        file.look();
        file.look();
    }

    private AuditNote only() {
        assertEquals(1, queue.notes().size(), queue.notes()::toString);
        return queue.notes().get(0);
    }

    private void forget() {
        queue.written(queue.waiting());
    }

    /** As the writer does it. */
    private void store() {
        queue.notes()
                .forEach(note -> stored.add(new AuditEntry(
                        stored.size() + 1,
                        Instant.EPOCH.plusSeconds(stored.size()),
                        Instant.EPOCH.plusSeconds(stored.size()),
                        1,
                        note.kind(),
                        note.user(),
                        "",
                        note.channel(),
                        note.method(),
                        note.roles(),
                        "",
                        note.credential(),
                        note.detail())));
        forget();
        assertTrue(queue.notes().isEmpty());
    }

    private final class Stored implements AuditStore {
        @Override
        public void append(List<AuditEntry> entries) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<AuditEntry> list(AuditQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<AuditEntry> lastKnownRights(String channel) {
            return stored.stream()
                    .filter(entry -> stored.stream()
                            .noneMatch(other -> other.user().equals(entry.user()) && other.id() > entry.id()))
                    .toList();
        }
    }
}
