package org.lottrace.persistence.internal.master;

import static org.lottrace.api.master.MasterUseKind.EVENT;
import static org.lottrace.api.master.MasterUseKind.EXCEPTION_CASE;
import static org.lottrace.api.master.MasterUseKind.EXPECTED_RECEIPT;
import static org.lottrace.api.master.MasterUseKind.HOLD;
import static org.lottrace.api.master.MasterUseKind.INTERCHANGE;
import static org.lottrace.api.master.MasterUseKind.LOT;
import static org.lottrace.api.master.MasterUseKind.PRODUCTION_ORDER;
import static org.lottrace.api.master.MasterUseKind.PURCHASE_ORDER;
import static org.lottrace.api.master.MasterUseKind.RECALL_CASE;
import static org.lottrace.api.master.MasterUseKind.RULE;
import static org.lottrace.api.master.MasterUseKind.SALES_ORDER;
import static org.lottrace.api.master.MasterUseKind.SITE;
import static org.lottrace.api.master.MasterUseKind.STOCK;
import static org.lottrace.api.master.MasterUseKind.TRANSFER_ORDER;

import java.util.List;
import java.util.Map;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterUseKind;

/** For each kind of master data the questions of what uses it. Each gives names as {@code name}, of what is called {@code :key}. */
final class MasterUses {
    /** The rule of {@link org.lottrace.api.event.InForce}: what was reversed has not moved anything, and goods of another item count for no line. */
    private static final String MOVED = """
            select sum(p.quantity) from event_document d
            join trace_event e on e.ledger_position = d.ledger_position
            join event_line p on p.ledger_position = d.ledger_position
            join lot k on k.id = p.lot_id and k.item = l.item
            where d.document_number = l.order_number and d.document_type = '%1$s' and e.event_type = '%2$s'
                and p.order_type = '%1$s' and p.order_number = l.order_number and p.order_line = l.line_number
                and not exists (select 1 from trace_event r where r.corrects = e.event_id and r.event_type = 'REVERSE')
            """;

    /** A line of an order of which not everything has moved. */
    private static final String OPEN_LINE = """
            l.quantity * coalesce((select p.base_units from pack_unit p where p.item = l.item and p.unit = l.unit), 1)
                > coalesce((%s), 0)
            """;

    private static final String TO_SHIP = OPEN_LINE.formatted(MOVED.formatted("SALES_ORDER", "SHIP"));
    private static final String TO_DISPATCH = OPEN_LINE.formatted(MOVED.formatted("TRANSFER_ORDER", "TRANSFER"));
    private static final String TO_RECEIVE = OPEN_LINE.formatted(MOVED.formatted("PURCHASE_ORDER", "RECEIVE"));

    /** Lines are counted order by order: joined, PostgreSQL would rather read all of them. */
    private static final String OPEN_OF_SITE =
            "select o.order_number as name from transfer_order o where o.%s = :key and (select"
                    + " count(*) from transfer_order_line l where l.order_number = o.order_number and " + TO_DISPATCH
                    + ") > 0";

    /** Each of the two sites has an index; "or" would use none of them. */
    private static final String OPEN_BETWEEN_SITES =
            OPEN_OF_SITE.formatted("from_site") + " union " + OPEN_OF_SITE.formatted("to_site");

    private static final String BETWEEN_SITES = orders("transfer_order l where l.from_site = :key") + " union "
            + orders("transfer_order l where l.to_site = :key");

    private static final String LOT_NAME = "select distinct concat(l.item, '/', l.lot_number) as name from lot l";
    private static final String NOTICE_NAME =
            "select concat(n.sender, '/', n.notice_number) as name from expected_receipt n where ";

    /** Nothing more is sent to a party that is closed, and nothing of it is taken in: what waits would wait for ever. */
    private static final String WAITING = """
            select cast(i.id as varchar(20)) as name from interchange i
            where i.status in ('PENDING', 'SENDING', 'STOPPING', 'WITHHELD', 'QUARANTINED')
                and (select concat(p.edi_qualifier, ':', p.edi_id) from party p where p.party_code = :key)
                    in (i.receiver, i.sender)
            """;

