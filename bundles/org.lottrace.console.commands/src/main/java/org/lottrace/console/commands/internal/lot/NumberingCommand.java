package org.lottrace.console.commands.internal.lot;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "numbering", description = "Prints the standard by which each site numbers its lots")
public final class NumberingCommand extends LotTraceCommand {
    @Uses
    private SiteDirectory sites;

    @Option(name = "--site", description = "Only this site")
    @Completion(SiteCompleter.class)
    private String site;

    @Override
    protected void run() {
        List<Standard> standards = sites.all().stream()
                .filter(s -> site == null || s.id().value().equals(site))
                .map(Standard::of)
                .toList();
        if (site != null && standards.isEmpty()) {
            throw new IllegalArgumentException("site " + site + " is unknown; see lot:sites");
        }
        print(standards, standards.stream().flatMap(Standard::tables).toArray(Table<?>[]::new));
    }

    /**
     * The numbering standard of a site.
     *
     * @param site whose
     * @param issuer party that gives the numbers
     * @param template the whole
     * @param zone time zone of its dates
     * @param productionDayStart local time at which a production day begins
     * @param parts the template piece by piece
     */
    private record Standard(
            SiteId site,
            PartyId issuer,
            String template,
            ZoneId zone,
            LocalTime productionDayStart,
            List<TemplatePart> parts) {
        static Standard of(Site site) {
            String template = site.lotNumberTemplate();
            return new Standard(
                    site.id(),
                    site.company(),
                    template,
                    site.zone(),
                    site.productionDayStart(),
                    TemplatePart.of(template));
        }

        Stream<Table<?>> tables() {
            return Stream.of(
                    Table.details("Lot numbers of site " + site, this)
                            .column("Template", Standard::template)
                            .column("Issued by", Standard::issuer)
                            .column("Dates", s -> "production day, from " + s.productionDayStart + " in " + s.zone),
                    Table.of("From left to right", parts)
                            .column("Part", TemplatePart::text)
                            .column("Meaning", TemplatePart::meaning));
        }
    }
}
