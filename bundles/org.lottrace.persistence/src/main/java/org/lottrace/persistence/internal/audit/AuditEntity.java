package org.lottrace.persistence.internal.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.LoginMethod;

/** A row of {@code audit_entry}. */
@Entity
@Table(name = "audit_entry")
public class AuditEntity {
    private static final String SEPARATOR = ",";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_entry")
    @SequenceGenerator(name = "audit_entry", sequenceName = "surrogate_id", allocationSize = 50)
    Long id;

    @Column(name = "happened_at")
    Instant at;

    @Column(name = "until_at")
    Instant until;

    @Column(name = "times")
    int times;

    @Column(name = "kind", length = 20)
    AuditKind kind;

    @Column(name = "user_name", length = 200)
    String user;

    @Column(name = "from_address", length = 100)
    String address;

    @Column(name = "channel", length = 20)
    String channel;

    @Column(name = "login_method", length = 20)
    LoginMethod method;

    @Column(name = "roles", length = 2000)
    String roles;

    @Column(name = "decided_by", length = 200)
    String by;

    @Column(name = "credential", length = 20)
    String credential;

    @Column(name = "detail", length = 1000)
    String detail;

    protected AuditEntity() {}

    AuditEntity(AuditEntry entry) {
        at = entry.at();
        until = entry.until();
        times = entry.times();
        kind = entry.kind();
        user = entry.user();
        address = entry.address();
        channel = entry.channel();
        method = entry.method();
        roles = String.join(SEPARATOR, entry.roles());
        by = entry.by();
        credential = entry.credential();
        detail = entry.detail();
    }

    AuditEntry toEntry() {
        return new AuditEntry(
                id,
                at,
                until,
                times,
                kind,
                user,
                address,
                channel,
                method,
                roles.isEmpty() ? List.of() : List.of(roles.split(SEPARATOR)),
                by,
                credential,
                detail);
    }
}
