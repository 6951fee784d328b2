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
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.violation.Violation;
import org.lottrace.soap.erp.internal.wire.GetStock;
import org.lottrace.soap.erp.internal.wire.Refused;

/** Answers what is where. A name that nobody knows is refused: an empty answer would look like an empty shelf. */
final class Stock {
    /** An answer with so many balances has some 5 MB. */
    static final int MOST_BALANCES = 10_000;

    private final Operations operations;
    private final int most;

    Stock(Operations operations, int most) {
        this.operations = operations;
        this.most = most;
    }

    List<StockBalance> find(Caller caller, GetStock request) throws Refused {
        List<StockBalance> found = request.getLot() == null ? atSite(caller, request) : ofLot(caller, request);
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

    private List<StockBalance> ofLot(Caller caller, GetStock request) throws Refused {
        Reading reading = Reading.ofRequest();
        Optional<LotReference> reference = ValueMapper.lotReference(reading.at("lot"), request.getLot());
        reading.refuseWhatIsWrong();
        List<Lot> fitting = operations.as(caller, LotMaster.class).find(reference.orElseThrow());
        if (fitting.isEmpty()) {
            ViolationMapper.refuse(List.of(unknown("LOT_UNKNOWN", "lot", "lot " + reference.orElseThrow())));
        }
        StockOnHand stock = operations.as(caller, StockOnHand.class);
        return fitting.stream().flatMap(lot -> stock.ofLot(lot.key()).stream()).toList();
    }

    private List<StockBalance> atSite(Caller caller, GetStock request) throws Refused {
        Reading reading = Reading.ofRequest();
        SiteId site = reading.value("site", SiteId.class, request.getSite());
        Optional<ItemNumber> item = reading.optional("item", ItemNumber.class, request.getItem());
        reading.refuseWhatIsWrong();
        List<Violation> violations = new ArrayList<>();
        if (operations.as(caller, SiteDirectory.class).find(site).isEmpty()) {
            violations.add(unknown("SITE_UNKNOWN", "site", "site " + site));
        }
        item.filter(number ->
                        operations.as(caller, ItemCatalog.class).find(number).isEmpty())
                .ifPresent(number -> violations.add(unknown("ITEM_UNKNOWN", "item", "item " + number)));
        ViolationMapper.refuse(violations);
        StockOnHand stock = operations.as(caller, StockOnHand.class);
        return item.map(number -> stock.ofItem(number, site)).orElseGet(() -> stock.at(site));
    }

    private static Violation unknown(String code, String field, String what) {
        return new Violation(code, field, "There is no " + what + ". Check the spelling; case is significant.");
    }
}