    /** What is to be told before it is closed. */
    static final Map<MasterKind, List<Question>> OPEN = Map.of(
            MasterKind.ITEM,
            List.of(
                    new Question(
                            STOCK,
                            LOT_NAME + " where l.item = :key and exists (select 1 from stock s where s.lot_id = l.id)"),
                    new Question(
                            HOLD,
                            LOT_NAME
                                    + " where l.item = :key and exists (select 1 from lot_hold h where h.lot_id = l.id)"),
                    new Question(SALES_ORDER, orders("sales_order_line l where l.item = :key and " + TO_SHIP)),
                    new Question(PURCHASE_ORDER, orders("purchase_order_line l where l.item = :key and " + TO_RECEIVE)),
                    new Question(
                            PRODUCTION_ORDER,
                            orders("production_order_line l where l.item = :key and (select o.closed_at"
                                    + " from production_order o where o.order_number = l.order_number) is null")),
                    new Question(
                            TRANSFER_ORDER, orders("transfer_order_line l where l.item = :key and " + TO_DISPATCH)),
                    new Question(
                            EXPECTED_RECEIPT,
                            NOTICE_NAME + "n.is_open and exists (select 1 from expected_receipt_line l"
                                    + " where l.receipt_id = n.id and l.item = :key)")),
            MasterKind.PARTY,
            List.of(
                    new Question(
                            SALES_ORDER,
                            orders("sales_order o join sales_order_line l on l.order_number = o.order_number"
                                    + " where o.customer = :key and " + TO_SHIP)),
                    new Question(
                            PURCHASE_ORDER,
                            orders("purchase_order o join purchase_order_line l"
                                    + " on l.order_number = o.order_number where o.supplier = :key and " + TO_RECEIVE)),
                    new Question(EXPECTED_RECEIPT, NOTICE_NAME + "n.is_open and n.sender = :key"),
                    new Question(INTERCHANGE, WAITING),
                    new Question(SITE, "select s.site_code as name from site s where s.company = :key")),
            MasterKind.SITE,
            List.of(
                    new Question(
                            STOCK,
                            LOT_NAME + " where l.id in (select s.lot_id from stock s where s.site = :key"
                                    + " union all select s.lot_id from stock s where s.place_code = :key and s.place_kind = 'IN_TRANSIT')"),
                    new Question(
                            SALES_ORDER,
                            orders("sales_order o join sales_order_line l on l.order_number = o.order_number"
                                    + " where o.ship_from = :key and " + TO_SHIP)),
                    new Question(
                            PURCHASE_ORDER,
                            orders("purchase_order o join purchase_order_line l"
                                    + " on l.order_number = o.order_number where o.site = :key and " + TO_RECEIVE)),
                    new Question(
                            PRODUCTION_ORDER,
                            "select l.order_number as name from production_order l where l.site = :key and l.closed_at is null"),
                    new Question(TRANSFER_ORDER, OPEN_BETWEEN_SITES),
                    new Question(EXPECTED_RECEIPT, NOTICE_NAME + "n.is_open and n.site = :key")),
            MasterKind.LOCATION,
            List.of(
                    new Question(
                            STOCK,
                            LOT_NAME
                                    + " where l.id in (select s.lot_id from stock s where s.place_code = :key and s.place_kind = 'LOCATION')"),
                    new Question(
                            HOLD,
                            LOT_NAME + " where l.id in (select h.lot_id from lot_hold h"
                                    + " where h.place_kind = 'LOCATION' and h.place_code = :key)")));

    private static final String AT = "(select distinct l.ledger_position from event_line l where l.%1$s_code = :key"
            + " and l.%1$s_kind = '%2$s' order by l.ledger_position fetch first :rows rows only)";
    private static final String IN_EVENT = "select e.event_id as name from trace_event e where e.ledger_position in ";

    /** Goods come to a location before they leave it. */
    private static final String AT_LOCATION = IN_EVENT + AT.formatted("to", "LOCATION");

