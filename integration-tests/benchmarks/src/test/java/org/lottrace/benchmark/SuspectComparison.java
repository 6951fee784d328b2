package org.lottrace.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.lottrace.api.genealogy.SuspectContent;
import org.lottrace.api.genealogy.SuspectQuantity;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.genealogy.internal.graph.ExactSuspect;

/**
 * How much of each lot is suspect, against the same rules in exact fractions: the whole answer, by clock and by the processor
 * time of all threads, of which a large answer takes two, in turns. In each round the bounds of both are compared.
 */
final class SuspectComparison {
    /** One in the last decimal that is shown, to which bounds are rounded outward: less than 10⁻⁶ of any lot of the company. */
    private static final BigDecimal WIDER = new BigDecimal("0.000001");

    private final Company company;

    SuspectComparison(Company company) {
        this.company = company;
    }

    void print() {
        for (int lot : company.typicalLots(500)) {
            company.suspectQuantities(lot);
        }
        print("typical", company.typicalLots(200), 3, 40);
        print("hub", Arrays.copyOf(company.hubs(), 40), 3, 5);
        print("megaHub", company.megaHub(), 7, 1);
    }

    /** @param exact how many of the lots are asked of the exact replay, too, in the first round */
    private void print(String kind, int[] lots, int rounds, int exact) {
        Times fast = new Times();
        Times slow = new Times();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < lots.length; i++) {
                int lot = lots[i];
                List<TracedLot> answer = fast.of(() -> company.suspectQuantities(lot));
                if (round == 0 && i < exact) {
                    check(slow.of(() -> ExactSuspect.lots(company.graph(), company.suspect(lot))), answer);
                }
            }
        }
        System.out.println("suspect quantities, " + kind + ": " + fast);
        System.out.println("suspect quantities, " + kind + ", in exact fractions: " + slow);
    }

    /** @throws IllegalStateException if the bounds do not hold the exact ones, or are much wider */
    static void check(List<TracedLot> exact, List<TracedLot> answer) {
        for (int i = 0; i < exact.size(); i++) {
            for (int unit = 0; unit < exact.get(i).suspect().size(); unit++) {
                SuspectContent expected = exact.get(i).suspect().get(unit);
                SuspectContent found = answer.get(i).suspect().get(unit);
                check(expected.contained(), found.contained());
                check(expected.onHand(), found.onHand());
                check(expected.outside(), found.outside());
            }
        }
    }

    private static void check(SuspectQuantity exact, SuspectQuantity found) {
        BigDecimal below = exact.minimum().amount().subtract(found.minimum().amount());
        BigDecimal above = found.maximum().amount().subtract(exact.maximum().amount());
        if (below.signum() < 0 || above.signum() < 0 || below.max(above).compareTo(WIDER) > 0) {
            throw new IllegalStateException(found + " is not the least that holds " + exact);
        }
    }

    /** By the clock and of the processor. */
    private static final class Times {
        private final List<Long> clock = new ArrayList<>();
        private final List<Long> processor = new ArrayList<>();

        <T> T of(Supplier<T> work) {
            long begin = System.nanoTime();
            long beginOfProcess = ownNanos();
            T result = work.get();
            processor.add(ownNanos() - beginOfProcess);
            clock.add(System.nanoTime() - begin);
            return result;
        }

        private static long ownNanos() {
            return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        }

        @Override
        public String toString() {
            return "clock " + CpuComparison.summary(clock) + "; processor " + CpuComparison.summary(processor);
        }
    }
}
