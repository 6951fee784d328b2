package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.quantity.Quantity;

/**
 * What is said of goods that are recorded in parts: each part has its serial numbers and its share of weight and pieces, so that
 * all parts together say what was said, once.
 */
final class SaidOfParts {
    /** Decimal places: as fine as quantities are kept, and whole pieces. */
    private static final Map<String, Integer> SHARED =
            Map.of(KeyDataElement.NET_WEIGHT.word(), 6, KeyDataElement.PIECES.word(), 0);

    private SaidOfParts() {}

    /** @return true for what counts goods, and is divided among the parts */
    static boolean counts(KeyDatum datum) {
        return SHARED.containsKey(datum.name()) || KnownPieces.isSerial(datum);
    }

    /** @return for each part, in order */
    static List<List<KeyDatum>> of(List<KeyDatum> said, List<Quantity> parts) {
        List<List<KeyDatum>> each = new ArrayList<>();
        parts.forEach(part -> each.add(new ArrayList<>()));
        List<KeyDatum> serials = said.stream().filter(KnownPieces::isSerial).toList();
        int next = 0;
        for (int i = 0; i < parts.size(); i++) {
            int end = i == parts.size() - 1
                    ? serials.size()
                    : Math.min(serials.size(), next + parts.get(i).amount().intValue());
            each.get(i).addAll(serials.subList(next, end));
            next = end;
        }
        for (KeyDatum datum : said) {
            if (SHARED.containsKey(datum.name())) {
                share(datum, parts, each);
            } else if (!KnownPieces.isSerial(datum)) {
                each.forEach(part -> part.add(datum));
            }
        }
        return each;
    }

    private static void share(KeyDatum datum, List<Quantity> parts, List<List<KeyDatum>> each) {
        Quantity whole = ((KeyDataValue.Amount) datum.value()).quantity();
        BigDecimal rest = parts.stream().map(Quantity::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = whole.amount();
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal part = parts.get(i).amount();
            BigDecimal share = part.equals(rest) || i == parts.size() - 1
                    ? left
                    : left.multiply(part).divide(rest, SHARED.get(datum.name()), RoundingMode.HALF_UP);
            rest = rest.subtract(part);
            left = left.subtract(share);
            if (share.signum() > 0) {
                each.get(i).add(new KeyDatum(datum.name(), new KeyDataValue.Amount(new Quantity(share, whole.unit()))));
            }
        }
    }
}
