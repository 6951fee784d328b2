package org.lottrace.persistence.internal.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.planning.store.SiteHours;
import org.lottrace.persistence.internal.overview.Question;

/** The statements of {@link JpaPlanningStore}. Each enters the history by the days of the sites, or the stock by the sites, and what is narrowed by their rows. */
final class PlanningQuestions {
    /** The days of sites, as a table {@code t (site, on_day, since, until)}. */
    private static final String DAYS = """
            (select u.site, u.on_day, cast(u.since as timestamp(6) with time zone) as since,
                cast(u.until as timestamp(6) with time zone) as until
            from unnest(cast(:sites as varchar array), cast(:days as date array), cast(:since as varchar array),
                cast(:until as varchar array)) u (site, on_day, since, until)) t""";

    /** The rule of {@link org.lottrace.api.event.InForce}. */
    private static final String IN_FORCE =
            "not exists (select 1 from trace_event r where r.corrects = %s.event_id and r.event_type = 'REVERSE')";

    private static final String HAPPENED =
            " from " + DAYS + " join trace_event e on e.site = t.site and e.event_type %s and e.effective_at >= t.since"
                    + " and e.effective_at < t.until join event_line p on p.ledger_position = e.ledger_position"
                    + " join lot k on k.id = p.lot_id ";

    private static final String PLAIN_ORDER = """
            select o.order_number as order_number, l.line_number as order_line, o.customer as customer,
                o.ship_from as site, l.item as item, o.delivery_date as delivery, i.base_unit as unit,
                l.quantity * coalesce((select u.base_units from pack_unit u where u.item = l.item and u.unit = l.unit), 1)
                    as ordered,
                coalesce((select sum(p.quantity) from event_document d
                    join trace_event e on e.ledger_position = d.ledger_position
                    join event_line p on p.ledger_position = d.ledger_position
                    join lot k on k.id = p.lot_id and k.item = l.item
                    where d.document_number = o.order_number and d.document_type = 'SALES_ORDER'
                        and e.event_type = 'SHIP' and e.effective_at < t.until and p.order_type = 'SALES_ORDER'
                        and p.order_number = o.order_number and p.order_line = l.line_number and %s), 0) as shipped
            from %s
            join sales_order o on o.ship_from = t.site and o.delivery_date = t.on_day
            join sales_order_line l on l.order_number = o.order_number
            join item i on i.item_number = l.item
            where 1 = 1""".formatted(IN_FORCE.formatted("e"), DAYS);

    private static final String SHIPPED_COLUMNS = """
            e.ledger_position as position, t.site as site, t.on_day as on_day, k.id as lot_id, k.issuer as issuer, k.item as item,
            k.lot_number as lot_number, k.expiry as expiry, k.production_date as produced, p.order_number as order_number,
            p.order_line as order_line, o.customer as customer, o.delivery_date as delivery, p.unit as unit""";

    private static final String SHIPPED_KEYS =
            " group by e.ledger_position, e.recorded_at, t.site, t.on_day, k.id, k.issuer, k.item, k.lot_number, k.expiry,"
                    + " k.production_date, p.order_number, p.order_line, o.customer, o.delivery_date, p.unit";

    private static final String SHIPPED = HAPPENED.formatted("= 'SHIP'")
            + "left join sales_order o on o.order_number = p.order_number where " + IN_FORCE.formatted("e");

    private static final String ORDER_OF_SHIPPED =
            " order by %1$s.position, coalesce(%1$s.order_number, ''), coalesce(%1$s.order_line, 0), %1$s.issuer,"
                    + " %1$s.item, %1$s.lot_number";

    /** Goods that wait to be handed over are there, too: what others were promised of them is taken off. */
    private static final String THERE = "case when b.%1$s_kind = 'LOCATION' and exists (select 1 from site_location w"
            + " where w.site = x.site and w.location_type in ('STORAGE', 'PICKING', 'SHIPPING')"
            + " and b.%1$s_code = x.site || '/' || w.location_code) then b.quantity else 0 end";

    private static final String DECIDED =
            "exists (select 1 from allocation_decision a where a.order_number = %1$s.order_number"
                    + " and a.order_type = %1$s.order_type and a.order_line = %1$s.order_line"
                    + " and a.decided_at <= x.recorded_at)";

    /** What goes into a production order names no line of it. */
    private static final String DECIDED_FOR_PRODUCTION = "exists (select 1 from allocation_decision a"
            + " where a.order_number = d.document_number and a.order_type = d.document_type and a.item = m.item"
            + " and a.decided_at <= x.recorded_at)";

    private static final String AT_SITE = "substring(%s from 1 for char_length(x.site) + 1) = x.site || '/'";

