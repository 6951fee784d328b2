package org.lottrace.console.commands.internal.recall;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.recall.report.Consignee;
import org.lottrace.api.recall.report.ConsigneeLine;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "consignees",
        description = "Shows who received affected goods, what became of them, and who has to be told or reminded")
public final class ConsigneesCommand extends RecallCommand {
    @Uses
    private RecallReports reports;

    @Override
    protected void run() {
        List<Consignee> consignees = found(reports.consignees(id()));
        print(consignees, consignees(consignees), lines(consignees));
    }

    static Table<Consignee> consignees(List<Consignee> consignees) {
        return Table.of("Consignees", consignees)
                .column("Party", Consignee::party)
                .column("Name", Consignee::name)
                .column("Telephone", Consignee::phone)
                .column("E-mail", Consignee::email)
                .column("Told", Consignee::notifiedAt)
                .column("How", Consignee::method)
                .number("Reminders", Consignee::reminders)
                .column("To do", Consignee::followUp)
                .column("Answer due", Consignee::due)
                .column("Answered", Consignee::answeredAt);
    }

    private static Table<Line> lines(List<Consignee> consignees) {
        List<Line> lines = consignees.stream()
                .flatMap(consignee -> consignee.lines().stream().map(line -> new Line(consignee, line)))
                .toList();
        return Table.of("What they received", lines)
                .column("Party", line -> line.consignee().party())
                .column("Shipment", line -> line.goods().shipment().number())
                .column("Lot", line -> line.goods().lot())
                .number("Shipped", line -> line.goods().shipped())
                .number("Returned", line -> line.goods().returned())
                .number("On hand", line -> line.goods().onHand())
                .number("Destroyed", line -> line.goods().destroyed())
                .number("Used", line -> line.goods().used())
                .number("Unaccounted", line -> line.goods().unaccounted())
                .column("Told customers", line -> line.goods().subRecalled());
    }

    private record Line(Consignee consignee, ConsigneeLine goods) {}
}
