package org.lottrace.edi.sftp.internal.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.lottrace.api.audit.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes who logs in and who is refused, and keeps out more connections than anybody needs. */
final class Logins implements SessionListener {
    static final int MOST_CONNECTIONS = 200;
    static final int MOST_STRANGERS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);
    private static final String CHANNEL = "sftp";

    private final AuditLog audit;
    private final Set<Session> open = ConcurrentHashMap.newKeySet();

    /** Addresses of those that have not logged in. */
    private final Map<Session, String> strangers = new ConcurrentHashMap<>();

    private long refusals;

    /** As whom somebody came with a key that opens nothing: the session itself knows a name only after its login. */
    private final Map<Session, String> refused = new ConcurrentHashMap<>();

    Logins(AuditLog audit) {
        this.audit = audit;
    }

    /** A key did not fit; the next one may. */
    void refused(Session session, String user) {
        refused.put(session, user);
    }

    /**
     * @throws IllegalStateException when there are too many: whoever accepts connections closes this one then, and goes on. Closed
     *     from here, listeners behind us would learn of its end before its beginning, and keep it for ever
     */
    @Override
    public synchronized void sessionCreated(Session session) {
        String address = address(session);
        if (open.size() >= MOST_CONNECTIONS) {
            throw refusal(address, MOST_CONNECTIONS + " are open");
        }
        if (Collections.frequency(strangers.values(), address) >= MOST_STRANGERS) {
            throw refusal(address, MOST_STRANGERS + " from there have not logged in yet");
        }
        open.add(session);
        strangers.put(session, address);
    }

    /** Told the first time, the second, the fourth and so on: many come when somebody means harm. */
    private IllegalStateException refusal(String address, String reason) {
        refusals++;
        if (Long.bitCount(refusals) == 1) {
            LOG.warn("connection refused: {} address={} refused since the start={}", reason, address, refusals);
        }
        return new IllegalStateException("connection refused: " + reason);
    }

    @Override
    public void sessionEvent(Session session, Event event) {
        if (event == Event.Authenticated) {
            refused.remove(session);
            strangers.remove(session);
            LOG.info("partner logged in partner={} address={}", session.getUsername(), address(session));
            audit.partnerLogin(session.getUsername(), address(session), CHANNEL);
        }
    }

    /** A client offers several keys: only when it gives up, its login has failed. */
    @Override
    public void sessionClosed(Session session) {
        open.remove(session);
        strangers.remove(session);
        Optional<String> user = Optional.ofNullable(refused.remove(session));
        if (user.isPresent()) {
            String said = user.get().replaceAll("\\p{Cntrl}", "?");
            LOG.warn("login refused partner={} address={}", said, address(session));
            audit.partnerLoginFailed(said, address(session), CHANNEL);
        }
    }

    private static String address(Session session) {
        SocketAddress peer = session.getIoSession().getRemoteAddress();
        return peer instanceof InetSocketAddress internet && internet.getAddress() != null
                ? internet.getAddress().getHostAddress()
                : String.valueOf(peer);
    }
}
