package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.overview.PastStock;
import org.lottrace.api.overview.PastStockFilter;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.Past;
import org.lottrace.console.commands.internal.output.SiteTime;
import org.lottrace.console.commands.internal.output.StockTable;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "show",
        description = "Shows a lot, now or as it was: its dates, its disposition and where it is")
public final class ShowLotCommand extends LotTraceCommand {
    @Uses
    private LotMaster lots;

    @Uses
    private Holds holds;

    @Uses
    private StockOnHand stock;

    @Uses
    private PastStock pastStock;

    @Uses
    private LotCorrections corrections;

    @Option(name = "--at", description = Past.AT)
    private String at;

    @Option(name = "--known-at", description = Past.KNOWN_AT)
    private String knownAt;

    @Argument(index = 0, name = "LOT", description = LotArgument.FORM, required = true)
    @Completion(LotCompleter.class)
    private String lot;

    @Override
    protected void run() {
        AsOf asOf = Past.asOf(at, knownAt);
        Lot now = LotArgument.find(lots, lot);
        LotKey key = now.key();
        Lot found = asOf.isLatest()
                ? now
                : corrections
                        .find(key, asOf)
                        .orElseThrow(() ->
                                new IllegalArgumentException("lot " + key + " was not known then; see lot:history"));
        Shown shown = new Shown(
                found, holds.dispositionOf(key, asOf), asOf.isLatest() ? stock.ofLot(key) : pastStock(key, asOf));
        print(
                shown,
                Table.details("Lot", found)
                        .column("Lot", Lot::key)
                        .column("Number on the goods", Lot::number)
                        .column("Produced", Lot::productionDate)
                        .column("Expires", Lot::expiry)
                        .column("Supplier's number", Lot::supplierLotNumber)
                        .column("Made at", Lot::madeAt)
                        .column("Disposition", l -> shown.disposition
                                .map(LotDisposition::disposition)
                                .orElse(Disposition.SELLABLE))
                        .column("Reason", l -> shown.disposition.map(LotDisposition::reason)),
                HoldTable.of(shown.disposition.map(LotDisposition::holds).orElse(List.of()), shown.site()),
                StockTable.of("Stock", shown.stock));
    }

    private List<StockBalance> pastStock(LotKey key, AsOf asOf) {
        PastStockFilter filter = new PastStockFilter(Optional.empty(), Optional.empty(), Optional.of(key));
        return pastStock.list(filter, asOf, Optional.empty(), PastStock.LONGEST_PAGE);
    }

    /**
     * A lot for scripts.
     *
     * @param lot the lot
     * @param disposition absent when it never was anything but sellable
     * @param stock every position of it
     */
    private record Shown(Lot lot, Optional<LotDisposition> disposition, List<StockBalance> stock) {
        /** @return where it is, or where it was made when there is nothing of it */
        private Optional<SiteId> site() {
            return stock.stream()
                    .flatMap(balance -> SiteTime.siteOf(balance.position().place()).stream())
                    .findFirst()
                    .or(lot::madeAt);
        }
    }
}
