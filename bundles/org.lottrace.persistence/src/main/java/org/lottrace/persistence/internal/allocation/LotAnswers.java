package org.lottrace.persistence.internal.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.api.allocation.store.LotQuestions;
import org.lottrace.api.allocation.store.MeasuredTemperatures;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataType;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.persistence.internal.AskedAlong;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.ledger.EventKeyDatumEntity;
import org.lottrace.persistence.internal.lot.LotRows;

/** What the ledger says about lots, in SQL: one statement for each kind of question, and all of them in one trip. */
final class LotAnswers implements AskedAlong {
    static final Kind<Integer, LotAnswers> AHEAD = Kind.untilALock();

    /** The rule of {@link org.lottrace.api.event.InForce}, of a line {@code p}. */
    private static final String IN_FORCE = " join trace_event e on e.ledger_position = p.ledger_position"
            + " and e.event_type <> 'REVERSE' and not exists (select 1 from trace_event r where r.corrects = e.event_id"
            + " and r.event_type = 'REVERSE')";

    /** Walks an index from its end and stops at the first row that counts, so the length of the ledger plays no part. */
    private static final String FIRST_SEEN = "select w.id, (select p.effective_at from event_line p" + IN_FORCE
            + " where p.lot_id = w.id order by p.effective_at fetch first 1 rows only)"
            + " from unnest(cast(? as bigint array)) w (id)";

    /**
     * No event is read for it: the newest changes of the lots, and what they say. The positions of the events go as one array into the
     * index: joined, PostgreSQL would read all of an event again for each of its lots, or all there is.
     */
    private static final String ATTRIBUTES = "with w as materialized (select n.lot_id id,"
            + " max(n.ledger_position) place from event_lot_change n where n.lot_id = any(?) group by n.lot_id),"
            + " c as materialized (select n.lot_id, n.ledger_position, n.part from event_lot_change n"
            + " where n.ledger_position = any(array(select distinct place from w))),"
            + " v as materialized (select n.ledger_position, n.part, n.change_part, n.element, n.value_type, n.value_text"
            + " from event_lot_value n where n.ledger_position = any(array(select distinct place from w)) and n.is_after)"
            + " select w.id, v.element, v.value_type, v.value_text from w join c on c.lot_id = w.id"
            + " and c.ledger_position = w.place join v on v.ledger_position = c.ledger_position"
            + " and v.change_part = c.part order by v.ledger_position, v.part";

    /** The same, as H2 understands it. */
    private static final String ATTRIBUTES_H2 = "select c.lot_id, v.element, v.value_type, v.value_text"
            + " from event_lot_change c join event_lot_value v on v.ledger_position = c.ledger_position"
            + " and v.change_part = c.part and v.is_after where c.lot_id = any(?) and not exists (select 1"
            + " from event_lot_change n where n.lot_id = c.lot_id and n.ledger_position > c.ledger_position)"
            + " order by v.ledger_position, v.part";

    /** When the lots came, or what their lines say and their events say of all lines; positions as in {@link #ATTRIBUTES}. */
    private static final String LINES = "with n as materialized (select p.lot_id, p.ledger_position, p.part,"
            + " p.effective_at from event_line p" + IN_FORCE + " where p.lot_id = any(?)),"
            + " d as materialized (select k.ledger_position, k.line_part, k.value_text from event_key_data k"
            + " where k.ledger_position = any(array(select distinct ledger_position from n)) and k.element = any(?))"
            + " select n.lot_id, min(n.effective_at), null from n group by n.lot_id"
            + " union all select n.lot_id, null, d.value_text from n join d on d.ledger_position = n.ledger_position"
            + " and d.line_part = n.part"
            + " union all select n.lot_id, null, d.value_text from n join d on d.ledger_position = n.ledger_position"
            + " and d.line_part = " + EventKeyDatumEntity.OF_THE_EVENT;

    /** The same, as H2 understands it. */
    private static final String LINES_H2 = "select p.lot_id, p.effective_at, d.value_text from event_line p" + IN_FORCE
            + " left join event_key_data d on d.ledger_position = p.ledger_position and (d.line_part = p.part or d.line_part = "
            + EventKeyDatumEntity.OF_THE_EVENT + ") and d.element = any(?) where p.lot_id = any(?)";

    private static final String SHIPPED = "select w.item, (select l.expiry from lot l where l.item = w.item"
            + " and l.expiry > w.expiry and exists (select 1 from event_line p" + IN_FORCE
            + " and e.event_type = ? where p.lot_id = l.id and p.to_kind = ? and p.to_code = ? and p.effective_at <= ?)"
            + " order by l.expiry desc fetch first 1 rows only)"
            + " from unnest(cast(? as varchar array), cast(? as date array)) w (item, expiry)";

    private static final ArrayParameter MEASURED = ArrayParameter.texts(
            Stream.of(KeyDataElement.TEMPERATURE, KeyDataElement.LOWEST_TEMPERATURE, KeyDataElement.HIGHEST_TEMPERATURE)
                    .map(KeyDataElement::word)
                    .toList());

