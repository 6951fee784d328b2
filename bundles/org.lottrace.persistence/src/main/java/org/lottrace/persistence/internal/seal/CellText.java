package org.lottrace.persistence.internal.seal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.lottrace.persistence.internal.Sha256;

/** What a cell says, as the same text whether it was written or read, and on every database. */
final class CellText {
    private CellText() {}

    /** @param value as it is written */
    static String of(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.MICROS).toString();
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(Sha256.of(bytes));
        }
        return value.toString();
    }

    /** @return null for a cell that is empty */
    static String read(ResultSet row, int column, int type) throws SQLException {
        Object value =
                switch (type) {
                    case Types.NUMERIC, Types.DECIMAL -> row.getBigDecimal(column);
                    case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> {
                        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
                        yield time == null ? null : time.toInstant();
                    }
                    case Types.DATE -> row.getObject(column, LocalDate.class);
                    case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> row.getBytes(column);
                    case Types.BOOLEAN, Types.BIT -> row.getObject(column, Boolean.class);
                    default -> row.getString(column);
                };
        return value == null ? null : of(value);
    }
}
