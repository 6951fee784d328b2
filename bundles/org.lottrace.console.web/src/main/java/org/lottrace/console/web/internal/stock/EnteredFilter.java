package org.lottrace.console.web.internal.stock;

import java.time.LocalDate;
import java.util.Optional;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.overview.StockFilter;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.page.Parameters;

/** The filter as its form or an address has it. What is no value of its field is an invalid identifier, which is said. */
final class EnteredFilter {
    private EnteredFilter() {}

    static StockFilter of(Parameters entered) {
        return new StockFilter(
                value(entered, "kind", PlaceKind.class),
                value(entered, "site", SiteId.class),
                value(entered, "location", LocationId.class),
                value(entered, "item", ItemNumber.class),
                entered.text("lot"),
                value(entered, "sscc", Sscc.class),
                value(entered, "disposition", Disposition.class),
                entered.given("expired").map("yes"::equals),
                value(entered, "from", LocalDate.class),
                value(entered, "until", LocalDate.class));
    }

    private static <T> Optional<T> value(Parameters entered, String field, Class<T> type) {
        return entered.given(field).map(text -> TextForms.read(type, text));
    }
}
