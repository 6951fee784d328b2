package org.lottrace.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.genealogy.internal.graph.LotGraph;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * The best we know to do in PostgreSQL: narrow tables with integer keys, covering indices in both directions, a recursive
 * query that removes duplicates, index-only scans over vacuumed and analysed tables that fit into memory, prepared
 * statements, no just-in-time compilation.
 */
public final class SqlRival implements AutoCloseable {
    private static final String REACHED =
            "with recursive r(lot) as (select ?::int union" + " select e.%2$s from r join edge e on e.%1$s = r.lot) ";
    private static final String SUMS =
            "select count(*), coalesce(sum(lot), 0), coalesce(sum(lot::bigint * lot %% 1000003), 0) from r";
    private static final String REPORT = "select 'lot', lot.id, issuer, item, number, null::numeric, null, null, null"
            + " from r join lot on lot.id = r.lot"
            + " union all select 'stock', s.lot, place, container, null, quantity, null, null, null"
            + " from r join stock s on s.lot = r.lot"
            + " union all select 'handover', h.lot, event, party, document, quantity, sscc, kind, at::text"
            + " from r join handover h on h.lot = r.lot";

    private final Connection connection;
    private final PreparedStatement forward;
    private final PreparedStatement backward;
    private final PreparedStatement report;

    public SqlRival(String url) throws SQLException {
        connection = DriverManager.getConnection(url, "postgres", "");
        try (Statement settings = connection.createStatement()) {
            settings.execute("set work_mem = '1GB'");
            settings.execute("set jit = off");
            settings.execute("set max_parallel_workers_per_gather = 0");
            settings.execute("set random_page_cost = 1.0");
        }
        forward = connection.prepareStatement(String.format(REACHED + SUMS, "input", "output"));
        backward = connection.prepareStatement(String.format(REACHED + SUMS, "output", "input"));
        report = connection.prepareStatement(String.format(REACHED, "input", "output") + REPORT);
    }