    private static final String FREE = """
            coalesce((select sum(%s - %s) from event_line b where b.lot_id = m.id and b.ledger_position <= x.position), 0)
            - coalesce((select sum(case when n.ledger_position > x.position then n.quantity else 0 end) from event_line n
                join trace_event f on f.ledger_position = n.ledger_position
                where n.lot_id = m.id and f.event_type in ('SHIP', 'TRANSFER') and %s and %s and %s), 0)
            - coalesce((select sum(c.quantity) from event_line c
                join trace_event u on u.ledger_position = c.ledger_position
                join event_document d on d.ledger_position = c.ledger_position and d.document_type = 'PRODUCTION_ORDER'
                where c.lot_id = m.id and c.ledger_position > x.position and u.event_type = 'CONSUME'
                    and %s and %s and %s), 0)
            - coalesce((select sum(v.quantity) from reservation v where v.lot_id = m.id and %s and %s), 0)
            """.formatted(
                    THERE.formatted("to"),
                    THERE.formatted("from"),
                    AT_SITE.formatted("n.from_code"),
                    DECIDED.formatted("n"),
                    IN_FORCE.formatted("f"),
                    AT_SITE.formatted("c.from_code"),
                    DECIDED_FOR_PRODUCTION,
                    IN_FORCE.formatted("u"),
                    AT_SITE.formatted("v.place_code"),
                    DECIDED.formatted("v"));

    /** The newest change of the disposition before the shipment made it sellable, or there was none. */
    private static final String NOT_HELD = """
            mod(coalesce((select max(case when h.ledger_position > x.position then 0
                    when d.disposition = 'SELLABLE' then h.ledger_position * 2 else h.ledger_position * 2 + 1 end)
                from event_disposition d join event_identity h on h.event_id = d.event_id
                where d.lot_id = m.id), 0), 2) = 0
            """;

    private static final String VALUE =
            "(select %s from journal_entry h join journal_line j on j.entry_number = h.entry_number"
                    + " where h.ledger_position = g.position and j.lot_id = g.lot_id and j.account = '%s')";

    private static final String CAME = "select c.unit as unit, c.currency as currency, sum(c.quantity) as quantity,"
            + " sum(c.amount) as amount from (select g.unit, g.quantity, "
            + VALUE.formatted("sum(j.amount)", "INVENTORY")
            + " as amount, " + VALUE.formatted("min(j.currency)", "INVENTORY")
            + " as currency from (select e.ledger_position as position, p.lot_id as lot_id, p.unit as unit,"
            + " sum(p.quantity) as quantity" + HAPPENED.formatted("in ('RECEIVE', 'PRODUCE')")
            + "where p.from_kind in ('PARTY', 'TRANSFORMATION') and p.to_kind in ('LOCATION', 'TANK') and "
            + IN_FORCE.formatted("e") + "%s group by e.ledger_position, p.lot_id, p.unit) g) c"
            + " group by c.unit, c.currency order by c.unit, coalesce(c.currency, '')";

    private static final String WANTED = "select t.site as site, t.on_day as on_day, k.item as item, p.unit as unit,"
            + " sum(p.quantity) as quantity" + HAPPENED.formatted("in ('SHIP', 'CONSUME', 'TRANSFER')")
            + "where p.from_kind in ('LOCATION', 'TANK') and p.to_kind in ('PARTY', 'PRODUCTION_ORDER', 'IN_TRANSIT') and "
            + IN_FORCE.formatted("e")
            + "%s group by t.site, t.on_day, k.item, p.unit order by t.site, k.item, t.on_day fetch first :rows rows only";

    private static final String INTO_STOCK = "in ('RECEIVE', 'PRODUCE', 'RETURN', 'TRANSFER', 'OPENING')";

    private static final String ARRIVED = "select t.on_day as on_day, k.issuer as issuer, k.item as item,"
            + " k.lot_number as lot_number, k.expiry as expiry, p.unit as unit, sum(p.quantity) as quantity"
            + HAPPENED.formatted(INTO_STOCK)
            + "where p.to_kind in ('LOCATION', 'TANK') and p.from_kind not in ('LOCATION', 'TANK') and "
            + IN_FORCE.formatted("e")
            + " and k.item = :item group by t.on_day, k.issuer, k.item, k.lot_number, k.expiry, p.unit"
            + " order by t.on_day, k.issuer, k.item, k.lot_number fetch first :rows rows only";

    private static final String OF_SITE = "case when b.%1$s_kind in ('LOCATION', 'TANK') and"
            + " substring(b.%1$s_code from 1 for char_length(cast(:place as varchar))) = cast(:place as varchar)"
            + " then b.quantity else 0 end";

