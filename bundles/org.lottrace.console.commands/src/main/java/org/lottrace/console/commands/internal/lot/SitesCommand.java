package org.lottrace.console.commands.internal.lot;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "sites", description = "Lists the own sites with their storage locations")
public final class SitesCommand extends LotTraceCommand {
    @Uses
    private SiteDirectory sites;

    @Override
    protected void run() {
        List<Site> all = sites.all();
        print(
                all,
                Table.of("Sites", all)
                        .column("Site", Site::id)
                        .column("Name", Site::name)
                        .column("Company", Site::company)
                        .column("GLN", Site::gln)
                        .column("Time zone", Site::zone)
                        .column("Locations", site -> site.locations().stream()
                                .map(location -> location.id() + " " + location.type())
                                .toList()));
    }
}
