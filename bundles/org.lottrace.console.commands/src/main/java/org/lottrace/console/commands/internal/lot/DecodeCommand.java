package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotNumbering;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "decode",
        description = "Reads a lot number by the numbering standard of a site; fails when it does not follow it")
public final class DecodeCommand extends LotTraceCommand {
    @Uses
    private SiteDirectory sites;

    @Uses
    private LotNumbering numbering;

    @Argument(index = 0, name = "SITE", description = "Site whose standard counts", required = true)
    @Completion(SiteCompleter.class)
    private String site;

    @Argument(index = 1, name = "NUMBER", description = "Lot number as it stands on the goods", required = true)
    private String number;

    @Override
    protected void run() {
        Site found = sites.find(TextForms.read(SiteId.class, site))
                .orElseThrow(() -> new IllegalArgumentException("site " + site + " is unknown; see lot:sites"));
        Map<String, String> fields =
                numbering.decode(found.lotNumberTemplate(), TextForms.read(LotNumber.class, number));
        print(
                fields,
                Table.of(number + " by " + found.lotNumberTemplate(), List.copyOf(fields.entrySet()))
                        .column("Field", Map.Entry::getKey)
                        .column("Text", Map.Entry::getValue));
    }
}
