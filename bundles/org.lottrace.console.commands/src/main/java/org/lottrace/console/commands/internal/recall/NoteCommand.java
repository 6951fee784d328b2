package org.lottrace.console.commands.internal.recall;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.recall.NoteTopic;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.Choice;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "note",
        description = "Puts a note into a case: what a regulator said, a warning to the public, a corrective action")
public final class NoteCommand extends RecallCommand {
    @Uses
    private RecallCases cases;

    @Option(name = "--reference", description = "Number of the letter, report or action elsewhere")
    private String reference = "";

    @Argument(
            index = 1,
            name = "TOPIC",
            description = "REGULATOR, PUBLIC_WARNING, CORRECTIVE_ACTION, HEALTH_HAZARD or OTHER",
            required = true)
    private String topic;

    @Argument(index = 2, name = "TEXT", description = "What was said or done", required = true)
    private String text;

    @Override
    protected void run() throws CommandException {
        report(cases.note(caller(), id(), Choice.of(NoteTopic.class, topic), reference, text));
    }
}
