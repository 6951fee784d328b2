package org.lottrace.ledger.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** Checks an event against what does not change while it is appended: lots and units. */
final class EventChecks {
    private static final String EVENT_EMPTY = "EVENT_EMPTY";
    private static final String LOT_UNKNOWN = "LOT_UNKNOWN";
    private static final String KEY_DATA_WRONG = "KEY_DATA_WRONG";
    private static final String UNIT_NOT_BASE = "UNIT_NOT_BASE";

    private final LotStore lots;
    private final ItemStore items;

    EventChecks(LotStore lots, ItemStore items) {
        this.lots = lots;
        this.items = items;
    }

    /** @return every lot the event moves */
    static SortedSet<LotKey> movedLots(TraceEvent event) {
        SortedSet<LotKey> moved = new TreeSet<>();
        event.lines().forEach(line -> moved.add(line.lot()));
        return moved;
    }

    List<Violation> violations(TraceEvent event) {
        if (saysNothing(event)) {
            return List.of(new Violation(
                    EVENT_EMPTY,
                    ViolationPath.WHOLE,
                    "event " + event.id() + " moves nothing and changes nothing: add a line"));
        }
        Check check = new Check(event);
        for (int i = 0; i < event.lines().size(); i++) {
            ViolationPath path = ViolationPath.of("lines", i + 1);
            check.lot(event.lines().get(i).lot(), path.then("lot"));
            check.unit(event.lines().get(i).lot(), event.lines().get(i).quantity(), path.then("quantity"));
            check.keyData(event.lines().get(i).keyData(), path, "keyData");
        }
        for (int i = 0; i < event.edges().size(); i++) {
            ViolationPath path = ViolationPath.of("edges", i + 1);
            check.lot(event.edges().get(i).input(), path.then("input"));
            check.lot(event.edges().get(i).output(), path.then("output"));
            check.unit(event.edges().get(i).input(), event.edges().get(i).quantity(), path.then("quantity"));
        }
        for (int i = 0; i < event.dispositionChanges().size(); i++) {
            check.lot(
                    event.dispositionChanges().get(i).lot(),
                    ViolationPath.of("dispositionChanges", i + 1).then("lot"));
        }
        for (int i = 0; i < event.lotChanges().size(); i++) {
            ViolationPath path = ViolationPath.of("lotChanges", i + 1);
            check.lot(event.lotChanges().get(i).lot(), path.then("lot"));
            check.keyData(event.lotChanges().get(i).after(), path, "after");
        }
        check.keyData(event.keyData(), ViolationPath.WHOLE, "keyData");
        return check.violations;
    }

    /** A reversal says something even when nothing is left to undo, a count when everything was found as booked, and the end of a notice. */
    private static boolean saysNothing(TraceEvent event) {
        return InForce.reversedBy(event).isEmpty()
                && event.lines().isEmpty()
                && event.edges().isEmpty()
                && event.dispositionChanges().isEmpty()
                && event.lotChanges().isEmpty()
                && event.anchors().isEmpty()
                && event.type() != EventType.NOTICE_CLOSE
                && event.type() != EventType.COST
                && event.type() != EventType.DELIVER
                && !isCount(event)
                && !nests(event);
    }

    /** A logistic unit came into another one, or out of it: its goods did not move. */
    private static boolean nests(TraceEvent event) {
        return KeyDatum.find(event.keyData(), KeyDataElement.NESTED_UNIT)
                .or(() -> KeyDatum.find(event.keyData(), KeyDataElement.TAKEN_OUT_UNIT))
                .isPresent();
    }

    private static boolean isCount(TraceEvent event) {
        return event.type() == EventType.COUNT
                && KeyDatum.find(event.keyData(), KeyDataElement.COUNTED)
                        .or(() -> KeyDatum.find(event.keyData(), KeyDataElement.BLIND_COUNTED))
                        .isPresent();
    }

    private final class Check {
        private final List<Violation> violations = new ArrayList<>();
        private final Collection<LotKey> known;
        private final Map<ItemNumber, Optional<Item>> itemsByNumber = new HashMap<>();

        Check(TraceEvent event) {
            SortedSet<LotKey> named = movedLots(event);
            event.edges().forEach(edge -> named.addAll(List.of(edge.input(), edge.output())));
            event.dispositionChanges().forEach(change -> named.add(change.lot()));
            event.lotChanges().forEach(change -> named.add(change.lot()));
            known = lots.known(named);
        }

        void lot(LotKey key, ViolationPath path) {
            if (!known.contains(key)) {
                violations.add(new Violation(LOT_UNKNOWN, path, "lot " + key + " is unknown: register it first"));
            }
        }

        void keyData(List<KeyDatum> data, ViolationPath owner, String list) {
            for (int i = 0; i < data.size(); i++) {
                ViolationPath at = owner.then(list, i + 1);
                data.get(i)
                        .fault()
                        .ifPresent(fault -> violations.add(
                                new Violation(KEY_DATA_WRONG, at, fault + ": see the catalogue of key data elements")));
            }
        }

        void unit(LotKey key, Quantity quantity, ViolationPath path) {
            itemsByNumber
                    .computeIfAbsent(key.item(), items::find)
                    .map(Item::baseUnit)
                    .filter(unit -> !unit.equals(quantity.unit()))
                    .ifPresent(unit -> violations.add(new Violation(
                            UNIT_NOT_BASE,
                            path,
                            "item " + key.item() + " is kept in " + unit + ", not in " + quantity.unit()
                                    + ": convert the quantity")));
        }
    }
}
