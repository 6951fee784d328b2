package org.lottrace.persistence.internal.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.seal.Tampering;

/**
 * Compares what is derived from events, or from the journal, with what they say. Each comparison is one statement, so that it
 * sees one state, and gives for each row that differs its name, all columns that do, what stands there and what should.
 */
final class Derived {
    private static final String HOLDING = Arrays.stream(PlaceKind.values())
            .filter(PlaceKind::holdsStock)
            .map(kind -> "'" + kind.code() + "'")
            .collect(Collectors.joining(", "));

    private static final String MOVED = """
            (select lot_id, place_kind, place_code, place_sscc, sum(quantity) quantity, max(unit) unit from (
                select lot_id, to_kind place_kind, to_code place_code, to_sscc place_sscc, quantity, unit
                from event_line where to_kind in (%1$s)
                union all
                select lot_id, from_kind, from_code, from_sscc, -quantity, unit
                from event_line where from_kind in (%1$s)) each_move
            group by lot_id, place_kind, place_code, place_sscc having sum(quantity) <> 0)
            """.formatted(HOLDING);

    private static final String IN_FORCE = """
            (select d.lot_id, d.event_id, d.disposition, d.reason, d.part, e.event_type, e.ledger_position, e.effective_at,
                e.effective_nanos, e.actor
            from event_disposition d join trace_event e on e.event_id = d.event_id
            where e.event_type <> 'REVERSE' and not exists (
                select 1 from trace_event r where r.corrects = e.event_id and r.event_type = 'REVERSE'))
            """;

    /** Holds that no later release has ended; one that names none ended all. */
    private static final String HELD = """
            (select h.lot_id, h.event_id, h.reason, h.effective_at since_at, h.effective_nanos since_nanos, h.actor held_by,
                coalesce(substring(a.value_text, 1, position(' ' in a.value_text) - 1), '') place_kind,
                coalesce(substring(a.value_text, position(' ' in a.value_text) + 1), '') place_code,
                coalesce(u.value_text, '') place_sscc
            from %1$s h
            left join event_key_data a on a.ledger_position = h.ledger_position and a.element = 'heldAt'
            left join event_key_data u on u.ledger_position = h.ledger_position and u.element = 'heldUnit'
            where h.disposition = 'ON_HOLD' and not exists (
                select 1 from %1$s f
                where f.lot_id = h.lot_id and f.disposition = 'SELLABLE' and f.ledger_position > h.ledger_position
                    and (exists (select 1 from event_key_data n where n.ledger_position = f.ledger_position
                            and n.element = 'releasedHold' and n.value_text = h.event_id)
                        or not exists (select 1 from event_key_data n where n.ledger_position = f.ledger_position
                            and n.element = 'releasedHold'))))
            """.formatted(IN_FORCE);

    /** Recalled, else held as a whole, else sellable because of the newest event. */
    private static final String DECIDED = """
            (select n.lot_id,
                case when r.lot_id is not null then 'RECALLED' when h.lot_id is not null then 'ON_HOLD'
                    else 'SELLABLE' end disposition,
                coalesce(r.reason, h.reason, n.reason) reason, coalesce(r.event_id, h.event_id, n.event_id) event_id
            from (select d.lot_id, d.reason, d.event_id,
                    row_number() over (partition by d.lot_id order by e.ledger_position desc, d.part desc) newest
                from event_disposition d join trace_event e on e.event_id = d.event_id) n
            left join (select lot_id, disposition, reason, event_id,
                    row_number() over (partition by lot_id order by ledger_position desc, part desc) newest
                from %s i where disposition = 'RECALLED' or disposition = 'ON_HOLD' and event_type = 'RELEASE') r
                on r.lot_id = n.lot_id and r.newest = 1 and r.disposition = 'RECALLED'
            left join (select lot_id, reason, event_id, row_number() over (
                    partition by lot_id order by since_at desc, since_nanos desc, event_id desc) newest
                from %s i where place_kind = '') h on h.lot_id = n.lot_id and h.newest = 1
            where n.newest = 1)
            """.formatted(IN_FORCE, HELD);

