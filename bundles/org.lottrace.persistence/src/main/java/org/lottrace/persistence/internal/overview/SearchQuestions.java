package org.lottrace.persistence.internal.overview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.id.Gtin;

/**
 * The statements of the search. A beginning is a stretch of an index, cut after as many rows as are wanted; items and parties, of
 * which a company has few, are read as a whole. What belongs to the rows of a stretch is joined from the left, so that H2 does not
 * begin at the other end.
 */
final class SearchQuestions {
    private static final Collector<CharSequence, ?, String> UNION = Collectors.joining(" union ");

    /** Where it is; where it came last; where it is announced. */
    static final String UNIT = """
            select f.nearness as nearness, f.place_kind as place_kind, f.place_code as place_code, l.item as item,
                l.lot_number as lot_number
            from (
                (select 1 as nearness, s.place_kind, s.place_code, s.lot_id from stock s where s.place_sscc = :unit
                    order by s.place_sscc, s.lot_id fetch first 1 rows only)
                union all
                (select 2 as nearness, e.to_kind as place_kind, e.to_code as place_code, e.lot_id from event_line e
                    where e.to_sscc = :unit order by e.ledger_position desc fetch first 1 rows only)
            ) f left join lot l on l.id = f.lot_id
            union all
            select 3 as nearness, r.site as place_kind, r.notice_number as place_code, a.item as item,
                a.lot_number as lot_number
            from expected_receipt_line a join expected_receipt r on r.id = a.receipt_id where a.sscc = :unit
            order by nearness
            """;

    private static final String PURCHASE_ORDERS = """
            select f.name, o.supplier, p.party_name, o.site from (%s) f
            left join purchase_order o on o.order_number = f.name left join party p on p.party_code = o.supplier order by f.name
            """;

    private static final String SHIP_NOTICES = """
            select r.notice_number as name, r.sender, p.party_name, r.site, r.ship_date from (%s) f
            left join expected_receipt r on r.id = f.id left join party p on p.party_code = r.sender order by r.notice_number, r.sender
            """;

    private static final String EVENTS = """
            select f.name, e.event_type, e.site, e.actor, e.effective_at from (%s) f
            left join trace_event e on e.ledger_position = f.ledger_position order by f.name
            """;

    private static final String DOCUMENTS = """
            select distinct f.document_type, f.document_number from (%s) f order by f.document_number, f.document_type
            """;

    static final String INTERCHANGES = """
            select i.id, i.control_number, i.direction, i.sender, i.receiver, i.status, i.file_name, i.recorded_at
            from interchange i where i.control_number = any(cast(:numbers as varchar array))
            order by i.id desc fetch first :rows rows only
            """;

    private static final String SALES_ORDERS = """
            select o.order_number as name, o.customer, p.party_name, o.customer_order, o.ship_from, o.delivery_date
            from (%s) f left join sales_order o on o.order_number = f.name left join party p on p.party_code = o.customer
            order by o.order_number
            """;

    private static final String LOTS = """
            select l.issuer, l.item, l.lot_number, l.corrected_number, l.supplier_lot_number, l.expiry, i.description,
                (select d.disposition from lot_disposition d where d.lot_id = l.id) as disposition
            from (%s) f left join lot l on l.id = f.id left join item i on i.item_number = l.item order by l.lot_number, l.item, l.id
            """;

    private static final String ITEMS = """
            select i.item_number, i.description, i.item_type, i.gtin,
                (select s.action from master_step s where s.master_kind = 'ITEM' and s.master_key = i.item_number
                    order by s.step_number desc fetch first 1 rows only) as action
            from item i
            where upper(i.item_number) >= :name and upper(i.item_number) < :behind%s
            order by case when upper(i.item_number) = :name%s then 0 else 1 end, i.item_number fetch first :rows rows only
            """;

    private static final String PARTIES = """
            select p.party_code, p.party_name, p.city, p.country, p.gln,
                (select s.action from master_step s where s.master_kind = 'PARTY' and s.master_key = p.party_code
                    order by s.step_number desc fetch first 1 rows only) as action
            from party p
            where upper(p.party_code) >= :name and upper(p.party_code) < :behind or p.gln = :name%s
            order by case when upper(p.party_code) = :name then 0 else 1 end, p.party_code fetch first :rows rows only
            """;

    private SearchQuestions() {}

    private static final List<String> LOT_NUMBERS = List.of("number_folded", "corrected_folded", "supplier_folded");

    /** A number that many items share is cut by the item, in the index: then the number must be whole. */
    static Question lots(String number, String item, Optional<Gtin> gtin) {
        if (gtin.isPresent()) {
            return new Question(LOTS.formatted(lotsOf("i.gtin = :gtin")))
                    .with("number", LotNames.folded(number))
                    .with("gtin", gtin.get().value());
        }
        if (item.isEmpty()) {
            return beginning(new Question(LOTS.formatted(lotsNamed())), number);
        }
        String ofItem = lotsOf("upper(i.item_number) = :item");
        return beginning(new Question(LOTS.formatted(ofItem + " union " + lotsNamed())), item + "/" + number)
                .with("number", LotNames.folded(number))
                .with("item", LotNames.folded(item));
    }

