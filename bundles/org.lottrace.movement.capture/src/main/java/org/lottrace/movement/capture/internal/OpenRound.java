package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Round;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.transaction.StaleWriteException;

/**
 * What an output is made of: what the order has consumed since its last output; or, when that is nothing, what it consumed before,
 * which it shares with the outputs that were told before. Of several rounds nobody knows of which it came: it is shared among
 * all that it may be of, so that a recall of what went into any of them finds it.
 *
 * @param rounds each that the output may be of, the oldest first; one when the inputs still lie in the order
 */
record OpenRound(List<ToldRound> rounds) {
    OpenRound {
        rounds = List.copyOf(rounds);
    }

    /** @param consumed what lies in the order, and was not told to have come out of it */
    static OpenRound of(List<StockBalance> consumed) {
        return new OpenRound(
                List.of(new ToldRound(Optional.empty(), consumed, Set.of(), new TreeMap<>(), new HashSet<>())));
    }

    /** @return true when the inputs were taken before, by the productions of the rounds */
    boolean isLater() {
        return rounds.stream().anyMatch(round -> round.production().isPresent());
    }

    /** @return what is in all outputs together */
    List<StockBalance> inputs() {
        return rounds.stream().flatMap(round -> round.inputs().stream()).toList();
    }

    /** @return the lots that share the inputs already */
    Set<LotKey> made() {
        return rounds.stream().flatMap(round -> round.made().keySet().stream()).collect(Collectors.toSet());
    }

    /**
     * @param now the same, read again under the lock of its items
     * @throws StaleWriteException if another output of it was told, or one of them reversed, meanwhile
     */
    void requireSame(OpenRound now) {
        StaleWriteException.requireLocked(events(), now.events());
        StaleWriteException.requireLocked(now.events(), events());
    }

    private Set<EventId> events() {
        return rounds.stream().flatMap(round -> round.events().stream()).collect(Collectors.toSet());
    }

    /** @return how much there is of each lot that shares the inputs, now that these came out, too */
    SortedMap<LotKey, BigDecimal> madeWith(SortedMap<LotKey, BigDecimal> outputs) {
        SortedMap<LotKey, BigDecimal> all = new TreeMap<>();
        rounds.forEach(round -> round.made().forEach((lot, amount) -> all.merge(lot, amount, BigDecimal::add)));
        outputs.forEach((lot, amount) -> all.merge(lot, amount, BigDecimal::add));
        return all;
    }

    /**
     * @param concluded the inputs of which nobody knows that they went in, because they were part of a mixture
     * @return of each round, which part of its inputs became part of which output, now that these came out, too
     */
    List<List<Edge>> sharedWith(SortedMap<LotKey, BigDecimal> outputs, Set<LotKey> concluded) {
        List<ToldRound> with = ToldRound.sharing(rounds, outputs);
        return with.stream().map(round -> round.edges(concluded)).toList();
    }

    /** @return the rounds that a later output shares anew, as its event says them; nothing of any other output */
    List<KeyDatum> said(List<List<Edge>> shared) {
        if (!isLater()) {
            return List.of();
        }
        List<Round.Share> shares = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            shares.add(new Round.Share(rounds.get(i).production().orElseThrow(), shared.get(i)));
        }
        return Round.said(shares);
    }

    /** @return the edges of all rounds */
    static List<Edge> all(List<List<Edge>> shared) {
        return shared.stream().flatMap(List::stream).toList();
    }

    /** @return the items of its inputs and of what shares them */
    Stream<LotKey> lots() {
        return Stream.concat(inputs().stream().map(StockBalance::lot), made().stream());
    }
}
