package org.lottrace.persistence.internal.copy;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** What a column holds, as one text that is the same for both databases. */
enum Kind {
    INTEGER {
        @Override
        String read(ResultSet row, int column) throws SQLException {
            return NUMBER.read(row, column);
        }

        @Override
        void write(PreparedStatement row, int column, String text) throws SQLException {
            row.setLong(column, Long.parseLong(text));
        }
    },
    NUMBER {
        @Override
        String read(ResultSet row, int column) throws SQLException {
            BigDecimal number = row.getBigDecimal(column);
            return number == null ? null : number.stripTrailingZeros().toPlainString();
        }

        @Override
        void write(PreparedStatement row, int column, String text) throws SQLException {
            row.setBigDecimal(column, new BigDecimal(text));
        }
    },
    YES_OR_NO {
        @Override
        String read(ResultSet row, int column) throws SQLException {
            boolean yes = row.getBoolean(column);
            return row.wasNull() ? null : String.valueOf(yes);
        }

        @Override
        void write(PreparedStatement row, int column, String text) throws SQLException {
            row.setBoolean(column, Boolean.parseBoolean(text));
        }
    },
    DATE {
        @Override
        String read(ResultSet row, int column) throws SQLException {
            LocalDate date = row.getObject(column, LocalDate.class);
            return date == null ? null : date.toString();
        }

        @Override
        void write(PreparedStatement row, int column, String text) throws SQLException {
            row.setObject(column, LocalDate.parse(text));
        }
    },
    INSTANT {
        @Override
        String read(ResultSet row, int column) throws SQLException {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant().toString();
        }

        @Override
        void write(PreparedStatement row, int column, String text) throws SQLException {
            row.setObject(column, Instant.parse(text).atOffset(ZoneOffset.UTC));
        }
    },
    BYTES {
        @Override
        String read(ResultSet row, int column) throws SQLException {
            byte[] bytes = row.getBytes(column);
            return bytes == null ? null : HexFormat.of().formatHex(bytes);
        }

        @Override
        void write(PreparedStatement row, int column, String text) throws SQLException {
            row.setBytes(column, HexFormat.of().parseHex(text));
        }
    },
    TEXT {
        @Override
        String read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        void write(PreparedStatement row, int column, String text) throws SQLException {
            row.setString(column, text);
        }
    };

    /** @return null when the column is */
    abstract String read(ResultSet row, int column) throws SQLException;

    /** @param text never null */
    abstract void write(PreparedStatement row, int column, String text) throws SQLException;

    /** @param type of {@link Types}; PostgreSQL's names for it differ from H2's */
    static Kind of(int type, String table, String column) {
        return switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> INTEGER;
            case Types.NUMERIC, Types.DECIMAL -> NUMBER;
            case Types.BOOLEAN, Types.BIT -> YES_OR_NO;
            case Types.DATE -> DATE;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
            case Types.BLOB, Types.BINARY, Types.VARBINARY -> BYTES;
            case Types.VARCHAR, Types.CHAR -> TEXT;
            default ->
                throw new IllegalStateException("column " + table + "." + column + " has SQL type " + type
                        + ", which a backup cannot hold yet");
        };
    }
}
