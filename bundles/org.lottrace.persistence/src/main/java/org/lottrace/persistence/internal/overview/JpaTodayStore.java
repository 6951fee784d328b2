package org.lottrace.persistence.internal.overview;

import static org.lottrace.persistence.internal.overview.Question.date;
import static org.lottrace.persistence.internal.overview.Question.moment;
import static org.lottrace.persistence.internal.overview.Question.number;
import static org.lottrace.persistence.internal.overview.Question.text;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.code.Coded;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.overview.OpenOrder;
import org.lottrace.api.overview.StockState;
import org.lottrace.api.overview.TodayFigures.Road;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.api.overview.store.TodayStore;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallRegime;
import org.lottrace.persistence.internal.CurrentSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts. What is known of a lot is looked up for each row of stock: joined, PostgreSQL might rather read all lots that ever
 * were.
 */
@Component
public final class JpaTodayStore implements TodayStore {
    /** The stock in storage locations with what decides about it, as a table {@code k}. */
    private static final String STOCK = """
            (select y.lot_id, y.place_sscc, y.expiry,
                case when y.disposition = 'RECALLED' then 'RECALLED' when y.disposition = 'ON_HOLD' then 'ON_HOLD'
                    when y.expiry < y.today then 'EXPIRED' else 'SELLABLE' end as state
            from (select s.lot_id, s.place_sscc, t.today,
                    (select l.expiry from lot l where l.id = s.lot_id) as expiry,
                    (select d.disposition from lot_disposition d where d.lot_id = s.lot_id) as disposition
                from %s join stock s on s.site = t.site) y) k
            """.formatted(Question.DAYS);

    private static final String LOTS = """
            select w.state as state, w.expiry as expiry, count(distinct w.lot_id) as lots
            from (select k.lot_id, k.state, case when k.state = 'SELLABLE' and k.expiry >= :first and k.expiry <= :last
                then k.expiry end as expiry from %s) w
            group by w.state, w.expiry
            """.formatted(STOCK);

    private static final String UNITS = "select k.state as state, count(distinct k.place_sscc) as units from " + STOCK
            + " where k.place_sscc <> '' group by k.state";

    /** Of the lines that brought a lot there the newest counts. */
    private static final String ROAD = """
            select count(distinct r.lot_id) as lots, count(distinct nullif(r.place_sscc, '')) as units,
                count(distinct r.dispatched) as dispatches, min(r.since) as since
            from (select s.lot_id, s.place_sscc,
                    (select max(e.ledger_position) %1$s) as dispatched, (select max(e.effective_at) %1$s) as since
                from (select u.site from unnest(cast(:sites as varchar array)) u (site)) t
                join stock s on s.place_code = t.site and s.place_kind = 'IN_TRANSIT') r
            """.formatted(
                    "from event_line e where e.lot_id = s.lot_id and e.to_kind = 'IN_TRANSIT'"
                            + " and e.to_code = s.place_code and e.to_sscc = s.place_sscc");

    /**
     * The rule of {@link org.lottrace.api.event.InForce}: a shipment that was reversed has not shipped anything. Goods of another item
     * count for no line.
     */
    private static final String SHIPPED = """
            select sum(p.quantity) from event_document d
            join trace_event e on e.ledger_position = d.ledger_position
            join event_line p on p.ledger_position = d.ledger_position
            join lot k on k.id = p.lot_id and k.item = l.item
            where d.document_number = o.order_number and d.document_type = 'SALES_ORDER' and e.event_type = 'SHIP'
                and p.order_type = 'SALES_ORDER' and p.order_number = l.order_number and p.order_line = l.line_number
                and not exists (select 1 from trace_event r where r.corrects = e.event_id and r.event_type = 'REVERSE')
            """;

    /** Of the orders {@code o} those that are to be there by the day {@code t.today} and are not shipped in full. */
    private static final String OPEN_ORDERS = """
            from %s join sales_order o
                on o.ship_from = t.site and o.delivery_date >= :since and o.delivery_date <= t.today%%s
            where exists (select 1 from sales_order_line l where l.order_number = o.order_number
                and l.quantity * coalesce((select p.base_units from pack_unit p where p.item = l.item and p.unit = l.unit), 1)
                    > coalesce((%s), 0))
            """.formatted(Question.DAYS, SHIPPED);

    private static final String ORDERS = """
            select sum(case when o.delivery_date < t.today then 1 else 0 end) as late,
                sum(case when o.delivery_date = t.today then 1 else 0 end) as due
            """ + OPEN_ORDERS.formatted("");

    private static final String ORDER_LIST =
            """
            select o.order_number as number, o.customer as customer, c.party_name as name, o.ship_from as site,
                o.delivery_date as delivery,
                (select count(*) from sales_order_line n where n.order_number = o.order_number) as lines
            """ + OPEN_ORDERS.formatted(" left join party c on c.party_code = o.customer")
                    + " and (o.delivery_date < t.today) = :late and (o.delivery_date > :delivery"
                    + " or (o.delivery_date = :delivery and o.order_number > :number))"
                    + " order by o.delivery_date, o.order_number fetch first :rows rows only";

    private static final String NOTICES =
            "select site, ship_date, count(*) as notices from expected_receipt where is_open"
                    + " group by site, ship_date order by ship_date, site";

    private static final String INTERCHANGES = """
            select i.status as status, count(*) as interchanges from interchange i
            where i.status = any(cast(:settled as varchar array)) and i.recorded_at >= :since group by i.status
            union all
            select i.status as status, count(*) as interchanges from interchange i where i.status = :open group by i.status
            """;

