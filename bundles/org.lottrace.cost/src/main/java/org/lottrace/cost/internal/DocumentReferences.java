package org.lottrace.cost.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.violation.Violation;

/** The documents that a cost names. */
final class DocumentReferences {
    private DocumentReferences() {}

    /** @return the document; empty when that is no number, which is found then */
    static Optional<DocumentReference> numbered(DocumentType type, String number, List<Violation> found) {
        try {
            return Optional.of(new DocumentReference(type, number));
        } catch (InvalidIdentifierException e) {
            found.add(new Violation(
                    "NUMBER_MISSING",
                    "number",
                    "a document has a number of 1 to 50 characters, not \"" + number + "\""));
            return Optional.empty();
        }
    }

    /** @return the production order of that number; none when that is no number */
    static List<DocumentReference> order(String number) {
        return number.isBlank() || number.length() > 50
                ? List.of()
                : List.of(new DocumentReference(DocumentType.PRODUCTION_ORDER, number));
    }
}
