package org.lottrace.api.partner;

import java.util.Objects;
import java.util.Optional;

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

    /** @throws IllegalArgumentException if the remaining shelf life is negative */
    public PartnerProfile {
        Objects.requireNonNull(ediAddress);
        Objects.requireNonNull(mapping);
        if (minimumRemainingShelfLifeDays < 0) {
            throw new IllegalArgumentException(
                    "remaining shelf life must be 0 days or more, not " + minimumRemainingShelfLifeDays);
        }
    }
}
