package org.lottrace.persistence.internal.value;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;

/** A business document in two columns. */
@Embeddable
public record DocumentPart(
        @Column(name = "document_type", length = 20) DocumentType type,

        @Column(name = "document_number", length = 50) String number) {
    public static DocumentPart of(DocumentReference document) {
        return new DocumentPart(document.type(), document.number());
    }

    public DocumentReference toReference() {
        return new DocumentReference(type, number);
    }
}
