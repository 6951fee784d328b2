package org.lottrace.persistence.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.lottrace.persistence.testing.SentStatement;

/** Which tables a database would read from end to end to answer a statement. It asks by a connection of its own, until it is closed. */
abstract sealed class Plans implements AutoCloseable {
    private static final String IS_COMMON =
            "\\(?CASE WHEN \\(?(?:\"?\\w+\"?\\.)?\"?(?i:company)\"? IS NULL\\)? THEN 0 ELSE 1 END <> 1\\)?";

    /** Beside other conditions, before them, and alone. */
    private static final List<String> COMMON =
            List.of("\\s+AND " + IS_COMMON, IS_COMMON + "\\s+AND ", "(?:WHERE |\\n\\s*Filter: )" + IS_COMMON);

    private final Connection connection;

    Plans(DataSource source) {
        try {
            connection = source.getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection to explain by", e);
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("it cannot be closed", e);
        }
    }

    /** @return the tables; one that is read in the order of an index until a page is full does not count */
    Set<String> scanned(SentStatement sent) {
        return explained(sent, this::scanned);
    }

    /** @return the plan as the database tells it */
    String told(SentStatement sent) {
        return explained(sent, (connection, plan) -> String.join(" ", plan));
    }

    /** As {@link #told}, after what is set only for it. */
    String toldWith(String settings, SentStatement sent) {
        return explained(sent, (connection, plan) -> String.join(" ", plan), settings);
    }

    private <T> T explained(SentStatement sent, PlanReader<T> reader) {
        return explained(sent, reader, "select 1");
    }

    private <T> T explained(SentStatement sent, PlanReader<T> reader, String settings) {
        try {
            prepare(connection);
            try (Statement set = connection.createStatement()) {
                set.execute(settings);
            }
            try (PreparedStatement explain = connection.prepareStatement("explain " + sent.sql())) {
                sent.fill(explain);
                return reader.read(connection, inCommonBooks(text(explain)));
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sent.sql(), e);
        }
    }

    private interface PlanReader<T> {
        T read(Connection connection, List<String> plan) throws SQLException;
    }

    abstract void prepare(Connection connection) throws SQLException;

    abstract Set<String> scanned(Connection connection, List<String> plan) throws SQLException;

