package org.lottrace.benchmark;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The allocation of an order by plain JDBC, prepared statements kept, one transaction each: items and lots are locked in our order; the order
 * with its customer and units, the locations, stock with lots and dispositions, reservations and shipments are read, one statement each; the
 * lot that expires first is taken, and each position that was looked at is written down with what speaks against it.
 */
final class AllocationRival implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement lockItems;
    private final PreparedStatement order;
    private final PreparedStatement locations;
    private final PreparedStatement lockLots;
    private final PreparedStatement stock;
    private final PreparedStatement reserved;
    private final PreparedStatement shipped;
    private final PreparedStatement reserve;

    /** A line of the order, in the base unit. */
    private record Line(int number, String item, BigDecimal wanted) {}

    private record Position(
            long lot,
            String name,
            String kind,
            String place,
            String sscc,
            Date expiry,
            String disposition,
            String reason,
            BigDecimal quantity,
            String unit) {
        String key() {
            return lot + " " + kind + " " + place + " " + sscc;
        }
    }

    /** What the answer says of a position. */
    record Looked(
            String lot, String place, Date expiry, BigDecimal available, BigDecimal taken, List<String> reasons) {}

    AllocationRival(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        lockItems = connection.prepareStatement("select item_number from item where item_number in (select item"
                + " from sales_order_line where order_number = ?) order by item_number for no key update");
        order = connection.prepareStatement(
                "select o.ship_from, o.delivery_date, p.minimum_remaining_days, l.line_number,"
                        + " l.item, l.quantity * case when l.unit = i.base_unit then 1 else u.base_units end, i.base_unit"
                        + " from sales_order o join party p on p.party_code = o.customer"
                        + " join sales_order_line l on l.order_number = o.order_number join item i on i.item_number = l.item"
                        + " left join pack_unit u on u.item = l.item and u.unit = l.unit where o.order_number = ?"
                        + " order by l.line_number");
        locations =
                connection.prepareStatement("select location_code, location_type from site_location where site = ?");
        lockLots = connection.prepareStatement("select id from lot l where id in (select s.lot_id from stock s"
                + " where s.item = any(?) and s.site = ?) order by id for no key update");
        stock = connection.prepareStatement("select s.lot_id, l.issuer || '/' || l.item || '/' || l.lot_number, l.item,"
                + " s.place_kind, s.place_code, s.place_sscc, l.expiry, d.disposition, d.reason, s.quantity, s.unit"
                + " from stock s join lot l on l.id = s.lot_id left join lot_disposition d on d.lot_id = l.id"
                + " where s.lot_id = any(?) and s.site = ? order by l.expiry nulls last, l.production_date nulls last,"
                + " s.quantity, l.issuer, l.lot_number, s.place_code, s.place_sscc");
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
    }

    List<List<Looked>> allocate(String number) throws SQLException {
        lockItems.setString(1, number);
        read(lockItems, row -> row.getString(1));
        List<Line> lines = new ArrayList<>();
        String site = null;
        Date delivered = null;
        int minimum = 0;
        order.setString(1, number);
        try (ResultSet rows = order.executeQuery()) {
            while (rows.next()) {
                site = rows.getString(1);
                delivered = rows.getDate(2);
                minimum = rows.getInt(3);
                lines.add(new Line(rows.getInt(4), rows.getString(5), rows.getBigDecimal(6)));
            }
        }
        Map<String, String> types = new HashMap<>();
        String of = site + "/";
        locations.setString(1, site);
        read(locations, row -> types.put(of + row.getString(1), row.getString(2)));
        lockLots.setString(2, site);
        lockLots.setArray(
                1,
                connection.createArrayOf(
                        "varchar", lines.stream().map(Line::item).toArray()));
        Object[] lots = read(lockLots, row -> row.getLong(1)).toArray();
        Map<String, List<Position>> positions = new HashMap<>();
        stock.setArray(1, connection.createArrayOf("bigint", lots));
        stock.setString(2, site);
        read(stock, row -> positions
                .computeIfAbsent(row.getString(3), none -> new ArrayList<>())
                .add(new Position(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getDate(7),
                        row.getString(8),
                        row.getString(9),
                        row.getBigDecimal(10),
                        row.getString(11))));
        Map<String, BigDecimal> taken = new HashMap<>();
        Map<Integer, BigDecimal> served = new HashMap<>();
        reserved.setArray(1, connection.createArrayOf("bigint", lots));
        reserved.setString(2, number);
        read(reserved, row -> {
            if (row.getString(1).equals(number)) {
                served.merge(row.getInt(2), row.getBigDecimal(7), BigDecimal::add);
            }
            return taken.merge(
                    row.getLong(3) + " " + row.getString(4) + " " + row.getString(5) + " " + row.getString(6),
                    row.getBigDecimal(7),
                    BigDecimal::add);
        });
        shipped.setString(1, number);
        read(shipped, row -> served.merge(row.getInt(1), row.getBigDecimal(2), BigDecimal::add));
        List<List<Looked>> answer = new ArrayList<>();
        for (Line line : lines) {
            BigDecimal missing = line.wanted().subtract(served.getOrDefault(line.number(), BigDecimal.ZERO));
            List<Looked> looked = new ArrayList<>();
            for (Position position : positions.getOrDefault(line.item(), List.of())) {
                BigDecimal available =
                        position.quantity().subtract(taken.getOrDefault(position.key(), BigDecimal.ZERO));
                List<String> reasons = reasons(position, types, delivered, minimum, available);
                BigDecimal part = reasons.isEmpty() ? missing.min(available) : BigDecimal.ZERO;
                if (part.signum() > 0) {
                    missing = missing.subtract(part);
                    taken.merge(position.key(), part, BigDecimal::add);
                    insert(number, line, position, part);
                }
                looked.add(new Looked(position.name(), position.place(), position.expiry(), available, part, reasons));
            }
            answer.add(looked);
        }
        reserve.executeBatch();
        connection.commit();
        return answer;
    }

    private static List<String> reasons(
            Position position, Map<String, String> types, Date delivered, int minimum, BigDecimal available) {
        List<String> reasons = new ArrayList<>();
        if (position.disposition() != null && !position.disposition().equals("SELLABLE")) {
            reasons.add("LOT_" + position.disposition() + ": lot " + position.name() + " is stopped ("
                    + position.reason() + "); release it or take another lot");
        }
        if (position.expiry() != null) {
            long remaining = position.expiry().toLocalDate().toEpochDay()
                    - delivered.toLocalDate().toEpochDay();
            if (remaining < minimum) {
                reasons.add("LOT_EXPIRED: lot " + position.name() + " expires on " + position.expiry() + ", "
                        + remaining + " days after " + delivered + "; take another lot");
            }
        }
        String type = types.get(position.place());
        if (!"STORAGE".equals(type) && !"PICKING".equals(type)) {
            reasons.add("LOCATION_NOT_ALLOCATABLE: " + position.place() + " is a " + type
                    + " location; move the goods to storage or picking first");
        }
        if (available.signum() <= 0) {
            reasons.add("FULLY_RESERVED: everything of lot " + position.name() + " at " + position.place()
                    + " is reserved; cancel the allocation of another order to free it");
        }
        return reasons;
    }

    private void insert(String number, Line line, Position position, BigDecimal part) throws SQLException {
        reserve.setString(1, number);
        reserve.setInt(2, line.number());
        reserve.setLong(3, position.lot());
        reserve.setString(4, position.kind());
        reserve.setString(5, position.place());
        reserve.setString(6, position.sscc());
        reserve.setBigDecimal(7, part);
        reserve.setString(8, position.unit());
        reserve.addBatch();
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> read(PreparedStatement question, Row<T> row) throws SQLException {
        List<T> read = new ArrayList<>();
        try (ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                read.add(row.of(rows));
            }
        }
        return read;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
