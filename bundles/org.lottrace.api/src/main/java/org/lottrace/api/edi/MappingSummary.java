package org.lottrace.api.edi;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.id.PartyId;

/**
 * A mapping in a list.
 *
 * @param name of its folder, as partners' profiles name it
 * @param partners who have it in their profile, by number
 * @param isDrafted whether somebody works at another version
 */
public record MappingSummary(String name, List<PartyId> partners, boolean isDrafted) {
    public MappingSummary {
        Objects.requireNonNull(name);
        partners = List.copyOf(partners);
    }
}
