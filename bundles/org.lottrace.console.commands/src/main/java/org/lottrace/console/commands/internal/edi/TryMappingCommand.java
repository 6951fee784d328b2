package org.lottrace.console.commands.internal.edi;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.edi.FieldDifference;
import org.lottrace.api.edi.MappingBench;
import org.lottrace.api.edi.TriedDocument;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "edi",
        name = "try",
        description =
                "Reads the last documents of its partners with the draft of a mapping, and shows what it reads otherwise; applies nothing")
public final class TryMappingCommand extends LotTraceCommand {
    @Uses
    private MappingBench bench;

    @Argument(index = 0, name = "NAME", description = "Name of the mapping, such as standard", required = true)
    private String name;

    @Option(name = "--documents", description = "How many, 1 to 100. Default: 20")
    private String documents = "20";

    @Override
    protected void run() throws CommandException {
        List<TriedDocument> tried = bench.tryOut(name, Math.toIntExact(WholeNumber.parse(documents)))
                .orElseThrow(() -> new CommandException(
                        "mapping " + name + " has no draft; edi:draft " + name + " FILE makes one"));
        List<Row> rows = new ArrayList<>();
        for (TriedDocument document : tried) {
            document.differences().forEach(difference -> rows.add(Row.of(document, difference)));
            document.problemsBefore().stream()
                    .filter(problem -> !document.problemsAfter().contains(problem))
                    .forEach(problem -> rows.add(Row.of(document, problem, "")));
            document.problemsAfter().stream()
                    .filter(problem -> !document.problemsBefore().contains(problem))
                    .forEach(problem -> rows.add(Row.of(document, problem, problem.message())));
        }
        print(
                tried,
                Table.of(title(tried, rows.size()), rows)
                        .number("Interchange", Row::interchange)
                        .column("Set", Row::set)
                        .column("Field", Row::field)
                        .column("Before", Row::before)
                        .column("After", Row::after));
    }

    private static String title(List<TriedDocument> tried, int rows) {
        int more = tried.stream()
                .mapToInt(document ->
                        document.different() - document.differences().size())
                .sum();
        return tried.size() + " documents read, differences: " + (rows + more)
                + (more == 0 ? "" : ", of which " + more + " are not shown");
    }

    private record Row(long interchange, String set, String field, String before, String after) {
        static Row of(TriedDocument document, FieldDifference difference) {
            return new Row(
                    document.interchange().id(),
                    difference.set(),
                    difference.field(),
                    difference.before(),
                    difference.after());
        }

        static Row of(TriedDocument document, Violation problem, String after) {
            return new Row(
                    document.interchange().id(),
                    problem.path().toString(),
                    problem.code(),
                    after.isEmpty() ? problem.message() : "",
                    after);
        }
    }
}
