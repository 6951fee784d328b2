package org.lottrace.api.recall;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.id.PartyId;

/**
 * Who asks for a step of a recall. The adapter that knows the login says so; it is checked here and recorded with the step.
 *
 * @param name the person or system, never blank
 * @param roles what it may do
 * @param consignee for whom the role {@link RecallRole#CONSIGNEE} is meant; absent for the people of the company
 */
public record Actor(String name, Set<RecallRole> roles, Optional<PartyId> consignee) {
    /** @throws IllegalArgumentException if there is no name */
    public Actor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a step of a recall is done by somebody; no name is given");
        }
        roles = Set.copyOf(roles);
        Objects.requireNonNull(consignee);
    }

    /** Somebody of the company. */
    public Actor(String name, Set<RecallRole> roles) {
        this(name, roles, Optional.empty());
    }

    /** @return that consignee, who may answer for itself and do nothing else; its name is {@code consignee NUMBER} */
    public static Actor consignee(PartyId party) {
        return new Actor("consignee " + party, Set.of(RecallRole.CONSIGNEE), Optional.of(party));
    }

    /** @return true when this actor may answer in the name of that party */
    public boolean mayAnswerFor(PartyId party) {
        return roles.contains(RecallRole.COORDINATOR)
                || roles.contains(RecallRole.CONSIGNEE)
                        && consignee.filter(party::equals).isPresent();
    }
}
