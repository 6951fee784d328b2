package org.lottrace.quality.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.LotDisposition;

/** What a lot takes over from its inputs: a recall when one of them is recalled, a hold when one of them is held. */
final class InheritanceRules {
    /** A reason stays readable, and short enough to be stored, however many inputs there are. */
    private static final int NAMED_INPUTS = 10;

    private InheritanceRules() {}

    static List<DispositionChange> inherited(LotKey output, List<LotDisposition> inputs) {
        List<LotKey> recalled = inputs.stream()
                .filter(input -> input.disposition() == Disposition.RECALLED)
                .map(LotDisposition::lot)
                .toList();
        List<LotKey> held = inputs.stream()
                .filter(input -> !input.whole().isEmpty())
                .map(LotDisposition::lot)
                .toList();
        return Stream.of(change(output, Disposition.ON_HOLD, held), change(output, Disposition.RECALLED, recalled))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DispositionChange> change(LotKey output, Disposition disposition, List<LotKey> causes) {
        if (causes.isEmpty()) {
            return Optional.empty();
        }
        String named = causes.stream().limit(NAMED_INPUTS).map(LotKey::toString).collect(Collectors.joining(", "));
        int more = causes.size() - NAMED_INPUTS;
        return Optional.of(new DispositionChange(
                output,
                disposition,
                "made from " + disposition.code() + " lot " + named + (more > 0 ? " and " + more + " more" : "")));
    }
}
