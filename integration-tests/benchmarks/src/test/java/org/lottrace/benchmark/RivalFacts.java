package org.lottrace.benchmark;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Site;

/**
 * What rules ask of lots, as {@link AllocationRival} reads it: what was said of them last, when they came and what was measured of them in events
 * that count, and what of their items the customer got last; one statement each, and none where no rule asks.
 */
final class RivalFacts {
    private static final Site SITE = Bakery.site(Bakery.BERLIN);

    private final Connection connection;
    private final PreparedStatement attributes;
    private final PreparedStatement lines;
    private final PreparedStatement lastExpiry;

    RivalFacts(Connection connection) throws SQLException {
        this.connection = connection;
        attributes = connection.prepareStatement("with w as materialized (select n.lot_id id,"
                + " max(n.ledger_position) place from event_lot_change n where n.lot_id = any(?) group by n.lot_id),"
                + " c as materialized (select n.lot_id, n.ledger_position, n.part from event_lot_change n"
                + " where n.ledger_position = any(array(select distinct place from w))),"
                + " v as materialized (select n.ledger_position, n.change_part, n.element, n.value_text from event_lot_value n"
                + " where n.ledger_position = any(array(select distinct place from w)) and n.is_after and n.element = any(?))"
                + " select w.id, v.element, v.value_text from w join c on c.lot_id = w.id and c.ledger_position = w.place"
                + " join v on v.ledger_position = c.ledger_position and v.change_part = c.part");
        lines = connection.prepareStatement("with n as materialized (select p.lot_id, p.ledger_position, p.part,"
                + " p.effective_at from event_line p join trace_event e on e.ledger_position = p.ledger_position"
                + " where p.lot_id = any(?) and e.event_type <> 'REVERSE' and not exists (select 1 from trace_event r"
                + " where r.corrects = e.event_id and r.event_type = 'REVERSE')),"
                + " d as materialized (select k.ledger_position, k.line_part, k.value_text from event_key_data k"
                + " where k.ledger_position = any(array(select distinct ledger_position from n)) and k.element = any(?))"
                + " select lot_id, min(effective_at), null from n group by lot_id"
                + " union all select n.lot_id, null, d.value_text from n join d on d.ledger_position = n.ledger_position"
                + " and d.line_part = n.part"
                + " union all select n.lot_id, null, d.value_text from n join d on d.ledger_position = n.ledger_position"
                + " and d.line_part = -1");
        lastExpiry = connection.prepareStatement("select w.item, (select l.expiry from lot l where l.item = w.item"
                + " and l.expiry > w.expiry and exists (select 1 from event_line p join trace_event e"
                + " on e.ledger_position = p.ledger_position where p.lot_id = l.id and p.to_kind = 'PARTY'"
                + " and p.to_code = ? and e.event_type = 'SHIP' and not exists (select 1 from trace_event r"
                + " where r.corrects = e.event_id and r.event_type = 'REVERSE')) order by l.expiry desc limit 1)"
                + " from unnest(?, ?) w (item, expiry)");
    }

    /** @return the latest expiry that the customer got of each item, where a rule asks and one in stock expires before */
    Map<String, LocalDate> read(
            String customer, Map<String, RivalTerms> terms, Map<String, List<RivalPosition>> positions)
            throws SQLException {
        Map<Long, List<RivalPosition>> ofAttributes = new HashMap<>();
        Map<Long, List<RivalPosition>> ofLines = new HashMap<>();
        Set<String> words = new TreeSet<>();
        List<String> items = new ArrayList<>();
        List<LocalDate> earliest = new ArrayList<>();
        for (Map.Entry<String, RivalTerms> one : terms.entrySet()) {
            List<RivalPosition> ofItem = positions.getOrDefault(one.getKey(), List.of());
            RivalTerms ruled = one.getValue();
            if (ruled.asksAttributes()) {
                words.addAll(ruled.attributes.keySet());
                if (ruled.sameAttribute != null) {
                    words.add(ruled.sameAttribute.what());
                }
                byLot(ofItem, ofAttributes);
            }
            byLot(
                    ofItem.stream()
                            .filter(position -> ruled.asksLines() || position.expiry == null)
                            .toList(),
                    ofLines);
            if (ruled.neverOlder != null && ruled.neverOlder.what()) {
                ofItem.stream()
                        .map(position -> position.expiry)
                        .filter(day -> day != null)
                        .min(LocalDate::compareTo)
                        .ifPresent(day -> {
                            items.add(one.getKey());
                            earliest.add(day);
                        });
            }
        }
        attributes(ofAttributes, words);
        lines(ofLines);
        return items.isEmpty() ? Map.of() : lastExpiry(customer, items, earliest);
    }

    private static void byLot(List<RivalPosition> some, Map<Long, List<RivalPosition>> byLot) {
        some.forEach(
                one -> byLot.computeIfAbsent(one.lot, none -> new ArrayList<>()).add(one));
    }

    private void attributes(Map<Long, List<RivalPosition>> lots, Set<String> words) throws SQLException {
        if (lots.isEmpty()) {
            return;
        }
        attributes.setArray(1, connection.createArrayOf("bigint", lots.keySet().toArray()));
        attributes.setArray(2, connection.createArrayOf("varchar", words.toArray()));
        read(attributes, row -> {
            String word = row.getString(2);
            String said = row.getString(3);
            lots.get(row.getLong(1)).forEach(one -> one.says
                    .computeIfAbsent(word, none -> new TreeSet<>())
                    .add(said));
        });
    }

    private void lines(Map<Long, List<RivalPosition>> lots) throws SQLException {
        if (lots.isEmpty()) {
            return;
        }
        lines.setArray(1, connection.createArrayOf("bigint", lots.keySet().toArray()));
        lines.setArray(2, connection.createArrayOf("varchar", new Object[] {
            KeyDataElement.TEMPERATURE.word(),
            KeyDataElement.LOWEST_TEMPERATURE.word(),
            KeyDataElement.HIGHEST_TEMPERATURE.word()
        }));
        read(lines, row -> {
            OffsetDateTime came = row.getObject(2, OffsetDateTime.class);
            String text = row.getString(3);
            for (RivalPosition one : lots.get(row.getLong(1))) {
                if (came != null) {
                    one.received = SITE.calendar().day(came.toInstant());
                } else {
                    BigDecimal degrees = new BigDecimal(text.substring(0, text.indexOf(' ')));
                    one.lowest = one.lowest == null ? degrees : one.lowest.min(degrees);
                    one.highest = one.highest == null ? degrees : one.highest.max(degrees);
                }
            }
        });
    }

    private Map<String, LocalDate> lastExpiry(String customer, List<String> items, List<LocalDate> earliest)
            throws SQLException {
        Map<String, LocalDate> found = new HashMap<>();
        lastExpiry.setString(1, customer);
        lastExpiry.setArray(2, connection.createArrayOf("varchar", items.toArray()));
        lastExpiry.setArray(
                3,
                connection.createArrayOf(
                        "date",
                        earliest.stream()
                                .map(java.sql.Date::valueOf)
                                .collect(Collectors.toList())
                                .toArray()));
        read(lastExpiry, row -> {
            LocalDate day = row.getObject(2, LocalDate.class);
            if (day != null) {
                found.put(row.getString(1), day);
            }
        });
        return found;
    }

    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    static void read(PreparedStatement question, Row each) throws SQLException {
        try (ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                each.read(rows);
            }
        }
    }
}
