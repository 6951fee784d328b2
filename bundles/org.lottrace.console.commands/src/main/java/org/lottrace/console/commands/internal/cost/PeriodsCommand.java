package org.lottrace.console.commands.internal.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.cost.AccountingPeriod;
import org.lottrace.api.cost.AccountingPeriods;
import org.lottrace.api.cost.PeriodSnapshot;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.BooksCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "periods",
        description = "Lists accounting periods, the newest first, how far each is closed, and the hash of its figures")
public final class PeriodsCommand extends BooksCommand {
    private static final int MOST = 500;

    @Uses
    private AccountingPeriods periods;

    @Option(
            name = "--after",
            description = "Begin behind the period that ends on this day, the last one of the page before")
    private String after;

    @Override
    protected void ofBooks() {
        Optional<LocalDate> last = Optional.ofNullable(after).map(text -> TextForms.read(LocalDate.class, text));
        List<AccountingPeriod> page = periods.list(last, Math.min(limit(), MOST));
        print(
                page,
                Table.of("Periods", page)
                        .column("From", AccountingPeriod::from)
                        .column("To", AccountingPeriod::to)
                        .column("State", AccountingPeriod::state)
                        .column("Hash", period -> period.snapshot().map(PeriodSnapshot::hash)));
    }
}
