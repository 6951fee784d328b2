package org.lottrace.console.commands.internal.cost;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.cost.BooksOpening;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "open-books",
        description = "Opens books for a company, before anything is recorded at one of its sites")
public final class OpenBooksCommand extends LotTraceCommand {
    @Uses
    private Companies companies;

    @Argument(index = 0, name = "COMPANY", description = "Party with the role COMPANY", required = true)
    private String company;

    @Argument(index = 1, name = "CURRENCY", description = "In which the books are kept, such as USD", required = true)
    private String currency;

    @Option(name = "--tax-number", description = "Under which the company is registered. Default: none")
    private String taxNumber = "";

    @Override
    protected void run() throws CommandException {
        Outcome<CompanyBooks> opened =
                companies.open(caller(), new BooksOpening(new PartyId(company), currency, taxNumber));
        opened.toOptional()
                .ifPresent(books -> print(
                        books,
                        Table.details(opened instanceof Outcome.Done ? "Opened" : "Were open", books)
                                .column("Company", CompanyBooks::company)
                                .column("Currency", CompanyBooks::currency)
                                .column("Tax number", CompanyBooks::taxNumber)));
        failOn(opened.violations());
    }
}
