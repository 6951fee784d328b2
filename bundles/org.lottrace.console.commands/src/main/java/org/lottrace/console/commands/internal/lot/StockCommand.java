package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.ItemCompleter;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.Known;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.StockTable;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "stock",
        description = "Shows what is where: of one lot, of one item at a site, or of a whole site")
public final class StockCommand extends LotTraceCommand {
    @Uses
    private LotMaster lots;

    @Uses
    private ItemCatalog items;

    @Uses
    private SiteDirectory sites;

    @Uses
    private StockOnHand stock;

    @Option(
            name = "--lot",
            description =
                    "Only this lot, work in process and goods in transit included: NUMBER, ITEM/NUMBER or ISSUER/ITEM/NUMBER")
    @Completion(LotCompleter.class)
    private String lot;

    @Option(name = "--item", description = "Only this item, in storage locations and in transit to them")
    @Completion(ItemCompleter.class)
    private String item;

    @Option(
            name = "--site",
            description = "Only this site, in storage locations and in transit to it. Default: all sites")
    @Completion(SiteCompleter.class)
    private String site;

    @Override
    protected void run() {
        List<StockBalance> balances = lot == null ? atSites() : ofLot();
        print(balances, StockTable.of("Stock", balances));
    }

    private List<StockBalance> ofLot() {
        if (item != null || site != null) {
            throw new IllegalArgumentException("--lot stands alone: leave out --item and --site");
        }
        return stock.ofLot(LotArgument.find(lots, lot).key());
    }

    private List<StockBalance> atSites() {
        Stream<SiteId> at = site == null
                ? sites.all().stream().map(Site::id)
                : Stream.of(Known.site(sites, TextForms.read(SiteId.class, site)));
        List<StockBalance> found = at.flatMap(id -> balancesAt(id).stream()).toList();
        if (found.isEmpty() && item != null) {
            Known.item(items, TextForms.read(ItemNumber.class, item));
        }
        return found;
    }

    private List<StockBalance> balancesAt(SiteId id) {
        List<StockBalance> inTransit = stock.inTransitTo(id);
        if (item == null) {
            return Stream.concat(stock.at(id).stream(), inTransit.stream()).toList();
        }
        ItemNumber only = TextForms.read(ItemNumber.class, item);
        return Stream.concat(stock.ofItem(only, id).stream(), inTransit.stream().filter(balance -> balance.lot()
                        .item()
                        .equals(only)))
                .toList();
    }
}
