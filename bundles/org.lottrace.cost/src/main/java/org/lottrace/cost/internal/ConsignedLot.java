package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.store.ConsignedLine;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What of a lot lies here on consignment, by order line, worked out of the journal and the receipts it books. Of an order line what came
 * first is used first and what came last goes back first; what is used is worth the whole up to it without the whole before it, so the
 * parts of a receipt add up to its price, to the minor unit.
 */
final class ConsignedLot {
    private final Map<Optional<OrderLineReference>, Pool> pools = new LinkedHashMap<>();
    private final Quantity none;
    private final Money nothing;

    /** A part of it. */
    record Part(Optional<PartyId> owner, Optional<OrderLineReference> orderLine, CostedQuantity goods) {}

    private ConsignedLot(Quantity none, Money nothing) {
        this.none = none;
        this.nothing = nothing;
    }

    /** @param price what a received line costs in all */
    static ConsignedLot of(
            LotKey lot, Books books, BiFunction<TraceEvent, EventLine, Money> price, Quantity none, Money nothing) {
        return of(lot, books.consigned(lot), books, price, none, nothing);
    }

    private static ConsignedLot of(
            LotKey lot,
            List<ConsignedLine> lines,
            Books books,
            BiFunction<TraceEvent, EventLine, Money> price,
            Quantity none,
            Money nothing) {
        ConsignedLot consigned = new ConsignedLot(none, nothing);
        Map<EventId, EventType> types = new HashMap<>();
        lines.forEach(line -> types.put(line.event(), line.type()));
        Map<EventId, TraceEvent> told = new HashMap<>();
        books.events(lines.stream()
                        .filter(line -> line.type() == EventType.RECEIVE || line.type() == EventType.REVERSE)
                        .map(ConsignedLine::event)
                        .distinct()
                        .toList())
                .forEach(event -> told.put(event.id(), event));
        Set<EventId> undone = new HashSet<>();
        told.values().forEach(event -> event.corrects().ifPresent(undone::add));
        for (ConsignedLine line : lines) {
            EventId original = Optional.ofNullable(told.get(line.event()))
                    .flatMap(TraceEvent::corrects)
                    .orElse(line.event());
            EventType type = types.getOrDefault(original, EventType.REVERSE);
            boolean isReversal = line.type() == EventType.REVERSE;
            Pool pool = consigned.pools.computeIfAbsent(line.orderLine(), key -> consigned.new Pool());
            if (type == EventType.RECEIVE) {
                if (!isReversal && !undone.contains(original)) {
                    pool.receive(line, told.get(original), price);
                }
            } else if (EventType.TRANSFORMATIONS.contains(type)
                    && line.quantity().isPositive() != isReversal) {
                if (!isReversal && !undone.contains(original)) {
                    pool.receive(before(line, lot, books, price, none, nothing));
                }
            } else if (type == EventType.SUPPLIER_RETURN || EventType.TRANSFORMATIONS.contains(type)) {
                pool.back = pool.back.minus(line.quantity());
            } else {
                pool.used = pool.used.minus(line.quantity());
            }
        }
        return consigned;
    }

    /** @return what goods that came of another lot were worth there, by what came of that for the order line until then */
    private static Part before(
            ConsignedLine came,
            LotKey lot,
            Books books,
            BiFunction<TraceEvent, EventLine, Money> price,
            Quantity none,
            Money nothing) {
        List<JournalLine> lines = books.ofEvent(came.event()).orElseThrow().lines();
        int at = 1;
        while (!isOf(lines.get(at), lot, came)) {
            at++;
        }
        LotKey from = lines.get(at - 1).lot().orElseThrow(); // what was taken of a lot stands before what became of it
        List<ConsignedLine> until = new ArrayList<>();
        for (ConsignedLine line : books.consigned(from)) {
            if (line.event().equals(came.event())) {
                break;
            }
            until.add(line);
        }
        Pool pool = of(from, until, books, price, none, nothing).pools.get(came.orderLine());
        return new Part(pool.owner, came.orderLine(), pool.shareOfReceipts(came.quantity()));
    }

    private static boolean isOf(JournalLine line, LotKey lot, ConsignedLine came) {
        return line.account() == Account.CONSIGNED_GOODS
                && line.lot().equals(Optional.of(lot))
                && line.orderLine().equals(came.orderLine())
                && line.quantity().equals(Optional.of(came.quantity()));
    }

