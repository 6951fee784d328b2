package org.lottrace.api.recall;

import java.util.Objects;
import org.lottrace.api.id.PartyId;

/**
 * Whether a consignee got the notice and did what it says, as somebody found out.
 *
 * @param party who was checked
 * @param method how: visit, telephone, letter
 * @param notified whether they got the notice
 * @param acted whether they did what it says
 * @param comment what was found, for people
 */
public record EffectivenessCheck(PartyId party, String method, boolean notified, boolean acted, String comment) {
    public EffectivenessCheck {
        Objects.requireNonNull(party);
        Objects.requireNonNull(method);
        Objects.requireNonNull(comment);
    }
}
