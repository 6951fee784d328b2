package org.lottrace.console.web.internal.work;

import static org.lottrace.console.web.internal.work.Field.optional;
import static org.lottrace.console.web.internal.work.Field.required;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.movement.BlindCounts;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.SampleFate;
import org.lottrace.api.movement.Sampling;
import org.lottrace.api.movement.StockCount;
import org.lottrace.console.web.internal.work.Field.Kind;

/** What is counted, and what is taken out of stock for good. */
final class StockTasks {
    static final Task COUNT = new Task(
            "count",
            "movement.count",
            List.of(required("countSheet", Kind.TEXT)),
            Column.GOODS,
            false,
            StockTasks::count);

    static final Task COUNT_BLIND = new Task(
            "count-blind",
            "blind-count.enter",
            List.of(required("countSheet", Kind.TEXT)),
            Column.GOODS,
            false,
            StockTasks::countBlind);

    static final Task SAMPLE = new Task(
            "sample",
            "movement.sample",
            List.of(required("number", Kind.TEXT), required("purpose", Kind.REASON), optional("retained", Kind.BOX)),
            Column.GOODS,
            false,
            StockTasks::sample);

    static final Task DISPOSE = new Task(
            "dispose",
            "movement.dispose",
            List.of(required("number", Kind.TEXT), optional("reason", Kind.REASON), optional("witness", Kind.TEXT)),
            Column.GOODS,
            false,
            StockTasks::dispose);

    private StockTasks() {}

    private static Task.Call count(Entry entry) {
        StockCount count = new StockCount(
                entry.context(), entry.text("countSheet"), entry.rows().goods());
        return visit -> visit.as(MovementCapture.class).count(count);
    }

    private static Task.Call countBlind(Entry entry) {
        StockCount count = new StockCount(
                entry.context(), entry.text("countSheet"), entry.rows().goods());
        return visit -> visit.as(BlindCounts.class).enter(count);
    }

    private static Task.Call sample(Entry entry) {
        Sampling sampling = new Sampling(
                entry.context(),
                entry.text("number"),
                entry.text("purpose"),
                entry.textIfGiven("retained").isEmpty() ? SampleFate.USED : SampleFate.RETAINED,
                entry.rows().goods());
        return visit -> visit.as(MovementCapture.class).sample(sampling);
    }

    private static Task.Call dispose(Entry entry) {
        List<LotQuantity> goods = entry.rows().goods();
        Disposal disposal = new Disposal(
                entry.context(),
                entry.text("number"),
                Optional.of(entry.textIfGiven("reason")).filter(text -> !text.isEmpty()),
                Optional.of(entry.textIfGiven("witness")).filter(text -> !text.isEmpty()),
                goods);
        return visit -> visit.as(MovementCapture.class).dispose(disposal);
    }
}