    /** @return how much lies here */
    Quantity there() {
        return pools.values().stream().map(Pool::left).reduce(none, Quantity::plus);
    }

    /** @return what of an order line lies here, and whose it is; nothing when the lot never came for it */
    Part there(Optional<OrderLineReference> orderLine) {
        Pool pool = pools.getOrDefault(orderLine, new Pool());
        return new Part(pool.owner, orderLine, new CostedQuantity(pool.left(), pool.worthOf(pool.left())));
    }

    /** @return what becomes ours first, so much at most */
    List<Part> use(Quantity wanted) {
        List<Part> parts = new ArrayList<>();
        Quantity more = wanted.min(there());
        for (Map.Entry<Optional<OrderLineReference>, Pool> entry : pools.entrySet()) {
            Pool pool = entry.getValue();
            Quantity part = more.min(pool.left());
            if (part.isPositive()) {
                parts.add(new Part(pool.owner, entry.getKey(), new CostedQuantity(part, pool.worthOf(part))));
                more = more.minus(part);
            }
        }
        return parts;
    }

    /** @return what of so much goes back to its owner unused, the order line that came last first */
    List<Part> giveBack(PartyId owner, Quantity wanted) {
        List<Part> parts = new ArrayList<>();
        List<Map.Entry<Optional<OrderLineReference>, Pool>> lastFirst = new ArrayList<>(pools.entrySet());
        Collections.reverse(lastFirst);
        Quantity more = wanted;
        for (Map.Entry<Optional<OrderLineReference>, Pool> entry : lastFirst) {
            Quantity part = more.min(entry.getValue().left());
            if (part.isPositive() && entry.getValue().owner.equals(Optional.of(owner))) {
                parts.add(new Part(Optional.of(owner), entry.getKey(), new CostedQuantity(part, nothing)));
                more = more.minus(part);
            }
        }
        return parts;
    }

    /** @return whose the goods of the line are until they are used; empty when they are ours */
    static Optional<PartyId> owner(EventLine line) {
        return KeyDatum.find(line.keyData(), KeyDataElement.CONSIGNED_BY)
                .map(said -> said instanceof KeyDataValue.Who who ? who.party() : null);
    }

    /** Goods of one order line. */
    private final class Pool {
        private final List<CostedQuantity> receipts = new ArrayList<>();
        private Optional<PartyId> owner = Optional.empty();
        private Quantity used = none;
        private Quantity back = none;

        private void receive(ConsignedLine booked, TraceEvent event, BiFunction<TraceEvent, EventLine, Money> price) {
            List<EventLine> lines = event.lines().stream()
                    .filter(line -> line.lot().equals(booked.lot())
                            && line.orderLine().equals(booked.orderLine())
                            && owner(line).isPresent()
                            && line.quantity().equals(booked.quantity()))
                    .toList();
            // equal lines of one receipt are each booked: each costs the same
            EventLine line = lines.get(0);
            owner = owner.or(() -> owner(line));
            receipts.add(new CostedQuantity(line.quantity(), price.apply(event, line)));
        }

        private void receive(Part before) {
            owner = owner.or(before::owner);
            receipts.add(before.goods());
        }

        private CostedQuantity shareOfReceipts(Quantity part) {
            CostedQuantity all = receipts.stream().reduce(CostedQuantity::plus).orElseThrow();
            return new CostedQuantity(part, Layer.share(all, part));
        }

        private Quantity left() {
            return receipts.stream()
                    .map(CostedQuantity::quantity)
                    .reduce(none, Quantity::plus)
                    .minus(used)
                    .minus(back);
        }

        private Money worthOf(Quantity part) {
            return part.isPositive() ? upTo(used.plus(part)).minus(upTo(used)) : nothing;
        }

        /** @return what the first so many cost */
        private Money upTo(Quantity first) {
            Money sum = nothing;
            Quantity more = first;
            for (CostedQuantity receipt : receipts) {
                Quantity part = more.min(receipt.quantity());
                if (part.isPositive()) {
                    sum = sum.plus(part.equals(receipt.quantity()) ? receipt.value() : Layer.share(receipt, part));
                    more = more.minus(part);
                }
            }
            return sum;
        }
    }
}
