package org.lottrace.cost.internal;

import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.cost.internal.Goods.goods;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.lottrace.api.cost.AllocationKey;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.store.ConsignedLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** Turns random steps into events that can happen, and keeps its own account of quantities in whole kilograms. */
final class RandomBakery {
    private final MemoryBooks books = emptyBooks();
    private final List<LotKey> lots =
            Stream.of("A", "B", "C", "D").map(number -> aLot(number).key()).toList();
    private final Map<LotKey, Long> stock = new LinkedHashMap<>();
    private final Map<String, Map<LotKey, Long>> processes = new LinkedHashMap<>();
    private final List<Sale> sales = new ArrayList<>();
    private final Map<LotKey, Money> inflow = new HashMap<>();
    private Optional<Runnable> undo = Optional.empty();
    private int events;

    static MemoryBooks emptyBooks() {
        return new MemoryBooks().priced("P0", "0.37").priced("P1", "0").priced("P2", "12.999");
    }

    MemoryBooks books() {
        return books;
    }

    /** @return what lies here of the lot and has no value */
    Quantity consigned(LotKey lot) {
        return books.consigned(lot).stream()
                .map(ConsignedLine::quantity)
                .reduce(Quantity.of("0", "KGM"), Quantity::plus);
    }

    Quantity stockOf(LotKey lot) {
        long inProcess = processes.values().stream()
                .mapToLong(process -> process.getOrDefault(lot, 0L))
                .sum();
        return Quantity.of(Long.toString(stock.getOrDefault(lot, 0L) + inProcess), "KGM");
    }

    Money valueThatCameInto(LotKey lot) {
        return inflow.getOrDefault(lot, Money.zero(MemoryBooks.EUR));
    }

    /** Does what the step says, or nothing when that cannot happen now. */
    void take(Step step) {
        LotKey lot = lots.get(step.lot());
        long part = part(stock.getOrDefault(lot, 0L), step);
        String order = "MO" + step.order();
        switch (step.kind()) {
            case RECEIVE ->
                bring(lot, step.permille(), Captured.received(id(), "P" + step.order(), kg(lot, step.permille())));
            case CONSIGN ->
                bring(lot, step.permille(), Captured.consigned(id(), "P" + step.order(), kg(lot, step.permille())));
            case GIVE_BACK -> giveBack(lot, part, "P" + step.order());
            case FIND -> bring(lot, step.permille(), Captured.found(id(), lot, step.permille() + " KGM"));
            case PRODUCE -> produce(order, lot, step.permille());
            case RETURN -> takeBack(step);
            case CONSUME -> {
                if (take(lot, part, Captured.consumed(id(), order, kg(lot, Math.max(1, part))))) {
                    processes
                            .computeIfAbsent(order, key -> new LinkedHashMap<>())
                            .merge(lot, part, Long::sum);
                }
            }
            case SHIP -> {
                String shipment = id();
                if (take(lot, part, Captured.shipped(shipment, "SO1", kg(lot, Math.max(1, part))))) {
                    sales.add(new Sale(shipment, lot, part));
                }
            }
            case METHOD -> books.book(method(step));
            case LATE_COST -> costMore(lot, step);
            case ABSORB -> {
                if (!processes.getOrDefault(order, Map.of()).isEmpty()) {
                    books.book(Documents.absorbed(id(), order, step.permille() + ".03"));
                }
            }
            case UNDO -> {
                undo.ifPresent(Runnable::run);
                undo = Optional.empty();
            }
            case MISS -> take(lot, part, Captured.missed(id(), lot, Math.max(1, part) + " KGM"));
            case DISPOSE -> take(lot, part, Captured.disposed(id(), lot, Math.max(1, part) + " KGM"));
        }
    }

    /** Makes outputs of all that is in process and throws everything away. */
    void finishEverything() {
        List.copyOf(processes.keySet())
                .forEach(order -> produce(order, aLot("REST").key(), 7));
        Map.copyOf(stock).forEach((lot, left) -> {
            if (left > 0) {
                take(lot, left, Captured.disposed(id(), lot, left + " KGM"));
            }
        });
    }

