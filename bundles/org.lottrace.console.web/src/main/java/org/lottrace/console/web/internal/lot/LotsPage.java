package org.lottrace.console.web.internal.lot;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** The lots of one item, the first to expire first, a page at a time. */
public final class LotsPage implements Page {
    private static final int AT_A_TIME = 50;

    /** @param next address of the next page, absent on the last one */
    public record View(Item item, List<Lot> lots, Optional<String> next) {}

    @Override
    public String path() {
        return "lots";
    }

    @Override
    public String needs() {
        return "lot.list-of-item";
    }

    @Override
    public Answer show(Visit visit) {
        ItemNumber number = new ItemNumber(visit.parameters().text("item"));
        Optional<Item> item = visit.as(ItemCatalog.class).find(number);
        if (item.isEmpty()) {
            return Answer.NOT_FOUND;
        }
        Optional<LotKey> after = visit.parameters().given("after").map(LotKey::parse);
        List<Lot> lots = visit.as(LotMaster.class).ofItem(number, after, AT_A_TIME + 1);
        List<Lot> shown = lots.subList(0, Math.min(AT_A_TIME, lots.size()));
        Optional<String> next = lots.size() > AT_A_TIME
                ? Optional.of(Address.to(
                        "lots",
                        "item",
                        number,
                        "after",
                        shown.get(AT_A_TIME - 1).key()))
                : Optional.empty();
        return Answer.html("lot/lots.jte", new View(item.get(), shown, next));
    }
}
