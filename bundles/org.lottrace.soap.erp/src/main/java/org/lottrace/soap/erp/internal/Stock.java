package org.lottrace.soap.erp.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.violation.Violation;
import org.lottrace.soap.erp.internal.wire.GetStock;
import org.lottrace.soap.erp.internal.wire.Refused;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers what is where. A name that nobody knows is refused: an empty answer would look like an empty shelf. */
@Component(service = Stock.class)
public final class Stock {
    /** An answer with so many balances has some 5 MB. */
    private static final int MOST_BALANCES = 10_000;

    private final StockOnHand stock;
    private final LotMaster lots;
    private final ItemCatalog items;
    private final SiteDirectory sites;
    private final int most;

    @Activate
    public Stock(
            @Reference StockOnHand stock,
            @Reference LotMaster lots,
            @Reference ItemCatalog items,
            @Reference SiteDirectory sites) {
        this(stock, lots, items, sites, MOST_BALANCES);
    }

    /** For tests. */
    Stock(StockOnHand stock, LotMaster lots, ItemCatalog items, SiteDirectory sites, int most) {
        this.stock = stock;
        this.lots = lots;
        this.items = items;
        this.sites = sites;
        this.most = most;
    }

    List<StockBalance> find(GetStock request) throws Refused {
        List<StockBalance> found = request.getLot() == null ? atSite(request) : ofLot(request);
        if (found.size() > most) {
            ViolationMapper.refuse(List.of(new Violation(
                    "ANSWER_TOO_LARGE",
                    request.getLot() == null ? "item" : "lot",
                    "The answer would have " + found.size() + " balances, and " + most
                            + " are sent at most; nothing of it was sent. "
                            + (request.getLot() == null
                                    ? "Ask for each item of the site, or for single lots."
                                    : "Name issuer and item of the lot, too."))));
        }
        return found;
    }

    private List<StockBalance> ofLot(GetStock request) throws Refused {
        Reading reading = Reading.ofRequest();
        Optional<LotReference> reference = ValueMapper.lotReference(reading.at("lot"), request.getLot());
        reading.refuseWhatIsWrong();
        List<Lot> fitting = lots.find(reference.orElseThrow());
        if (fitting.isEmpty()) {
            ViolationMapper.refuse(List.of(unknown("LOT_UNKNOWN", "lot", "lot " + reference.orElseThrow())));
        }
        return fitting.stream().flatMap(lot -> stock.ofLot(lot.key()).stream()).toList();
    }

    private List<StockBalance> atSite(GetStock request) throws Refused {
        Reading reading = Reading.ofRequest();
        SiteId site = reading.value("site", SiteId.class, request.getSite());
        Optional<ItemNumber> item = reading.optional("item", ItemNumber.class, request.getItem());
        reading.refuseWhatIsWrong();
        List<Violation> violations = new ArrayList<>();
        if (sites.find(site).isEmpty()) {
            violations.add(unknown("SITE_UNKNOWN", "site", "site " + site));
        }
        item.filter(number -> items.find(number).isEmpty())
                .ifPresent(number -> violations.add(unknown("ITEM_UNKNOWN", "item", "item " + number)));
        ViolationMapper.refuse(violations);
        return item.map(number -> stock.ofItem(number, site)).orElseGet(() -> stock.at(site));
    }

    private static Violation unknown(String code, String field, String what) {
        return new Violation(code, field, "There is no " + what + ". Check the spelling; case is significant.");
    }
}
