package org.lottrace.console.commands.internal.cost;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.account.AccountQuestion;
import org.lottrace.api.account.AccountRules;
import org.lottrace.api.account.AccountTrial;
import org.lottrace.api.cost.Account;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.BooksCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.ItemCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.Choice;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "account",
        description = "Tries which number of the company's chart stands for an account in a case, and says why")
public final class AccountCommand extends BooksCommand {
    @Uses
    private AccountRules rules;

    @Argument(index = 0, name = "ACCOUNT", description = "Account of LotTrace, such as INVENTORY", required = true)
    private String account;

    @Option(name = "--day", description = "Accounting date, 2026-03-01", required = true)
    private String day;

    @Option(name = "--item", description = "Number of the item whose class and type count")
    @Completion(ItemCompleter.class)
    private String item;

    @Option(name = "--site", description = "Where it happens")
    @Completion(SiteCompleter.class)
    private String site;

    @Option(name = "--document", description = "Kind of the main document, such as SHIPMENT")
    private String document;

    @Option(name = "--event", description = "Kind of the event, such as SHIP")
    private String event;

    @Option(name = "--reason", description = "Why it is done, as the event says")
    private String reason;

    @Override
    protected boolean readsFigures() {
        return false;
    }

    @Override
    protected void ofBooks() throws CommandException {
        Outcome<AccountTrial> outcome = rules.test(new AccountQuestion(
                Choice.of(Account.class, account),
                TextForms.read(LocalDate.class, day),
                Optional.ofNullable(item).map(ItemNumber::new),
                Optional.ofNullable(site).map(SiteId::new),
                Optional.ofNullable(document).map(type -> Choice.of(DocumentType.class, type)),
                Optional.ofNullable(event).map(type -> Choice.of(EventType.class, type)),
                Optional.ofNullable(reason)));
        failOn(outcome.violations());
        AccountTrial trial = outcome.toOptional().orElseThrow();
        print(
                trial,
                Table.of("Rules", trial.rules())
                        .number("Rule", judged -> judged.rule().rule())
                        .column("Number", judged -> judged.rule().change().number())
                        .column("Decides", judged -> trial.applies()
                                .filter(judged.rule()::equals)
                                .isPresent())
                        .column(
                                "Names",
                                judged -> judged.rule().change().scope().named())
                        .column("Does not fit", AccountTrial.Judged::notMet));
    }
}
