package org.lottrace.api.event;

import java.util.Objects;
import org.lottrace.api.id.InvalidIdentifierException;

/**
 * A business document by kind and number.
 *
 * @param type its kind
 * @param number its number as the issuer writes it, 1 to 50 characters
 */
public record DocumentReference(DocumentType type, String number) {
    /** @throws InvalidIdentifierException if the number is blank or too long */
    public DocumentReference {
        Objects.requireNonNull(type);
        if (number.isBlank() || number.length() > 50) {
            throw new InvalidIdentifierException("document number (1 to 50 characters)", number);
        }
    }

    @Override
    public String toString() {
        return type + " " + number;
    }
}
