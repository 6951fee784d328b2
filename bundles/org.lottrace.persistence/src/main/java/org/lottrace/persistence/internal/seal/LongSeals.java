package org.lottrace.persistence.internal.seal;

import java.sql.PreparedStatement;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.lottrace.api.partner.LongList;

/** Seals of a receipt whose lines are too many for memory, written at once, some after the other. */
public final class LongSeals {
    private static final int TOGETHER = 2_000;
    private static final String NOTICE_LINES = "noticeLines";
    private static final String RECEIPT_LINES = "lines";
    private static final String INSERT =
            "insert into seal (record_type, record_key, record_part, content, cells) values (?, ?, ?, ?, ?)";

    private LongSeals() {}

    /**
     * Seals a row of {@code expected_receipt} with its lines.
     *
     * @param receipt as it was just written, with its key
     * @param id its key
     * @param lines how many lines it has
     */
    public static void write(StatelessSession session, Object receipt, long id, int lines) {
        EntityRows rows = new EntityRows((SharedSessionContractImplementor) session);
        notice(session, rows, receipt, id, lines);
        for (int from = 0; from < lines; from += TOGETHER) {
            List<Sealed> together = IntStream.range(from, Math.min(lines, from + TOGETHER))
                    .mapToObj(i -> rows.element(receipt, RECEIPT_LINES, i))
                    .map(row -> new Sealed(SealedRecord.EXPECTED_LINE, row.key(), List.of(row)))
                    .toList();
            session.doWork(connection -> StagedSeals.insert(connection, together));
        }
    }

    /** One record: a statement of its own, for an array would have to be written as one text. */
    private static void notice(StatelessSession session, EntityRows rows, Object receipt, long id, int lines) {
        int[] order = IntStream.range(0, lines)
                .boxed()
                .sorted(Comparator.comparing(String::valueOf))
                .mapToInt(Integer::intValue)
                .toArray();
        IntUnaryOperator part = i -> order[i - 1];
        RecordContent content = RecordContent.of(LongList.of(
                lines + 1, i -> i == 0 ? rows.own(receipt) : rows.element(receipt, NOTICE_LINES, part.applyAsInt(i))));
        session.doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, SealedRecord.SHIP_NOTICE.name());
                insert.setString(2, RecordKey.of(id).key());
                insert.setInt(3, 0);
                insert.setString(4, content.hash());
                insert.setBytes(5, content.cells());
                insert.executeUpdate();
            }
        });
    }
}
