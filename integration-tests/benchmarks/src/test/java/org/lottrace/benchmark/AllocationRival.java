package org.lottrace.benchmark;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * The allocation of an order by plain JDBC, prepared statements kept, one transaction each: items (with those that a rule lets take their
 * place) and lots are locked in our order; the order with its customer, its units and the version of the rules, the locations, stock with lots and
 * dispositions, reservations and shipments are read, one statement each, and what the rules ask for ({@link RivalFacts}). Rules are
 * kept until there is a newer one. {@link RivalChoice} chooses; the reservations and the explanation of each line, with every position and
 * all that speaks against it, are written in a batch.
 *
 * <p>It takes no substitutes: what is short stays so. It seals nothing.
 */
final class AllocationRival implements AutoCloseable {
    private static final AtomicLong DECISIONS = new AtomicLong(Bakery.NOW.toEpochMilli() * 1_000);

    private final TestDatabase database;
    private final Connection connection;
    private final PreparedStatement lockItems;
    private final PreparedStatement order;
    private final PreparedStatement locations;
    private final PreparedStatement lockLots;
    private final PreparedStatement stock;
    private final PreparedStatement reserved;
    private final PreparedStatement shipped;
    private final PreparedStatement reserve;
    private final PreparedStatement decide;
    private final RivalFacts facts;
    private List<AllocationRule> rules = List.of();
    private long newest;
    private final Map<RivalTerms.For, RivalTerms> terms = new HashMap<>();

    /** A line of the order, in the base unit. */
    private record Line(
            int number, String item, BigDecimal wanted, String unit, Integer shelfLife, TreeSet<String> classes) {}

    private record Location(String type, int path) {}

    AllocationRival(TestDatabase database) throws SQLException {
        this.database = database;
        connection = DriverManager.getConnection(database.url());
        connection.setAutoCommit(false);
        lockItems = connection.prepareStatement(
                "select item_number from item where item_number in (select item"
                        + " from sales_order_line where order_number = ? union select s.item from sales_order_line l"
                        + " join allocation_rule a on a.item = l.item join allocation_rule_substitute s"
                        + " on s.rule_version = a.rule_version where l.order_number = ?) order by item_number for no key update");
        order = connection.prepareStatement("select o.ship_from, o.delivery_date, o.customer, o.channel,"
                + " p.minimum_remaining_days, l.line_number, l.item,"
                + " l.quantity * case when l.unit = i.base_unit then 1 else u.base_units end, i.base_unit,"
                + " i.shelf_life_days, array(select c.class_name from item_class c where c.item = l.item),"
                + " (select max(a.rule_version) from allocation_rule a)"
                + " from sales_order o join party p on p.party_code = o.customer"
                + " join sales_order_line l on l.order_number = o.order_number join item i on i.item_number = l.item"
                + " left join pack_unit u on u.item = l.item and u.unit = l.unit where o.order_number = ?"
                + " order by l.line_number");
        locations = connection.prepareStatement(
                "select location_code, location_type from site_location where site = ? order by part");
        lockLots = connection.prepareStatement("select id from lot l where id in (select s.lot_id from stock s"
                + " where s.item = any(?) and s.site = ?) order by id for no key update");
        stock = connection.prepareStatement("select s.lot_id, l.issuer || '/' || l.item || '/' || l.lot_number, l.item,"
                + " l.issuer, l.lot_number, s.place_kind, s.place_code, s.place_sscc, l.expiry, l.production_date,"
                + " d.disposition, (select string_agg(distinct h.reason, '; ') from lot_hold h where h.lot_id = d.lot_id),"
                + " s.quantity, s.unit from stock s join lot l on l.id = s.lot_id"
                + " left join lot_disposition d on d.lot_id = l.id where s.lot_id = any(?) and s.site = ?");
        reserved = connection.prepareStatement(
                "select order_number, order_line, lot_id, place_kind, place_code, place_sscc,"
                        + " quantity from reservation where lot_id = any(?) union select order_number, order_line, lot_id,"
                        + " place_kind, place_code, place_sscc, quantity from reservation where order_number = ?");
        shipped = connection.prepareStatement(
                "select l.order_line, sum(l.quantity) from event_document d"
                        + " join trace_event e on e.ledger_position = d.ledger_position and e.event_type = 'SHIP'"
                        + " join event_line l on l.ledger_position = e.ledger_position and l.order_number = d.document_number"
                        + " where d.document_number = ? and d.document_type = 'SALES_ORDER' and not exists (select 1"
                        + " from trace_event r where r.corrects = e.event_id and r.event_type = 'REVERSE') group by l.order_line");
        reserve =
                connection.prepareStatement("insert into reservation (id, order_type, order_number, order_line, lot_id,"
                        + " place_kind, place_code, place_sscc, quantity, unit)"
                        + " values (nextval('surrogate_id'), 'SALES_ORDER', ?, ?, ?, ?, ?, ?, ?, ?)");
        decide = connection.prepareStatement("insert into allocation_decision (decision_number, order_type,"
                + " order_number, order_line, item, decided_at, delivery, rotation, rules, needed, unit, candidates, left_out)"
                + " values (?, 'SALES_ORDER', ?, ?, ?, ?, ?, 'FEFO', ?, ?, ?, ?, 0)");
        facts = new RivalFacts(connection);
    }