    private static final String THERE_BEFORE = "select q.* from (select k.issuer as issuer, k.item as item,"
            + " k.lot_number as lot_number, k.expiry as expiry, b.unit as unit, min(b.effective_at) as since, sum("
            + OF_SITE.formatted("to") + " - " + OF_SITE.formatted("from")
            + ") as quantity from lot k join event_line b on b.lot_id = k.id"
            + " where k.item = :item and b.effective_at < :moment"
            + " group by k.issuer, k.item, k.lot_number, k.expiry, b.unit) q where q.quantity > 0"
            + " order by q.issuer, q.item, q.lot_number fetch first :rows rows only";

    private static final String NEEDED = """
            select q.*, (select i.base_unit from item i where i.item_number = q.item) as unit
            from (select o.order_number as order_number, o.planned_date as on_day, l.item as item,
                    sum(l.quantity * coalesce((select u.base_units from pack_unit u
                        where u.item = l.item and u.unit = l.unit), 1) * (100 + l.scrap_percent) / 100)
                    - coalesce((select sum(case when p.to_kind = 'PRODUCTION_ORDER' then p.quantity else 0 end
                            - case when p.from_kind = 'PRODUCTION_ORDER' and p.to_kind <> 'TRANSFORMATION' then p.quantity
                                else 0 end)
                        from event_document d join event_line p on p.ledger_position = d.ledger_position
                        join lot k on k.id = p.lot_id
                        where d.document_number = o.order_number and d.document_type = 'PRODUCTION_ORDER'
                            and k.item = l.item), 0) as quantity
                from production_order_line l join production_order o on o.order_number = l.order_number
                where l.order_number = any(cast(:orders as varchar array)) and l.line_role = 'COMPONENT'%s
                group by o.order_number, o.planned_date, l.item) q
            where q.quantity > 0 order by q.on_day, q.order_number, q.item fetch first :rows rows only
            """;

    private static final String DESTROYED = "select g.*, " + VALUE.formatted("sum(j.amount)", "WRITE_OFF")
            + " as amount, " + VALUE.formatted("min(j.currency)", "WRITE_OFF")
            + " as currency from (select e.ledger_position as position, e.event_id as event_id, t.site as site,"
            + " t.on_day as on_day, k.id as lot_id, k.issuer as issuer, k.item as item, k.lot_number as lot_number,"
            + " k.expiry as expiry, p.unit as unit, sum(p.quantity) as quantity" + HAPPENED.formatted("= 'DISPOSE'")
            + "where k.expiry < t.on_day and " + IN_FORCE.formatted("e")
            + "%s group by e.ledger_position, e.event_id, t.site, t.on_day, k.id, k.issuer, k.item, k.lot_number, k.expiry,"
            + " p.unit) g order by g.on_day, g.issuer, g.item, g.lot_number, g.position fetch first :rows rows only";

    /** Expiry and item are looked up for each row of stock: joined, PostgreSQL might rather read all lots that ever were. */
    private static final String EXPIRING = """
            select y.site as site, y.today as today, k.issuer as issuer, k.item as item, k.lot_number as lot_number,
                k.expiry as expiry, y.quantity as quantity, y.unit as unit, c.stock_quantity as stock_quantity,
                c.stock_amount as stock_amount, c.stock_currency as currency
            from (select z.site, z.today, z.lot_id, z.unit, sum(z.quantity) as quantity
                from (select s.site, t.today, s.lot_id, s.unit, s.quantity,
                        (select l.expiry from lot l where l.id = s.lot_id) as expiry,
                        (select l.item from lot l where l.id = s.lot_id) as item
                    from %s join stock s on s.site = t.site where s.place_kind = 'LOCATION' and s.quantity > 0
                    offset 0 rows) z
                where z.expiry >= :from and z.expiry <= :to%%s
                group by z.site, z.today, z.lot_id, z.unit) y
            join lot k on k.id = y.lot_id
            left join site p on p.site_code = y.site
            left join company_books b on b.company = p.company
            left join lot_cost c on c.lot_id = y.lot_id and c.company = coalesce(b.company, '')
            order by k.expiry, y.site, k.issuer, k.item, k.lot_number fetch first :rows rows only
            """.formatted(Question.DAYS);

    private PlanningQuestions() {}

    static Question ordered(List<SiteHours> days, Optional<ItemNumber> item, Optional<PartyId> customer, int rows) {
        return narrowed(
                PLAIN_ORDER
                        + item.map(one -> " and l.item = :item").orElse("")
                        + customer.map(one -> " and o.customer = :customer").orElse("")
                        + " order by o.delivery_date, o.order_number, l.line_number fetch first :rows rows only",
                days,
                item,
                customer,
                rows);
    }

