package org.lottrace.console.commands.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.completion.SiteCompleter;

/** A command that captures a movement at a site. */
public abstract class MovementCommand extends CaptureCommand {
    @Uses
    private MovementCapture movements;

    @Argument(index = 0, name = "SITE", description = "Own site where it happened", required = true)
    @Completion(SiteCompleter.class)
    private String site;

    @Override
    protected final void run() throws CommandException {
        report(capture(movements, contextAt(TextForms.read(SiteId.class, site))));
    }

    /** @return the outcome of the one operation this command is for */
    protected abstract Outcome<RecordedEvent> capture(MovementCapture movements, CaptureContext context);
}
