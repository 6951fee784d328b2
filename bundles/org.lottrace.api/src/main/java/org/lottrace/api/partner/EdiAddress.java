package org.lottrace.api.partner;

import java.util.regex.Pattern;
import org.lottrace.api.id.InvalidIdentifierException;

/**
 * How a party is addressed in an interchange.
 *
 * <p>Source: X12 ISA05 to ISA08, with ids of up to 15 characters; EDIFACT data elements 0004 and 0010, with up to 35. Qualifiers are those of X12 for
 * both.
 *
 * @param qualifier 2 characters, such as {@code ZZ}, {@code 01} (DUNS) or {@code 08} (UCC communications id)
 * @param id 1 to 35 characters without the padding
 */
public record EdiAddress(String qualifier, String id) {
    private static final Pattern QUALIFIER = Pattern.compile("[A-Z0-9]{2}");
    private static final Pattern ID = Pattern.compile("[!-~]([ -~]{0,33}[!-~])?");

    /** @throws InvalidIdentifierException if a part breaks its format */
    public EdiAddress {
        if (!QUALIFIER.matcher(qualifier).matches()) {
            throw new InvalidIdentifierException("interchange id qualifier (ISA05, 2 characters)", qualifier);
        }
        if (!ID.matcher(id).matches()) {
            throw new InvalidIdentifierException("interchange id (1 to 15 characters in X12, 35 in EDIFACT)", id);
        }
    }

    @Override
    public String toString() {
        return qualifier + ":" + id;
    }
}
