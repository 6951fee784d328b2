package org.lottrace.persistence.internal.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.overview.StockFilter;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.persistence.internal.value.PositionPart;

/**
 * The statement for a page of stock. The rows of the page are found first, in stock alone, by what is looked up for each; the
 * rest is read for the rows of the page and no others.
 */
final class StockLineQuery {
    private static final String BY_LOT_AND_POSITION = "%1$s.lot_id, %1$s.place_kind, %1$s.place_code, %1$s.place_sscc";

    private final StockFilter filter;
    private final List<SiteDay> days;
    private final List<String> ofStock = new ArrayList<>();
    private final List<String> ofLot = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** Where the page before ended. */
    record End(Optional<LocalDate> expiry, long lotId, PositionPart position) {}

    /** @param days the sites that may be meant */
    StockLineQuery(StockFilter filter, List<SiteDay> days) {
        this.filter = filter;
        this.days = filter.site().isEmpty()
                ? days
                : days.stream()
                        .filter(day -> filter.site().get().equals(day.site()))
                        .toList();
    }

    Question question(Optional<End> after, int limit) {
        after.ifPresent(this::behind);
        String places = places();
        lots();
        dates();
        return new Question(sql(places))
                .days(days)
                .with(parameters)
                .with(
                        "earliest",
                        days.stream()
                                .map(SiteDay::date)
                                .min(LocalDate::compareTo)
                                .orElse(LocalDate.EPOCH))
                .with("rows", limit);
    }

    /** Where stock is looked for: a site, a location and a road have an index each; else current stock is read as a whole. */
    private String places() {
        if (filter.location().isPresent()) {
            return locations();
        }
        if (isOf(PlaceKind.IN_TRANSIT)) {
            ofStock.add("s.place_kind = 'IN_TRANSIT'");
            return Question.DAYS + " join stock s on s.place_code = t.site";
        }
        if (isOf(PlaceKind.LOCATION)) { // nothing else is at a site
            return Question.DAYS + " join stock s on s.site = t.site";
        }
        filter.kind().ifPresent(kind -> where(ofStock, "s.place_kind = :kind", "kind", kind.code()));
        return filter.site().isPresent()
                ? Question.DAYS + " join stock s on s.site = t.site"
                : "stock s left join " + Question.DAYS + " on t.site = s.site";
    }

    private boolean isOf(PlaceKind kind) {
        return filter.kind().filter(kind::equals).isPresent();
    }

    private String locations() {
        filter.kind().ifPresent(kind -> where(ofStock, "s.place_kind = :kind", "kind", kind.code()));
        ofStock.add("s.place_kind = 'LOCATION'");
        parameters.put("location", "/" + filter.location().orElseThrow());
        return Question.DAYS + " join stock s on s.place_code = concat(t.site, cast(:location as varchar))";
    }

    /** A number is looked up for each row of stock: a beginning such as "L" may have any number of lots that are gone. */
    private void lots() {
        filter.unit().ifPresent(unit -> where(ofStock, "s.place_sscc = :unit", "unit", unit.value()));
        filter.item().ifPresent(item -> where(ofStock, "s.item = :item", "item", item.value()));
        if (!filter.lot().isEmpty()) {
            String name = LotNames.folded(filter.lot());
            where(ofStock, LotNames.IS_NAMED, "name", name);
            parameters.put("behind", LotNames.behind(name));
        }
        filter.disposition()
                .ifPresent(disposition -> where(
                        ofLot,
                        "coalesce(y.disposition, 'SELLABLE') = :disposition",
                        "disposition",
                        disposition.code()));
    }

    private void dates() {
        filter.expired()
                .ifPresent(expired ->
                        ofLot.add(expired ? "y.expiry < y.today" : "(y.expiry is null or y.expiry >= y.today)"));
        filter.expiresFrom().ifPresent(day -> where(ofLot, "y.expiry >= :expires_from", "expires_from", day));
        filter.expiresUntil().ifPresent(day -> where(ofLot, "y.expiry <= :expires_until", "expires_until", day));
    }

    private void behind(End end) {
        String sameDay = "(" + BY_LOT_AND_POSITION.formatted("y") + ") > (:lot, :place_kind, :place_code, :place_sscc)";
        parameters.put("lot", end.lotId());
        parameters.put("place_kind", end.position().kind().code());
        parameters.put("place_code", end.position().code());
        parameters.put("place_sscc", end.position().sscc());
        end.expiry()
                .ifPresentOrElse(
                        day -> where(
                                ofLot,
                                "(y.expiry > :day or y.expiry is null or y.expiry = :day and " + sameDay + ")",
                                "day",
                                day),
                        () -> ofLot.add("y.expiry is null and " + sameDay));
    }

    private void where(List<String> conditions, String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }

    private String sql(String places) {
        return """
                select p.*, l.issuer, l.item, l.lot_number, l.production_date, l.supplier_lot_number, l.made_at,
                    l.corrected_number, i.description, d.reason,
                    (select sum(r.quantity) from reservation r where r.lot_id = p.lot_id and r.place_kind = p.place_kind
                        and r.place_code = p.place_code and r.place_sscc = p.place_sscc) as reserved
                from (select y.lot_id, y.place_kind, y.place_code, y.place_sscc, y.quantity, y.unit, y.expiry, y.disposition,
                        case when y.expiry < y.today then true else false end as expired
                    from (select s.lot_id, s.place_kind, s.place_code, s.place_sscc, s.quantity, s.unit,
                            coalesce(t.today, :earliest) as today,
                            (select l.expiry from lot l where l.id = s.lot_id) as expiry,
                            (select d.disposition from lot_disposition d where d.lot_id = s.lot_id) as disposition
                        from %s%s) y%s
                    order by y.expiry nulls last, %s fetch first :rows rows only) p
                join lot l on l.id = p.lot_id
                join item i on i.item_number = l.item
                left join lot_disposition d on d.lot_id = p.lot_id
                order by p.expiry nulls last, %s
                """.formatted(
                        places,
                        where(ofStock),
                        where(ofLot),
                        BY_LOT_AND_POSITION.formatted("y"),
                        BY_LOT_AND_POSITION.formatted("p"));
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