    void allocate(String number) throws SQLException {
        lockItems.setString(1, number);
        lockItems.setString(2, number);
        Set<String> items = new TreeSet<>();
        RivalFacts.read(lockItems, row -> items.add(row.getString(1)));
        List<Line> lines = new ArrayList<>();
        RivalOrder[] of = new RivalOrder[1];
        order.setString(1, number);
        RivalFacts.read(order, row -> {
            of[0] = new RivalOrder(
                    number,
                    row.getString(1),
                    row.getObject(2, LocalDate.class),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5),
                    row.getLong(12));
            lines.add(new Line(
                    row.getInt(6),
                    row.getString(7),
                    row.getBigDecimal(8),
                    row.getString(9),
                    row.getObject(10, Integer.class),
                    new TreeSet<>(Arrays.asList((String[]) row.getArray(11).getArray()))));
        });
        rules(of[0].newest());
        Map<String, Location> places = new HashMap<>();
        locations.setString(1, of[0].site());
        RivalFacts.read(
                locations,
                row -> places.put(
                        of[0].site() + "/" + row.getString(1), new Location(row.getString(2), places.size())));
        lockLots.setArray(1, connection.createArrayOf("varchar", items.toArray()));
        lockLots.setString(2, of[0].site());
        List<Long> lots = new ArrayList<>();
        RivalFacts.read(lockLots, row -> lots.add(row.getLong(1)));
        Map<String, List<RivalPosition>> positions = positions(of[0].site(), lots, places);
        Map<Integer, BigDecimal> served = served(number, lots, positions);
        Map<String, RivalTerms> ofItems = new HashMap<>();
        for (Line line : lines) {
            ofItems.put(line.item(), terms(line, of[0]));
        }
        Map<String, LocalDate> lastExpiry = facts.read(of[0].customer(), ofItems, positions);
        for (Line line : lines) {
            BigDecimal missing = line.wanted().subtract(served.getOrDefault(line.number(), BigDecimal.ZERO));
            if (missing.signum() > 0) {
                take(of[0], line, missing, ofItems.get(line.item()), lastExpiry.get(line.item()), positions);
            }
        }
        reserve.executeBatch();
        decide.executeBatch();
        connection.commit();
    }

    /** @param newest version of the rules when it was read */
    private record RivalOrder(
            String number,
            String site,
            LocalDate delivery,
            String customer,
            String channel,
            int minimumDays,
            long newest) {}

    private void rules(long now) {
        if (now != newest) {
            rules = AllocationRule.inForce(
                    database.unitOfWork().required(database.allocationRules()::all), Bakery.TODAY);
            newest = now;
            terms.clear();
        }
    }

    private RivalTerms terms(Line line, RivalOrder of) {
        return terms.computeIfAbsent(
                new RivalTerms.For(line.item(), line.classes(), of.customer(), of.channel(), of.site()),
                wanted -> new RivalTerms(rules, wanted));
    }

    private Map<String, List<RivalPosition>> positions(String site, List<Long> lots, Map<String, Location> places)
            throws SQLException {
        Map<String, List<RivalPosition>> positions = new HashMap<>();
        stock.setArray(1, connection.createArrayOf("bigint", lots.toArray()));
        stock.setString(2, site);
        RivalFacts.read(stock, row -> {
            RivalPosition one = new RivalPosition();
            one.lot = row.getLong(1);
            one.name = row.getString(2);
            one.issuer = row.getString(4);
            one.number = row.getString(5);
            one.kind = row.getString(6);
            one.place = row.getString(7);
            one.sscc = row.getString(8);
            one.expiry = row.getObject(9, LocalDate.class);
            one.made = row.getObject(10, LocalDate.class);
            one.held = "ON_HOLD".equals(row.getString(11)) ? row.getString(12) : null;
            one.quantity = row.getBigDecimal(13);
            one.unit = row.getString(14);
            one.available = one.quantity;
            Location location = places.get(one.place);
            one.type = location == null ? null : location.type();
            one.path = location == null ? places.size() : location.path();
            if ("RECALLED".equals(row.getString(11)) || !one.sscc.isEmpty()) {
                throw new UnsupportedOperationException("neither recalled lots nor logistic units: " + one.name);
            }
            positions
                    .computeIfAbsent(row.getString(3), none -> new ArrayList<>())
                    .add(one);
        });
        return positions;
    }

    /** What lines have got already; what is reserved is not available any more. */
    private Map<Integer, BigDecimal> served(String number, List<Long> lots, Map<String, List<RivalPosition>> positions)
            throws SQLException {
        Map<String, RivalPosition> byKey = positions.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(RivalPosition::key, one -> one));
        Map<Integer, BigDecimal> served = new HashMap<>();
        reserved.setArray(1, connection.createArrayOf("bigint", lots.toArray()));
        reserved.setString(2, number);
        RivalFacts.read(reserved, row -> {
            if (row.getString(1).equals(number)) {
                served.merge(row.getInt(2), row.getBigDecimal(7), BigDecimal::add);
            }
            RivalPosition one = byKey.get(
                    row.getLong(3) + " " + row.getString(4) + " " + row.getString(5) + " " + row.getString(6));
            if (one != null) {
                one.available = one.available.subtract(row.getBigDecimal(7));
            }
        });
        shipped.setString(1, number);
        RivalFacts.read(shipped, row -> served.merge(row.getInt(1), row.getBigDecimal(2), BigDecimal::add));
        return served;
    }

    private void take(
            RivalOrder of,
            Line line,
            BigDecimal missing,
            RivalTerms ruled,
            LocalDate lastExpiry,
            Map<String, List<RivalPosition>> positions)
            throws SQLException {
        LocalDate arrives = Bakery.TODAY.plusDays(ruled.transitDays);
        LocalDate delivered = arrives.isAfter(of.delivery()) ? arrives : of.delivery();
        // a second line of the item would have to look again
        List<RivalPosition> ofItem = positions.getOrDefault(line.item(), List.of());
        positions.remove(line.item());
        RivalPosition.Asked asked = new RivalPosition.Asked(
                ruled, delivered, of.customer(), of.minimumDays(), line.shelfLife(), lastExpiry, line.classes());
        ofItem.forEach(one -> one.judge(asked));
        StringBuilder explanation = new StringBuilder();
        for (RivalPosition one : new RivalChoice(ruled, missing, ofItem).take()) {
            one.write(explanation);
            if (one.taken.signum() > 0) {
                reserve.setString(1, of.number());
                reserve.setInt(2, line.number());
                reserve.setLong(3, one.lot);
                reserve.setString(4, one.kind);
                reserve.setString(5, one.place);
                reserve.setString(6, one.sscc);
                reserve.setBigDecimal(7, one.taken);
                reserve.setString(8, one.unit);
                reserve.addBatch();
            }
        }
        decide.setLong(1, DECISIONS.incrementAndGet());
        decide.setString(2, of.number());
        decide.setInt(3, line.number());
        decide.setString(4, line.item());
        decide.setObject(5, OffsetDateTime.ofInstant(Bakery.NOW, ZoneOffset.UTC));
        decide.setDate(6, Date.valueOf(delivered));
        decide.setString(7, ruled.versions.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        decide.setBigDecimal(8, missing);
        decide.setString(9, line.unit());
        decide.setString(10, explanation.toString());
        decide.addBatch();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
