package org.lottrace.console.web.internal.work;

import static org.lottrace.console.web.internal.work.Field.optional;
import static org.lottrace.console.web.internal.work.Field.required;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.Restatement;
import org.lottrace.api.movement.Reversal;
import org.lottrace.api.movement.Reversed;
import org.lottrace.console.web.internal.work.Field.Kind;

/** What was recorded and is not so. */
final class CorrectionTasks {
    static final Task CORRECT = new Task(
            "correct",
            "lot.correct",
            List.of(
                    required("lotKey", Kind.TEXT),
                    optional("expiry", Kind.DATE),
                    optional("productionDate", Kind.DATE),
                    optional("supplierLotNumber", Kind.TEXT),
                    optional("lotNumber", Kind.TEXT),
                    required("reason", Kind.REASON)),
            Column.ATTRIBUTES,
            true,
            CorrectionTasks::correct);

    static final Task REVERSE = new Task(
            "reverse",
            "correction.reverse",
            List.of(
                    required("corrects", Kind.TEXT),
                    required("reason", Kind.REASON),
                    optional("withFollowing", Kind.BOX)),
            List.of(),
            true,
            CorrectionTasks::reverse);

    static final Task RESTATE = new Task(
            "restate",
            "correction.restate",
            List.of(
                    required("corrects", Kind.TEXT),
                    optional("party", Kind.TEXT),
                    optional("shipmentNumber", Kind.TEXT),
                    optional("recordedLot", Kind.TEXT),
                    optional("namedLot", Kind.TEXT),
                    required("reason", Kind.REASON)),
            List.of(),
            true,
            CorrectionTasks::restate);

    private CorrectionTasks() {}

    private static Task.Call correct(Entry entry) {
        LotCorrection correction = new LotCorrection(
                entry.context(),
                entry.required("lotKey", LotKey.class, LotKey.parse("NONE/NONE/NONE")),
                entry.given("productionDate", LocalDate.class),
                entry.given("expiry", LocalDate.class),
                Optional.of(entry.textIfGiven("supplierLotNumber")).filter(text -> !text.isEmpty()),
                entry.given("lotNumber", LotNumber.class),
                entry.rows().attributes(),
                entry.text("reason"));
        return visit -> visit.as(LotCorrections.class).correct(correction);
    }

    private static Task.Call restate(Entry entry) {
        LotKey none = LotKey.parse("NONE/NONE/NONE");
        boolean isLotNamed = !(entry.textIfGiven("recordedLot") + entry.textIfGiven("namedLot")).isEmpty();
        Restatement restatement = new Restatement(
                entry.context(),
                entry.required("corrects", EventId.class, new EventId("none")),
                entry.given("party", PartyId.class),
                Optional.of(entry.textIfGiven("shipmentNumber")).filter(text -> !text.isEmpty()),
                isLotNamed
                        ? List.of(new Restatement.NamedLot(
                                entry.required("recordedLot", LotKey.class, none),
                                entry.required("namedLot", LotKey.class, none)))
                        : List.of(),
                entry.text("reason"));
        return visit -> visit.as(Corrections.class).restate(restatement);
    }

    private static Task.Call reverse(Entry entry) {
        Reversal reversal = new Reversal(
                entry.context(),
                entry.required("corrects", EventId.class, new EventId("none")),
                entry.text("reason"),
                !entry.textIfGiven("withFollowing").isEmpty());
        return visit -> visit.as(Corrections.class).reverse(reversal).map(Reversed::event);
    }
}
