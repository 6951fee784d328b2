package org.lottrace.console.commands.internal.lot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.overview.PastStock;
import org.lottrace.api.overview.PastStockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.ItemCompleter;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.Known;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.Past;
import org.lottrace.console.commands.internal.output.StockTable;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "stock",
        description =
                "Shows what is where: of one lot, of one item at a site, or of a whole site; now, or as it was at a time")
public final class StockCommand extends LotTraceCommand {
    /** All of them are in memory before they are printed. */
    private static final int MOST_OF_THE_PAST = 25_000;

    private static final String LOT_ALONE = "--lot stands alone: leave out --item and --site";

    @Uses
    private LotMaster lots;

    @Uses
    private ItemCatalog items;

    @Uses
    private SiteDirectory sites;

    @Uses
    private StockOnHand stock;

    @Uses
    private PastStock pastStock;

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

    @Option(
            name = "--at",
            description = "As it was then, by what had happened: ISO 8601, UTC unless an offset is given;"
                    + " --site means its storage locations only, without the road to it")
    private String at;

    @Option(name = "--known-at", description = "As it was known then: ISO 8601, UTC unless an offset is given")
    private String knownAt;

    @Override
    protected void run() {
        List<StockBalance> balances = at != null || knownAt != null ? past() : lot == null ? atSites() : ofLot();
        print(balances, StockTable.of("Stock", balances));
    }

    private List<StockBalance> past() {
        if (lot != null && (item != null || site != null)) {
            throw new IllegalArgumentException(LOT_ALONE);
        }
        Optional<ItemNumber> only = Optional.ofNullable(item).map(number -> TextForms.read(ItemNumber.class, number));
        only.ifPresent(number -> Known.item(items, number));
        PastStockFilter filter = new PastStockFilter(
                Optional.ofNullable(site).map(id -> Known.site(sites, TextForms.read(SiteId.class, id))),
                only,
                Optional.ofNullable(lot)
                        .map(typed -> LotArgument.find(lots, typed).key()));
        AsOf asOf = Past.asOf(at, knownAt);
        List<StockBalance> found = new ArrayList<>();
        List<StockBalance> page;
        do {
            page = pastStock.list(filter, asOf, last(found), PastStock.LONGEST_PAGE);
            found.addAll(page);
            if (found.size() > MOST_OF_THE_PAST) {
                throw new IllegalArgumentException("there were more than " + MOST_OF_THE_PAST
                        + " balances then: ask for one --site, --item or --lot, or page by page over REST");
            }
        } while (page.size() == PastStock.LONGEST_PAGE);
        return found;
    }

    private static Optional<StockLine.Key> last(List<StockBalance> found) {
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new StockLine.Key(
                        found.get(found.size() - 1).lot(),
                        found.get(found.size() - 1).position()));
    }

    private List<StockBalance> ofLot() {
        if (item != null || site != null) {
            throw new IllegalArgumentException(LOT_ALONE);
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
