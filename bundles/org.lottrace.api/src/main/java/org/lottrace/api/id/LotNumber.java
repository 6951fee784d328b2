package org.lottrace.api.id;

import java.util.regex.Pattern;

/**
 * Batch or lot number as marked on the goods: 1 to 20 characters of the GS1 invariant set.
 *
 * <p>Source: GS1 General Specifications, Application Identifier (10). Case is significant.
 *
 * @param value the number without its AI prefix, never blank
 */
public record LotNumber(String value) {
    private static final Pattern AI_10 = Pattern.compile("[!\"%-?A-Z_a-z]{1,20}");

    /** @throws InvalidIdentifierException if {@code value} breaks the AI (10) format */
    public LotNumber {
        if (!AI_10.matcher(value).matches()) {
            throw new InvalidIdentifierException("AI (10) lot number", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
