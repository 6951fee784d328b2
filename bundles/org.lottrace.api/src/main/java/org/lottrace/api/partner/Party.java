package org.lottrace.api.partner;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.PartyId;

/**
 * A company or person lots come from or go to.
 *
 * @param id its number in the ERP system
 * @param name for people
 * @param roles what it is to the company, at least one
 * @param gln its global location number, when it has one
 * @param address where it is
 * @param email address for notices; empty when unknown
 * @param phone number for notices; empty when unknown
 * @param profile what was agreed with it
 */
public record Party(
        PartyId id,
        String name,
        Set<PartyRole> roles,
        Optional<Gln> gln,
        PostalAddress address,
        String email,
        String phone,
        PartnerProfile profile) {
    /** @throws IllegalArgumentException if it has no role */
    public Party {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(gln);
        Objects.requireNonNull(address);
        Objects.requireNonNull(email);
        Objects.requireNonNull(phone);
        Objects.requireNonNull(profile);
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("party " + id + " has no role");
        }
    }

    /** @return true when only a report has named it: it is kept as told until somebody saves it with what it is */
    public boolean isOnlyTold() {
        return roles.equals(Set.of(PartyRole.TOLD));
    }

    /** @return the same party, with whom that was agreed */
    public Party with(PartnerProfile agreed) {
        return new Party(id, name, roles, gln, address, email, phone, agreed);
    }
}
