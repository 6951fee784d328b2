package org.lottrace.console.web.internal.lot;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.master.MasterKind;
import org.lottrace.console.web.internal.master.Closings;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** The items, by number; part of a number, of a GTIN or of a description narrows them down. */
public final class ItemsPage implements Page {
    private static final int MOST = 200;

    /**
     * @param items those that are shown, by number
     * @param more how many others fit, too
     * @param closed the numbers of those that are closed
     * @param all whether closed ones are shown
     * @param hidden how many closed ones would fit and are not shown
     */
    public record View(String searched, List<Item> items, int more, Set<ItemNumber> closed, boolean all, int hidden) {}

    @Override
    public String path() {
        return "items";
    }

    @Override
    public String needs() {
        return "item.list";
    }

    @Override
    public String icon() {
        return "items";
    }

    @Override
    public Answer show(Visit visit) {
        String searched = visit.parameters().text("q");
        boolean all = visit.parameters().isTicked("closed");
        Set<ItemNumber> closed = Closings.of(visit, MasterKind.ITEM).keySet().stream()
                .map(master -> new ItemNumber(master.key()))
                .collect(Collectors.toSet());
        Map<Boolean, List<Item>> fitting = visit.as(ItemCatalog.class).all().stream()
                .filter(item -> fits(item, searched.toLowerCase(Locale.ROOT)))
                .collect(Collectors.partitioningBy(item -> all || !closed.contains(item.number())));
        List<Item> shown = fitting.get(true).stream().limit(MOST).toList();
        return Answer.html(
                "lot/items.jte",
                new View(
                        searched,
                        shown,
                        fitting.get(true).size() - shown.size(),
                        closed,
                        all,
                        fitting.get(false).size()));
    }

    private static boolean fits(Item item, String searched) {
        return item.number().value().toLowerCase(Locale.ROOT).contains(searched)
                || item.description().toLowerCase(Locale.ROOT).contains(searched)
                || item.gtin().filter(gtin -> gtin.value().contains(searched)).isPresent();
    }
}
