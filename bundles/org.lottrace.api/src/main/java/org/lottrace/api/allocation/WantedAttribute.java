package org.lottrace.api.allocation;

import java.util.List;
import java.util.Objects;

/**
 * What a lot has to say of itself, such as grade A or B, or a certificate.
 *
 * @param attribute word of the attribute ({@link RuleTerms#ATTRIBUTES})
 * @param oneOf what suffices, at most {@link #MOST_VALUES} values as the lot says them; case is significant. None: whatever it says, as
 *     long as it says something. Of a lot that says several things, as it does of its certificates, one suffices
 */
public record WantedAttribute(String attribute, List<String> oneOf) {
    /** Most values that suffice. */
    public static final int MOST_VALUES = 50;

    public WantedAttribute {
        Objects.requireNonNull(attribute);
        oneOf = List.copyOf(oneOf);
    }

    /** @return true when that is enough */
    public boolean suffices(String said) {
        return oneOf.isEmpty() || oneOf.contains(said);
    }
}
