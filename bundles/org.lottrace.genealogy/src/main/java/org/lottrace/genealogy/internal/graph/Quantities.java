package org.lottrace.genealogy.internal.graph;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/** Numbers the different quantities, exactly. */
final class Quantities {
    private static final int SCALES = Quantity.MAXIMUM_SCALE + 2;
    /** Stands in place of a scale: the number is that of an amount that does not fit into a long. */
    private static final int LARGE = Quantity.MAXIMUM_SCALE + 1;

    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private final LongTerms amounts;
    private final Terms<UnitOfMeasure> units;
    private final Terms<BigDecimal> large;

    Quantities() {
        this(new LongTerms(), new Terms<>(), new Terms<>());
    }

    private Quantities(LongTerms amounts, Terms<UnitOfMeasure> units, Terms<BigDecimal> large) {
        this.amounts = amounts;
        this.units = units;
        this.large = large;
    }

    Quantities over() {
        return new Quantities(amounts.over(), units.over(), large.over());
    }

    int add(Quantity quantity) {
        BigDecimal amount = quantity.amount();
        int unit = units.add(quantity.unit()) * SCALES;
        return amount.precision() > 18
                ? amounts.add(large.add(amount), unit + LARGE)
                : amounts.add(amount.unscaledValue().longValueExact(), unit + amount.scale());
    }

    Quantity get(int id) {
        int code = amounts.code(id);
        int scale = code % SCALES;
        BigDecimal amount =
                scale == LARGE ? large.get((int) amounts.number(id)) : BigDecimal.valueOf(amounts.number(id), scale);
        return new Quantity(amount, units.get(code / SCALES));
    }

    int size() {
        return amounts.size();
    }

    /** @return number of its unit; the same for the same unit */
    int unit(int id) {
        return amounts.code(id) / SCALES;
    }

    /** Writes how many millionths of its unit it is: {@code halves[at]}·2^64 + {@code halves[at + 1]}, the latter without sign. */
    void millionths(int id, long[] halves, int at) {
        int scale = amounts.code(id) % SCALES;
        if (scale == LARGE) {
            BigInteger number = large.get((int) amounts.number(id))
                    .movePointRight(Quantity.MAXIMUM_SCALE)
                    .toBigIntegerExact();
            halves[at] = number.shiftRight(64).longValueExact();
            halves[at + 1] = number.longValue();
        } else {
            long factor = POWERS_OF_TEN[Quantity.MAXIMUM_SCALE - scale];
            halves[at] = Math.multiplyHigh(amounts.number(id), factor);
            halves[at + 1] = amounts.number(id) * factor;
        }
    }

    long bytes() {
        return amounts.bytes();
    }

    void save(SnapshotWriter out) throws IOException {
        amounts.save(out);
        units.save(out, UnitOfMeasure::code);
        large.save(out, BigDecimal::toPlainString);
    }

    void load(SnapshotReader in) throws IOException {
        amounts.load(in);
        units.load(in, UnitOfMeasure::new);
        large.load(in, BigDecimal::new);
    }
}
