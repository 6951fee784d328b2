package org.lottrace.console.web.internal.work;

import static org.lottrace.console.web.internal.work.Field.optional;
import static org.lottrace.console.web.internal.work.Field.required;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.HeldGoods;
import org.lottrace.api.quality.HoldQuestion;
import org.lottrace.api.quality.Holds;
import org.lottrace.console.web.internal.work.Field.Kind;

/** What must not be used, and what may be used again. */
final class HoldTasks {
    static final Task HOLD = new Task(
            "hold",
            "lot.hold",
            List.of(
                    required("reason", Kind.REASON),
                    optional("heldAt", Kind.LOCATION),
                    optional("heldUnit", Kind.TEXT)),
            Column.LOTS,
            false,
            HoldTasks::hold);

    static final Task HOLD_BY_QUESTION = new Task(
            "hold-by-question",
            "lot.hold-by-question",
            List.of(
                    required("reason", Kind.REASON),
                    optional("supplier", Kind.TEXT),
                    optional("item", Kind.TEXT),
                    optional("productionOrder", Kind.TEXT),
                    optional("shipNotice", Kind.TEXT),
                    optional("from", Kind.DATE),
                    optional("to", Kind.DATE)),
            List.of(),
            true,
            HoldTasks::holdByQuestion);

    static final Task RELEASE = new Task(
            "release",
            "lot.release",
            List.of(required("reason", Kind.REASON), optional("hold", Kind.TEXT)),
            Column.LOTS,
            false,
            HoldTasks::release);

    private HoldTasks() {}

    private static Task.Call hold(Entry entry) {
        CaptureContext context = entry.context();
        String reason = entry.text("reason");
        List<LotKey> lots = entry.rows().lots();
        Optional<Sscc> unit = entry.given("heldUnit", Sscc.class);
        Optional<HeldGoods> at = unit.isEmpty() && entry.textIfGiven("heldAt").isEmpty()
                ? Optional.empty()
                : Optional.of(new HeldGoods(entry.required("heldAt", LocationId.class, Entry.NOWHERE), unit));
        return visit -> visit.as(Holds.class).hold(context, lots, at, reason);
    }

    private static Task.Call holdByQuestion(Entry entry) {
        CaptureContext context = entry.context();
        String reason = entry.text("reason");
        HoldQuestion question = new HoldQuestion(
                entry.given("supplier", PartyId.class),
                entry.given("item", ItemNumber.class),
                Optional.of(entry.textIfGiven("productionOrder")).filter(order -> !order.isEmpty()),
                Optional.of(entry.textIfGiven("shipNotice")).filter(notice -> !notice.isEmpty()),
                entry.given("from", LocalDate.class),
                entry.given("to", LocalDate.class));
        return visit -> visit.as(Holds.class).holdByQuestion(context, question, reason);
    }

    private static Task.Call release(Entry entry) {
        CaptureContext context = entry.context();
        String reason = entry.text("reason");
        List<LotKey> lots = entry.rows().lots();
        List<String> holds = Optional.of(entry.textIfGiven("hold")).filter(hold -> !hold.isEmpty()).stream()
                .toList();
        return visit -> visit.as(Holds.class).release(context, lots, reason, holds);
    }
}