    static Map<String, String> pairs(Connection connection, String query) throws SQLException {
        Map<String, String> pairs = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                pairs.put(
                        rows.getString(1).toLowerCase(Locale.ROOT),
                        rows.getString(2).toLowerCase(Locale.ROOT));
            }
        }
        return pairs;
    }

    /** Nearly all entries, periods and rules are of the common books: leaving out those of companies passes over few. */
    private static List<String> inCommonBooks(List<String> plan) {
        String text = String.join("\n", plan);
        for (String condition : COMMON) {
            text = text.replaceAll(condition, "");
        }
        return text.lines().toList();
    }

    private static List<String> text(PreparedStatement explain) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = explain.executeQuery()) {
            while (rows.next()) {
                lines.addAll(rows.getString(1).lines().toList());
            }
        }
        return lines;
    }

    /** Says in a comment behind each table how it is read: {@code PUBLIC.LOT_KEY: ISSUER = ?1}, without more for a scan. */
    static final class H2 extends Plans {
        private static final Pattern TABLE_SCAN = Pattern.compile("/\\* PUBLIC\\.(\\w+)\\.tableScan");
        private static final Pattern INDEX_SCAN = Pattern.compile("/\\* PUBLIC\\.(\\w+) \\*/");
        private static final Pattern RANGE = Pattern.compile("/\\* PUBLIC\\.(\\w+): ((?:(?! = |IN\\(|\\*/).)*)\\*/");
        private static final Pattern FILTER = Pattern.compile("(?<!/\\* )WHERE (?:(?! ORDER BY ).)*");
        private static final Pattern JOIN_BY_ID = Pattern.compile("\"\\w+\"\\.\"ID\" = \"\\w+\"\\.\"\\w+\"");
        private static final Pattern COLUMN = Pattern.compile("\\.\"(\\w+)\"");

        H2(DataSource source) {
            super(source);
        }

        @Override
        void prepare(Connection connection) {
            // it is asked as it is
        }

        @Override
        Set<String> scanned(Connection connection, List<String> plan) throws SQLException {
            String text = String.join(" ", plan);
            Set<String> tables = new TreeSet<>();
            for (Matcher scan = TABLE_SCAN.matcher(text); scan.find(); ) {
                tables.add(scan.group(1).toLowerCase(Locale.ROOT));
            }
            boolean isPage = text.contains("/* index sorted */") && text.contains("FETCH ") && !text.contains("WHERE ");
            Map<String, String> tableOf = pairs(
                    connection,
                    "select index_name, table_name from information_schema.indexes where table_schema = 'PUBLIC'");
            for (Matcher scan = INDEX_SCAN.matcher(text); !isPage && scan.find(); ) {
                tables.add(tableOf.get(scan.group(1).toLowerCase(Locale.ROOT)));
            }
            for (Matcher range = RANGE.matcher(text); range.find(); ) {
                if (isFilteredBeyond(text.substring(range.end()), range.group(2))) {
                    tables.add(tableOf.get(range.group(1).toLowerCase(Locale.ROOT)));
                }
            }
            return tables;
        }

        /**
         * Whatever is in the range is looked at when the rest of the condition is not in the index. The condition comes next:
         * a union has one for each of its parts. A join with a row that its id names leaves nothing out.
         */
        private static boolean isFilteredBeyond(String behindRange, String range) {
            return FILTER.matcher(behindRange)
                    .results()
                    .limit(1)
                    .flatMap(where -> COLUMN.matcher(
                                    JOIN_BY_ID.matcher(where.group()).replaceAll(""))
                            .results())
                    .anyMatch(column -> !range.contains(column.group(1)));
        }
    }

    /**
     * One line for each node, its parts further to the right. It is made to believe that each table has 20,000 rows, and
     * scans and joins by hash are made dear: what it still reads from end to end is what it has no index for. Nothing is counted in the
     * background any more, and what was counted or tidied up before is undone or done for all: its plans do not depend on how long a test runs.
     */
    static final class Postgresql extends Plans {
        private static final Pattern TABLE_SCAN = Pattern.compile("Seq Scan on (\\w+)");
        private static final Pattern INDEX_SCAN =
                Pattern.compile("Index (?:Only )?Scan (?:Backward )?using (\\w+) on (\\w+)");
        private static final Pattern BITMAP = Pattern.compile("Bitmap Index Scan on (\\w+)");

        /** Who counts or tidies up one of the tables at this moment is waited for: it would write what it has found afterwards. */
        private static final String ALONE = """
                do $$ declare one text; begin
                    for one in select tablename from pg_tables where schemaname = current_schema loop
                        execute format('alter table %I set (autovacuum_enabled = off)', one);
                    end loop;
                    commit;
                    while exists (select 1 from pg_stat_activity
                            where backend_type = 'autovacuum worker' and datname = current_database()) loop
                        perform pg_sleep(0.05);
                        perform pg_stat_clear_snapshot();
                    end loop;
                end $$
                """;

        private static final String GROWN = """
                update pg_class set reltuples = 20000, relpages = 1, relallvisible = 0
                    where relkind in ('r', 'i') and relnamespace = current_schema::regnamespace;
                delete from pg_statistic
                    where starelid in (select oid from pg_class where relnamespace = current_schema::regnamespace);
                """;

        /** The first that is not the same in all of its entries. */
        private final Map<String, String> firstColumn;

        private final Map<String, String> tableOf;

        Postgresql(DataSource source) {
            super(source);
            try (Statement statement = connection().createStatement()) {
                connection().setAutoCommit(true);
                statement.execute(ALONE);
                statement.execute(
                        "vacuum full"); // whether an empty page is cut off otherwise depends on who else is there
                connection().setAutoCommit(false);
                statement.execute(GROWN);
                firstColumn = pairs(
                        connection(),
                        "select i.relname, (select a.attname from pg_attribute a where a.attrelid = i.oid"
                                + " and pg_get_expr(x.indpred, x.indrelid) is distinct from '(' || a.attname || ' IS NULL)'"
                                + " order by a.attnum limit 1) from pg_index x join pg_class i on i.oid = x.indexrelid");
                tableOf = pairs(connection(), "select indexname, tablename from pg_indexes");
                connection().commit();
            } catch (SQLException e) {
                throw new IllegalStateException("the tables cannot be made to look grown", e);
            }
        }

        @Override
        void prepare(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local enable_seqscan = off; set local enable_hashjoin = off;"
                        + " set local enable_mergejoin = off");
            }
        }

        @Override
        Set<String> scanned(Connection connection, List<String> plan) throws SQLException {
            Set<String> tables = new TreeSet<>();
            for (int line = 0; line < plan.size(); line++) {
                Matcher table = TABLE_SCAN.matcher(plan.get(line));
                Matcher index = INDEX_SCAN.matcher(plan.get(line));
                Matcher bitmap = BITMAP.matcher(plan.get(line));
                if (table.find()) {
                    tables.add(table.group(1));
                } else if (index.find()
                        && !isPage(plan, line)
                        && !isEntered(plan, line, firstColumn.get(index.group(1)))) {
                    tables.add(index.group(2));
                } else if (bitmap.find() && !isEntered(plan, line, firstColumn.get(bitmap.group(1)))) {
                    tables.add(tableOf.get(bitmap.group(1)));
                }
            }
            return tables;
        }

        /** Nothing has to be sorted, and nothing passed over, before the first rows are there. */
        private static boolean isPage(List<String> plan, int node) {
            return plan.get(0).startsWith("Limit")
                    && plan.stream().noneMatch(line -> line.matches("\\W*Sort  .*"))
                    && !(line(plan, node + 1) + line(plan, node + 2)).contains("Filter:");
        }

        /**
         * An index that is only filtered by its second column is read from end to end, and of a range that is filtered
         * again everything is looked at.
         */
        private static boolean isEntered(List<String> plan, int node, String firstColumn) {
            String condition = line(plan, node + 1);
            boolean isOne = condition.matches(".*\\b" + firstColumn + "\\)?(::text)? = .*");
            boolean isRange = condition.matches(".*\\b" + firstColumn + "\\b.*")
                    && !line(plan, node + 2).contains("Filter:");
            return condition.contains("Index Cond:") && (isOne || isRange);
        }

        private static String line(List<String> plan, int number) {
            return number < plan.size() ? plan.get(number) : "";
        }
    }
}
