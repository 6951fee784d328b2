package org.lottrace.soap.erp.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.overview.PastStock;
import org.lottrace.api.overview.PastStockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.api.violation.Violation;
import org.lottrace.soap.erp.internal.wire.GetStock;
import org.lottrace.soap.erp.internal.wire.Refused;

/** Answers what is where, or was. A name that nobody knows is refused: an empty answer would look like an empty shelf. */
final class Stock {
    /** Rows of what is asked most: a lot, an item at a site. */
    private static final int USUAL_ROWS = 1_000;

    private final Operations operations;

    Stock(Operations operations) {
        this.operations = operations;
    }

    List<StockBalance> find(Caller caller, GetStock request, Room room) throws Refused {
        boolean ofLot = request.getLot() != null;
        room.expect(ofLot || request.getItem() != null ? USUAL_ROWS : room.most());
        List<StockBalance> found = ofLot ? ofLot(caller, request) : atSite(caller, request);
        room.fit(
                found.size(),
                "balances",
                ofLot ? "lot" : "item",
                ofLot ? "Name issuer and item of the lot, too." : "Ask for each item of the site, or for single lots.");
        return found;
    }

    private List<StockBalance> ofLot(Caller caller, GetStock request) throws Refused {
        Reading reading = Reading.ofRequest();
        Optional<LotReference> reference = ValueMapper.lotReference(reading.at("lot"), request.getLot());
        Optional<AsOf> asOf = asOf(reading, request);
        reading.refuseWhatIsWrong();
        List<Lot> fitting = operations.as(caller, LotMaster.class).find(reference.orElseThrow());
        if (fitting.isEmpty()) {
            ViolationMapper.refuse(List.of(Unknown.violation("LOT_UNKNOWN", "lot", "lot " + reference.orElseThrow())));
        }
        if (asOf.isPresent()) {
            return fitting.stream()
                    .flatMap(lot -> past(caller, PastStockFilter.of(lot.key()), asOf.get()).stream())
                    .toList();
        }
        StockOnHand stock = operations.as(caller, StockOnHand.class);
        return fitting.stream().flatMap(lot -> stock.ofLot(lot.key()).stream()).toList();
    }

    private List<StockBalance> atSite(Caller caller, GetStock request) throws Refused {
        Reading reading = Reading.ofRequest();
        SiteId site = reading.value("site", SiteId.class, request.getSite());
        Optional<ItemNumber> item = reading.optional("item", ItemNumber.class, request.getItem());
        Optional<AsOf> asOf = asOf(reading, request);
        reading.refuseWhatIsWrong();
        List<Violation> violations = new ArrayList<>();
        if (operations.as(caller, SiteDirectory.class).find(site).isEmpty()) {
            violations.add(Unknown.violation("SITE_UNKNOWN", "site", "site " + site));
        }
        item.filter(number ->
                        operations.as(caller, ItemCatalog.class).find(number).isEmpty())
                .ifPresent(number -> violations.add(Unknown.violation("ITEM_UNKNOWN", "item", "item " + number)));
        ViolationMapper.refuse(violations);
        if (asOf.isPresent()) {
            return past(caller, new PastStockFilter(Optional.of(site), item, Optional.empty()), asOf.get());
        }
        StockOnHand stock = operations.as(caller, StockOnHand.class);
        return item.map(number -> stock.ofItem(number, site)).orElseGet(() -> stock.at(site));
    }

    /** @return which events count; empty when it is the stock of now that is asked for */
    private static Optional<AsOf> asOf(Reading reading, GetStock request) {
        return Optional.of(
                        Past.asOf(reading, request.getLedgerPosition(), request.getKnownAt(), request.getHappenedBy()))
                .filter(then -> !then.isLatest());
    }

    /** Up to one balance more than an answer holds, so that it is seen that there are too many. */
    private List<StockBalance> past(Caller caller, PastStockFilter filter, AsOf asOf) {
        PastStock stock = operations.as(caller, PastStock.class);
        List<StockBalance> found = new ArrayList<>();
        List<StockBalance> page;
        do {
            page = stock.list(
                    filter,
                    asOf,
                    found.isEmpty() ? Optional.empty() : Optional.of(key(found.get(found.size() - 1))),
                    PastStock.LONGEST_PAGE);
            found.addAll(page);
        } while (page.size() == PastStock.LONGEST_PAGE && found.size() <= Room.MOST);
        return found;
    }

    private static StockLine.Key key(StockBalance balance) {
        return new StockLine.Key(balance.lot(), balance.position());
    }
}
