package org.lottrace.edi.sftp.internal.server;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lottrace.api.audit.AuditBacklog;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.audit.AuditQuery;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;

/** Remembers what was noted. */
final class NotedAudit implements AuditLog {
    final List<String> notes = new CopyOnWriteArrayList<>();

    @Override
    public void partnerLogin(String partner, String address, String channel) {
        notes.add("login " + partner + " " + address + " " + channel);
    }

    @Override
    public void partnerLoginFailed(String partner, String address, String channel) {
        notes.add("failed " + partner + " " + address + " " + channel);
    }

    @Override
    public List<AuditEntry> list(AuditQuery query) {
        throw new AssertionError();
    }

    @Override
    public void providerLogin(String user, String address, Set<Role> roles) {
        throw new AssertionError();
    }

    @Override
    public void providerLoginFailed(String address) {
        throw new AssertionError();
    }

    @Override
    public void configured(Caller caller, String part, String detail) {
        throw new AssertionError();
    }

    @Override
    public AuditBacklog backlog() {
        throw new AssertionError();
    }
}
