package org.lottrace.certificate.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.certificate.Finding.Witness;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.DispositionHistory;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * What the events, taken one after the other, say about one lot; compared at the end with what was kept beside them.
 *
 * <p>Over 250 lines, because each sum is kept by what takes an event and read by what compares: two classes would share them all.
 */
final class LotAccount {
    private final LotKey lot;
    private final Quantity nothing;
    private final Map<Flow, Quantity> flows = new EnumMap<>(Flow.class);
    private final SortedMap<Position, Quantity> stock = new TreeMap<>();
    private final Map<Position, Shortage> shortages = new TreeMap<>();
    private final Map<Position, Timeline> timelines = new TreeMap<>();
    private final Map<String, Quantity> withParty = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final DispositionHistory decided = new DispositionHistory();
    private final Map<EventId, EventType> types = new HashMap<>();
    private boolean named;

    private record Shortage(Quantity below, EventAt at) {}

    LotAccount(LotKey lot, UnitOfMeasure unit) {
        this.lot = lot;
        this.nothing = Quantity.zero(unit);
    }

    /** An event that names the lot. Its lines move at once: only what they do together can be too much. */
    void take(RecordedEvent recorded) {
        named = true;
        types.put(recorded.event().id(), recorded.event().type());
        SortedSet<Position> touched = new TreeSet<>();
        for (EventLine line : recorded.event().lines()) {
            if (line.lot().equals(lot)) {
                take(recorded, line, touched);
            }
        }
        touched.forEach(position -> checkNotBelowZero(recorded, position));
        if (InForce.reversedBy(recorded.event()).isEmpty()) {
            recorded.event().dispositionChanges().stream()
                    .filter(change -> change.lot().equals(lot))
                    .forEach(change -> check(recorded, change));
        }
        decided.take(recorded.event());
    }

    /** @return everything that does not fit, after the last event */
    List<Finding> findings(Collection<StockBalance> kept, Optional<LotDisposition> keptDisposition) {
        List<Finding> all = new ArrayList<>(findings);
        shortages.forEach((position, shortage) -> all.add(finding(
                Witness.RUNNING_BALANCE,
                shortage.at().position(),
                shortage.below().negated(),
                "by the events there were " + shortage.below() + " at " + position + " after "
                        + shortage.at().id() + ": what brought the rest there is missing or was changed")));
        timelines.forEach((position, timeline) -> timeline.lowest()
                .filter(shortage -> !shortages.containsKey(position))
                .map(shortage -> finding(
                        Witness.TIME_ORDER,
                        shortage.at().position(),
                        shortage.below().negated(),
                        "by the times of the events there were " + shortage.below() + " at " + position + " from "
                                + shortage.at().effective() + " on: "
                                + shortage.at().id() + " took what only came later"))
                .ifPresent(all::add));
        all.addAll(againstStock(kept));
        againstDisposition(keptDisposition).ifPresent(all::add);
        if (!named) {
            all.add(new Finding(
                    Witness.REGISTRATION,
                    Optional.empty(),
                    Optional.of(lot),
                    Optional.empty(),
                    "no event names the lot: the one with which it was registered is missing"));
        }
        return all;
    }

    LotBalance balance(Collection<StockBalance> kept) {
        return new LotBalance(
                lot,
                total(Flow.RECEIVED),
                total(Flow.PRODUCED),
                total(Flow.RETURNED),
                total(Flow.FOUND),
                kept.stream()
                        .map(StockBalance::quantity)
                        .filter(this::isInBaseUnit)
                        .reduce(nothing, Quantity::plus),
                total(Flow.SHIPPED),
                total(Flow.CONSUMED),
                total(Flow.DISPOSED),
                total(Flow.MISSED));
    }

    private void take(RecordedEvent recorded, EventLine line, SortedSet<Position> touched) {
        Quantity quantity = line.quantity();
        if (!isInBaseUnit(quantity)) {
            findings.add(finding(
                    Witness.UNITS,
                    recorded,
                    quantity,
                    "the item is kept in " + nothing.unit() + "; the line is left out of the balance"));
            return;
        }
        move(recorded, line.from(), quantity.negated(), touched);
        move(recorded, line.to(), quantity, touched);
        InForce.reversedBy(recorded.event())
                .ifPresentOrElse(
                        original -> flow(
                                recorded,
                                types.getOrDefault(original, EventType.REVERSE),
                                line.to(),
                                line.from(),
                                quantity.negated()),
                        () -> flow(recorded, recorded.event().type(), line.from(), line.to(), quantity));
    }

    /** @param quantity less than nothing for goods that did not go that way after all */
    private void flow(RecordedEvent recorded, EventType type, Position source, Position target, Quantity quantity) {
        PlaceKind from = source.place().kind();
        PlaceKind to = target.place().kind();
        Flow.from(from, type).ifPresent(flow -> flows.merge(flow, quantity, Quantity::plus));
        Flow.to(to).ifPresent(flow -> flows.merge(flow, quantity, Quantity::plus));
        if (to == PlaceKind.PARTY) {
            withParty.merge(target.place().code(), quantity, Quantity::plus);
        }
        if (Flow.from(from, type).equals(Optional.of(Flow.RETURNED))) {
            takeBack(recorded, source.place().code(), quantity);
        }
    }

