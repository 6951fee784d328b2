package org.lottrace.persistence.internal.ledger;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.persistence.internal.value.DocumentPart;

/** A row of {@code event_document}. */
@Entity
@Table(name = "event_document")
public class EventDocumentEntity {
    @EmbeddedId
    EventPartId id;

    @Embedded
    DocumentPart document;

    protected EventDocumentEntity() {}

    EventDocumentEntity(EventPartId id, DocumentReference document) {
        this.id = id;
        this.document = DocumentPart.of(document);
    }

    DocumentReference toReference() {
        return document.toReference();
    }
}
