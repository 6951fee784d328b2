package org.lottrace.console.commands.internal.lot;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.quality.Usability;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.completion.PartyCompleter;
import org.lottrace.console.commands.internal.input.Choice;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.Past;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "usable", description = "Says whether a lot may be used, and if not, every reason")
public final class UsableCommand extends LotTraceCommand {
    @Uses
    private LotMaster lots;

    @Uses
    private LotUsability usability;

    @Uses
    private PartnerDirectory parties;

    @Option(name = "--purpose", description = "allocation, shipment or production")
    @Completion(
            value = StringsCompleter.class,
            values = {"allocation", "shipment", "production"})
    private String purpose = "allocation";

    @Option(name = "--party", description = "For which customer; their agreed remaining shelf life counts")
    @Completion(PartyCompleter.class)
    private String party;

    @Option(name = "--date", description = "Day of delivery or consumption, 2026-03-01", required = true)
    private String date;

    @Option(name = "--at", description = Past.AT)
    private String at;

    @Option(name = "--known-at", description = Past.KNOWN_AT)
    private String knownAt;

    @Argument(index = 0, name = "LOT", description = LotArgument.FORM, required = true)
    @Completion(LotCompleter.class)
    private String lot;

    @Override
    protected void run() {
        Optional<Party> customer = Optional.ofNullable(party).map(id -> parties.find(TextForms.read(PartyId.class, id))
                .orElseThrow(() -> new IllegalArgumentException("party " + id + " is unknown; see lot:partners")));
        Lot found = LotArgument.find(lots, lot);
        Usability answer = usability.isUsable(
                found,
                Choice.of(Purpose.class, purpose),
                customer,
                TextForms.read(LocalDate.class, date),
                Past.asOf(at, knownAt));
        print(
                answer,
                Table.details("Usability", answer)
                        .column("Lot", u -> found.key())
                        .column("May be used", u -> u.isUsable() ? "yes" : "no")
                        .column("Reasons", Usability::reasons));
    }
}
