package org.lottrace.persistence.internal.order;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.persistence.internal.RoundTrip;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;
import org.lottrace.persistence.internal.Staged;

/** What has come of the lines of ship notices, and which notices are complete or open again. */
final class StagedReceived implements Staged {
    private static final String LINES = """
            merge into expected_receipt_line l using (
                select k.receipt_id, k.part, cast(k.quantity as numeric(21, 6)) quantity, k.unit
                from unnest(cast(? as bigint array), cast(? as bigint array), cast(? as varchar array),
                    cast(? as varchar array)) k (receipt_id, part, quantity, unit)
            ) k on l.receipt_id = k.receipt_id and l.part = k.part
            when matched then update set received_quantity = k.quantity, received_unit = k.unit
            """;
    private static final String OPEN = "update expected_receipt set is_open = ? where id = ?";

    private final Map<Line, Quantity> received = new LinkedHashMap<>();
    private final Map<Long, Boolean> open = new LinkedHashMap<>();

    private record Line(long receipt, long part) {}

    /** @param part as it is numbered in the table */
    void received(long receipt, int part, Quantity quantity) {
        received.put(new Line(receipt, part), quantity);
    }

    void open(long receipt, boolean isOpen) {
        open.put(receipt, isOpen);
    }

    @Override
    public void addTo(RoundTrip trip) {
        if (!received.isEmpty()) {
            trip.execute(
                    LINES,
                    ArrayParameter.ids(
                            received.keySet().stream().map(Line::receipt).toList()),
                    ArrayParameter.ids(
                            received.keySet().stream().map(Line::part).toList()),
                    texts(quantity -> quantity.amount().toPlainString()),
                    texts(quantity -> quantity.unit().code()));
        }
        open.forEach((receipt, isOpen) ->
                trip.updateOne("ship notice with id " + receipt + " is not stored", OPEN, isOpen, receipt));
    }

    private ArrayParameter texts(Function<Quantity, String> part) {
        return ArrayParameter.texts(received.values().stream().map(part).toList());
    }
}