    private void move(RecordedEvent recorded, Position position, Quantity quantity, SortedSet<Position> touched) {
        if (position.place().kind().holdsStock()) {
            timelines.computeIfAbsent(position, unused -> new Timeline()).move(EventAt.of(recorded), quantity);
            stock.merge(position, quantity, Quantity::plus);
            touched.add(position);
        }
    }

    private void takeBack(RecordedEvent recorded, String party, Quantity quantity) {
        Quantity left = withParty.getOrDefault(party, nothing).minus(quantity);
        withParty.put(party, left.isNegative() ? nothing : left);
        if (left.isNegative()) {
            findings.add(finding(
                    Witness.RETURNS,
                    recorded,
                    left.negated(),
                    "by the events " + party + " returned " + left.negated() + " more than it was shipped"));
        }
    }

    /** What follows on nothing: a release without a hold, an end without a recall, a second recall. */
    private void check(RecordedEvent recorded, DispositionChange change) {
        Disposition before = decided.of(lot).map(LotDisposition::disposition).orElse(Disposition.SELLABLE);
        boolean held = decided.of(lot).filter(known -> !known.holds().isEmpty()).isPresent();
        if (!canFollow(before, held, change.disposition(), DispositionHistory.endsRecall(recorded.event()))) {
            findings.add(new Finding(
                    Witness.DISPOSITIONS,
                    Optional.of(recorded.position()),
                    Optional.of(lot),
                    Optional.of(stock.values().stream().reduce(nothing, Quantity::plus)),
                    "set to " + change.disposition() + ", but by the events before it is " + before
                            + ": the one that changed it in between is missing"));
        }
    }

    private static boolean canFollow(Disposition before, boolean held, Disposition change, boolean endsRecall) {
        return switch (change) {
            case SELLABLE -> held;
            case ON_HOLD -> !endsRecall || before == Disposition.RECALLED;
            case RECALLED -> before != Disposition.RECALLED;
        };
    }

    /** Keeps the lowest: the goods of a missing event may be used bit by bit. */
    private void checkNotBelowZero(RecordedEvent recorded, Position position) {
        Quantity left = stock.get(position);
        if (left.isNegative()) {
            shortages.merge(
                    position,
                    new Shortage(left, EventAt.of(recorded)),
                    (known, now) -> now.below().compareTo(known.below()) < 0 ? now : known);
        }
    }

    private List<Finding> againstStock(Collection<StockBalance> kept) {
        List<Finding> differences = new ArrayList<>();
        SortedMap<Position, Quantity> left = new TreeMap<>(stock);
        for (StockBalance balance : kept) {
            if (isInBaseUnit(balance.quantity())) {
                left.merge(balance.position(), balance.quantity().negated(), Quantity::plus);
            } else {
                differences.add(new Finding(
                        Witness.UNITS,
                        Optional.empty(),
                        Optional.of(lot),
                        Optional.of(balance.quantity()),
                        "the stock at " + balance.position() + " is not in " + nothing.unit()));
            }
        }
        left.forEach((position, more) -> {
            if (!more.isZero()) {
                differences.add(new Finding(
                        Witness.STOCK,
                        Optional.empty(),
                        Optional.of(lot),
                        Optional.of(more),
                        "by the events there should be " + stock.getOrDefault(position, nothing) + " at " + position
                                + ", the stock says "
                                + stock.getOrDefault(position, nothing).minus(more)));
            }
        });
        return differences;
    }

    private Optional<Finding> againstDisposition(Optional<LotDisposition> kept) {
        Optional<LotDisposition> disposition = decided.of(lot);
        if (kept.equals(disposition)) {
            return Optional.empty();
        }
        String byEvents = disposition.map(LotAccount::text).orElse("never changed");
        String now = kept.map(LotAccount::text).orElse("never changed");
        return Optional.of(new Finding(
                Witness.DISPOSITIONS,
                Optional.empty(),
                Optional.of(lot),
                Optional.of(stock.values().stream().reduce(nothing, Quantity::plus)),
                "by the events its disposition is " + byEvents + ", kept is " + now));
    }

    private static String text(LotDisposition disposition) {
        return disposition.disposition() + " since " + disposition.event() + " (" + disposition.reason() + ")";
    }

    private Finding finding(Witness witness, RecordedEvent recorded, Quantity quantity, String message) {
        return finding(witness, recorded.position(), quantity, message);
    }

    private Finding finding(Witness witness, long position, Quantity quantity, String message) {
        return new Finding(witness, Optional.of(position), Optional.of(lot), Optional.of(quantity), message);
    }

    private boolean isInBaseUnit(Quantity quantity) {
        return quantity.unit().equals(nothing.unit());
    }

    private Quantity total(Flow flow) {
        return flows.getOrDefault(flow, nothing);
    }
}