    static Question shipped(List<SiteHours> days, Optional<ItemNumber> item, Optional<PartyId> customer, int rows) {
        return narrowed(
                "select s.*, (select min(d.document_number) from event_document d where d.ledger_position = s.position"
                        + " and d.document_type = 'SHIPMENT') as shipment,"
                        + " (select i.shelf_life_days from item i where i.item_number = s.item) as life from (select "
                        + SHIPPED_COLUMNS + ", sum(p.quantity) as quantity" + SHIPPED + also(item, customer)
                        + SHIPPED_KEYS + ") s" + ORDER_OF_SHIPPED.formatted("s") + " fetch first :rows rows only",
                days,
                item,
                customer,
                rows);
    }

    static Question earlier(List<SiteHours> days, Optional<ItemNumber> item, Optional<PartyId> customer, int rows) {
        String good = "case when o.delivery_date > t.on_day then o.delivery_date else t.on_day end + coalesce((select"
                + " c.minimum_remaining_days from party c where c.party_code = o.customer), 0)";
        return narrowed(
                "select q.* from (select x.position, x.issuer, x.item, x.lot_number, x.order_number, x.order_line, x.unit,"
                        + " m.issuer as other_issuer, m.lot_number as other_number, m.expiry as other_expiry, " + FREE
                        + " as free from (select " + SHIPPED_COLUMNS + ", e.recorded_at as recorded_at, " + good
                        + " as good" + SHIPPED + also(item, customer) + SHIPPED_KEYS
                        + ") x join lot m on m.item = x.item and m.expiry < x.expiry and m.expiry >= x.good where "
                        + NOT_HELD + ") q where q.free > 0" + ORDER_OF_SHIPPED.formatted("q")
                        + ", q.other_expiry, q.other_issuer, q.other_number fetch first :rows rows only",
                days,
                item,
                customer,
                rows);
    }

    static Question came(List<SiteHours> days, Optional<ItemNumber> item) {
        return narrowed(CAME.formatted(also(item, Optional.empty())), days, item, Optional.empty());
    }

    static Question wanted(List<SiteHours> spans, Optional<ItemNumber> item, int rows) {
        return narrowed(WANTED.formatted(also(item, Optional.empty())), spans, item, Optional.empty(), rows);
    }

    static Question arrived(List<SiteHours> days, ItemNumber item, int rows) {
        return narrowed(ARRIVED, days, Optional.of(item), Optional.empty(), rows);
    }

    static Question there(SiteHours day, ItemNumber item, int rows) {
        return new Question(THERE_BEFORE)
                .with("place", day.site().value() + "/")
                .with("item", item.value())
                .with("moment", day.from())
                .with("rows", rows);
    }

    static Question open(SiteId site, LocalDate until, int rows) {
        return new Question("select h.order_number as order_number from production_order h where h.site = :site"
                        + " and h.closed_at is null and h.planned_date <= :until"
                        + " order by h.planned_date, h.order_number fetch first :rows rows only")
                .with("site", site.value())
                .with("until", until)
                .with("rows", rows);
    }

    static Question needed(List<String> orders, Optional<ItemNumber> item, int rows) {
        Question question = new Question(
                NEEDED.formatted(item.map(one -> " and l.item = :item").orElse("")));
        item.ifPresent(one -> question.with("item", one.value()));
        return question.texts("orders", orders).with("rows", rows);
    }

    static Question destroyed(List<SiteHours> days, Optional<ItemNumber> item, int rows) {
        return narrowed(DESTROYED.formatted(also(item, Optional.empty())), days, item, Optional.empty(), rows);
    }

    static Question expiring(Optional<ItemNumber> item, LocalDate from, LocalDate to, int rows) {
        Question question = new Question(
                EXPIRING.formatted(item.map(one -> " and z.item = :item").orElse("")));
        item.ifPresent(one -> question.with("item", one.value()));
        return question.with("from", from).with("to", to).with("rows", rows);
    }

    private static String also(Optional<ItemNumber> item, Optional<PartyId> customer) {
        return item.map(one -> " and k.item = :item").orElse("")
                + customer.map(one -> " and o.customer = :customer").orElse("");
    }

    private static Question narrowed(
            String sql, List<SiteHours> days, Optional<ItemNumber> item, Optional<PartyId> customer, int rows) {
        return narrowed(sql, days, item, customer).with("rows", rows);
    }

    private static Question narrowed(
            String sql, List<SiteHours> days, Optional<ItemNumber> item, Optional<PartyId> customer) {
        Question question = new Question(sql)
                .texts("sites", days.stream().map(day -> day.site().value()).toList())
                .with("days", days.stream().map(SiteHours::day).toArray(LocalDate[]::new))
                .texts("since", days.stream().map(day -> day.from().toString()).toList())
                .texts("until", days.stream().map(day -> day.until().toString()).toList());
        item.ifPresent(one -> question.with("item", one.value()));
        customer.ifPresent(one -> question.with("customer", one.value()));
        return question;
    }
}
