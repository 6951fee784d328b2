package org.lottrace.console.commands.internal.recall;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.recall.answer.AnswerFiles;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.ServerFileCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.ServerFiles;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "answer-file",
        description = "Records what a consignee says in the file that went out with their notice, all of it or nothing")
public final class AnswerFileCommand extends StepCommand {
    @Uses
    private AnswerFiles files;

    @Argument(
            index = 0,
            name = "FILE",
            description = "Name of the CSV file in the folder for files on the server",
            required = true)
    @Completion(ServerFileCompleter.class)
    private String file;

    @Override
    protected void run() throws CommandException {
        report(files.take(caller(), ServerFiles.content(file)));
    }
}
