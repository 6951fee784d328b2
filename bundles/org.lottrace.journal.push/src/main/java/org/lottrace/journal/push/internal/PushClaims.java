package org.lottrace.journal.push.internal;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Which configuration pushes to which receiver. What two of them name, neither pushes: each address would get a part of the journal. */
@Component(service = PushClaims.class)
public final class PushClaims {
    private final Map<Object, String> receivers = new IdentityHashMap<>();

    synchronized void claim(Object who, String receiver) {
        receivers.put(who, receiver);
    }

    synchronized void leave(Object who) {
        receivers.remove(who);
    }

    /** @return that another configuration names the same receiver, and what to do */
    synchronized Optional<String> conflict(Object who) {
        String mine = receivers.get(who);
        return receivers.entrySet().stream()
                .filter(other -> other.getKey() != who && other.getValue().equals(mine))
                .findAny()
                .map(other -> "another configuration has the same receiver " + mine
                        + "; neither pushes until one of them is changed");
    }
}
