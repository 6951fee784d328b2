package org.lottrace.intake.internal.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.intake.internal.Problems;
import org.lottrace.intake.internal.Tally;
import org.lottrace.intake.internal.field.MappedTable;
import org.lottrace.intake.internal.field.TableShape;
import org.lottrace.intake.internal.field.Thing;

/**
 * What is saved under a key and replaced: master data and orders.
 *
 * @param known gives what is known, by key, of all keys at once
 * @param saving saves, or says every problem at {@code list[n]…} counted from 1
 */
record Master<T>(
        ImportSubject subject,
        String operation,
        TableShape<T> shape,
        Function<Set<Object>, Map<Object, T>> known,
        Function<List<T>, List<Violation>> saving)
        implements Subject {
    @Override
    public void write(Caller caller, MappedTable table, Problems problems, Tally tally) {
        List<Thing<T>> toSave = new ArrayList<>();
        for (Thing<T> thing : shape.grouped(table, known, problems)) {
            Map<String, String> now = shape.texts(thing.value());
            if (thing.known().isEmpty()) {
                tally.added(1);
                toSave.add(thing);
            } else if (thing.known().get().equals(thing.value())) {
                tally.unchanged();
            } else {
                tally.changed(
                        thing.row(),
                        now.get(shape.key()),
                        shape.texts(thing.known().get()),
                        now);
                toSave.add(thing);
            }
        }
        if (!toSave.isEmpty()) {
            List<T> values = toSave.stream().map(Thing::value).toList();
            saving.apply(values).forEach(violation -> tell(toSave, violation, problems));
        }
    }

    private void tell(List<Thing<T>> saved, Violation violation, Problems problems) {
        List<PathStep> steps = violation.path().steps();
        Thing<T> thing = saved.get(steps.get(0).number() - 1);
        ViolationPath within = new ViolationPath(steps.subList(1, steps.size()));
        thing.tell(problems, within, shape.key(), violation.code(), violation.message());
    }
}
