package org.lottrace.quality.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.LotDisposition;

/** What a lot takes over from its inputs: the worst of them. */
final class InheritanceRules {
    /** A reason stays readable, and short enough to be stored, however many inputs there are. */
    private static final int NAMED_INPUTS = 10;

    private InheritanceRules() {}

    static Optional<DispositionChange> inherited(LotKey output, List<LotDisposition> inputs) {
        return Stream.of(Disposition.RECALLED, Disposition.ON_HOLD)
                .filter(disposition -> inputs.stream().anyMatch(input -> input.disposition() == disposition))
                .findFirst()
                .map(disposition -> new DispositionChange(output, disposition, reason(disposition, inputs)));
    }

    private static String reason(Disposition disposition, List<LotDisposition> inputs) {
        List<String> causes = inputs.stream()
                .filter(input -> input.disposition() == disposition)
                .map(input -> input.lot().toString())
                .toList();
        String named = causes.stream().limit(NAMED_INPUTS).collect(Collectors.joining(", "));
        int more = causes.size() - NAMED_INPUTS;
        return "made from " + disposition.code() + " lot " + named + (more > 0 ? " and " + more + " more" : "");
    }
}
