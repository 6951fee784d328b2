package org.lottrace.console.commands.internal.lot;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.Masters;
import org.lottrace.console.commands.internal.output.Table;

/** What was done to master data, as tables. */
final class MasterSteps {
    private static final int AT_A_TIME = 2_000;

    private MasterSteps() {}

    /** @return what of a list is open, or all of it when closed ones are wanted, too */
    static <T> List<T> open(
            List<T> all, boolean closedToo, MasterKind kind, Function<T, MasterReference> reference, Masters masters) {
        if (closedToo) {
            return all;
        }
        Set<MasterReference> closed = closed(kind, masters);
        return all.stream()
                .filter(one -> !closed.contains(reference.apply(one)))
                .toList();
    }

    static Set<MasterReference> closed(MasterKind kind, Masters masters) {
        Set<MasterReference> closed = new HashSet<>();
        Optional<Long> after = Optional.empty();
        List<MasterStep> page;
        do {
            page = masters.closed(Optional.of(kind), after, AT_A_TIME);
            page.forEach(step -> closed.add(step.master()));
            after = page.stream().map(MasterStep::number).reduce((first, last) -> last);
        } while (page.size() == AT_A_TIME);
        return closed;
    }

    static Table<MasterStep> details(MasterStep step) {
        return columns(Table.details("Step", step));
    }

    static Table<MasterStep> list(List<MasterStep> steps) {
        return columns(Table.of("Closed master data", steps));
    }

    private static Table<MasterStep> columns(Table<MasterStep> table) {
        return table.number("Step", MasterStep::number)
                .column("Kind", step -> step.master().kind())
                .column("Key", step -> step.master().key())
                .column("Action", MasterStep::action)
                .column("Reason", MasterStep::reason)
                .column("By", MasterStep::by)
                .column("At", MasterStep::at);
    }
}