    /** A case without steps is one that is just being opened, and is not there yet. */
    private static final String CASES = """
            select k.id as id, k.mode as mode, k.regime as regime, k.opened as opened, k.reported as reported
            from (select c.case_id as id,
                    (select f.words from recall_fact f where f.case_id = c.case_id and f.step = 1 and f.fact_name = 'mode')
                        as mode,
                    (select f.words from recall_fact f where f.case_id = c.case_id and f.step = 1
                        and f.fact_name = 'regime') as regime,
                    (select s.taken_at from recall_step s where s.case_id = c.case_id and s.step = 1) as opened,
                    (select max(r.taken_at) from recall_step r where r.case_id = c.case_id and r.kind = 'STATUS_REPORTED')
                        as reported
                from recall_case c
                where not exists (select 1 from recall_step e where e.case_id = c.case_id and e.kind = 'CLOSED')) k
            where k.opened is not null
            order by k.id
            """;

    private final CurrentSession current;

    @Activate
    public JpaTodayStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public List<SiteZone> zones() {
        return rows(new Question("select s.site_code as site, s.zone_id as zone from site s order by s.site_code")
                        .answers(String.class, "site", "zone"))
                .map(row -> new SiteZone(new SiteId(text(row, "site")), ZoneId.of(text(row, "zone"))))
                .toList();
    }

    @Override
    public List<LotCount> lots(List<SiteDay> days, LocalDate from, LocalDate until) {
        return rows(new Question(LOTS)
                        .days(days)
                        .with("first", from)
                        .with("last", until)
                        .answers(String.class, "state")
                        .answers(LocalDate.class, "expiry")
                        .answers(Long.class, "lots"))
                .map(row -> new LotCount(state(row), date(row, "expiry"), number(row, "lots")))
                .toList();
    }

    @Override
    public Map<StockState, Long> units(List<SiteDay> days) {
        Map<StockState, Long> units = new EnumMap<>(StockState.class);
        rows(new Question(UNITS).days(days).answers(String.class, "state").answers(Long.class, "units"))
                .forEach(row -> units.put(state(row), number(row, "units")));
        return units;
    }

    private static StockState state(Tuple row) {
        return Coded.of(StockState.class, text(row, "state"));
    }

    @Override
    public Road road(List<SiteId> to) {
        return rows(new Question(ROAD)
                        .sites(to)
                        .answers(Long.class, "lots", "units", "dispatches")
                        .answers(Instant.class, "since"))
                .map(row -> new Road(
                        number(row, "dispatches"), number(row, "lots"), number(row, "units"), moment(row, "since")))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public OpenOrders openOrders(List<SiteDay> days, int back) {
        return rows(new Question(ORDERS)
                        .days(days)
                        .with("since", earliest(days).minusDays(back))
                        .answers(Long.class, "late", "due"))
                .map(row -> new OpenOrders(number(row, "late"), number(row, "due")))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<OpenOrder> openOrders(
            List<SiteDay> days, LocalDate since, boolean late, Optional<OpenOrder.Key> after, int limit) {
        return rows(new Question(ORDER_LIST)
                        .days(days)
                        .with("since", since)
                        .with("late", late)
                        .with("delivery", after.map(OpenOrder.Key::deliveryDate).orElse(LocalDate.EPOCH))
                        .with("number", after.map(OpenOrder.Key::number).orElse(""))
                        .with("rows", limit)
                        .answers(String.class, "number", "customer", "name", "site")
                        .answers(LocalDate.class, "delivery")
                        .answers(Long.class, "lines"))
                .map(row -> new OpenOrder(
                        text(row, "number"),
                        new PartyId(text(row, "customer")),
                        text(row, "name"),
                        new SiteId(text(row, "site")),
                        date(row, "delivery").orElseThrow(),
                        (int) number(row, "lines"),
                        late))
                .toList();
    }

    /** Without a site there is no order either. */
    private static LocalDate earliest(List<SiteDay> days) {
        return days.stream().map(SiteDay::date).min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    }

    @Override
    public List<OpenNotices> openNotices() {
        return rows(new Question(NOTICES)
                        .answers(String.class, "site")
                        .answers(LocalDate.class, "ship_date")
                        .answers(Long.class, "notices"))
                .map(row -> new OpenNotices(
                        new SiteId(text(row, "site")), date(row, "ship_date").orElseThrow(), number(row, "notices")))
                .toList();
    }

    @Override
    public Map<InterchangeStatus, Long> interchanges(
            List<InterchangeStatus> settled, Instant since, InterchangeStatus open) {
        Map<InterchangeStatus, Long> counts = new EnumMap<>(InterchangeStatus.class);
        rows(new Question(INTERCHANGES)
                        .texts("settled", settled.stream().map(Coded::code).toList())
                        .with("since", since)
                        .with("open", open.code())
                        .answers(String.class, "status")
                        .answers(Long.class, "interchanges"))
                .forEach(row -> counts.put(
                        Coded.of(InterchangeStatus.class, text(row, "status")), number(row, "interchanges")));
        return counts;
    }

    @Override
    public long eventsSetAside() {
        return rows(new Question("select count(*) as events from follower_poison where skipped_at is null")
                        .answers(Long.class, "events"))
                .map(row -> number(row, "events"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<OpenCase> openCases() {
        return rows(new Question(CASES)
                        .answers(String.class, "id", "mode", "regime")
                        .answers(Instant.class, "opened", "reported"))
                .map(row -> new OpenCase(
                        new RecallCaseId(text(row, "id")),
                        Coded.of(RecallMode.class, text(row, "mode")),
                        Coded.of(RecallRegime.class, text(row, "regime")),
                        moment(row, "opened").orElseThrow(),
                        moment(row, "reported")))
                .toList();
    }

    private Stream<Tuple> rows(Question question) {
        return current.call(question::ask).stream();
    }
}