    private TraceEvent method(Step step) {
        return switch (step.order()) {
            case 0 -> Documents.method(id(), lots.get(0).item(), CostMethod.LOT_ACTUAL);
            case 1 ->
                Documents.method(
                        id(),
                        lots.get(0).item(),
                        step.permille() % 2 == 0 ? CostMethod.FIFO : CostMethod.WEIGHTED_AVERAGE);
            default -> Documents.standard(id(), lots.get(0).item(), step.permille() + ".3337");
        };
    }

    private void costMore(LotKey lot, Step step) {
        boolean isOurs = books.costOf(lot)
                .filter(cost -> cost.onStock().quantity().isPositive())
                .isPresent();
        if (isOurs) {
            Money before = onStock(lot);
            books.book(
                    Documents.landed(id(), step.permille() + ".01", AllocationKey.EQUAL, Documents.target("0", lot)));
            inflow.merge(lot, onStock(lot).minus(before), Money::plus);
        }
    }

    private void produce(String order, LotKey output, long quantity) {
        Map<LotKey, Long> process = processes.getOrDefault(order, Map.of());
        if (process.isEmpty() || process.containsKey(output)) {
            return;
        }
        Goods[] used = process.entrySet().stream()
                .map(entry -> kg(entry.getKey(), entry.getValue()))
                .toArray(Goods[]::new);
        bring(output, quantity, Captured.produced(id(), order, kg(output, quantity), used));
        processes.remove(order);
    }

    private void takeBack(Step step) {
        if (sales.isEmpty()) {
            return;
        }
        Sale sale = sales.remove(step.lot() % sales.size());
        long part = part(sale.left(), step);
        books.book(Captured.returned(id(), sale.shipment(), kg(sale.lot(), part)));
        stock.merge(sale.lot(), part, Long::sum);
        if (part < sale.left()) {
            sales.add(new Sale(sale.shipment(), sale.lot(), sale.left() - part));
        }
    }

    private void bring(LotKey lot, long quantity, TraceEvent event) {
        Money before = onStock(lot);
        books.book(event);
        undo = event.type() == EventType.RECEIVE ? Optional.of(() -> reverse(event, lot, -quantity)) : Optional.empty();
        stock.merge(lot, quantity, Long::sum);
        inflow.merge(lot, onStock(lot).minus(before), Money::plus);
    }

    private void giveBack(LotKey lot, long quantity, String order) {
        if (quantity > 0) {
            books.book(Captured.sentBack(id(), order, kg(lot, quantity)));
            stock.merge(lot, -quantity, Long::sum);
            undo = Optional.empty();
        }
    }

    /** What it takes over of goods on consignment comes in before. */
    private boolean take(LotKey lot, long quantity, TraceEvent event) {
        if (quantity == 0) {
            return false;
        }
        books.book(event).ifPresent(entry -> ConsignedUse.broughtIn(entry.lines())
                .forEach(line -> inflow.merge(lot, line.amount(), Money::plus)));
        undo = event.type() == EventType.DISPOSE ? Optional.of(() -> reverse(event, lot, quantity)) : Optional.empty();
        stock.merge(lot, -quantity, Long::sum);
        return true;
    }

    private void reverse(TraceEvent event, LotKey lot, long quantity) {
        if (stock.get(lot) + quantity >= 0) {
            books.book(Captured.reversed(id(), event));
            stock.merge(lot, quantity, Long::sum);
        }
    }

    private Money onStock(LotKey lot) {
        return books.costOf(lot).map(cost -> cost.onStock().value()).orElse(Money.zero(MemoryBooks.EUR));
    }

    private String id() {
        return "E" + ++events;
    }

    /** Nothing of nothing, else at least one and at most all. */
    private static long part(long whole, Step step) {
        return whole == 0 ? 0 : Math.max(1, whole * step.permille() / 1000);
    }

    private static Goods kg(LotKey lot, long quantity) {
        return goods(lot, quantity + " KGM");
    }

    enum Kind {
        RECEIVE,
        CONSIGN,
        GIVE_BACK,
        CONSUME,
        PRODUCE,
        SHIP,
        RETURN,
        FIND,
        MISS,
        DISPOSE,
        LATE_COST,
        METHOD,
        ABSORB,
        UNDO
    }

    record Step(Kind kind, int lot, int order, int permille) {}

    private record Sale(String shipment, LotKey lot, long left) {}
}
