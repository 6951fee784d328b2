package org.lottrace.oidc.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lottrace.api.audit.AuditBacklog;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.audit.AuditQuery;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;

/** What the audit log is told of logins at the provider. */
final class Noted implements AuditLog {
    final List<String> noted = new ArrayList<>();

    @Override
    public List<AuditEntry> list(AuditQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void providerLogin(String user, String address, Set<Role> roles) {
        noted.add(user + " from " + address);
    }

    @Override
    public void partnerLogin(String partner, String address, String channel) {
        throw new AssertionError();
    }

    @Override
    public void partnerLoginFailed(String partner, String address, String channel) {
        throw new AssertionError();
    }

    @Override
    public void providerLoginFailed(String address) {
        noted.add("failed from " + address);
    }

    @Override
    public void configured(Caller caller, String part, String detail) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuditBacklog backlog() {
        throw new UnsupportedOperationException();
    }
}
