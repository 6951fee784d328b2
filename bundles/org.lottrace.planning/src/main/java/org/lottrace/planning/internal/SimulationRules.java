package org.lottrace.planning.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.lottrace.api.planning.IssuePolicy;
import org.lottrace.api.planning.RotationSimulation;
import org.lottrace.api.planning.RotationSimulation.Result;
import org.lottrace.api.planning.RotationSimulations;
import org.lottrace.api.planning.SimulationQuestion;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.planning.internal.IssueReplay.Arrival;
import org.lottrace.planning.internal.IssueReplay.Run;

/** Each policy on the same arrivals and the same demand. */
final class SimulationRules {
    private static final int DIGITS = 3;

    /** Of Student's distribution with 19 degrees of freedom, which {@link RotationSimulations#RUNS} runs have, for 95 percent. */
    private static final BigDecimal DEVIATIONS = new BigDecimal("2.093");

    private SimulationRules() {}

    static RotationSimulation of(
            SimulationQuestion question,
            UnitOfMeasure unit,
            List<Arrival> arrivals,
            Map<LocalDate, BigDecimal> wanted) {
        IssueReplay replay = new IssueReplay(arrivals, wanted, question.remainingDays());
        BigDecimal received = arrivals.stream().map(Arrival::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal demand = wanted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new RotationSimulation(
                question,
                Optional.of(new Quantity(received, unit)),
                Optional.of(new Quantity(demand, unit)),
                Arrays.stream(IssuePolicy.values())
                        .map(policy -> result(policy, runs(replay, policy, question), unit, received, demand))
                        .toList());
    }

    private static List<Run> runs(IssueReplay replay, IssuePolicy policy, SimulationQuestion question) {
        return LongStream.rangeClosed(1, policy == IssuePolicy.RANDOM ? RotationSimulations.RUNS : 1)
                .mapToObj(seed -> replay.run(policy, question.from(), question.to(), seed))
                .toList();
    }

    private static Result result(
            IssuePolicy policy, List<Run> runs, UnitOfMeasure unit, BigDecimal received, BigDecimal demand) {
        Series wasted = new Series(runs.stream().map(Run::wasted).toList());
        Series filled = new Series(runs.stream().map(Run::filled).toList());
        return new Result(
                policy,
                runs.size(),
                quantity(wasted.mean(), unit),
                quantity(margin(wasted), unit),
                Shares.percent(wasted.mean(), received),
                quantity(filled.mean(), unit),
                quantity(margin(filled), unit),
                Shares.percent(filled.mean(), demand));
    }

    private static BigDecimal margin(Series runs) {
        return DEVIATIONS.multiply(runs.variance()
                .divide(BigDecimal.valueOf(runs.length()), Series.PRECISE)
                .sqrt(Series.PRECISE));
    }

    private static Quantity quantity(BigDecimal amount, UnitOfMeasure unit) {
        return new Quantity(amount.setScale(DIGITS, RoundingMode.HALF_UP), unit);
    }
}
