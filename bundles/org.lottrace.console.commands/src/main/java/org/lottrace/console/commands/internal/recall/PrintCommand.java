package org.lottrace.console.commands.internal.recall;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.recall.report.RecallCasePrint;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "recall", name = "print", description = "Writes everything about a case as one PDF document")
public final class PrintCommand extends RecallCommand {
    @Reference(optional = true)
    private RecallCasePrint print;

    @Argument(index = 1, name = "FILE", description = "New file on the server", required = true)
    private String file;

    @Override
    protected void run() throws CommandException {
        Path path = Path.of(file).toAbsolutePath();
        byte[] document = found(print.pdf(id()));
        try {
            Files.write(path, document, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new IllegalArgumentException(path + " exists; name a new file", e);
        } catch (IOException e) {
            throw new CommandException("could not write " + path + ": " + e, e);
        }
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
