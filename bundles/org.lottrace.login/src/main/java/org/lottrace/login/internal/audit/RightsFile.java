package org.lottrace.login.internal.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.audit.store.AuditStore;

/**
 * One of Karaf's files with logins, and what the audit log knows of it: what was changed while LotTrace was not running is found at the
 * next start. Used by one thread.
 */
final class RightsFile {
    /** Stands in an entry instead of a credential when the login is gone. */
    private static final String GONE = "gone";

    private final Path file;
    private final LoginMethod method;
    private final AuditStore store;
    private final AuditQueue queue;
    private SortedMap<String, Rights> known;
    private Stamp seen;
    private Stamp read;

    RightsFile(Path file, LoginMethod method, AuditStore store, AuditQueue queue) {
        this.file = file;
        this.method = method;
        this.store = store;
        this.queue = queue;
    }

    /** Looks whether it was changed; it is read when it was the same at two looks, so never half of it. */
    void look() throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        Stamp now = new Stamp(Files.getLastModifiedTime(file), Files.size(file));
        boolean isSettled = now.equals(seen);
        seen = now;
        if (isSettled && !now.equals(read)) {
            if (known == null) {
                known = lastKnown();
            }
            compare(Rights.read(file, method));
            read = now;
        }
    }

    private SortedMap<String, Rights> lastKnown() {
        SortedMap<String, Rights> last = new TreeMap<>();
        for (AuditEntry entry : store.lastKnownRights(channel())) {
            if (!entry.credential().equals(GONE)) {
                last.put(entry.user(), new Rights(new TreeSet<>(entry.roles()), entry.credential()));
            }
        }
        return last;
    }

    private void compare(SortedMap<String, Rights> now) {
        SortedMap<String, Rights> next = new TreeMap<>();
        now.forEach((user, rights) -> {
            Rights before = known.get(user);
            if (before == null) {
                note(AuditKind.RIGHTS, user, rights, "a login that was not known before");
                next.put(user, rights);
            } else {
                next.put(user, changed(user, before, rights));
            }
        });
        known.forEach((user, before) -> {
            if (!now.containsKey(user)) {
                note(AuditKind.RIGHTS, user, new Rights(new TreeSet<>(), GONE), "the login was taken away");
            }
        });
        known = next;
    }

    /** @return what is known now: a credential that cannot be told yet is compared when it can be */
    private Rights changed(String user, Rights before, Rights now) {
        Rights told = now.credential().isEmpty() ? new Rights(now.roles(), before.credential()) : now;
        if (!told.roles().equals(before.roles())) {
            note(AuditKind.RIGHTS, user, told, difference(before.roles(), told.roles()));
        }
        if (!told.credential().equals(before.credential())) {
            note(
                    AuditKind.CREDENTIAL,
                    user,
                    told,
                    before.credential().isEmpty()
                            ? "the password is kept as a salted hash now, and was perhaps changed"
                            : "the " + method.code() + " was changed");
        }
        return told;
    }

    private static String difference(SortedSet<String> before, SortedSet<String> now) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, SortedSet<String>> part : Map.of(
                        "gained", without(now, before), "lost", without(before, now))
                .entrySet()) {
            if (!part.getValue().isEmpty()) {
                parts.add(part.getKey() + " " + String.join(", ", part.getValue()));
            }
        }
        parts.sort(null);
        return String.join("; ", parts);
    }

    private static SortedSet<String> without(SortedSet<String> all, SortedSet<String> others) {
        SortedSet<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private void note(AuditKind kind, String user, Rights rights, String detail) {
        queue.add(new AuditNote(
                kind, user, "", channel(), method, List.copyOf(rights.roles()), "", rights.credential(), detail));
    }

    private String channel() {
        return file.getFileName().toString();
    }

    private record Stamp(FileTime changed, long size) {}
}
