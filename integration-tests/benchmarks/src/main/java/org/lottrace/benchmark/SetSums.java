package org.lottrace.benchmark;

import org.lottrace.genealogy.internal.graph.Reach;

/**
 * Tells a set of lots from any other that a mistake could give.
 *
 * @param size number of lots
 * @param sum of their numbers
 * @param squares sum of the squares of their numbers, each modulo 1,000,003
 */
public record SetSums(long size, long sum, long squares) {
    static SetSums of(Reach reach) {
        long sum = 0;
        long squares = 0;
        for (int i = 0; i < reach.size(); i++) {
            long lot = reach.lot(i);
            sum += lot;
            squares += lot * lot % 1_000_003;
        }
        return new SetSums(reach.size(), sum, squares);
    }
}
