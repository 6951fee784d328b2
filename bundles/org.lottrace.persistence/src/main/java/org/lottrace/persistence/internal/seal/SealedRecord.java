package org.lottrace.persistence.internal.seal;

import static org.lottrace.persistence.internal.seal.SealedTable.many;
import static org.lottrace.persistence.internal.seal.SealedTable.one;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.event.DocumentType;
import org.lottrace.persistence.internal.seal.SealedTable.KeyType;

/** Records that no event holds, each sealed by the unit of work that writes it. */
public enum SealedRecord {
    PARTY(KeyType.TEXT, one("party", "party_code"), many("party_role", "party", "role_name")),
    ITEM(
            KeyType.TEXT,
            one("item", "item_number"),
            many("pack_unit", "item", "part"),
            many("item_class", "item", "class_name"),
            many("item_not_with", "item", "class_name")),
    SITE(KeyType.TEXT, one("site", "site_code"), many("site_location", "site", "part")),
    /** Its numbers in capital letters follow from the others. */
    LOT(
            KeyType.NUMBER,
            new SealedTable(
                    "lot", List.of("id"), List.of(), Set.of("number_folded", "corrected_folded", "supplier_folded"))),
    PRODUCTION_ORDER(
            KeyType.TEXT,
            one("production_order", "order_number"),
            many("production_order_line", "order_number", "part")),
    TRANSFER_ORDER(
            KeyType.TEXT, one("transfer_order", "order_number"), many("transfer_order_line", "order_number", "part")),
    PURCHASE_ORDER(
            KeyType.TEXT, one("purchase_order", "order_number"), many("purchase_order_line", "order_number", "part")),
    SALES_ORDER(
            KeyType.TEXT,
            new SealedTable("sales_order", List.of("order_number"), List.of(), Set.of("customer_order_folded")),
            many("sales_order_line", "order_number", "part")),
    /** What was announced. */
    SHIP_NOTICE(KeyType.NUMBER, one("expected_receipt", "id"), many("ship_notice_line", "receipt_id", "part")),
    /** What of it is to come and has come: each line by itself, because most receipts change one. */
    EXPECTED_LINE(KeyType.NUMBER, one("expected_receipt_line", "receipt_id", "part")),
    /** When a notice came. */
    NOTICE_ARRIVAL(KeyType.TEXT, one("notice_arrival", "notice")),
    /** A site that another company runs. */
    THIRD_WAREHOUSE(KeyType.TEXT, one("third_party_warehouse", "site")),
    /** What was said between us and it. */
    STOCK_DOCUMENT(KeyType.NUMBER, one("stock_document", "document_position")),
    /**
     * All reservations for an order line. Their ids only tell the order in which they were made. A production order or a
     * transfer order may have the number of a sales order: who changes what is reserved for the one does not lock the items of the other.
     */
    RESERVATION(
            KeyType.TEXT,
            new SealedTable(
                    "reservation",
                    List.of("order_number", "order_line"),
                    List.of("order_type", "lot_id", "place_kind", "place_code", "place_sscc"),
                    Set.of("id"),
                    Optional.of(new SealedTable.Apart(
                            "order_type", DocumentType.SALES_ORDER.code(), DocumentType.TRANSFER_ORDER.code())))),
    RECALL_CASE(KeyType.TEXT, one("recall_case", "case_id")),
    RECALL_STEP(
            KeyType.TEXT,
            one("recall_step", "case_id", "step"),
            new SealedTable("recall_fact", List.of("case_id", "step"), List.of("part"), Set.of())),
    DRILL(KeyType.NUMBER, one("recall_drill", "id"), many("recall_drill_step", "drill_id", "part")),
    INTERCHANGE(
            KeyType.NUMBER,
            one("interchange", "id"),
            many("interchange_set", "interchange_id", "part"),
            many("interchange_problem", "interchange_id", "part")),
    INTERCHANGE_CONTENT(KeyType.NUMBER, one("interchange_content", "interchange_id")),
    /** When it was last used tells who has a look, and is written once in a minute: no fact. */
    TOKEN(KeyType.TEXT, new SealedTable("login_token", List.of("token_id"), List.of(), Set.of("last_used"))),
    EXCEPTION_CASE(KeyType.NUMBER, one("exception_case", "case_number")),
    ALLOCATION_DECISION(KeyType.NUMBER, one("allocation_decision", "decision_number")),
    ALLOCATION_RULE(
            KeyType.NUMBER,
            one("allocation_rule", "rule_version"),
            many("allocation_rule_substitute", "rule_version", "part"),
            many("allocation_rule_attribute", "rule_version", "part"),
            many("allocation_rule_class", "rule_version", "part")),
    /** What was done to an accounting period. */
    PERIOD_STEP(KeyType.NUMBER, one("period_step", "step_number")),
    /** What the books said of it then. */
    PERIOD_SNAPSHOT(
            KeyType.NUMBER,
            one("period_snapshot", "step_number"),
            many("period_account", "step_number", "account"),
            many("period_lot", "step_number", "lot_id")),
    /** How far a receiver of the journal is. */
    JOURNAL_RECEIVER(KeyType.TEXT, one("journal_receiver", "receiver")),
    JOURNAL_REJECTION(KeyType.NUMBER, one("journal_rejection", "rejection_number")),
    /** The books that a company keeps for itself. */
    COMPANY_BOOKS(KeyType.TEXT, one("company_books", "company")),
    /** What the books could not book in its turn. */
    COST_WAITING(KeyType.NUMBER, one("cost_waiting", "ledger_position")),
    ACCOUNT_RULE(KeyType.NUMBER, one("account_rule", "rule_version")),
    /** With which account numbers an entry of the journal was handed over. */
    ENTRY_NUMBERS(
            KeyType.NUMBER, one("handed_over_entry", "entry_number"), many("handed_over_line", "entry_number", "part")),
    /** What was done to master data. */
    MASTER_STEP(KeyType.NUMBER, one("master_step", "step_number")),
    /** Who may do what with lots. */
    LOT_RIGHT(KeyType.NUMBER, one("lot_right", "right_version")),
    AUDIT_ENTRY(KeyType.NUMBER, one("audit_entry", "id")),
    JOURNAL_ENTRY(KeyType.NUMBER, one("journal_entry", "entry_number"), many("journal_line", "entry_number", "part")),
    /** Sealed later than it was recorded: see {@code SealStore.sealEvents}. */
    EVENT(
            KeyType.NUMBER,
            one("trace_event", "ledger_position"),
            ofEvent("event_document"),
            ofEvent("event_line"),
            ofEvent("lot_edge"),
            ofEvent("event_key_data"),
            ofEvent("event_lot_change"),
            ofEvent("event_lot_value"),
            ofEvent("event_anchor")),
    /** What an event sets, with that event. */
    EVENT_DISPOSITIONS(KeyType.TEXT, many("event_disposition", "event_id", "part"));