    /** Creates the tables. */
    public static void create(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement sql = connection.createStatement()) {
            for (String table : List.of("lot", "edge", "stock", "handover")) {
                sql.execute("drop table if exists " + table);
            }
            sql.execute("create table lot (id int, issuer text, item text, number text)");
            sql.execute("create table edge (input int, output int, quantity numeric, inferred boolean, position int)");
            sql.execute("create table stock (lot int, place text, container text, quantity numeric)");
            sql.execute("create table handover (lot int, event text, party text, document text, quantity numeric,"
                    + " sscc text, kind text, at timestamptz)");
        }
    }

    /** Makes it fast: what a database administrator would do. */
    public static void index(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement sql = connection.createStatement()) {
            sql.execute("set maintenance_work_mem = '1GB'");
            sql.execute("create unique index lot_by_id on lot (id) include (issuer, item, number)");
            sql.execute("create index edge_forward on edge (input) include (output)");
            sql.execute("create index edge_backward on edge (output) include (input)");
            sql.execute("create index stock_by_lot on stock (lot) include (place, container, quantity)");
            sql.execute("create index handover_by_lot on handover (lot)"
                    + " include (event, party, document, quantity, sscc, kind, at)");
            for (String table : List.of("lot", "edge", "stock", "handover")) {
                sql.execute("vacuum analyze " + table);
            }
        }
    }

    /** @return the set of lots reached, as sums that tell it apart */
    public SetSums reach(int lot, boolean isForward) throws SQLException {
        PreparedStatement query = isForward ? forward : backward;
        query.setInt(1, lot);
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return new SetSums(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    /** Reads every lot, balance and handover to the client. */
    public ReportSums report(int lot) throws SQLException {
        report.setInt(1, lot);
        Map<String, Integer> counts = new HashMap<>();
        Map<String, BigDecimal> sums = new HashMap<>();
        try (ResultSet rows = report.executeQuery()) {
            while (rows.next()) {
                String kind = rows.getString(1);
                counts.merge(kind, 1, Integer::sum);
                rows.getString(3);
                rows.getString(4);
                rows.getString(5);
                if (!kind.equals("lot")) {
                    sums.merge(kind, rows.getBigDecimal(6), BigDecimal::add);
                    rows.getString(7);
                    rows.getString(9);
                }
            }
        }
        return new ReportSums(
                counts.getOrDefault("lot", 0),
                counts.getOrDefault("stock", 0),
                sums.getOrDefault("stock", BigDecimal.ZERO).stripTrailingZeros(),
                counts.getOrDefault("handover", 0),
                sums.getOrDefault("handover", BigDecimal.ZERO).stripTrailingZeros());
    }

    /** @return the operating system's number of the process that works for this connection */
    public int serverProcess() throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    /** @return how it is executed */
    public String plan(int lot) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("explain (analyze, buffers) "
                        + String.format(REACHED + SUMS, "input", "output").replace("?", Integer.toString(lot)))) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    /** Reads every row that a graph is made of, in order, and does nothing with it: the least a rebuild needs. */
    public long readAll() throws SQLException {
        long read = 0;
        connection.setAutoCommit(false);
        for (String query : List.of(
                "select id, issuer, item, number from lot order by id",
                "select input, output, quantity, inferred, position from edge order by position",
                "select lot, event, party, document, quantity, sscc, kind, at from handover",
                "select lot, place, container, quantity from stock")) {
            try (Statement sql = connection.createStatement()) {
                sql.setFetchSize(20_000);
                try (ResultSet rows = sql.executeQuery(query)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int column = 1; column <= columns; column++) {
                            read += rows.getObject(column).hashCode() & 1;
                        }
                        read++;
                    }
                }
            }
        }
        connection.setAutoCommit(true);
        return read;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Copies a generated ledger into the tables, with the numbers that the lots have in the graph. */
    public static final class Loader implements AutoCloseable {
        private final LotGraph graph;
        private final Stream lots;
        private final Stream edges;
        private final Stream stock;
        private final Stream handovers;
        private final Map<Integer, Map<Position, BigDecimal>> balances = new HashMap<>();

        public Loader(String url, LotGraph graph) throws SQLException {
            this.graph = graph;
            lots = new Stream(url, "lot");
            edges = new Stream(url, "edge");
            stock = new Stream(url, "stock");
            handovers = new Stream(url, "handover");
        }

        public void take(RecordedEvent recorded) {
            for (Edge edge : recorded.event().edges()) {
                edges.row(
                        graph.lot(edge.input()),
                        graph.lot(edge.output()),
                        edge.quantity().amount().toPlainString(),
                        edge.certainty() == Edge.Certainty.INFERRED,
                        recorded.position());
            }
            for (EventLine line : recorded.event().lines()) {
                int lot = graph.lot(line.lot());
                move(lot, line.from(), line.quantity().amount().negate());
                move(lot, line.to(), line.quantity().amount());
                Position outside = line.to().place().kind() == PlaceKind.PARTY ? line.to() : line.from();
                if (outside.place().kind() == PlaceKind.PARTY) {
                    handovers.row(
                            lot,
                            recorded.event().id(),
                            outside.place().code(),
                            recorded.event().documents(),
                            line.quantity().amount().toPlainString(),
                            outside.container().map(Object::toString).orElse(""),
                            recorded.event().type(),
                            recorded.event().context().effective());
                }
            }
        }

        @Override
        public void close() throws SQLException {
            for (int lot = 0; lot < graph.lots(); lot++) {
                LotKey key = graph.key(lot);
                lots.row(lot, key.issuer(), key.item(), key.number());
            }
            balances.forEach((lot, positions) -> positions.forEach((position, quantity) -> stock.row(
                    lot,
                    position.place(),
                    position.container().map(Object::toString).orElse(""),
                    quantity.toPlainString())));
            for (Stream stream : List.of(lots, edges, stock, handovers)) {
                stream.close();
            }
        }

        private void move(int lot, Position position, BigDecimal change) {
            if (position.place().kind().holdsStock()) {
                Map<Position, BigDecimal> positions = balances.computeIfAbsent(lot, l -> new HashMap<>(2));
                positions.merge(position, change, BigDecimal::add);
                positions.values().removeIf(quantity -> quantity.signum() == 0);
                if (positions.isEmpty()) {
                    balances.remove(lot);
                }
            }
        }
    }

    /** One COPY. */
    private static final class Stream {
        private final Connection connection;
        private final PGCopyOutputStream copy;
        private final StringBuilder text = new StringBuilder();

        Stream(String url, String table) throws SQLException {
            connection = DriverManager.getConnection(url, "postgres", "");
            copy = new PGCopyOutputStream(
                    connection.unwrap(PGConnection.class), "copy " + table + " from stdin", 1 << 20);
        }

        void row(Object... values) {
            for (int i = 0; i < values.length; i++) {
                text.append(i == 0 ? "" : "\t").append(values[i]);
            }
            text.append('\n');
            if (text.length() > 1 << 16) {
                flush();
            }
        }

        void close() throws SQLException {
            flush();
            try {
                copy.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            connection.close();
        }

        private void flush() {
            try {
                copy.write(text.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            text.setLength(0);
        }
    }
}
