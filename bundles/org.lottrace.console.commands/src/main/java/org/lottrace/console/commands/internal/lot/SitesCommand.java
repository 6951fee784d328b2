package org.lottrace.console.commands.internal.lot;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.Masters;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "sites",
        description =
                "Lists the own sites with their storage locations and what of them is closed, without closed sites")
public final class SitesCommand extends LotTraceCommand {
    @Uses
    private SiteDirectory sites;

    @Uses
    private Masters masters;

    @Option(name = "--closed", description = "List closed sites, too. Default: open ones only")
    private boolean closed;

    @Override
    protected void run() {
        List<Site> all =
                MasterSteps.open(sites.all(), closed, MasterKind.SITE, site -> MasterReference.of(site.id()), masters);
        Set<MasterReference> shut = new HashSet<>(MasterSteps.closed(MasterKind.SITE, masters));
        shut.addAll(MasterSteps.closed(MasterKind.LOCATION, masters));
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
                                .toList())
                        .column("Closed", site -> closedOf(site, shut)));
    }

    private static List<String> closedOf(Site site, Set<MasterReference> closed) {
        return Stream.concat(
                        Stream.of(MasterReference.of(site.id())),
                        site.locations().stream().map(location -> MasterReference.of(site.id(), location.id())))
                .filter(closed::contains)
                .map(MasterReference::key)
                .toList();
    }
}
