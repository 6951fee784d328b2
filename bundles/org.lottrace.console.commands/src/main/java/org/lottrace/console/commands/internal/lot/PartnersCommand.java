package org.lottrace.console.commands.internal.lot;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.Masters;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "partners",
        description =
                "Lists suppliers, customers, carriers and the own companies with what was agreed, without closed ones")
public final class PartnersCommand extends LotTraceCommand {
    @Uses
    private PartnerDirectory parties;

    @Uses
    private Masters masters;

    @Option(name = "--closed", description = "List closed ones, too. Default: open ones only")
    private boolean closed;

    @Override
    protected void run() {
        List<Party> all = MasterSteps.open(
                parties.all(), closed, MasterKind.PARTY, party -> MasterReference.of(party.id()), masters);
        print(
                all,
                Table.of("Partners", all)
                        .column("Party", Party::id)
                        .column("Name", Party::name)
                        .column(
                                "Roles",
                                party -> party.roles().stream().sorted().toList())
                        .column("GLN", Party::gln)
                        .column("City", party -> party.address().city())
                        .column("EDI address", party -> party.profile().ediAddress())
                        .column("Mapping", party -> party.profile().mapping())
                        .number("Remaining shelf life, days", party -> party.profile()
                                .minimumRemainingShelfLifeDays()));
    }
}
