package org.lottrace.api.recall;

import java.util.Set;

/**
 * Who asks for a step of a recall. The adapter that knows the login says so; it is checked here and recorded with the step.
 *
 * @param name the person or system, never blank
 * @param roles what it may do
 */
public record Actor(String name, Set<RecallRole> roles) {
    /** @throws IllegalArgumentException if there is no name */
    public Actor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a step of a recall is done by somebody; no name is given");
        }
        roles = Set.copyOf(roles);
    }
}