    /** After everything that is recorded. */
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final CurrentSession current;
    private final LotQuestions asked;
    private final Instant until;
    private final Map<LotKey, Instant> firstSeen = new HashMap<>();
    private final Map<LotKey, List<KeyDatum>> attributes = new HashMap<>();
    private final Map<LotKey, MeasuredTemperatures> temperatures = new HashMap<>();
    private final Map<ItemNumber, LocalDate> shipped = new HashMap<>();
    /** Many lots say the same. */
    private final Map<String, KeyDatum> data = new HashMap<>();

    private final Map<String, Quantity> degrees = new HashMap<>();
    private boolean areThere;

    LotAnswers(CurrentSession current, LotQuestions asked, Optional<Instant> until) {
        this.current = current;
        this.asked = asked;
        this.until = until.orElse(EVER);
    }

    /** @return itself, when it is known */
    LotAnswers read() {
        if (!areThere) {
            Questions questions = new Questions();
            ask(questions, List.of());
            current.ask(questions);
        }
        return this;
    }

    LotQuestions asked() {
        return asked;
    }

    Map<LotKey, Instant> firstSeen() {
        return firstSeen;
    }

    Map<LotKey, List<KeyDatum>> attributes() {
        return attributes;
    }

    Map<LotKey, MeasuredTemperatures> temperatures() {
        return temperatures;
    }

    Map<ItemNumber, LocalDate> shipped() {
        return shipped;
    }

    @Override
    public void ask(Questions questions, Collection<LotKey> lots) {
        if (areThere) {
            return;
        }
        areThere = true;
        boolean onPostgresql = current.call(Questions::onPostgresql);
        // their lines are read anyway
        Set<LotKey> others = new HashSet<>(asked.firstSeen());
        others.removeAll(asked.temperatures());
        each(
                others,
                (keys, ids) -> questions.ask(
                        FIRST_SEEN,
                        row -> seen(keys.get(row.getLong(1)), row.getObject(2, OffsetDateTime.class)),
                        ids));
        each(
                asked.attributes(),
                (keys, ids) -> questions.ask(
                        onPostgresql ? ATTRIBUTES : ATTRIBUTES_H2,
                        row -> attributes
                                .computeIfAbsent(keys.get(row.getLong(1)), none -> new ArrayList<>())
                                .add(datum(row.getString(2), row.getString(3), row.getString(4))),
                        ids));
        questions.then(() -> attributes.replaceAll((lot, said) -> LotAttributes.of(said)));
        each(
                asked.temperatures(),
                (keys, ids) -> questions.ask(
                        onPostgresql ? LINES : LINES_H2,
                        row -> {
                            LotKey lot = keys.get(row.getLong(1));
                            seen(lot, row.getObject(2, OffsetDateTime.class));
                            measured(lot, row.getString(3));
                        },
                        onPostgresql ? ids : MEASURED,
                        onPostgresql ? MEASURED : ids));
        asked.customer().ifPresent(customer -> Chunks.of(asked.laterThan().keySet())
                .forEach(items -> questions.ask(
                        SHIPPED,
                        row -> shipped(row.getString(1), row.getObject(2, LocalDate.class)),
                        EventType.SHIP.code(),
                        PlaceKind.PARTY.code(),
                        customer.value(),
                        until,
                        ArrayParameter.texts(
                                items.stream().map(ItemNumber::value).toList()),
                        new ArrayParameter(
                                "date",
                                items.stream().map(asked.laterThan()::get).toArray()))));
    }

    private interface Ask {
        void of(Map<Long, LotKey> keys, ArrayParameter ids);
    }

    private void each(Collection<LotKey> lots, Ask ask) {
        Map<Long, LotKey> keys = LotRows.of(current, lots).keys();
        Chunks.of(keys.keySet()).forEach(ids -> ask.of(keys, ArrayParameter.ids(ids)));
    }

    private void seen(LotKey lot, OffsetDateTime moment) {
        if (moment != null) {
            firstSeen.merge(lot, moment.toInstant(), (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    private void shipped(String item, LocalDate day) {
        if (day != null) {
            shipped.put(new ItemNumber(item), day);
        }
    }

    private KeyDatum datum(String element, String type, String text) {
        return data.computeIfAbsent(
                element + '\t' + type + '\t' + text,
                none -> new KeyDatum(element, KeyDataValue.of(Coded.of(KeyDataType.class, type), text)));
    }

    private void measured(LotKey lot, String text) {
        if (text == null) {
            return;
        }
        Quantity read = degrees.computeIfAbsent(
                text, none -> ((KeyDataValue.Amount) KeyDataValue.of(KeyDataType.QUANTITY, text)).quantity());
        temperatures.merge(lot, new MeasuredTemperatures(read, read), MeasuredTemperatures::and);
    }
}
