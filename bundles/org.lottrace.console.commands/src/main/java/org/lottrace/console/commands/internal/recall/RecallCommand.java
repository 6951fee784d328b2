package org.lottrace.console.commands.internal.recall;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.completion.RecallCaseCompleter;

/** A command about one case. */
abstract class RecallCommand extends StepCommand {
    @Argument(index = 0, name = "CASE", description = "Recall case, such as R-000001", required = true)
    @Completion(RecallCaseCompleter.class)
    private String recallCase;

    /** @return the case this command is about */
    final RecallCaseId id() {
        return TextForms.read(RecallCaseId.class, recallCase);
    }

    /** @throws IllegalArgumentException saying that there is no such case */
    final <T> T found(Optional<T> answer) {
        return answer.orElseThrow(
                () -> new IllegalArgumentException("there is no recall case " + id() + "; see recall:cases"));
    }
}
