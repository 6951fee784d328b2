package org.lottrace.console.commands.internal.follower;

import java.util.Comparator;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.LedgerProjection;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lottrace",
        name = "rebuild",
        description = "Derives stock, dispositions and what is known of lots again from the ledger, and shows what was"
                + " different; nobody can record anything meanwhile")
public final class RebuildCommand extends LotTraceCommand {
    @Reference(optional = true)
    private List<LedgerProjection> projections;

    @Override
    protected void run() {
        List<Difference> differences = projections.stream()
                .sorted(Comparator.comparing(LedgerProjection::name))
                .flatMap(projection ->
                        projection.rebuild().stream().map(text -> new Difference(projection.name(), text)))
                .toList();
        print(
                differences,
                Table.of("Different from the ledger, and put right", differences)
                        .column("Projection", Difference::projection)
                        .column("Row", Difference::row));
    }

    /**
     * One difference for scripts.
     *
     * @param projection what was derived
     * @param row what was kept, or is derived now
     */
    private record Difference(String projection, String row) {}
}
