package org.lottrace.console.commands.internal.cost;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "cost", name = "companies", description = "Lists the companies that keep books of their own")
public final class CompaniesCommand extends LotTraceCommand {
    @Uses
    private Companies companies;

    @Override
    protected void run() {
        List<CompanyBooks> all = companies.all();
        print(
                all,
                Table.of("Companies", all)
                        .column("Company", CompanyBooks::company)
                        .column("Currency", CompanyBooks::currency)
                        .column("Tax number", CompanyBooks::taxNumber)
                        .column("By", CompanyBooks::by)
                        .column("Since", CompanyBooks::at));
    }
}
