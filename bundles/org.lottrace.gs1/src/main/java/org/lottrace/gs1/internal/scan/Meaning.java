package org.lottrace.gs1.internal.scan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.identification.Identified;
import org.lottrace.api.identification.ScannedElement;
import org.lottrace.api.identification.ScannedGln;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.gs1.internal.rule.DateRules;

/** Makes values of elements that keep all rules. */
public final class Meaning {
    private static final UnitOfMeasure KILOGRAM = new UnitOfMeasure("KGM");
    private static final UnitOfMeasure POUND = new UnitOfMeasure("LBR");

    private final DateRules dates;

    public Meaning(DateRules dates) {
        this.dates = dates;
    }

    Identified of(List<ScannedElement> elements) {
        List<ScannedElement> left = new ArrayList<>(elements);
        return new Identified(
                take("00", left, Sscc::new),
                take("01", left, Gtin::new),
                take("02", left, Gtin::new),
                take("10", left, LotNumber::new),
                take("21", left, Function.identity()),
                take("11", left, dates::day),
                take("13", left, dates::day),
                take("15", left, dates::day),
                take("17", left, dates::day),
                weight("310[0-5]", KILOGRAM, left).or(() -> weight("320[0-5]", POUND, left)),
                take("37", left, BigDecimal::new).or(() -> take("30", left, BigDecimal::new)),
                glns(left),
                left);
    }

    private static <T> Optional<T> take(String ai, List<ScannedElement> left, Function<String, T> reader) {
        return taken(ai, left).map(ScannedElement::value).map(reader);
    }

    /** The last digit of the identifier is the number of decimals. */
    private static Optional<Quantity> weight(String ai, UnitOfMeasure unit, List<ScannedElement> left) {
        return taken(ai, left)
                .map(element -> new Quantity(
                        new BigDecimal(element.value())
                                .movePointLeft(element.ai().charAt(3) - '0'),
                        unit));
    }

    private static Optional<ScannedElement> taken(String ai, List<ScannedElement> left) {
        Optional<ScannedElement> found =
                left.stream().filter(element -> element.ai().matches(ai)).findFirst();
        found.ifPresent(left::remove);
        return found;
    }

    private static List<ScannedGln> glns(List<ScannedElement> left) {
        List<ScannedElement> named =
                left.stream().filter(element -> element.ai().matches("41[0-7]")).toList();
        left.removeAll(named);
        return named.stream()
                .map(element -> new ScannedGln(element.ai(), new Gln(element.value())))
                .toList();
    }
}
