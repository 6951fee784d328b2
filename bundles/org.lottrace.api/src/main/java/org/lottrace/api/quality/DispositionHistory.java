package org.lottrace.api.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;

/**
 * What events have decided of lots: the one rule for everything that derives a disposition. A change in an event says what it
 * does, not what comes of it:
 *
 * <ul>
 *   <li>ON_HOLD sets a hold, whose name is the event; in a {@link EventType#RELEASE} it ends the recall and leaves that hold;
 *   <li>RECALLED recalls;
 *   <li>SELLABLE ends the holds that the event names ({@link KeyDataElement#RELEASED_HOLD}), and all when it names none, as
 *       events did before holds were a set;
 *   <li>a reversal does nothing but take the event back that it names.
 * </ul>
 *
 * <p>Not for several threads.
 */
public final class DispositionHistory {
    private final Map<LotKey, List<Act>> inForce = new HashMap<>();
    private final Map<EventId, TraceEvent> events = new HashMap<>();
    private final SortedMap<LotKey, LotDisposition> now = new TreeMap<>();

    private record Act(DispositionChange change, TraceEvent event) {}

    /** The next event, by position; reversals, too. */
    public void take(TraceEvent event) {
        Optional<EventId> reversed = InForce.reversedBy(event);
        if (reversed.isPresent()) {
            Optional.ofNullable(events.remove(reversed.get())).ifPresent(original -> takeBack(original, event));
        } else if (!event.dispositionChanges().isEmpty()) {
            events.put(event.id(), event);
            for (DispositionChange change : event.dispositionChanges()) {
                inForce.computeIfAbsent(change.lot(), lot -> new ArrayList<>()).add(new Act(change, event));
                now.put(change.lot(), after(of(change.lot()), change, event));
            }
        }
    }

    /** @return what the lot is after the last event; empty when nothing was ever decided */
    public Optional<LotDisposition> of(LotKey lot) {
        return Optional.ofNullable(now.get(lot));
    }

    /** @return what each lot is of which something was decided, by lot */
    public List<LotDisposition> all() {
        return List.copyOf(now.values());
    }

    private void takeBack(TraceEvent original, TraceEvent reversal) {
        original.dispositionChanges().stream()
                .map(DispositionChange::lot)
                .distinct()
                .forEach(lot -> {
                    List<Act> acts = inForce.get(lot);
                    acts.removeIf(act -> act.event().equals(original));
                    Optional<LotDisposition> without = Optional.empty();
                    for (Act act : acts) {
                        without = Optional.of(after(without, act.change(), act.event()));
                    }
                    now.put(lot, without(now.get(lot), without, reversal));
                });
    }

    /**
     * What stands is as it was without the reversed event. What nothing holds is sellable because of the reversal; one that does
     * not name the lot has changed nothing about it, as reversals did before holds were a set.
     */
    private static LotDisposition without(
            LotDisposition before, Optional<LotDisposition> without, TraceEvent reversal) {
        if (without.filter(known -> known.disposition() != Disposition.SELLABLE).isPresent()) {
            return without.get();
        }
        List<Hold> holds = without.map(LotDisposition::holds).orElse(List.of());
        Optional<String> reason = reversal.dispositionChanges().stream()
                .filter(change -> change.lot().equals(before.lot()))
                .map(DispositionChange::reason)
                .findFirst();
        return new LotDisposition(
                before.lot(),
                Disposition.SELLABLE,
                reason.orElse(before.reason()),
                reason.isPresent() ? reversal.id() : before.event(),
                holds);
    }

    /** @return the ids of the holds that a release names */
    public static Set<String> released(TraceEvent event) {
        return event.keyData().stream()
                .filter(datum -> datum.name().equals(KeyDataElement.RELEASED_HOLD.word()))
                .map(datum -> datum.value().text())
                .collect(Collectors.toSet());
    }

    /** @return true when the event ends a recall */
    public static boolean endsRecall(TraceEvent event) {
        return event.type() == EventType.RELEASE
                && event.dispositionChanges().stream().anyMatch(change -> change.disposition() == Disposition.ON_HOLD);
    }

    /**
     * @param before what the lot was
     * @param change what happens to it then
     * @param event the event that says so; no reversal
     * @return what it is afterwards
     */
    public static LotDisposition after(Optional<LotDisposition> before, DispositionChange change, TraceEvent event) {
        boolean recalled = before.filter(known -> known.disposition() == Disposition.RECALLED)
                .isPresent();
        List<Hold> holds = before.map(LotDisposition::holds).orElse(List.of());
        return switch (change.disposition()) {
            case RECALLED -> new LotDisposition(change.lot(), Disposition.RECALLED, change.reason(), event.id(), holds);
            case ON_HOLD -> {
                List<Hold> more = Stream.concat(
                                holds.stream().filter(hold -> !hold.event().equals(event.id())),
                                Stream.of(hold(change, event)))
                        .toList();
                yield recalled && event.type() != EventType.RELEASE
                        ? kept(before.get(), more)
                        : byHolds(more, change, event);
            }
            case SELLABLE -> {
                Set<String> named = released(event);
                List<Hold> left = holds.stream()
                        .filter(hold ->
                                !named.isEmpty() && !named.contains(hold.event().value()))
                        .toList();
                yield recalled ? kept(before.get(), left) : byHolds(left, change, event);
            }
        };
    }

    private static LotDisposition kept(LotDisposition before, List<Hold> holds) {
        return new LotDisposition(before.lot(), before.disposition(), before.reason(), before.event(), holds);
    }

    private static LotDisposition byHolds(List<Hold> holds, DispositionChange change, TraceEvent event) {
        return holds.stream()
                .sorted()
                .filter(hold -> hold.at().isEmpty())
                .reduce((older, newer) -> newer)
                .map(newest ->
                        new LotDisposition(change.lot(), Disposition.ON_HOLD, newest.reason(), newest.event(), holds))
                .orElseGet(() ->
                        new LotDisposition(change.lot(), Disposition.SELLABLE, change.reason(), event.id(), holds));
    }

    private static Hold hold(DispositionChange change, TraceEvent event) {
        return new Hold(
                event.id(),
                change.reason(),
                event.context().effective(),
                event.context().actor(),
                HeldPlace.of(event));
    }
}
