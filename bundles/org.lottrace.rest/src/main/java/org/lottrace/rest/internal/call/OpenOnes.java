package org.lottrace.rest.internal.call;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.Masters;

/** Lists of master data without what is closed, unless that is asked for. */
public final class OpenOnes {
    private static final int AT_A_TIME = 2_000;

    private OpenOnes() {}

    /** @param closed whether closed ones stay in the list */
    public static <T> List<T> of(
            List<T> all, boolean closed, MasterKind kind, Function<T, MasterReference> reference, Masters masters) {
        if (closed) {
            return all;
        }
        Set<MasterReference> out = closed(kind, masters);
        return all.stream().filter(one -> !out.contains(reference.apply(one))).toList();
    }

    private static Set<MasterReference> closed(MasterKind kind, Masters masters) {
        Set<MasterReference> closed = new HashSet<>();
        List<MasterStep> page = masters.closed(Optional.of(kind), Optional.empty(), AT_A_TIME);
        page.forEach(step -> closed.add(step.master()));
        while (page.size() == AT_A_TIME) {
            long last = page.get(page.size() - 1).number();
            page = masters.closed(Optional.of(kind), Optional.of(last), AT_A_TIME);
            page.forEach(step -> closed.add(step.master()));
        }
        return closed;
    }
}
