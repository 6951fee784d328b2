package org.lottrace.console.commands.internal.edi;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.edi.MappingBench;
import org.lottrace.api.edi.MappingFile;
import org.lottrace.api.edi.MappingVersion;
import org.lottrace.api.edi.PartnerMapping;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "edi",
        name = "mapping",
        description =
                "Shows the versions of a mapping; --file prints one of its files, as it is or as the draft has it")
public final class MappingCommand extends LotTraceCommand {
    @Uses
    private MappingBench bench;

    @Argument(index = 0, name = "NAME", description = "Name of the mapping, such as standard", required = true)
    private String name;

    @Option(name = "--file", description = "Print this file, such as 856.oxm.xml")
    private String file;

    @Option(name = "--of-draft", description = "Of the draft. Default: of what is in use")
    private boolean draft;

    @Override
    protected void run() throws CommandException {
        PartnerMapping mapping = bench.find(name)
                .orElseThrow(() -> new CommandException("there is no mapping " + name + "; edi:mappings lists them"));
        if (file != null) {
            MappingFile found = Stream.of(draft ? mapping.draft() : mapping.files())
                    .flatMap(List::stream)
                    .filter(one -> one.name().equals(file))
                    .findFirst()
                    .orElseThrow(() -> new CommandException(
                            "there is no file " + file + " in " + (draft ? "the draft of " : "") + "mapping " + name));
            printLines(found, List.of(found.text().split("\n", -1)));
            return;
        }
        print(
                mapping,
                Table.of(
                                mapping.draft().isEmpty()
                                        ? "Versions of " + name
                                        : "Versions of " + name + ", which has a draft that was "
                                                + (mapping.isTried() ? "tried" : "not tried"),
                                mapping.versions())
                        .number("Version", MappingVersion::number)
                        .column("In use since", MappingVersion::since)
                        .column("By", version -> version.by().isEmpty() ? "edited in the folder" : version.by())
                        .column("Reason", MappingVersion::reason)
                        .column("Files", version -> version.files().stream()
                                .map(MappingFile::name)
                                .toList()));
    }
}
