package org.lottrace.rootcause.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.rootcause.Suspicion.Factor;

/** What the events say about one lot that may explain a complaint, each with its place in the ledger. */
final class LotHistory {
    private final LotKey lot;
    private final Set<Fact> facts = new LinkedHashSet<>();
    private final List<Input> inputs = new ArrayList<>();
    private final Stays stays = new Stays();
    private Optional<LocalDate> expiry = Optional.empty();
    private boolean made;
    private Optional<LocalDate> origin = Optional.empty();
    private long lastShipment = Long.MAX_VALUE;

    /**
     * @param factor its kind
     * @param name which one
     */
    record Trait(Factor factor, String name) {}

    /** A trait the lot has from that ledger position on. */
    record Fact(Trait trait, long since) {}

    /** A lot that became part of this one at that ledger position, on that day. */
    record Input(LotKey lot, long at, LocalDate day) {}

    LotHistory(LotKey lot) {
        this.lot = lot;
    }

    /** Comes before the events. */
    void expiresOn(LocalDate day) {
        expiry = Optional.of(day);
    }

    /** The events of the lot come in ledger order. */
    void take(RecordedEvent recorded) {
        TraceEvent event = recorded.event();
        if (origin.isEmpty()) {
            origin = Optional.of(event.context().localDate());
        }
        event.edges().stream().filter(edge -> edge.output().equals(lot)).forEach(edge -> take(recorded, edge));
        event.lines().stream().filter(line -> line.lot().equals(lot)).forEach(line -> take(recorded, line));
        event.dispositionChanges().stream()
                .filter(change -> change.lot().equals(lot))
                .forEach(change -> take(recorded, change));
    }

    /** What does not follow from events, such as the line a lot number names. */
    void add(Factor factor, String name) {
        add(factor, name, 0);
    }

    boolean hasA(Factor factor) {
        return facts.stream().anyMatch(fact -> fact.trait().factor() == factor);
    }

    /** @return how the lot was when it {@code "went in"} or {@code "was shipped"} that day */
    List<Trait> conditionWhenIt(String happened, LocalDate day) {
        List<Trait> conditions = new ArrayList<>();
        String what = lot.item() + " " + happened + " ";
        origin.map(first -> ChronoUnit.DAYS.between(first, day))
                .filter(days -> days >= 0)
                .ifPresent(days -> conditions.add(new Trait(
                        Factor.CONDITION, what + DayClass.of(days) + " after it " + (made ? "was made" : "came"))));
        expiry.ifPresent(last -> conditions.add(new Trait(Factor.CONDITION, what + DayClass.left(day, last))));
        return conditions;
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    List<Input> inputs() {
        return inputs;
    }

    /** @return the local date of its first event */
    Optional<LocalDate> origin() {
        return origin;
    }

    /** @return the last shipment; the end of time when it was never shipped */
    long lastShipment() {
        return lastShipment;
    }

    private void take(RecordedEvent recorded, Edge edge) {
        inputs.add(new Input(
                edge.input(), recorded.position(), recorded.event().context().localDate()));
        if (edge.input().item().equals(lot.item())) {
            add(Factor.CONDITION, "was reworked: made from " + lot.item(), recorded.position());
        }
        made(recorded);
    }

    private void take(RecordedEvent recorded, EventLine line) {
        TraceEvent event = recorded.event();
        PlaceKind from = line.from().place().kind();
        if (from == PlaceKind.TRANSFORMATION) {
            made(recorded);
        } else if (event.type() == EventType.RETURN) {
            add(Factor.CONDITION, "came back from a customer", recorded.position());
        } else if (event.type() == EventType.COUNT) {
            add(Factor.CONDITION, "was counted differently", recorded.position());
        } else if (event.type() == EventType.GAIN) {
            add(Factor.CONDITION, "was there unexplained", recorded.position());
        } else if (from == PlaceKind.PARTY) {
            String supplier = line.from().place().code();
            add(Factor.SUPPLIER, supplier, recorded.position());
            event.document(DocumentType.SHIP_NOTICE)
                    .ifPresent(notice -> add(Factor.DELIVERY, supplier + "/" + notice.number(), recorded.position()));
        }
        LocalDate day = event.context().localDate();
        if (event.type() == EventType.RECEIVE) {
            expiry.ifPresent(last ->
                    add(Factor.CONDITION, lot.item() + " came " + DayClass.left(day, last), recorded.position()));
        }
        if (line.to().place().kind() == PlaceKind.PARTY) {
            lastShipment = recorded.position();
            conditionWhenIt("was shipped", day).forEach(trait -> facts.add(new Fact(trait, recorded.position())));
        }
        stays.take(line, day).ifPresent(stood -> add(Factor.CONDITION, stood, recorded.position()));
        at(recorded, line.from());
        at(recorded, line.to());
    }

    private void take(RecordedEvent recorded, DispositionChange change) {
        if (change.disposition() != Disposition.SELLABLE) {
            add(Factor.CONDITION, "was " + change.disposition(), recorded.position());
        }
    }

    private void made(RecordedEvent recorded) {
        made = true;
        TraceEvent event = recorded.event();
        named(Factor.LINE, "line", event.context().line(), recorded);
        named(Factor.SHIFT, "shift", event.context().shift(), recorded);
        event.document(DocumentType.PRODUCTION_ORDER)
                .map(DocumentReference::number)
                .ifPresent(order -> add(Factor.PRODUCTION_ORDER, order, recorded.position()));
        add(
                Factor.PRODUCTION_DAY,
                event.context().site() + " " + event.context().localDate(),
                recorded.position());
    }

    private void named(Factor factor, String what, String which, RecordedEvent recorded) {
        if (!which.isEmpty()) {
            add(factor, recorded.event().context().site() + " " + what + " " + which, recorded.position());
        }
    }

    private void at(RecordedEvent recorded, Position position) {
        if (position.place().kind() == PlaceKind.LOCATION) {
            add(Factor.STORAGE_PLACE, position.place().code(), recorded.position());
        }
        position.container().ifPresent(unit -> add(Factor.LOGISTIC_UNIT, unit.value(), recorded.position()));
    }

    private void add(Factor factor, String name, long since) {
        facts.add(new Fact(new Trait(factor, name), since));
    }
}
