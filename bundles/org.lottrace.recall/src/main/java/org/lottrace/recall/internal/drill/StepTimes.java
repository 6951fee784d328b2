package org.lottrace.recall.internal.drill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.lottrace.api.recall.drill.Drill.Step;
import org.lottrace.api.recall.drill.Drill.TimedStep;

/** Takes the time of one step after the other: each lasts from the end of the one before, so nothing is left out. */
final class StepTimes {
    private final Clock clock;
    private final List<TimedStep> steps = new ArrayList<>();
    private Instant last;

    StepTimes(Clock clock, Instant started) {
        this.clock = clock;
        this.last = started;
    }

    <T> T timed(Step step, Supplier<T> work) {
        T result = work.get();
        Instant end = clock.instant();
        steps.add(new TimedStep(step, Duration.between(last, end)));
        last = end;
        return result;
    }

    List<TimedStep> steps() {
        return steps;
    }
}
