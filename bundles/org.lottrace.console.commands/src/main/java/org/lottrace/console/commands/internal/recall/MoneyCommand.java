package org.lottrace.console.commands.internal.recall;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.cost.DraftEntry;
import org.lottrace.api.cost.DraftLine;
import org.lottrace.api.cost.RecallCostDraft;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.report.RecallMoney;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.BooksCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.RecallCaseCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "recall", name = "money", description = "Drafts what a recall means for the books; posts nothing")
public final class MoneyCommand extends BooksCommand {
    @Uses
    private RecallMoney money;

    @Argument(index = 0, name = "CASE", description = "Recall case, such as R-000001", required = true)
    @Completion(RecallCaseCompleter.class)
    private String recallCase;

    @Override
    protected void ofBooks() {
        RecallCaseId id = TextForms.read(RecallCaseId.class, recallCase);
        RecallCostDraft draft = money.draft(id)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no recall case " + id + "; see recall:cases"));
        List<Table<?>> tables = new ArrayList<>();
        for (DraftEntry entry : draft.entries()) {
            tables.add(Table.details(entry.purpose().toString(), entry)
                    .column("Total", DraftEntry::total)
                    .column("Of it at cost", atCost -> atCost.total(DraftLine.Source.LOT_COST))
                    .column("Basis", DraftEntry::basis));
            tables.add(lines(entry));
        }
        draft.overRecall().ifPresent(compared -> tables.add(overRecall(compared)));
        print(draft, tables.toArray(Table<?>[]::new));
    }

    private static Table<DraftLine> lines(DraftEntry entry) {
        return Table.of("Lines", entry.lines())
                .column("Account", DraftLine::account)
                .column("Lot", DraftLine::lot)
                .number("Quantity", DraftLine::quantity)
                .column("Party", DraftLine::party)
                .number("Amount", DraftLine::amount)
                .column("Source", DraftLine::source);
    }

    private static Table<RecallCostDraft.OverRecall> overRecall(RecallCostDraft.OverRecall compared) {
        return Table.details("Beside a recall of everything of these products", compared)
                .column("Affected lots", RecallCostDraft.OverRecall::affectedLots)
                .column("At cost", RecallCostDraft.OverRecall::affectedValue)
                .column("All lots", RecallCostDraft.OverRecall::productLots)
                .column("At cost", RecallCostDraft.OverRecall::productValue)
                .column("Avoided", RecallCostDraft.OverRecall::avoided);
    }
}