    private static String lotsNamed() {
        return eachNumber("n.%1$s >= :name and n.%1$s < :behind");
    }

    private static String lotsOf(String item) {
        return eachNumber("n.%1$s = :number and n.item in (select i.item_number from item i where " + item + ")");
    }

    private static String eachNumber(String which) {
        return LOT_NUMBERS.stream()
                .map(column -> ("(select n.id from lot n where " + which
                                + " order by n.%1$s fetch first :rows rows only)")
                        .formatted(column))
                .collect(UNION);
    }

    static Question items(String number, List<String> words, Optional<Gtin> gtin) {
        String orGtin = gtin.isPresent() ? " or i.gtin = :gtin" : "";
        Question question = new Question(ITEMS.formatted(orGtin + orWords("i.description", words), orGtin));
        gtin.ifPresent(known -> question.with("gtin", known.value()));
        return beginning(question, number).with(parameters(words));
    }

    static Question parties(String number, List<String> words) {
        return beginning(new Question(PARTIES.formatted(orWords("p.party_name", words))), number)
                .with(parameters(words));
    }

    private static Question beginning(Question question, String number) {
        String name = LotNames.folded(number);
        return question.with("name", name).with("behind", LotNames.behind(name));
    }

    static Question purchaseOrders(List<String> spellings) {
        return beginnings(
                PURCHASE_ORDERS,
                spellings,
                "select n.order_number as name from purchase_order n where n.",
                "order_number");
    }

    static Question shipNotices(List<String> spellings) {
        return beginnings(
                SHIP_NOTICES, spellings, "select n.id as id from expected_receipt n where n.", "notice_number");
    }

    static Question events(List<String> spellings) {
        return beginnings(
                EVENTS,
                spellings,
                "select n.event_id as name, n.ledger_position from event_identity n where n.",
                "event_id");
    }

    /**
     * An event has a row for each of its documents: many rows may name the same one. Orders of production and between sites are documents
     * before anything has happened for them, too.
     */
    static Question documents(List<String> spellings) {
        String named = beginnings(
                "select n.document_type, n.document_number from event_document n where n.",
                "document_number",
                spellings.size());
        String orders = Stream.of("PRODUCTION_ORDER", "TRANSFER_ORDER")
                .map(type -> beginnings(
                        "select cast('" + type
                                + "' as varchar) as document_type, n.order_number as document_number from "
                                + type.toLowerCase(Locale.ROOT) + " n where n.",
                        "order_number",
                        spellings.size()))
                .collect(UNION);
        return bind(new Question(DOCUMENTS.formatted(named + " union " + orders)), spellings);
    }

    /** The customer's own number is kept in capital letters besides: one spelling is enough for it. */
    static Question salesOrders(List<String> spellings) {
        String select = "select n.order_number as name from sales_order n where n.";
        String own = beginnings(select, "order_number", spellings.size());
        String ofCustomer = beginning(select, "customer_order_folded", "customer");
        String customer = LotNames.folded(spellings.get(0));
        return bind(new Question(SALES_ORDERS.formatted(own + " union " + ofCustomer)), spellings)
                .with("customer", customer)
                .with("customer_behind", LotNames.behind(customer));
    }

    private static Question beginnings(String sql, List<String> spellings, String select, String column) {
        return bind(new Question(sql.formatted(beginnings(select, column, spellings.size()))), spellings);
    }

    private static String beginnings(String select, String column, int spellings) {
        return IntStream.range(0, spellings)
                .mapToObj(number -> beginning(select, column, "s" + number))
                .collect(UNION);
    }

    private static String beginning(String select, String column, String parameter) {
        return "(" + select + column + " >= :" + parameter + " and n." + column + " < :" + parameter
                + "_behind order by n." + column + " fetch first :rows rows only)";
    }

    private static Question bind(Question question, List<String> spellings) {
        for (int number = 0; number < spellings.size(); number++) {
            question.with("s" + number, spellings.get(number))
                    .with("s" + number + "_behind", LotNames.behind(spellings.get(number)));
        }
        return question;
    }

    private static String orWords(String column, List<String> words) {
        return words.isEmpty()
                ? ""
                : IntStream.range(0, words.size())
                        .mapToObj(word -> "position(:w" + word + " in upper(" + column + ")) > 0")
                        .collect(Collectors.joining(" and ", " or ", ""));
    }

    private static Map<String, Object> parameters(List<String> words) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        words.forEach(word -> parameters.put("w" + parameters.size(), LotNames.folded(word)));
        return parameters;
    }
}
