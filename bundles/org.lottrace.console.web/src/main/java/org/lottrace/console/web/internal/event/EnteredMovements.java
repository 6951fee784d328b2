package org.lottrace.console.web.internal.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.MovementFilter;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.page.Parameters;
import org.lottrace.console.web.internal.page.Visit;

/** The filter of movements as its form or an address has it. Days are whole days of the site that is asked for, or of the first one. */
final class EnteredMovements {
    private final Parameters entered;
    private final ZoneId zone;

    private EnteredMovements(Visit visit) {
        entered = visit.parameters();
        zone = value("site", SiteId.class).map(visit::zoneOf).orElseGet(visit::zone);
    }

    /** @return the zone of the days */
    static ZoneId zone(Visit visit) {
        return new EnteredMovements(visit).zone;
    }

    /**
     * @param lot that the text of the form means
     * @throws org.lottrace.api.id.InvalidIdentifierException if something is no value of its field
     */
    static MovementFilter of(Visit visit, Optional<LotKey> lot) {
        return new EnteredMovements(visit).filter(lot);
    }

    private MovementFilter filter(Optional<LotKey> lot) {
        return new MovementFilter(
                lot,
                value("item", ItemNumber.class),
                value("sscc", Sscc.class),
                value("site", SiteId.class),
                value("party", PartyId.class),
                document(),
                value("type", EventType.class),
                entered.text("actor"),
                start("from"),
                end("until"),
                start("recorded-from"),
                end("recorded-until"));
    }

    private Optional<DocumentReference> document() {
        return entered.given("number")
                .map(number -> new DocumentReference(
                        value("document", DocumentType.class).orElse(DocumentType.SALES_ORDER), number));
    }

    private Optional<Instant> start(String field) {
        return value(field, LocalDate.class)
                .flatMap(day -> AsOf.endOf(day.minusDays(1), zone).happenedBy().map(end -> end.plusNanos(1)));
    }

    private Optional<Instant> end(String field) {
        return value(field, LocalDate.class)
                .flatMap(day -> AsOf.endOf(day, zone).happenedBy().map(end -> end.plusNanos(1)));
    }

    private <T> Optional<T> value(String field, Class<T> type) {
        return entered.given(field).map(text -> TextForms.read(type, text));
    }
}
