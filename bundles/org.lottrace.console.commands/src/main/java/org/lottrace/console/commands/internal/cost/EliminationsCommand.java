package org.lottrace.console.commands.internal.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.EliminatedLot;
import org.lottrace.api.cost.Elimination;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "eliminations",
        description =
                "Shows the entry by which the group eliminates what its companies sold to each other in some days, or its lots")
public final class EliminationsCommand extends LotTraceCommand {
    @Uses
    private Companies companies;

    @Argument(index = 0, name = "FROM", description = "First accounting date, 2026-03-01", required = true)
    private String from;

    @Argument(index = 1, name = "TO", description = "Last accounting date", required = true)
    private String to;

    @Option(name = "--known", description = "Only journal entries up to this number. Default: all")
    private String known;

    @Option(name = "--lots", description = "The lots behind the entry")
    private boolean lots;

    @Option(name = "--after", description = "With --lots, begin behind so many, as many as were shown before")
    private String after;

    @Override
    protected void run() {
        LocalDate first = TextForms.read(LocalDate.class, from);
        LocalDate last = TextForms.read(LocalDate.class, to);
        long newest = Optional.ofNullable(known).map(WholeNumber::parse).orElse(Long.MAX_VALUE);
        sayBooks();
        if (lots) {
            lots(first, last, newest);
        } else if (after == null) {
            entry(companies.eliminations(first, last, newest));
        } else {
            throw new IllegalArgumentException("--after goes with --lots");
        }
    }

    private void entry(List<Elimination> lines) {
        print(
                lines,
                Table.of("Entry of the group", lines)
                        .column("Day", Elimination::day)
                        .column("Account", Elimination::account)
                        .column("Books of", line -> books(line.company()))
                        .number("Amount", Elimination::amount)
                        .number("Known up to entry", Elimination::known));
    }

    private void lots(LocalDate first, LocalDate last, long newest) {
        int skip = Optional.ofNullable(after).map(WholeNumber::parse).orElse(0L).intValue();
        List<EliminatedLot> found = companies.eliminatedLots(first, last, newest, skip, limit());
        print(
                found,
                Table.of("Lots behind the entry", found)
                        .column("Account", EliminatedLot::account)
                        .column("Books of", lot -> books(lot.company()))
                        .column("Lot", EliminatedLot::lot)
                        .number("Before", EliminatedLot::before)
                        .number("After", EliminatedLot::after));
    }

    private static String books(Optional<PartyId> company) {
        return company.map(PartyId::value).orElse("all others");
    }
}
