package org.lottrace.api.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.violation.Violation;

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
 * @param lotChanges which lots were registered, and of which something else is known now
 * @param keyData what else there is to say about the event
 * @param anchors where other chains of records stood
 */
public record TraceEvent(
        EventContext context,
        EventType type,
        List<DocumentReference> documents,
        Optional<EventId> corrects,
        List<EventLine> lines,
        List<Edge> edges,
        List<DispositionChange> dispositionChanges,
        List<LotChange> lotChanges,
        List<KeyDatum> keyData,
        List<ChainAnchor> anchors) {
    public TraceEvent {
        Objects.requireNonNull(context);
        Objects.requireNonNull(type);
        Objects.requireNonNull(corrects);
        documents = List.copyOf(documents);
        lines = List.copyOf(lines);
        edges = List.copyOf(edges);
        dispositionChanges = List.copyOf(dispositionChanges);
        lotChanges = List.copyOf(lotChanges);
        keyData = List.copyOf(keyData);
        anchors = List.copyOf(anchors);
    }

    /** An event that changes nothing about a lot and says nothing else. */
    public TraceEvent(
            EventContext context,
            EventType type,
            List<DocumentReference> documents,
            Optional<EventId> corrects,
            List<EventLine> lines,
            List<Edge> edges,
            List<DispositionChange> dispositionChanges) {
        this(context, type, documents, corrects, lines, edges, dispositionChanges, List.of(), List.of(), List.of());
    }

    /** @return the same with these changes of lots */
    public TraceEvent changing(List<LotChange> changes) {
        return new TraceEvent(
                context, type, documents, corrects, lines, edges, dispositionChanges, changes, keyData, anchors);
    }

    /** @return the same, saying besides that this was found wrong with it; nothing when nothing was */
    public TraceEvent finding(List<Violation> found) {
        List<KeyDatum> data = new ArrayList<>(keyData);
        found.stream()
                .map(Violation::code)
                .distinct()
                .map(code -> KeyDataElement.FINDING.is(new KeyDataValue.Code(code)))
                .forEach(data::add);
        return saying(data);
    }

    /** @return what was found wrong with it and is said in it, by code; nothing when nothing was */
    public List<String> findings() {
        return keyData.stream()
                .filter(datum -> datum.name().equals(KeyDataElement.FINDING.word()))
                .map(datum -> datum.value().text())
                .toList();
    }

    /** @return the same with these key data elements */
    public TraceEvent saying(List<KeyDatum> data) {
        return new TraceEvent(
                context, type, documents, corrects, lines, edges, dispositionChanges, lotChanges, data, anchors);
    }

    /** @return the same with these anchors instead of its own: an event is the same whatever else was recorded by then */
    public TraceEvent anchoring(List<ChainAnchor> others) {
        return new TraceEvent(
                context, type, documents, corrects, lines, edges, dispositionChanges, lotChanges, keyData, others);
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
