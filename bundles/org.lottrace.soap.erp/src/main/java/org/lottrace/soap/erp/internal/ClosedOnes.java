package org.lottrace.soap.erp.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.Masters;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;

/** Tells which of what is answered is closed. */
final class ClosedOnes {
    private static final int AT_A_TIME = 2_000;

    private final Operations operations;

    ClosedOnes(Operations operations) {
        this.operations = operations;
    }

    /** @return the keys of those of the kind that are closed */
    List<String> among(Caller caller, MasterKind kind, Stream<MasterReference> answered) {
        Set<String> closed = all(operations.as(caller, Masters.class), kind);
        return answered.map(MasterReference::key).filter(closed::contains).toList();
    }

    private static Set<String> all(Masters masters, MasterKind kind) {
        Set<String> closed = new TreeSet<>();
        Optional<Long> after = Optional.empty();
        List<MasterStep> page;
        do {
            page = masters.closed(Optional.of(kind), after, AT_A_TIME);
            page.forEach(step -> closed.add(step.master().key()));
            after = page.stream().map(MasterStep::number).reduce((first, last) -> last);
        } while (page.size() == AT_A_TIME);
        return closed;
    }
}
