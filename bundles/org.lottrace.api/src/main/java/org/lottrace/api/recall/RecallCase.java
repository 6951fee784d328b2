package org.lottrace.api.recall;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.recall.RecallFact.Cancelled;
import org.lottrace.api.recall.RecallFact.Closed;
import org.lottrace.api.recall.RecallFact.Opened;
import org.lottrace.api.recall.RecallFact.ScopeSet;
import org.lottrace.api.recall.RecallFact.Struck;

/**
 * A recall from its decision to its end: an append-only record of steps. What it says now is derived from those that were not struck.
 *
 * @param id its number
 * @param steps everything that was recorded, in order
 */
public record RecallCase(RecallCaseId id, List<RecallStep> steps) {
    public RecallCase {
        Objects.requireNonNull(id);
        steps = List.copyOf(steps);
    }

    /** @return what was decided when it was opened */
    public RecallOpening opening() {
        return facts(Opened.class).get(0).opening();
    }

    /** @return every version of the scope, oldest first */
    public List<ScopeVersion> scopes() {
        return facts(ScopeSet.class).stream().map(ScopeSet::scope).toList();
    }

    /** @return the newest version of the scope */
    public ScopeVersion scope() {
        List<ScopeVersion> versions = scopes();
        return versions.get(versions.size() - 1);
    }

    /** @return true when nothing can be added any more */
    public boolean isClosed() {
        return !facts(Closed.class).isEmpty();
    }

    /** @return true when it should never have been opened; it may still be open until everybody who was told knows */
    public boolean isCancelled() {
        return !facts(Cancelled.class).isEmpty();
    }

    /** @return the facts of that kind that count, oldest first */
    public <F extends RecallFact> List<F> facts(Class<F> kind) {
        return stepsWith(kind).map(step -> kind.cast(step.fact())).toList();
    }

    /** @return the steps with a fact of that kind that count, oldest first */
    public Stream<RecallStep> stepsWith(Class<? extends RecallFact> kind) {
        Set<Integer> struck = struck();
        return steps.stream()
                .filter(step -> kind.isInstance(step.fact()))
                .filter(step -> !struck.contains(step.number()));
    }

    /** @return numbers of the steps that were recorded by mistake and count no longer */
    public Set<Integer> struck() {
        return steps.stream()
                .map(RecallStep::fact)
                .filter(Struck.class::isInstance)
                .map(fact -> ((Struck) fact).step())
                .collect(Collectors.toUnmodifiableSet());
    }
}
