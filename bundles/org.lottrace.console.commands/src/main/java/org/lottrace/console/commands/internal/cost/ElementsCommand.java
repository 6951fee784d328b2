package org.lottrace.console.commands.internal.cost;

import java.time.LocalDate;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.cost.CogsElements;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.ElementAmount;
import org.lottrace.api.cost.LotElements;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.BooksCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "elements",
        description =
                "Shows what a lot is worth, or what was sold in some days, by cost element: material, freight, duty, conversion,"
                        + " overhead")
public final class ElementsCommand extends BooksCommand {
    @Uses
    private LotMaster lots;

    @Uses
    private CostHistory history;

    @Argument(index = 0, name = "LOT", description = LotArgument.FORM + "; or say days")
    @Completion(LotCompleter.class)
    private String lot;

    @Option(name = "--from", description = "First accounting date of what was sold, 2026-03-01")
    private String from;

    @Option(name = "--to", description = "Last accounting date, at most 371 days altogether")
    private String to;

    @Override
    protected void ofBooks() {
        boolean isOfDays = from != null && to != null;
        if ((lot != null) == isOfDays || (from == null) != (to == null)) {
            throw new IllegalArgumentException("name a lot, or say --from and --to");
        }
        if (isOfDays) {
            ofDays();
        } else {
            ofLot();
        }
    }

    private void ofDays() {
        CogsElements sold =
                history.cogsElements(TextForms.read(LocalDate.class, from), TextForms.read(LocalDate.class, to));
        print(
                sold,
                table("Cost of goods sold by element", sold.elements()),
                Table.details("Account", sold).number("Change", CogsElements::account));
    }

    private void ofLot() {
        LotKey key = LotArgument.find(lots, lot).key();
        LotElements elements = history.elements(key)
                .orElseThrow(() -> new IllegalArgumentException("lot " + key + " never had a cost"));
        print(elements, table("On stock", elements.onStock()), table("In process", elements.inProcess()));
    }

    private static Table<ElementAmount> table(String title, List<ElementAmount> amounts) {
        return Table.of(title, amounts)
                .column("Element", ElementAmount::element)
                .number("Amount", ElementAmount::amount);
    }
}
