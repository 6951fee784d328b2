package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.AuditQuery;
import org.lottrace.api.audit.LoginMethod;

class AuditStoreContractIT extends StoreContract {
    private static final Instant AT = Instant.parse("2026-10-01T08:00:00.123456Z");

    @Test
    void an_entry_comes_back_exactly_and_is_sealed() {
        AuditEntry entry = new AuditEntry(
                0,
                AT,
                AT.plusSeconds(59),
                7,
                AuditKind.LOGIN_FAILED,
                "anna",
                "10.0.0.1",
                "ssh",
                LoginMethod.PASSWORD,
                List.of("admin", "ssh"),
                "root",
                "0123456789abcdef",
                "seven times");

        db.audits().append(List.of(entry));

        AuditEntry stored = only(AuditQuery.newest(9));
        assertEquals(entry, withoutId(stored));
        assertEquals(
                List.of(Long.toString(stored.id())),
                db.texts("select record_key from seal where record_type = 'AUDIT_ENTRY'"));
    }

    @Test
    void pages_follow_each_other_by_time_the_newest_first_and_skip_nothing() {
        db.audits().append(List.of(of("b", AuditKind.LOGIN, 1), of("c", AuditKind.LOGIN, 1)));
        db.audits().append(List.of(of("a", AuditKind.LOGIN, 0), of("d", AuditKind.LOGIN, 2)));

        List<AuditEntry> first = db.audits().list(AuditQuery.newest(2));
        List<AuditEntry> second = db.audits()
                .list(new AuditQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(first.get(1).id()),
                        2));

        assertEquals(List.of("d", "c"), users(first));
        assertEquals(List.of("b", "a"), users(second));
    }

    @Test
    void what_is_asked_for_is_all_that_comes() {
        db.audits()
                .append(List.of(
                        of("anna", AuditKind.LOGIN, 0),
                        of("anna", AuditKind.LOCKED, 1),
                        of("bert", AuditKind.LOGIN, 1),
                        of("anna", AuditKind.LOGIN, 1),
                        of("anna", AuditKind.LOGIN, 2)));

        AuditEntry found = only(new AuditQuery(
                Optional.of("anna"),
                Optional.of(AuditKind.LOGIN),
                Optional.of(AT.plusSeconds(1)),
                Optional.of(AT.plusSeconds(2)),
                Optional.empty(),
                9));

        assertEquals(of("anna", AuditKind.LOGIN, 1), withoutId(found));
    }

    @Test
    void nothing_goes_on_from_an_entry_that_is_not_there() {
        AuditQuery after = new AuditQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(-1L), 1);

        assertThrows(IllegalArgumentException.class, () -> db.audits().list(after));
    }

    @Test
    void the_rights_that_were_known_last_are_those_of_the_newest_entry_of_each_login() {
        db.audits()
                .append(List.of(
                        of("anna", AuditKind.RIGHTS, 0),
                        of("anna", AuditKind.CREDENTIAL, 2),
                        of("anna", AuditKind.RIGHTS, 1),
                        of("anna", AuditKind.LOGIN, 3),
                        of("bert", AuditKind.RIGHTS, 0)));

        assertEquals(
                List.of(of("anna", AuditKind.CREDENTIAL, 2), of("bert", AuditKind.RIGHTS, 0)),
                db.audits().lastKnownRights("http").stream()
                        .map(AuditStoreContractIT::withoutId)
                        .toList());
        assertEquals(List.of(), db.audits().lastKnownRights("ssh"));
    }

    private AuditEntry only(AuditQuery query) {
        List<AuditEntry> found = db.audits().list(query);
        assertEquals(1, found.size());
        return found.get(0);
    }

    private static List<String> users(List<AuditEntry> entries) {
        return entries.stream().map(AuditEntry::user).toList();
    }

    private static AuditEntry of(String user, AuditKind kind, int second) {
        Instant at = AT.plusSeconds(second);
        return new AuditEntry(0, at, at, 1, kind, user, "10.0.0.1", "http", LoginMethod.NONE, List.of(), "", "", "");
    }

    private static AuditEntry withoutId(AuditEntry entry) {
        return new AuditEntry(
                0,
                entry.at(),
                entry.until(),
                entry.times(),
                entry.kind(),
                entry.user(),
                entry.address(),
                entry.channel(),
                entry.method(),
                entry.roles(),
                entry.by(),
                entry.credential(),
                entry.detail());
    }
}
