package org.lottrace.persistence.internal.order;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hibernate.StatelessSession;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.seal.SealedRecord;
import org.lottrace.persistence.internal.seal.StagedSeals;

/** What has come of the lines of a ship notice, written without the rest of it. */
final class ReceivedLines {
    private static final String MERGE = """
            merge into expected_receipt_line l using (
                select k.part, cast(k.quantity as numeric(21, 6)) quantity, k.unit
                from unnest(cast(:parts as bigint array), cast(:quantities as varchar array),
                    cast(:units as varchar array)) k (part, quantity, unit)
            ) k on l.receipt_id = :receipt and l.part = k.part
            when matched then update set received_quantity = k.quantity, received_unit = k.unit
            """;

    private final CurrentSession current;
    private final long id;

    ReceivedLines(CurrentSession current, long id) {
        this.current = current;
        this.id = id;
    }

    static boolean isAllThatChanged(ExpectedReceipt before, ExpectedReceipt now) {
        return before.notice().equals(now.notice())
                && before.site().equals(now.site())
                && before.lines().size() == now.lines().size()
                && IntStream.range(0, now.lines().size())
                        .allMatch(part ->
                                isSame(before.lines().get(part), now.lines().get(part)));
    }

    private static boolean isSame(ExpectedReceipt.Line before, ExpectedReceipt.Line now) {
        return before.having(now.received()).equals(now);
    }

    void write(StatelessSession session, ExpectedReceipt before, ExpectedReceipt now) {
        List<Integer> changed = IntStream.range(0, now.lines().size())
                .filter(part -> !before.lines().get(part).equals(now.lines().get(part)))
                .boxed()
                .toList();
        if (!changed.isEmpty()) {
            session.createNativeMutationQuery(MERGE)
                    .setParameter("receipt", id)
                    .setParameter(
                            "parts",
                            AnyOf.ids(changed.stream().map(Integer::longValue).toList()))
                    .setParameter(
                            "quantities",
                            texts(now, changed, line -> line.received().amount().toPlainString()))
                    .setParameter(
                            "units",
                            texts(now, changed, line -> line.received().unit().code()))
                    .executeUpdate();
        }
        if (before.isOpen() != now.isOpen()) {
            session.createMutationQuery("update ExpectedReceiptEntity set open = :open where id = :id")
                    .setParameter("open", now.isOpen())
                    .setParameter("id", id)
                    .executeUpdate();
        }
        ExpectedReceiptEntity row = new ExpectedReceiptEntity(now);
        row.id = id;
        StagedSeals.seal(
                current,
                StagedSeals.records(session, row).stream()
                        .filter(one -> one.record() == SealedRecord.EXPECTED_LINE
                                ? changed.contains(one.key().part())
                                : before.isOpen() != now.isOpen())
                        .toList());
    }

    private static String[] texts(
            ExpectedReceipt receipt, List<Integer> parts, Function<ExpectedReceipt.Line, String> text) {
        return AnyOf.texts(parts.stream().map(receipt.lines()::get).map(text).toList());
    }
}
