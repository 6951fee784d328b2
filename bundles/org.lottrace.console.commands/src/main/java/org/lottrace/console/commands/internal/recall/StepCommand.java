package org.lottrace.console.commands.internal.recall;

import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.console.commands.internal.LotTraceCommand;

/** What is done in a recall is done by the user of the session, with the roles of their login. */
abstract class StepCommand extends LotTraceCommand {
    /** Prints the step that was added, or every reason why not, and then fails. */
    final void report(Outcome<RecallCase> result) throws CommandException {
        result.toOptional()
                .ifPresent(changed -> print(changed, CaseTables.summary(changed), CaseTables.newest(changed)));
        failOn(result.violations());
    }
}
