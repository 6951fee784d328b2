package org.lottrace.persistence.internal.recall;

import static org.lottrace.persistence.internal.recall.FactRow.named;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.recall.NoteTopic;
import org.lottrace.api.recall.OpenPoint;
import org.lottrace.api.recall.RecallFact.Cancelled;
import org.lottrace.api.recall.RecallFact.Closed;
import org.lottrace.api.recall.RecallFact.Noted;
import org.lottrace.api.recall.RecallFact.SignedFor;
import org.lottrace.api.recall.RecallFact.StatusReported;
import org.lottrace.api.recall.RecallFact.Struck;

/** Notes, reports, signatures and the end. An open point takes four rows. */
final class EndRows {
    private EndRows() {}

    static List<FactRow> writeNoted(Noted fact) {
        return List.of(
                named("topic").words(fact.topic().code()),
                named("reference").words(fact.reference()),
                named("text").words(fact.text()));
    }

    static Noted readNoted(FactReader rows) {
        return new Noted(rows.choice(NoteTopic.class, "topic"), rows.words("reference"), rows.words("text"));
    }

    static List<FactRow> writeReported(StatusReported fact) {
        return List.of(
                named("consignees").number(fact.consignees()),
                named("notified").number(fact.notified()),
                named("answered").number(fact.answered()),
                named("completion").words(fact.estimatedCompletion().toString()));
    }

    static StatusReported readReported(FactReader rows) {
        return new StatusReported(
                (int) rows.number("consignees"),
                (int) rows.number("notified"),
                (int) rows.number("answered"),
                LocalDate.parse(rows.words("completion")));
    }

    static List<FactRow> writeSigned(SignedFor fact) {
        List<FactRow> rows = new ArrayList<>(List.of(named("reason").words(fact.reason())));
        for (OpenPoint point : fact.points()) {
            rows.add(named("code").words(point.code()));
            rows.add(named("subject").words(point.subject()));
            rows.add(named("openQuantity").words(point.quantity()));
            rows.add(named("message").words(point.message()));
        }
        return rows;
    }

    static SignedFor readSigned(FactReader rows) {
        List<String> codes = texts(rows, "code");
        List<String> subjects = texts(rows, "subject");
        List<String> quantities = texts(rows, "openQuantity");
        List<String> messages = texts(rows, "message");
        List<OpenPoint> points = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            points.add(new OpenPoint(codes.get(i), subjects.get(i), quantities.get(i), messages.get(i)));
        }
        return new SignedFor(points, rows.words("reason"));
    }

    static List<FactRow> writeStruck(Struck fact) {
        return List.of(named("struck").number(fact.step()).words(fact.reason()));
    }

    static Struck readStruck(FactReader rows) {
        FactRow struck = rows.one("struck");
        return new Struck(
                struck.number().orElseThrow().intValue(), struck.words().orElseThrow());
    }

    static List<FactRow> writeCancelled(Cancelled fact) {
        return List.of(named("reason").words(fact.reason()));
    }

    static Cancelled readCancelled(FactReader rows) {
        return new Cancelled(rows.words("reason"));
    }

    static List<FactRow> writeClosed(Closed fact) {
        return List.of(named("summary").words(fact.summary()));
    }

    static Closed readClosed(FactReader rows) {
        return new Closed(rows.words("summary"));
    }

    private static List<String> texts(FactReader rows, String name) {
        return rows.list(name, row -> row.words().orElseThrow());
    }
}
