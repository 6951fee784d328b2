package org.lottrace.movement.capture.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.api.movement.Transformation;
import org.lottrace.api.violation.ViolationPath;

/**
 * Which pieces are in which output of a split, merge, relabel or repack. A piece keeps its serial number as long as it stays the same item,
 * so an output has numbers of what was taken; who makes another item of it, gives others.
 */
final class PiecesOfOutputs {
    private static final String SERIAL_MISSING = "SERIAL_MISSING";
    private static final String SERIAL_NOT_THERE = "SERIAL_NOT_THERE";

    /** @return what is recorded of the goods of the output besides their quantity */
    List<KeyDatum> of(
            Transformation.Output output,
            Item item,
            List<Goods> goods,
            Transformation request,
            ViolationPath path,
            Findings findings) {
        List<KeyDatum> said = output.keyData();
        findings.addAll(LotAttributes.problems(said, LotAttributes.OF_GOODS, path));
        List<String> serials = KnownPieces.serials(said);
        List<String> taken = taken(goods, item);
        if (!item.profile().is(TrackingMode.LOT_AND_SERIAL) || taken.isEmpty()) {
            return said;
        }
        if (serials.isEmpty() && request.outputs().size() == 1) {
            return Stream.concat(said.stream(), taken.stream().map(PiecesOfOutputs::serial))
                    .toList();
        }
        if (serials.isEmpty()) {
            findings.breach(
                    SERIAL_MISSING,
                    path.then("keyData"),
                    "serial numbers are said of what was taken: say which of them are in this output");
        }
        Set<String> others = new HashSet<>(serials);
        taken.forEach(others::remove);
        serials.stream()
                .filter(others::contains)
                .distinct()
                .forEach(serial -> findings.breach(
                        SERIAL_NOT_THERE,
                        path.then("keyData"),
                        "serial number " + serial + " is not among those of what was taken: check the number"));
        return said;
    }

    private static List<String> taken(List<Goods> goods, Item item) {
        return goods.stream()
                .filter(line -> line.lot().key().item().equals(item.number()))
                .flatMap(line -> KnownPieces.serials(line.keyData()).stream())
                .toList();
    }

    private static KeyDatum serial(String number) {
        return KeyDataElement.SERIAL.is(new KeyDataValue.Text(number));
    }
}