    /**
     * The stays of logistic units in others, as {@code UnitProjection} derives them: what came out of a unit with an event came
     * out before it, or another one, was put in. 18 digits and a blank come before the other 18.
     */
    private static final String NESTED = """
            (select substring(s.units, 1, 18) unit_sscc, s.ledger_position nested_at, substring(s.units, 20) parent_sscc,
                case when s.next_said = 'takenOutUnit' then s.next_position end taken_out_at,
                case when s.next_said is null then substring(s.units, 1, 18) end open_unit
            from (select n.units, n.ledger_position, n.element,
                    lead(n.element) over (partition by n.units order by n.ledger_position, n.element desc) next_said,
                    lead(n.ledger_position) over (partition by n.units order by n.ledger_position, n.element desc)
                        next_position
                from (select distinct value_text units, ledger_position, element from event_key_data
                    where element in ('nestedUnit', 'takenOutUnit')) n) s
            where s.element = 'nestedUnit')
            """;

    private static final String BOOKED = """
            (select coalesce(company, '') company, lot_id, max(unit) unit, max(currency) currency,
                sum(case when account = 'INVENTORY' then quantity else 0 end) stock_quantity,
                sum(case when account = 'INVENTORY' then amount else 0 end) stock_amount,
                sum(case when account = 'WORK_IN_PROCESS' then quantity else 0 end) process_quantity,
                sum(case when account = 'WORK_IN_PROCESS' then amount else 0 end) process_amount
            from journal_line where account in ('INVENTORY', 'WORK_IN_PROCESS') and lot_id is not null
            group by coalesce(company, ''), lot_id)
            """;

    private static final String OF_STOCK = row("lot_id", "place_kind", "place_code", "place_sscc");

    /** The common books have no name. */
    private static final String BOOKS = " case when k.company = '' then '' else concat(', company ', k.company) end)";

    private static final String OF_A_COST = "concat('lot_id ', k.lot_id," + BOOKS;

    private static final String OF_A_LAYER = "concat('item ', k.item, ', place ', k.place," + BOOKS;

    private static final String OF_A_STAY = row("unit_sscc", "nested_at");

    private static final String[] OF_A_HOLD = {
        "reason", "since_at", "since_nanos", "held_by", "place_kind", "place_code", "place_sscc"
    };

