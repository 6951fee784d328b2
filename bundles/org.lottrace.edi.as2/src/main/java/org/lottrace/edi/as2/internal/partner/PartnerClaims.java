package org.lottrace.edi.as2.internal.partner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** What each configuration claims for itself. What two of them claim, none of them has: nobody could say which one was meant. */
@Component(service = PartnerClaims.class)
public final class PartnerClaims {
    private final Map<Object, PartnerSettings> claims = new IdentityHashMap<>();

    /** Replaces what the same one has claimed before. */
    synchronized void claim(Object who, PartnerSettings settings) {
        claims.put(who, settings);
    }

    synchronized void leave(Object who) {
        claims.remove(who);
    }

    /** @return what another configuration claims, too, and what to do */
    synchronized Optional<String> conflict(Object who) {
        PartnerSettings mine = claims.get(who);
        List<String> problems = new ArrayList<>();
        claims.forEach((other, settings) -> {
            if (mine != null && other != who) {
                problems.addAll(between(mine, settings));
            }
        });
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("; ", problems) + "; neither serves until one of them is changed");
    }

    private static List<String> between(PartnerSettings mine, PartnerSettings other) {
        List<String> problems = new ArrayList<>();
        if (mine.name().equals(other.name())) {
            problems.add("another configuration has the same partner " + mine.name());
        }
        if (mine.ownName().equals(other.ownName()) && mine.theirName().equals(other.theirName())) {
            problems.add("the configuration of " + other.name() + " has the same own.name " + mine.ownName()
                    + " and their.name " + mine.theirName());
        }
        Set<String> shared = new HashSet<>(mine.receivers());
        shared.retainAll(other.receivers());
        if (!shared.isEmpty()) {
            problems.add("the configuration of " + other.name() + " has the same receivers " + shared);
        }
        return problems;
    }
}
