package org.lottrace.console.commands.internal.recall;

import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.Actor;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.console.commands.internal.LotTraceCommand;

/** What is done in a recall is done by the user of the session, with the roles of their login. */
abstract class StepCommand extends LotTraceCommand {
    @Reference
    private Session session;

    /** @return who does it */
    final Actor actor() {
        return Optional.ofNullable(session.get("USER"))
                .map(user -> new Actor(user.toString(), SessionRoles.roles()))
                .orElseThrow(() -> new IllegalArgumentException("this session has no user; log in"));
    }

    /** Prints the step that was added, or every reason why not, and then fails. */
    final void report(Outcome<RecallCase> result) throws CommandException {
        result.toOptional()
                .ifPresent(changed -> print(changed, CaseTables.summary(changed), CaseTables.newest(changed)));
        failOn(result.violations());
    }
}