    private final KeyType keyType;
    private final List<SealedTable> tables;

    SealedRecord(KeyType keyType, SealedTable... tables) {
        this.keyType = keyType;
        this.tables = List.of(tables);
    }

    private static SealedTable ofEvent(String table) {
        return many(table, "ledger_position", "part");
    }

    /** @return what the unit of work seals that writes it */
    static Set<SealedRecord> atOnce() {
        return EnumSet.complementOf(EnumSet.of(EVENT, EVENT_DISPOSITIONS));
    }

    /** @return those that had tables when seals came; the tables of the others are made later, empty */
    static Set<SealedRecord> olderThanSeals() {
        Set<SealedRecord> older = atOnce();
        older.remove(ALLOCATION_DECISION);
        older.remove(ALLOCATION_RULE);
        older.remove(MASTER_STEP);
        older.remove(LOT_RIGHT);
        older.remove(PERIOD_STEP);
        older.remove(PERIOD_SNAPSHOT);
        older.remove(NOTICE_ARRIVAL);
        older.remove(THIRD_WAREHOUSE);
        older.remove(STOCK_DOCUMENT);
        older.remove(JOURNAL_RECEIVER);
        older.remove(JOURNAL_REJECTION);
        older.remove(ACCOUNT_RULE);
        older.remove(COMPANY_BOOKS);
        older.remove(COST_WAITING);
        older.remove(ENTRY_NUMBERS);
        older.remove(AUDIT_ENTRY);
        older.remove(TOKEN);
        older.remove(EXCEPTION_CASE);
        older.remove(PRODUCTION_ORDER);
        older.remove(TRANSFER_ORDER);
        return older;
    }

    /** @throws IllegalArgumentException if rows of that table are not sealed */
    static SealedRecord of(String table) {
        return Arrays.stream(values())
                .filter(record ->
                        record.tables.stream().anyMatch(of -> of.name().equals(table)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rows of " + table + " are not sealed"));
    }

    /** @return the key of a record whose rows a column tells apart ({@link SealedTable.Apart}) */
    public RecordKey keyApart(String key, int number, String holds) {
        return new RecordKey(key, tables.get(0).apart().orElseThrow().part(holds, number));
    }

    KeyType keyType() {
        return keyType;
    }

    /** @return the first has the row that makes the record */
    List<SealedTable> tables() {
        return tables;
    }
}
