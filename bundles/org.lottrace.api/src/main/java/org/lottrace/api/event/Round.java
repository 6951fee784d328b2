package org.lottrace.api.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came out of the same consumption of a production order: the production that took what was consumed, and each later output
 * that was told afterwards. A later output has no inputs of its own. It shares those of the first one anew, among all outputs
 * of the round, and of the events of a round that count only the edges of the newest one do. Nobody may know of which of several
 * rounds a later output came: then it shares the inputs of each that it may be of.
 */
public final class Round {
    private Round() {}

    /**
     * What a later output says of one round.
     *
     * @param production the production that took what was consumed
     * @param edges how it is shared now
     */
    public record Share(EventId production, List<Edge> edges) {
        public Share {
            Objects.requireNonNull(production);
            edges = List.copyOf(edges);
        }
    }

    /** @return the production that took what was consumed; the event itself when it is no later output; of several the newest */
    public static EventId of(TraceEvent event) {
        return sharedAnew(event).orElse(event.id());
    }

    /** @return every production that took what the outputs of the event may be made of; the event itself when it is no later output */
    public static List<EventId> allOf(TraceEvent event) {
        List<EventId> shared = shares(event).stream().map(Share::production).toList();
        return shared.isEmpty() ? List.of(event.id()) : shared;
    }

    /** @return the production whose inputs a later output shares anew, the newest of several; empty when the event is none */
    public static Optional<EventId> sharedAnew(TraceEvent event) {
        return event.type() == EventType.PRODUCE
                ? KeyDatum.find(event.keyData(), KeyDataElement.SHARES_ANEW)
                        .map(KeyDataValue::text)
                        .map(EventId::new)
                : Optional.empty();
    }

    /** @return what a later output shares anew, the oldest round first; empty when the event is none */
    public static List<Share> shares(TraceEvent event) {
        List<Share> shares = new ArrayList<>();
        int next = 0;
        for (KeyDatum datum : event.keyData()) {
            if (event.type() == EventType.PRODUCE && datum.name().equals(KeyDataElement.SHARES_ALSO.word())) {
                String[] words = datum.value().text().split(" ", 2);
                int end = next + Integer.parseInt(words[0]);
                shares.add(new Share(new EventId(words[1]), event.edges().subList(next, end)));
                next = end;
            }
        }
        List<Edge> rest = event.edges().subList(next, event.edges().size());
        sharedAnew(event).ifPresent(newest -> shares.add(new Share(newest, rest)));
        return List.copyOf(shares);
    }

    /**
     * @param shares the oldest round first; the edges of the event are theirs, one after the other
     * @return how the event says it; nothing for none
     */
    public static List<KeyDatum> said(List<Share> shares) {
        if (shares.isEmpty()) {
            return List.of();
        }
        Share newest = shares.get(shares.size() - 1);
        return Stream.concat(
                        Stream.of(KeyDataElement.SHARES_ANEW.is(
                                new KeyDataValue.Text(newest.production().value()))),
                        shares.stream()
                                .limit(shares.size() - 1L)
                                .map(share -> KeyDataElement.SHARES_ALSO.is(
                                        new KeyDataValue.Text(share.edges().size() + " "
                                                + share.production().value()))))
                .toList();
    }
}
