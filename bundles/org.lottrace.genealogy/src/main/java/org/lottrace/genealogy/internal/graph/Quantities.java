package org.lottrace.genealogy.internal.graph;

import java.io.IOException;
import java.math.BigDecimal;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/** Numbers the different quantities, exactly. */
final class Quantities {
    private static final int SCALES = Quantity.MAXIMUM_SCALE + 2;
    /** Stands in place of a scale: the number is that of an amount that does not fit into a long. */
    private static final int LARGE = Quantity.MAXIMUM_SCALE + 1;

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
