package org.lottrace.console.commands.internal.recall;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.recall.Actor;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallResult;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.completion.RecallCaseCompleter;

/** A command about one case. What is done is done by the user of the session, with the roles of his login. */
abstract class RecallCommand extends LotTraceCommand {
    @Reference
    private Session session;

    @Argument(index = 0, name = "CASE", description = "Recall case, such as R-000001", required = true)
    @Completion(RecallCaseCompleter.class)
    private String recallCase;

    /** @return the case this command is about */
    final RecallCaseId id() {
        return new RecallCaseId(recallCase);
    }

    /** @return who does it */
    final Actor actor() {
        return Optional.ofNullable(session.get("USER"))
                .map(user -> new Actor(user.toString(), SessionRoles.roles()))
                .orElseThrow(() -> new IllegalArgumentException("this session has no user; log in"));
    }

    /** Prints the step that was added, or every reason why not, and then fails. */
    final void report(RecallResult result) throws CommandException {
        List<Violation> refusal = result.fold(
                changed -> {
                    print(changed, CaseTables.summary(changed), CaseTables.newest(changed));
                    return List.of();
                },
                violations -> violations);
        failOn(refusal);
    }

    /** @throws IllegalArgumentException saying that there is no such case */
    final <T> T found(Optional<T> answer) {
        return answer.orElseThrow(
                () -> new IllegalArgumentException("there is no recall case " + id() + "; see recall:cases"));
    }
}