    private static final List<Comparison> COMPARISONS = List.of(
            new Comparison("follower", """
                    select concat('follower_name ', k.follower_name), 'ledger_position ',
                        cast(k.ledger_position as varchar(100)), concat(d.head_position, ' at most')
                    from follower k join ledger_head d on k.ledger_position > d.head_position
                    """),
            new Comparison("ledger_head", """
                    select concat('id ', k.id), %s, concat(k.head_position, ' ', k.hash), concat(d.ledger_position, ' ', d.hash)
                    from ledger_head k
                    join trace_event d on d.ledger_position = (select max(ledger_position) from trace_event)
                    where k.head_position <> d.ledger_position or k.hash <> d.hash
                    """.formatted(columns(
                    "k.head_position <> d.ledger_position", "head_position", "k.hash <> d.hash", "hash"))),
            new Comparison("ledger_head", """
                    select concat('id ', k.id), %s, concat(k.newest_step, ' ', k.newest_right, ' ', k.newest_books),
                        concat(d.step, ' ', d.given, ' ', d.books)
                    from ledger_head k join (select coalesce((select max(step_number) from master_step), 0) step,
                        coalesce((select max(right_version) from lot_right), 0) given,
                        (select count(*) from company_books) books) d
                        on k.newest_step <> d.step or k.newest_right <> d.given or k.newest_books <> d.books
                    """.formatted(columns(
                    "k.newest_step <> d.step",
                    "newest_step",
                    "k.newest_right <> d.given",
                    "newest_right",
                    "k.newest_books <> d.books",
                    "newest_books"))),
            new Comparison("event_identity", """
                    select concat('event_id ', d.event_id), %s, concat('cell ', k.cell, ', position ', k.ledger_position),
                        concat('cell ', d.cell, ', position ', d.ledger_position)
                    from trace_event d left join event_identity k on k.event_id = d.event_id
                    where k.event_id is null or k.ledger_position <> d.ledger_position or k.cell <> d.cell
                    """.formatted(columns(
                    "k.cell <> d.cell", "cell", "k.ledger_position <> d.ledger_position", "ledger_position"))),
            new Comparison("event_identity", """
                    select concat('event_id ', k.event_id), 'event_id ', 'an event', 'none'
                    from event_identity k where not exists (select 1 from trace_event d where d.event_id = k.event_id)
                    """),
            new Comparison("event_line", """
                    select concat('ledger_position ', k.ledger_position, ', part ', k.part), 'effective_at ',
                        cast(k.effective_at as varchar(100)), cast(d.effective_at as varchar(100))
                    from event_line k join trace_event d on d.ledger_position = k.ledger_position
                    where k.effective_at <> d.effective_at
                    """),
            new Comparison("trace_event", """
                    select concat('ledger_position ', k.ledger_position), 'dispositions ',
                        cast(k.dispositions as varchar(100)), cast(coalesce(d.n, 0) as varchar(100))
                    from trace_event k left join (select event_id, count(*) n from event_disposition group by event_id) d
                        on d.event_id = k.event_id
                    where k.dispositions <> coalesce(d.n, 0)
                    """),
            new Comparison("event_disposition", """
                    select concat('event_id ', k.event_id, ', part ', k.part), 'event_id ', 'an event', 'none'
                    from event_disposition k where not exists (select 1 from trace_event d where d.event_id = k.event_id)
                    """),
            new Comparison("stock", """
                    select %s, %s, concat(k.quantity, ' ', k.unit, ', site ', k.site, ', item ', k.item),
                        concat(d.quantity, ' ', d.unit, ', item ', l.item)
                    from stock k join lot l on l.id = k.lot_id left join %s d on d.lot_id = k.lot_id and d.place_kind = k.place_kind
                        and d.place_code = k.place_code and d.place_sscc = k.place_sscc
                    where k.quantity <> coalesce(d.quantity, 0) or k.unit <> d.unit or k.site <> %s or k.item <> l.item
                    """.formatted(
                            OF_STOCK,
                            columns(
                                    "k.quantity <> coalesce(d.quantity, 0)",
                                    "quantity",
                                    "k.unit <> d.unit",
                                    "unit",
                                    "k.site <> " + site(),
                                    "site",
                                    "k.item <> l.item",
                                    "item"),
                            MOVED,
                            site())),
            new Comparison("stock", """
                    select %s, '', 'nothing', concat(k.quantity, ' ', k.unit)
                    from %s k where not exists (select 1 from stock d where d.lot_id = k.lot_id
                        and d.place_kind = k.place_kind and d.place_code = k.place_code and d.place_sscc = k.place_sscc)
                    """.formatted(OF_STOCK, MOVED)),
            new Comparison("lot_disposition", """
                    select %s, %s, concat(k.disposition, ' ', k.reason, ' ', k.event_id),
                        concat(d.disposition, ' ', d.reason, ' ', d.event_id)
                    from lot_disposition k left join %s d on d.lot_id = k.lot_id
                    where d.lot_id is null or %s
                    """.formatted(
                            row("lot_id"),
                            same("disposition", "reason", "event_id"),
                            DECIDED,
                            differs("disposition", "reason", "event_id"))),
            new Comparison("lot_disposition", """
                    select %s, '', 'nothing', concat(k.disposition, ' ', k.reason, ' ', k.event_id)
                    from %s k where not exists (select 1 from lot_disposition d where d.lot_id = k.lot_id)
                    """.formatted(row("lot_id"), DECIDED)),
            new Comparison(
                    "lot_hold", """
                    select %s, %s, concat(k.reason, ' ', k.since_at, ' ', k.held_by, ' ', k.place_code, ' ', k.place_sscc),
                        concat(d.reason, ' ', d.since_at, ' ', d.held_by, ' ', d.place_code, ' ', d.place_sscc)
                    from lot_hold k left join %s d on d.lot_id = k.lot_id and d.event_id = k.event_id
                    where d.lot_id is null or %s
                    """.formatted(row("lot_id", "event_id"), same(OF_A_HOLD), HELD, differs(OF_A_HOLD))),
            new Comparison("lot_hold", """
                    select %s, '', 'nothing', k.reason
                    from %s k where not exists (
                        select 1 from lot_hold d where d.lot_id = k.lot_id and d.event_id = k.event_id)
                    """.formatted(row("lot_id", "event_id"), HELD)),
            new Comparison("unit_nesting", """
                    select %s, %s, concat('in ', k.parent_sscc, ' until ', k.taken_out_at, ', open as ', k.open_unit),
                        concat('in ', d.parent_sscc, ' until ', d.taken_out_at, ', open as ', d.open_unit)
                    from unit_nesting k left join %s d on d.unit_sscc = k.unit_sscc and d.nested_at = k.nested_at
                    where d.unit_sscc is null or k.parent_sscc <> d.parent_sscc
                        or coalesce(k.taken_out_at, 0) <> coalesce(d.taken_out_at, 0)
                        or coalesce(k.open_unit, '') <> coalesce(d.open_unit, '')
                    """.formatted(
                            OF_A_STAY,
                            columns(
                                    "k.parent_sscc <> d.parent_sscc",
                                    "parent_sscc",
                                    "coalesce(k.taken_out_at, 0) <> coalesce(d.taken_out_at, 0)",
                                    "taken_out_at",
                                    "coalesce(k.open_unit, '') <> coalesce(d.open_unit, '')",
                                    "open_unit"),
                            NESTED)),
            new Comparison("unit_nesting", """
                    select %s, '', 'nothing', concat('in ', k.parent_sscc)
                    from %s k where not exists (
                        select 1 from unit_nesting d where d.unit_sscc = k.unit_sscc and d.nested_at = k.nested_at)
                    """.formatted(OF_A_STAY, NESTED)),
            new Comparison("lot_cost", """
                    select %s, %s,
                        concat(k.stock_quantity, ' ', k.stock_unit, ' ', k.stock_amount, ' ', k.stock_currency, ' and ',
                            k.process_quantity, ' ', k.process_unit, ' ', k.process_amount, ' ', k.process_currency),
                        concat(d.stock_quantity, ' ', d.unit, ' ', d.stock_amount, ' ', d.currency, ' and ',
                            d.process_quantity, ' ', d.unit, ' ', d.process_amount, ' ', d.currency)
                    from lot_cost k left join %s d on d.lot_id = k.lot_id and d.company = k.company
                    where d.lot_id is null and k.has_left or %s or k.stock_unit <> d.unit or k.process_unit <> d.unit
                        or k.stock_currency <> d.currency or k.process_currency <> d.currency
                    """.formatted(
                    OF_A_COST,
                    "concat(" + same("stock_quantity", "stock_amount", "process_quantity", "process_amount") + ", "
                            + columns(
                                    "k.stock_unit <> d.unit",
                                    "stock_unit",
                                    "k.process_unit <> d.unit",
                                    "process_unit",
                                    "k.stock_currency <> d.currency",
                                    "stock_currency",
                                    "k.process_currency <> d.currency",
                                    "process_currency")
                            + ")",
                    BOOKED,
                    differs("stock_quantity", "stock_amount", "process_quantity", "process_amount"))),
            // the unit cost at which goods leave: what is left is never more than half a minor unit off it
            new Comparison("lot_cost", """
                    select %s, 'basis_quantity basis_amount ', concat(k.basis_amount, ' for ', k.basis_quantity),
                        concat('a unit cost at which ', k.stock_quantity, ' are worth ', k.stock_amount)
                    from lot_cost k
                    where k.basis_quantity <> 0
                        and abs(k.stock_amount * k.basis_quantity - k.basis_amount * k.stock_quantity) > abs(k.basis_quantity)
                            * case when k.stock_currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 0.0005
                                when k.stock_currency in ('CLP', 'ISK', 'JPY', 'KRW', 'PYG', 'VND', 'XAF', 'XOF', 'XPF') then 0.5
                                else 0.005 end
                    """.formatted(OF_A_COST)),
            new Comparison("cost_layer", """
                    select %s, 'quantity amount ', concat(k.quantity, ' ', k.amount),
                        concat(coalesce(d.quantity, 0), ' ', coalesce(d.amount, 0))
                    from (select company, item, sum(quantity) quantity, sum(amount) amount from cost_layer group by company, item) k
                    left join (select c.company, o.item, sum(c.stock_quantity) quantity, sum(c.stock_amount) amount
                        from lot_cost c join lot o on o.id = c.lot_id where c.has_left group by c.company, o.item) d
                        on d.item = k.item and d.company = k.company
                    where k.quantity <> coalesce(d.quantity, 0) or k.amount <> coalesce(d.amount, 0)
                    """.formatted("concat('item ', k.item," + BOOKS)),
            new Comparison("cost_layer", """
                    select %s, 'basis_quantity basis_amount ', concat(k.basis_amount, ' for ', k.basis_quantity),
                        concat('a unit cost at which ', k.quantity, ' are worth ', k.amount)
                    from cost_layer k
                    where k.basis_quantity <> 0
                        and abs(k.amount * k.basis_quantity - k.basis_amount * k.quantity) > abs(k.basis_quantity)
                            * case when k.currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 0.0005
                                when k.currency in ('CLP', 'ISK', 'JPY', 'KRW', 'PYG', 'VND', 'XAF', 'XOF', 'XPF') then 0.5
                                else 0.005 end
                    """.formatted(OF_A_LAYER)),
            new Comparison("cost_layer", """
                    select %s, %s, concat(k.item, ' ', k.lot_id, ' ', k.unit, ' ', k.currency),
                        concat(coalesce(o.item, 'a lot of the item'), ' ', c.stock_unit, ' ', c.stock_currency)
                    from cost_layer k left join lot o on o.id = k.lot_id and o.item = k.item
                    left join lot_cost c on c.lot_id = k.lot_id and c.company = k.company
                    where o.id is null or c.lot_id is null or c.stock_unit <> k.unit or c.stock_currency <> k.currency
                    """.formatted(
                            OF_A_LAYER,
                            columns(
                                    "o.id is null or c.lot_id is null",
                                    "item lot_id company",
                                    "c.stock_unit <> k.unit",
                                    "unit",
                                    "c.stock_currency <> k.currency",
                                    "currency"))),
            new Comparison("journal_entry", """
                    select concat('entry_number ', k.entry_number), '', concat('a sum of ', sum(k.amount)), '0'
                    from journal_line k group by k.entry_number having sum(k.amount) <> 0
                    """),
            new Comparison("journal_entry", """
                    select concat('entry_number ', k.entry_number - 1), '', 'nothing', 'an entry'
                    from journal_entry k where k.entry_number > 1
                        and not exists (select 1 from journal_entry d where d.entry_number = k.entry_number - 1)
                    """),
            new Comparison("journal_entry", """
                    select concat('entry_number ', max(k.entry_number)), 'event_id ', concat('event ', k.event_id, ' again'),
                        'an event that is booked once'
                    from journal_entry k group by k.event_id, coalesce(k.company, '') having count(*) > 1
                    """),
            new Comparison("journal_line", """
                    select concat('entry_number ', k.entry_number, ', part ', k.part), 'lot_id ', 'no lot', 'the lot it is worth of'
                    from journal_line k where k.account in ('INVENTORY', 'WORK_IN_PROCESS') and k.lot_id is null
                    """),
            new Comparison("journal_line", """
                    select concat('entry_number ', k.entry_number, ', part ', k.part), 'company ', coalesce(k.company, ''),
                        coalesce(e.company, '')
                    from journal_line k join journal_entry e on e.entry_number = k.entry_number
                    where coalesce(k.company, '') <> coalesce(e.company, '')
                    """),
            // an event that was booked twice or passed over; only while the books have come as far as the ledger, and
            // none waits
            new Comparison("lot_cost", """
                    select %s, 'stock_quantity ', cast(k.stock_quantity as varchar(100)), cast(coalesce(d.quantity, 0) as varchar(100))
                    from lot_cost k left join (select company, lot_id, sum(quantity) quantity from (
                            select coalesce(b.company, '') company, s.lot_id, s.quantity from stock s
                                left join site p on p.site_code = case when s.place_kind = 'IN_TRANSIT' then s.place_code else s.site end
                                left join company_books b on b.company = p.company
                                where s.place_kind in ('LOCATION', 'IN_TRANSIT')
                            union all select coalesce(company, '') company, lot_id, -quantity from journal_line
                                where account = 'CONSIGNED_GOODS') o
                        group by company, lot_id) d on d.lot_id = k.lot_id and d.company = k.company
                    where k.stock_quantity <> coalesce(d.quantity, 0)
                        and (select ledger_position from follower where follower_name = 'cost')
                            = (select head_position from ledger_head)
                        and not exists (select 1 from cost_waiting where booked_after is null)
                    """.formatted(OF_A_COST)),
            new Comparison("lot_cost", """
                    select %s, '', 'nothing', concat(k.stock_quantity, ' ', k.stock_amount, ' and ', k.process_quantity, ' ',
                        k.process_amount)
                    from %s k where not exists (
                        select 1 from lot_cost d where d.lot_id = k.lot_id and d.company = k.company)
                    """.formatted(OF_A_COST, BOOKED)));

