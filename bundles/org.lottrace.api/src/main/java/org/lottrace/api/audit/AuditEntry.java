package org.lottrace.api.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * A row of the audit log. It never changes.
 *
 * @param id which one; 0 until it is stored
 * @param at when it happened, cut to microseconds
 * @param until when the last happened of those that are counted in it, cut to microseconds; {@code at} when it is one
 * @param times how many: failed logins of one account from one address are one row for each minute
 * @param kind what happened
 * @param user whose login it is; empty: any, from that address
 * @param address where it came from; empty when it came from nowhere, or from several
 * @param channel {@code ssh}, {@code http}, the name of the file that was changed, or {@code operation}
 * @param method by what
 * @param roles that the login has now, by name
 * @param by who decided it; empty when nobody is known
 * @param credential beginning of a hash of what is kept of the password or key, to tell one from another; empty when unknown
 * @param detail more about it, for people; empty when there is none
 */
public record AuditEntry(
        long id,
        Instant at,
        Instant until,
        int times,
        AuditKind kind,
        String user,
        String address,
        String channel,
        LoginMethod method,
        List<String> roles,
        String by,
        String credential,
        String detail) {
    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        until = until.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(user);
        Objects.requireNonNull(address);
        Objects.requireNonNull(channel);
        Objects.requireNonNull(method);
        roles = roles.stream().sorted().toList();
        Objects.requireNonNull(by);
        Objects.requireNonNull(credential);
        Objects.requireNonNull(detail);
    }
}
