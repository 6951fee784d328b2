package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.services.race.Lock.ITEM;
import static org.lottrace.services.race.Lock.RECORD;

import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.transaction.KeptRecord;
import org.lottrace.api.transaction.RecordLocks;
import org.lottrace.rest.internal.call.Replacement;
import org.lottrace.rest.internal.call.Tags;
import org.lottrace.rest.internal.problem.RefusedRequestException;
import org.lottrace.services.race.Race.Requests;

/** Two nodes write over one item, each only while it is what it has seen. */
class ReplacementRaceTest extends RaceTest {
    private static final Site REPLACE = RECORD.in("Replacement.save");

    @TestFactory
    Stream<DynamicTest> what_somebody_has_just_changed_is_not_written_over() {
        return race().firstIsInside(REPLACE)
                .firstStopsAt(ITEM.in("ItemCatalogService.save"))
                .secondWants(REPLACE)
                .tests(bakery -> {
                    Item seen = item(bakery);
                    ConcurrentSkipListSet<String> saved = new ConcurrentSkipListSet<>();
                    return new Requests(
                            () -> replace(bakery, seen, "wheat flour", saved),
                            () -> replace(bakery, seen, "rye flour", saved),
                            () -> assertEquals(
                                    saved,
                                    new ConcurrentSkipListSet<>(
                                            List.of(item(bakery).description()))));
                });
    }

    private static Item item(RacedBakery bakery) {
        return bakery.service(ItemCatalog.class).find(FLOUR).orElseThrow();
    }

    private static Object replace(
            RacedBakery bakery, Item seen, String description, ConcurrentSkipListSet<String> saved) {
        Item changed = new Item(
                seen.number(),
                description,
                seen.type(),
                seen.gtin(),
                seen.baseUnit(),
                seen.packUnits(),
                seen.shelfLifeDays(),
                seen.segregation(),
                seen.profile());
        ItemCatalog items = bakery.service(ItemCatalog.class);
        try {
            Replacement.of(Item.class, ifMatch(Tags.of(Item.class, seen)), KeptRecord.ITEM, FLOUR, FLOUR)
                    .when(() -> items.find(FLOUR))
                    .save(bakery.watched(RecordLocks.class), () -> items.save(List.of(changed)));
            saved.add(description);
            return "saved";
        } catch (RefusedRequestException toldSo) {
            return toldSo.getMessage();
        }
    }

    private static HttpHeaders ifMatch(String tag) {
        Map<String, String> headers = Map.of(HttpHeaders.IF_MATCH, tag);
        return (HttpHeaders) Proxy.newProxyInstance(
                HttpHeaders.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, given) -> headers.get(given[0]));
    }
}
