package org.lottrace.console.commands.internal.recall;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.recall.report.RecallCasePrint;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.ServerFiles;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "recall", name = "print", description = "Writes everything about a case as one PDF document")
public final class PrintCommand extends RecallCommand {
    @Uses
    private RecallCasePrint print;

    @Argument(
            index = 1,
            name = "FILE",
            description = "Name of a new file in the folder for files on the server",
            required = true)
    private String file;

    @Override
    protected void run() throws CommandException {
        byte[] document = found(print.pdf(id()));
        Path path = ServerFiles.write(file, document);
        Printed printed = new Printed(path.toString(), document.length);
        print(
                printed,
                Table.details("Printed", printed).column("File", Printed::file).column("Bytes", Printed::bytes));
    }

    /**
     * What was written, for scripts.
     *
     * @param file on the server
     * @param bytes its length
     */
    private record Printed(String file, int bytes) {}
}
