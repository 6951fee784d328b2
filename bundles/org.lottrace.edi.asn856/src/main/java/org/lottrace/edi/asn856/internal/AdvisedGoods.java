package org.lottrace.edi.asn856.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.DifferenceKind;
import org.lottrace.api.movement.NoticeDifference;
import org.lottrace.api.movement.ReconciledNotice;
import org.lottrace.api.quantity.Quantity;

/**
 * Goods of one line of a receipt, or of one line of a notice that was closed, and what is wrong with them.
 *
 * @param serials numbers of the pieces that came
 * @param netWeight catch weight of what came, in kilograms
 * @param received in the base unit
 * @param contested how much of it, or how much that did not come, is in question; in the base unit
 */
record AdvisedGoods(
        ItemNumber item,
        Optional<LotKey> lot,
        Optional<Sscc> unit,
        Optional<String> order,
        Optional<LocalDate> expiry,
        List<String> serials,
        Optional<Quantity> netWeight,
        Quantity received,
        Map<ReceivingCondition, Quantity> contested) {
    private static final KeyDatum DAMAGED = KeyDataElement.CONDITION.is(new KeyDataValue.Code("damaged"));

    /** @param differences those that the receipt shows; none when it was taken back */
    static List<AdvisedGoods> of(TraceEvent receipt, List<NoticeDifference> differences) {
        List<NoticeDifference> left = new ArrayList<>(differences);
        List<AdvisedGoods> goods = new ArrayList<>();
        for (EventLine line : receipt.lines()) {
            Map<ReceivingCondition, Quantity> contested = new EnumMap<>(ReceivingCondition.class);
            if (line.keyData().contains(DAMAGED)) {
                contested.put(ReceivingCondition.DAMAGED, line.quantity());
            }
            left.removeIf(difference -> isOf(difference, line) && took(difference, contested));
            goods.add(new AdvisedGoods(
                    line.lot().item(),
                    Optional.of(line.lot()),
                    line.to().container(),
                    line.orderLine().map(ordered -> ordered.order().number()),
                    expiry(receipt, line),
                    line.keyData().stream()
                            .filter(datum -> datum.name().equals(KeyDataElement.SERIAL.word()))
                            .map(datum -> datum.value().text())
                            .toList(),
                    KeyDatum.find(line.keyData(), KeyDataElement.NET_WEIGHT)
                            .map(value -> ((KeyDataValue.Amount) value).quantity()),
                    line.quantity(),
                    contested));
        }
        return goods;
    }

    /** @return what did not come of a notice that is closed */
    static List<AdvisedGoods> shortOf(ReconciledNotice notice) {
        return notice.differences().stream()
                .filter(difference -> difference.kind() == DifferenceKind.NOTICE_SHORT)
                .map(difference -> of(
                        notice.lines().get(difference.line().orElseThrow() - 1),
                        Map.of(ReceivingCondition.SHORT, difference.quantity().orElseThrow())))
                .toList();
    }

    /** @return what came of each line of the notice, nothing of it in question */
    static List<AdvisedGoods> all(ReconciledNotice notice) {
        return notice.lines().stream().map(line -> of(line, Map.of())).toList();
    }

    private static AdvisedGoods of(ReconciledNotice.Line line, Map<ReceivingCondition, Quantity> contested) {
        return new AdvisedGoods(
                line.item(),
                line.lot(),
                line.container(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                line.received(),
                contested);
    }

    /** What is more than announced is of the lot, in whichever logistic unit it came. */
    private static boolean isOf(NoticeDifference difference, EventLine line) {
        return difference.lot().equals(Optional.of(line.lot()))
                && difference
                        .container()
                        .map(unit -> line.to().container().equals(Optional.of(unit)))
                        .orElse(true)
                && difference
                        .quantity()
                        .map(quantity -> quantity.compareTo(line.quantity()) <= 0)
                        .orElse(true);
    }

    private static boolean took(NoticeDifference difference, Map<ReceivingCondition, Quantity> contested) {
        Optional<ReceivingCondition> condition = ReceivingCondition.of(difference.kind());
        condition.ifPresent(
                found -> contested.putIfAbsent(found, difference.quantity().orElseThrow()));
        return true;
    }

    /** @return the one on the label */
    private static Optional<LocalDate> expiry(TraceEvent receipt, EventLine line) {
        return KeyDatum.find(line.keyData(), KeyDataElement.EXPIRY_DATE)
                .map(value -> LocalDate.parse(value.text()))
                .or(() -> receipt.lotChanges().stream()
                        .filter(change -> change.lot().equals(line.lot()))
                        .findFirst()
                        .map(LotChange::toLot)
                        .flatMap(Lot::expiry));
    }

    boolean differs() {
        return !contested.isEmpty();
    }
}
