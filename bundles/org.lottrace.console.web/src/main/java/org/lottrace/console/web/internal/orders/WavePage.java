package org.lottrace.console.web.internal.orders;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.WaveRequest;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.text.TextForms;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** Many orders at once: what they would get, and the button that reserves it. */
public final class WavePage implements Page {
    private static final int MOST_ROWS = 500;

    /**
     * @param transfers numbers of transfer orders
     * @param productions numbers of production orders
     * @param lines what the orders get, at most 500; absent before it was asked
     * @param leftOut how many lines more there are
     * @param shortLines how many of all lines go short
     * @param isReserved whether it is reserved now, and not only what would be
     */
    public record View(
            String orders,
            String transfers,
            String productions,
            Fairness fairness,
            Optional<List<LineAllocation>> lines,
            int leftOut,
            long shortLines,
            boolean isReserved,
            List<Violation> problems) {}

    @Override
    public String path() {
        return "wave";
    }

    @Override
    public String needs() {
        return "allocation.what-if";
    }

    @Override
    public Answer show(Visit visit) {
        return orders(visit).isEmpty()
                        && transfers(visit).isEmpty()
                        && productions(visit).isEmpty()
                ? Answer.html(
                        "orders/wave.jte",
                        new View("", "", "", fairness(visit), Optional.empty(), 0, 0, false, List.of()))
                : answer(visit, visit.as(AllocationWaves.class).whatIf(wave(visit)), false);
    }

    @Override
    public Answer change(Visit visit) {
        return answer(visit, visit.as(AllocationWaves.class).allocate(visit.caller(), wave(visit)), true);
    }

    private static Answer answer(Visit visit, Outcome<List<LineAllocation>> outcome, boolean isReserved) {
        return outcome.<Answer>fold(
                lines -> Answer.html(
                        "orders/wave.jte",
                        new View(
                                String.join(" ", orders(visit)),
                                String.join(" ", transfers(visit)),
                                String.join(" ", productions(visit)),
                                fairness(visit),
                                Optional.of(lines.subList(0, Math.min(MOST_ROWS, lines.size()))),
                                Math.max(0, lines.size() - MOST_ROWS),
                                lines.stream()
                                        .filter(line -> line.shortBy().isPositive())
                                        .count(),
                                isReserved,
                                List.of())),
                refused -> Answer.refused(
                        "orders/wave.jte",
                        new View(
                                String.join(" ", orders(visit)),
                                String.join(" ", transfers(visit)),
                                String.join(" ", productions(visit)),
                                fairness(visit),
                                Optional.empty(),
                                0,
                                0,
                                false,
                                refused)));
    }

    private static List<String> orders(Visit visit) {
        return numbers(visit, "orders");
    }

    private static WaveRequest wave(Visit visit) {
        return new WaveRequest(orders(visit), transfers(visit), productions(visit), fairness(visit));
    }

    private static List<String> transfers(Visit visit) {
        return numbers(visit, "transfers");
    }

    private static List<String> productions(Visit visit) {
        return numbers(visit, "productions");
    }

    private static List<String> numbers(Visit visit, String name) {
        return Arrays.stream(visit.parameters().text(name).split("[\\s,;]+"))
                .filter(number -> !number.isEmpty())
                .toList();
    }

    private static Fairness fairness(Visit visit) {
        return visit.parameters()
                .given("fairness")
                .map(code -> TextForms.read(Fairness.class, code))
                .orElse(Fairness.BY_DELIVERY_DATE);
    }
}