    /**
     * @param table that is derived: {@code k} in the statement, as what it should be is {@code d}
     * @param sql gives the row's name, its columns that differ, each followed by a space (none: all of the row), what stands
     *     there, and what should
     */
    private record Comparison(String table, String sql) {}

    private final Connection connection;

    Derived(Connection connection) {
        this.connection = connection;
    }

    List<Tampering> differences(int most) throws SQLException {
        List<Tampering> found = new ArrayList<>();
        for (Comparison comparison : COMPARISONS) {
            int left = Math.max(0, most - found.size());
            try (PreparedStatement select =
                            connection.prepareStatement(comparison.sql() + " fetch first " + left + " rows only");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.addAll(tamperings(comparison.table(), rows));
                }
            }
        }
        return found;
    }

    private static List<Tampering> tamperings(String table, ResultSet row) throws SQLException {
        String name = row.getString(1);
        String message = row.getString(3) + " stands there, and what was recorded makes it " + row.getString(4);
        List<Optional<String>> fields = Stream.of(row.getString(2).split(" "))
                .map(Optional::of)
                .map(field -> field.filter(known -> !known.isEmpty()))
                .toList();
        return fields.stream()
                .map(field -> new Tampering(table, name, field, message))
                .toList();
    }

    /** A row's name, from its key. */
    private static String row(String... key) {
        return Arrays.stream(key)
                .map(column -> "'" + column + " ', k." + column)
                .collect(Collectors.joining(", ', ', ", "concat(", ")"));
    }

    /** A location names its site; whatever else holds stock is at none. */
    private static String site() {
        return "case when k.place_kind = 'LOCATION' then substring(k.place_code, 1, position('/' in k.place_code) - 1) else '' end";
    }

    /** @param conditionsAndColumns in turns: when it differs, and what is said then */
    private static String columns(String... conditionsAndColumns) {
        StringBuilder sql = new StringBuilder("concat(''");
        for (int i = 0; i < conditionsAndColumns.length; i += 2) {
            sql.append(", case when ")
                    .append(conditionsAndColumns[i])
                    .append(" then '")
                    .append(conditionsAndColumns[i + 1])
                    .append(" ' else '' end");
        }
        return sql.append(")").toString();
    }

    /** As {@link #columns}, of columns that are called the same in both. */
    private static String same(String... columns) {
        return columns(Arrays.stream(columns)
                .flatMap(column -> Stream.of("k." + column + " <> d." + column, column))
                .toArray(String[]::new));
    }

    private static String differs(String... columns) {
        return Arrays.stream(columns)
                .map(column -> "k." + column + " <> d." + column)
                .collect(Collectors.joining(" or "));
    }
}
