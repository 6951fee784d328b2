package org.lottrace.console.commands.internal;

import static org.lottrace.console.commands.internal.Shell.answering;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;

/** Services that give the answers most commands begin with. */
final class Answers {
    private Answers() {}

    /** @return a lot master with exactly these lots */
    static LotMaster lots(Lot... known) {
        return answering(
                LotMaster.class,
                Map.of(
                        "find",
                        given -> Arrays.stream(known)
                                .filter(lot -> ((LotReference) given.get(0)).fits(lot))
                                .toList(),
                        "ofItem",
                        given -> Arrays.stream(known)
                                .filter(lot -> lot.key().item().equals(given.get(0)))
                                .toList()));
    }

    /** @return the items of the bakery */
    static ItemCatalog items() {
        return answering(ItemCatalog.class, "find", given -> Bakery.items().stream()
                .filter(item -> item.number().equals(given.get(0)))
                .findFirst());
    }

    /** @return the sites of the bakery */
    static SiteDirectory sites() {
        return sites(Bakery.sites());
    }

    static SiteDirectory sites(List<Site> all) {
        return answering(SiteDirectory.class, Map.of("all", given -> all, "find", given -> Optional.of(all).stream()
                .flatMap(List::stream)
                .filter(site -> site.id().equals(given.get(0)))
                .findFirst()));
    }

    static RecordedEvent recorded(TraceEvent event, long position) {
        return new RecordedEvent(event, position, Instant.parse("2026-03-02T08:00:01.123456Z"), "ab".repeat(32));
    }
}
