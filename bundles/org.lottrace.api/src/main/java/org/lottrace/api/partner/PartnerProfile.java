package org.lottrace.api.partner;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was agreed with a partner.
 *
 * @param ediAddress the partner's address in interchanges; absent when nothing is exchanged by EDI
 * @param mapping folder of its bindings below {@code edi-mappings/partners}; {@code standard} when it has none of its own
 * @param minimumRemainingShelfLifeDays calendar days a lot must still have, counted from the day of delivery; 0 or more
 */
public record PartnerProfile(Optional<EdiAddress> ediAddress, String mapping, int minimumRemainingShelfLifeDays) {
    /** A partner with whom nothing special was agreed and nothing is exchanged by EDI. */
    public static final PartnerProfile NONE = new PartnerProfile(Optional.empty(), "standard", 0);

    /** How the folder of a draft ends: it stands beside that of its mapping, and no partner has it in its profile. */
    public static final String DRAFT = ".draft";

    private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,59}(?:\\.draft)?");

    /** @throws IllegalArgumentException if the remaining shelf life is negative */
    public PartnerProfile {
        Objects.requireNonNull(ediAddress);
        Objects.requireNonNull(mapping);
        if (minimumRemainingShelfLifeDays < 0) {
            throw new IllegalArgumentException(
                    "remaining shelf life must be 0 days or more, not " + minimumRemainingShelfLifeDays);
        }
    }

    /** @return whether a folder below {@code edi-mappings/partners} can have that name: it leads nowhere else */
    public static boolean isFolder(String name) {
        return FOLDER.matcher(name).matches();
    }

    /** @return whether the mapping is that of a partner, and no draft */
    public boolean hasMapping() {
        return isFolder(mapping) && !mapping.endsWith(DRAFT);
    }

    /** @return the same partner read with the draft of its mapping */
    public PartnerProfile drafted() {
        return mapped(mapping + DRAFT);
    }

    /** @return the same partner read with another mapping */
    public PartnerProfile mapped(String other) {
        return new PartnerProfile(ediAddress, other, minimumRemainingShelfLifeDays);
    }
}
