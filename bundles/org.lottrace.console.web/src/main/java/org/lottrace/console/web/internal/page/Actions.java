package org.lottrace.console.web.internal.page;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.operation.Role;

/**
 * What can be done with what a page shows, what cannot be done now, and what is for others to do. Nothing is left out in silence.
 *
 * @param now what this reader may do now
 * @param notNow what this reader may do, but not with this as it is
 * @param ofOthers what needs a role that this reader does not have
 */
public record Actions(List<Action> now, List<Action> notNow, List<Action> ofOthers) {
    /** May do nearly everything: named only where nobody else may. */
    private static final Set<Role> OF_ALL_TRADES = EnumSet.of(Role.ADMINISTRATOR, Role.OPERATOR);

    public Actions {
        now = List.copyOf(now);
        notNow = List.copyOf(notNow);
        ofOthers = List.copyOf(ofOthers);
    }

    public static Actions of(Visit visit, List<Action> all) {
        return new Actions(
                those(
                        all,
                        action -> visit.may(action.operation())
                                && action.against().isEmpty()),
                those(
                        all,
                        action -> visit.may(action.operation())
                                && !action.against().isEmpty()),
                those(all, action -> !visit.may(action.operation())));
    }

    private static List<Action> those(List<Action> all, Predicate<Action> fits) {
        return all.stream().filter(fits).toList();
    }

    /** @return whether something cannot be done, by this reader or now */
    public boolean hasClosed() {
        return !notNow.isEmpty() || !ofOthers.isEmpty();
    }

    /** @return the names of the roles that may do that, for people */
    public static String whoMay(Action action, Visit visit) {
        Set<Role> roles = Catalogue.named(action.operation()).orElseThrow().roles().stream()
                .filter(Role::isOfLogin)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        boolean hasOthers = !OF_ALL_TRADES.containsAll(roles);
        return roles.stream()
                .filter(role -> !hasOthers || !OF_ALL_TRADES.contains(role))
                .map(role -> visit.texts().lookup("role." + role.code()))
                .collect(Collectors.joining(", "));
    }
}
