package org.lottrace.api.operation;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.id.PartyId;

/**
 * Who asks for an operation. The adapter that knows the login says so; it is checked by {@link Operations} and recorded with
 * what is done.
 *
 * @param name the person or system, never blank
 * @param roles what it may do
 * @param party the one party for which {@link Role#CONSIGNEE} and {@link Role#TRADING_PARTNER} are meant; absent for the people
 *     of the company
 */
public record Caller(String name, Set<Role> roles, Optional<PartyId> party) {
    /** How the name of a program begins. No login by password has such a name. */
    public static final String TOKEN = "token ";

    /** @throws IllegalArgumentException if there is no name, or a party is meant and not named */
    public Caller {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an operation is asked for by somebody; no name is given");
        }
        roles = Set.copyOf(roles);
        Objects.requireNonNull(party);
        if (party.isEmpty() && !roles.stream().allMatch(Role::isOfLogin)) {
            throw new IllegalArgumentException(name + " stands for a party; it is not named");
        }
    }

    /** Somebody of the company. */
    public Caller(String name, Set<Role> roles) {
        this(name, roles, Optional.empty());
    }

    /** @return that consignee, who may answer for itself and do nothing else; its name is {@code consignee NUMBER} */
    public static Caller consignee(PartyId party) {
        return new Caller("consignee " + party, Set.of(Role.CONSIGNEE), Optional.of(party));
    }

    /** @return that partner, who may send what partners send and do nothing else; its name is {@code partner NUMBER} */
    public static Caller partner(PartyId party) {
        return new Caller("partner " + party, Set.of(Role.TRADING_PARTNER), Optional.of(party));
    }

    /** @return the program that has that token; its name is {@code token NAME} */
    public static Caller token(String name, Set<Role> roles) {
        return new Caller(TOKEN + name, roles);
    }

    /** @return true when it is a program that logged in by a token */
    public boolean isToken() {
        return name.startsWith(TOKEN);
    }

    /** @return true when this caller may answer in the name of that party */
    public boolean mayAnswerFor(PartyId consignee) {
        return roles.contains(Role.RECALL_COORDINATOR)
                || roles.contains(Role.CONSIGNEE)
                        && party.filter(consignee::equals).isPresent();
    }
}
