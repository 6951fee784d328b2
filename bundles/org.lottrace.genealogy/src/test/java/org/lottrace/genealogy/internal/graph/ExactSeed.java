package org.lottrace.genealogy.internal.graph;

import java.util.Optional;
import org.lottrace.genealogy.internal.suspect.Fraction;
import org.lottrace.genealogy.internal.suspect.Portion;

/** How much of what comes into a seed is suspect: all of it, or a stated part of all of it, nobody knows which. */
final class ExactSeed {
    private final Optional<Fraction> stated;
    private Fraction expected = Fraction.ZERO;
    private boolean counted;

    /** @param stated how much is suspect; absent when all is */
    ExactSeed(Optional<Fraction> stated) {
        this.stated = stated;
    }

    /** @param all what comes in altogether */
    void expect(Fraction all) {
        expected = all;
    }

    boolean isWhole() {
        return stated.isEmpty();
    }

    /** @return the suspect goods in what comes in now */
    Portion entering(Fraction quantity) {
        if (stated.isEmpty()) {
            return Portion.all(quantity);
        }
        Fraction suspect = stated.get();
        Fraction all = expected.max(quantity).max(suspect);
        return new Portion(
                suspect.minus(all.minus(quantity)).orZero().min(quantity),
                suspect.times(quantity, all),
                suspect.min(quantity),
                Optional.of(quantity));
    }

    /** @return the stated quantity the first time, then nothing */
    Fraction newlyCounted() {
        Fraction count = counted ? Fraction.ZERO : stated.orElse(Fraction.ZERO);
        counted = true;
        return count;
    }
}
