package org.lottrace.console.commands.internal.edi;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.edi.MappingBench;
import org.lottrace.api.edi.MappingFile;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.ServerFileCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.ServerFiles;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "edi",
        name = "draft",
        description = "Puts a file into the draft of a mapping, or takes one out of it; what is in use stays")
public final class DraftMappingCommand extends LotTraceCommand {
    @Uses
    private MappingBench bench;

    @Argument(index = 0, name = "NAME", description = "Name of the mapping, such as standard", required = true)
    private String name;

    @Argument(
            index = 1,
            name = "FILE",
            description = "Name of the file of the mapping, such as 856.oxm.xml",
            required = true)
    private String file;

    @Option(
            name = "--from",
            description =
                    "Name of the file in the folder for files on the server. Default: the same name; - takes it out")
    @Completion(ServerFileCompleter.class)
    private String from;

    @Override
    protected void run() throws CommandException {
        String source = from == null ? file : from;
        String text = source.equals("-") ? "" : text(source);
        failOn(bench.draft(name, new MappingFile(file, text)));
        printLines(
                bench.find(name),
                List.of("draft of " + name + ": " + file + (text.isEmpty() ? " taken out" : " put in") + "; edi:try "
                        + name));
    }

    private static String text(String source) throws CommandException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(ServerFiles.content(source)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CommandException("file " + source + " is not UTF-8; save it as UTF-8");
        }
    }
}
