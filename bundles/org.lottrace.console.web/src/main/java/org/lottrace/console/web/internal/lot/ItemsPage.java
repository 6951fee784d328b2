package org.lottrace.console.web.internal.lot;

import java.util.List;
import java.util.Locale;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** The items, by number; part of a number, of a GTIN or of a description narrows them down. */
public final class ItemsPage implements Page {
    private static final int MOST = 200;

    /**
     * @param items those that are shown, by number
     * @param more how many others fit, too
     */
    public record View(String searched, List<Item> items, int more) {}

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
        List<Item> fitting = visit.as(ItemCatalog.class).all().stream()
                .filter(item -> fits(item, searched.toLowerCase(Locale.ROOT)))
                .toList();
        List<Item> shown = fitting.subList(0, Math.min(MOST, fitting.size()));
        return Answer.html("lot/items.jte", new View(searched, shown, fitting.size() - shown.size()));
    }

    private static boolean fits(Item item, String searched) {
        return item.number().value().toLowerCase(Locale.ROOT).contains(searched)
                || item.description().toLowerCase(Locale.ROOT).contains(searched)
                || item.gtin().filter(gtin -> gtin.value().contains(searched)).isPresent();
    }
}
