package org.lottrace.console.web.internal.work;

import java.util.List;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.console.web.internal.page.Visit;

/**
 * Something that a person does with goods or lots, and records with one form.
 *
 * @param name in the address; its title is the text {@code work.NAME}, what it is for {@code work.NAME.hint}
 * @param operation of the catalogue
 * @param fields above the lines, besides site and time, which all have
 * @param columns of the lines, none when it has no lines
 * @param areLinesOptional true when no line means: everything that is meant by the fields
 * @param recording reads the entry, and records it unless there was something wrong with it
 */
public record Task(
        String name,
        String operation,
        List<Field> fields,
        List<Column> columns,
        boolean areLinesOptional,
        Recording recording) {
    public Task {
        fields = List.copyOf(fields);
        columns = List.copyOf(columns);
    }

    /** Reads what was entered, then asks the service. */
    @FunctionalInterface
    public interface Recording {
        /** @return what is to be called when nothing was wrong with the entry */
        Call read(Entry entry);
    }

    /** Asks the service. */
    @FunctionalInterface
    public interface Call {
        Outcome<RecordedEvent> on(Visit visit);
    }
}