    private static final String WITH_PARTY =
            IN_EVENT + "(" + AT.formatted("from", "PARTY") + " union all " + AT.formatted("to", "PARTY") + ")";
    /** An event of another site brings goods to one, too. Its locations are {@code SITE/…}, and 0 comes after the stroke. */
    private static final String INTO_SITE = IN_EVENT
            + "(select l.ledger_position from event_line l where l.to_code > :key || '/' and l.to_code < :key || '0'"
            + " fetch first :rows rows only) union " + IN_EVENT + AT.formatted("to", "IN_TRANSIT");

    private static final String RULE_OF =
            "select cast(r.rule_version as varchar(20)) as name from allocation_rule r where r.%s = :key";

    /** Whatever names it; then it is never deleted. A few are enough to say so, and the others are not read. */
    static final Map<MasterKind, List<Question>> EVER = Map.of(
            MasterKind.ITEM,
            List.of(
                    Question.some(LOT, LOT_NAME + " where l.item = :key"),
                    Question.some(SALES_ORDER, orders("sales_order_line l where l.item = :key")),
                    Question.some(PURCHASE_ORDER, orders("purchase_order_line l where l.item = :key")),
                    Question.some(PRODUCTION_ORDER, orders("production_order_line l where l.item = :key")),
                    Question.some(TRANSFER_ORDER, orders("transfer_order_line l where l.item = :key")),
                    Question.some(
                            EXPECTED_RECEIPT,
                            NOTICE_NAME
                                    + "n.id in (select l.receipt_id from expected_receipt_line l where l.item = :key)"),
                    Question.some(RULE, RULE_OF.formatted("item"))),
            MasterKind.PARTY,
            List.of(
                    Question.some(LOT, LOT_NAME + " where l.issuer = :key"),
                    Question.some(SALES_ORDER, orders("sales_order l where l.customer = :key")),
                    Question.some(PURCHASE_ORDER, orders("purchase_order l where l.supplier = :key")),
                    Question.some(EXPECTED_RECEIPT, NOTICE_NAME + "n.sender = :key"),
                    Question.some(SITE, "select s.site_code as name from site s where s.company = :key"),
                    Question.some(EVENT, WITH_PARTY),
                    Question.some(RULE, RULE_OF.formatted("customer")),
                    Question.some(
                            RECALL_CASE, "select distinct f.case_id as name from recall_fact f where f.party = :key")),
            MasterKind.SITE,
            List.of(
                    Question.some(LOT, LOT_NAME + " where l.made_at = :key"),
                    Question.some(SALES_ORDER, orders("sales_order l where l.ship_from = :key")),
                    Question.some(PURCHASE_ORDER, orders("purchase_order l where l.site = :key")),
                    Question.some(PRODUCTION_ORDER, orders("production_order l where l.site = :key")),
                    Question.some(TRANSFER_ORDER, BETWEEN_SITES),
                    Question.some(EXPECTED_RECEIPT, NOTICE_NAME + "n.site = :key"),
                    Question.some(
                            EVENT,
                            "(select e.event_id as name from trace_event e where e.site = :key fetch first :rows rows only)"
                                    + " union " + INTO_SITE),
                    Question.some(
                            RULE,
                            RULE_OF.formatted("site")
                                    + " union all select cast(r.rule_version as varchar(20)) as name from account_rule r where r.site = :key"),
                    Question.some(
                            EXCEPTION_CASE,
                            "select cast(c.case_number as varchar(20)) as name from exception_case c where c.site = :key")),
            MasterKind.LOCATION,
            List.of(Question.some(EVENT, AT_LOCATION)));

    private MasterUses() {}

    /** @param sql that gives {@code name}, from {@code select} on */
    record Question(MasterUseKind kind, String sql) {
        /** Asks for any of them, of however many. */
        static Question some(MasterUseKind kind, String sql) {
            return new Question(kind, sql + " fetch first :rows rows only");
        }

        /** @return with names in order, and so many rows at most as {@code :rows} says */
        String limited() {
            return "select u.name as name from (" + sql + ") u order by u.name fetch first :rows rows only";
        }
    }

    private static String orders(String from) {
        return "select distinct l.order_number as name from " + from;
    }
}
