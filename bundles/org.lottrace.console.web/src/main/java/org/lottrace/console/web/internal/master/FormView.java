package org.lottrace.console.web.internal.master;

import java.util.List;
import org.lottrace.console.web.internal.desk.Fields;

/**
 * A form for master data.
 *
 * @param key of what is changed; empty for something new
 * @param seen what the form was made from
 * @param isSaved it was saved just now
 * @param choices what a field offers to choose from, where that is not in the program
 */
public record FormView(String key, String seen, Fields fields, boolean isSaved, List<Choice> choices) {
    /** One of several. */
    public record Choice(String value, String text) {}

    public FormView {
        choices = List.copyOf(choices);
    }

    public boolean isNew() {
        return key.isEmpty();
    }
}
