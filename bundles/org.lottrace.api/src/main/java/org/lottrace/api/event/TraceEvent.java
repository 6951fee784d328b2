package org.lottrace.api.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that happened to lots. Never changed after it was recorded; a correction is another event that names it.
 *
 * @param context who, when and where
 * @param type what
 * @param documents the business documents it belongs to, the main one first
 * @param corrects the event this one corrects
 * @param lines what moved
 * @param edges which lots became part of which
 * @param dispositionChanges which lots got another disposition
 */
public record TraceEvent(
        EventContext context,
        EventType type,
        List<DocumentReference> documents,
        Optional<EventId> corrects,
        List<EventLine> lines,
        List<Edge> edges,
        List<DispositionChange> dispositionChanges) {
    public TraceEvent {
        Objects.requireNonNull(context);
        Objects.requireNonNull(type);
        Objects.requireNonNull(corrects);
        documents = List.copyOf(documents);
        lines = List.copyOf(lines);
        edges = List.copyOf(edges);
        dispositionChanges = List.copyOf(dispositionChanges);
    }

    /** @return identity of the event */
    public EventId id() {
        return context.id();
    }

    /** @return the first document of that type */
    public Optional<DocumentReference> document(DocumentType documentType) {
        return documents.stream().filter(d -> d.type() == documentType).findFirst();
    }
}
