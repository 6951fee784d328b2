package org.lottrace.intake.internal.subject;

import java.util.List;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.operation.Caller;
import org.lottrace.intake.internal.Problems;
import org.lottrace.intake.internal.Tally;
import org.lottrace.intake.internal.field.Field;
import org.lottrace.intake.internal.field.MappedTable;
import org.lottrace.intake.internal.field.TableShape;

/** What is done with the rows of one subject. */
public interface Subject {
    ImportSubject subject();

    /** @return the name of the operation by which one would do the same by hand: who may call it may import */
    String operation();

    TableShape<?> shape();

    default List<Field> fields() {
        return shape().fields();
    }

    /**
     * Writes what the rows say, in the caller's unit of work, and tells every problem. With any problem the caller rolls back.
     *
     * @param tally counts what is new, changed and unchanged
     */
    void write(Caller caller, MappedTable table, Problems problems, Tally tally);
}
