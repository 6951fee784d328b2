package org.lottrace.persistence.internal.overview;

import static org.lottrace.persistence.internal.overview.Question.date;
import static org.lottrace.persistence.internal.overview.Question.optional;
import static org.lottrace.persistence.internal.overview.Question.text;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.overview.StockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.api.overview.store.StockLineStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.value.PositionPart;
import org.lottrace.persistence.internal.value.QuantityPart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaStockLineStore implements StockLineStore {
    private final CurrentSession current;

    @Activate
    public JpaStockLineStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public List<StockLine> page(List<SiteDay> days, StockFilter filter, Optional<StockLine.Key> after, int limit) {
        return current.call(session -> new StockLineQuery(filter, days)
                        .question(after.map(key -> end(session, key)), limit)
                        .answers(
                                String.class,
                                "place_kind",
                                "place_code",
                                "place_sscc",
                                "unit",
                                "disposition",
                                "issuer",
                                "item",
                                "lot_number",
                                "supplier_lot_number",
                                "made_at",
                                "corrected_number",
                                "description",
                                "reason")
                        .answers(BigDecimal.class, "quantity", "reserved")
                        .answers(LocalDate.class, "expiry", "production_date")
                        .answers(Boolean.class, "expired")
                        .ask(session)
                        .stream()
                        .map(JpaStockLineStore::line)
                        .toList());
    }

    /** Its expiry may have been corrected since: then the next page goes on where the lot is now. */
    private static StockLineQuery.End end(StatelessSession session, StockLine.Key key) {
        return new Question("select l.id, l.expiry from lot l where l.issuer = :issuer and l.item = :item"
                        + " and l.lot_number = :number")
                        .with("issuer", key.lot().issuer().value())
                        .with("item", key.lot().item().value())
                        .with("number", key.lot().number().value())
                        .answers(Long.class, "id")
                        .answers(LocalDate.class, "expiry")
                        .ask(session)
                        .stream()
                        .map(lot -> new StockLineQuery.End(
                                date(lot, "expiry"), lot.get("id", Long.class), PositionPart.of(key.position())))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("there is no lot " + key.lot()
                                + ", after which the next page was to begin; begin with the first page"));
    }

    private static StockLine line(Tuple row) {
        String unit = text(row, "unit");
        return new StockLine(
                lot(row),
                text(row, "description"),
                new PositionPart(
                                Coded.of(PlaceKind.class, text(row, "place_kind")),
                                text(row, "place_code"),
                                text(row, "place_sscc"))
                        .toPosition(),
                new QuantityPart(row.get("quantity", BigDecimal.class), unit).toQuantity(),
                new QuantityPart(
                                Optional.ofNullable(row.get("reserved", BigDecimal.class))
                                        .orElse(BigDecimal.ZERO),
                                unit)
                        .toQuantity(),
                optional(row, "disposition")
                        .map(code -> Coded.of(Disposition.class, code))
                        .orElse(Disposition.SELLABLE),
                text(row, "reason"),
                row.get("expired", Boolean.class));
    }

    private static Lot lot(Tuple row) {
        return new Lot(
                new LotKey(
                        new PartyId(text(row, "issuer")),
                        new ItemNumber(text(row, "item")),
                        new LotNumber(text(row, "lot_number"))),
                date(row, "production_date"),
                date(row, "expiry"),
                optional(row, "supplier_lot_number"),
                optional(row, "made_at").map(SiteId::new),
                optional(row, "corrected_number").map(LotNumber::new));
    }
}
