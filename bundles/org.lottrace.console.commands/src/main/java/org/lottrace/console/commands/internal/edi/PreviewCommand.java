package org.lottrace.console.commands.internal.edi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.MappingBench;
import org.lottrace.api.edi.PreviewedSet;
import org.lottrace.api.edi.ReadField;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.ServerFileCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.ServerFiles;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "edi",
        name = "preview",
        description =
                "Shows field by field what files would become, and changes nothing; fails when one of them has problems")
public final class PreviewCommand extends LotTraceCommand {
    @Uses
    private Interchanges interchanges;

    @Uses
    private MappingBench bench;

    @Argument(
            index = 0,
            name = "FILE",
            description = "Names of files in the folder for files on the server",
            required = true,
            multiValued = true)
    @Completion(ServerFileCompleter.class)
    private List<String> files;

    @Option(
            name = "--draft",
            description = "Read them with the draft of this mapping: for a partner that is about to go live")
    private String draft;

    @Override
    protected void run() throws CommandException {
        List<Previewed> all = new ArrayList<>();
        for (String file : files) {
            byte[] content = ServerFiles.content(file);
            all.add(new Previewed(file, draft == null ? interchanges.preview(content) : bench.preview(draft, content)));
        }
        List<Row> rows = all.stream().flatMap(Previewed::rows).toList();
        print(
                all,
                Table.of("What " + String.join(", ", files) + " would become", rows)
                        .column("File", Row::file)
                        .column("Set", Row::set)
                        .column("Field", Row::field)
                        .column("Value", Row::value));
        long wrong =
                all.stream().filter(one -> !one.preview().problems().isEmpty()).count();
        if (wrong > 0) {
            throw new CommandException(wrong + " of " + all.size() + " files would be refused");
        }
    }

    public record Previewed(String file, FilePreview preview) {
        private Stream<Row> rows() {
            return Stream.concat(
                    preview.sets().stream()
                            .flatMap(set -> set.fields().stream().map(field -> Row.of(file, set, field))),
                    Stream.concat(preview.problems().stream(), preview.notes().stream())
                            .map(said -> new Row(file, said.path().toString(), said.code(), said.message())));
        }
    }

    private record Row(String file, String set, String field, String value) {
        static Row of(String file, PreviewedSet set, ReadField field) {
            return new Row(file, set.code() + " " + set.control(), field.name(), field.value());
        }
    }
}
