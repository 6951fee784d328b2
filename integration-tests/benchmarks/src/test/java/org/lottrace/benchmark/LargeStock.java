package org.lottrace.benchmark;

import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * Many items with many lots each, 10 of each on the shelf, with the event in which they came and what is said of them: one item by the
 * services, and copies of its rows, because half a million lots would take the services a while. The copies are in no chain.
 */
final class LargeStock {
    private static final String RECEIPT = "receipt";
    private static final String LABEL = "label";

    private final TestDatabase database;
    private final Ledger ledger;
    private final int items;
    private final int lots;

    LargeStock(TestDatabase database, Ledger ledger, int items, int lots) {
        this.database = database;
        this.ledger = ledger;
        this.items = items;
        this.lots = lots;
    }

    static ItemNumber item(int number) {
        return new ItemNumber("I" + number);
    }

    void fill() {
        Lot lot = aLot("L0")
                .of(item(0))
                .from(MILL)
                .producedOn("2026-02-01")
                .expiring("2026-04-01")
                .build();
        database.unitOfWork().run(() -> {
            database.items().save(anItem(item(0)).in("C62").build());
            database.lots().insert(lot);
        });
        done(ledger.append(anEvent(RECEIPT, EventType.RECEIVE)
                .in(aContext(RECEIPT).at("2026-02-10T08:00:00Z").build())
                .with(new EventLine(
                        lot.key(),
                        Position.at(Place.party(MILL)),
                        Position.at(in(SHELF)),
                        quantity("10 C62"),
                        quantity("10 C62"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(AllRules.MEASURED)))
                .build()));
        done(ledger.append(anEvent(LABEL, EventType.LOT_CHANGE)
                .build()
                .changing(List.of(LotChange.changed(lot, List.of(), lot, AllRules.SAID, LABEL)))));
        copies();
    }

    private void copies() {
        copy(
                "item",
                Map.of("item_number", "'I' || n"),
                "generate_series(1, " + (items - 1) + ") n",
                "item_number = 'I0'");
        copy(
                "lot",
                Map.of(
                        "id", "nextval('surrogate_id')",
                        "item", "i.item_number",
                        "lot_number", "'L' || n",
                        "number_folded", "'L' || n",
                        "expiry", "date '2026-04-01' + n"),
                "(select item_number from item where item_number like 'I%') i, generate_series(0, " + (lots - 1)
                        + ") n",
                "lot_number = 'L0' and (i.item_number <> 'I0' or n > 0)");
        copy("stock", Map.of("lot_id", "l.id", "item", "l.item"), "lot l", "l.id <> t.lot_id");
        database.sql("create table copied as select l.id, dense_rank() over (order by l.item) as item,"
                + " row_number() over (partition by l.item order by l.expiry) as n from lot l where l.id <> (select lot_id"
                + " from event_line limit 1)");
        Map<String, String> events =
                Map.of("event_id", "t.event_id || c.item", "ledger_position", "t.ledger_position + 10 + 2 * c.item");
        String eachItem = "(select distinct item from copied) c";
        copy("trace_event", events, eachItem, "true");
        copy("event_identity", events, eachItem, "true");
        String position = "t.ledger_position + 10 + 2 * c.item";
        copy("event_line", Map.of("ledger_position", position, "part", "c.n", "lot_id", "c.id"), "copied c", "true");
        copy(
                "event_key_data",
                Map.of("ledger_position", position, "part", "c.n", "line_part", "c.n"),
                "copied c",
                "true");
        copy(
                "event_lot_change",
                Map.of("ledger_position", position, "part", "c.n", "lot_id", "c.id"),
                "copied c",
                "true");
        copy(
                "event_lot_value",
                Map.of("ledger_position", position, "part", "c.n * 100 + t.part", "change_part", "c.n"),
                "copied c",
                "true");
        database.sql("drop table copied");
    }

    /** Rows of the table as {@code t}, with others beside them; columns that are not named stay as they are. */
    private void copy(String table, Map<String, String> others, String from, String where) {
        List<String> columns = database.texts("select column_name from information_schema.columns where table_name = '"
                + table + "' and table_schema = current_schema() and is_generated = 'NEVER'");
        database.sql("insert into " + table + " (" + String.join(", ", columns) + ") select "
                + columns.stream()
                        .map(column -> others.getOrDefault(column, "t." + column))
                        .collect(Collectors.joining(", "))
                + " from (select * from " + table + ") t, " + from + " where " + where);
    }
}
