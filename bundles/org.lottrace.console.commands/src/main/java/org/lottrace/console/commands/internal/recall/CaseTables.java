package org.lottrace.console.commands.internal.recall;

import java.util.List;
import java.util.stream.Collectors;
import org.lottrace.api.recall.OpenPoint;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.api.recall.RecallUnderway;
import org.lottrace.api.recall.ScopeLot;
import org.lottrace.api.recall.ScopeVersion;
import org.lottrace.console.commands.internal.output.Table;

/** Cases as people read them. */
final class CaseTables {
    private CaseTables() {}

    static Table<RecallCase> summary(RecallCase recallCase) {
        return Table.details("Recall case " + recallCase.id(), recallCase)
                .column("State", CaseTables::state)
                .column("Mode", c -> c.opening().mode())
                .column("Class", c -> c.opening().recallClass())
                .column("Regime", c -> c.opening().regime())
                .column("Reason", c -> c.opening().reason())
                .column("Hazard", c -> c.opening().hazard())
                .column("Decided", c -> c.opening().decidedAt())
                .column("Decided by", c -> c.opening().decidedBy())
                .column("Scope version", c -> c.scope().number())
                .column("Affected lots", c -> c.scope().lots().size())
                .column("Steps", c -> c.steps().size());
    }

    static Table<RecallCase> list(List<RecallCase> cases) {
        return Table.of("Recall cases", cases)
                .column("Case", RecallCase::id)
                .column("State", CaseTables::state)
                .column("Mode", c -> c.opening().mode())
                .column("Class", c -> c.opening().recallClass())
                .column("Decided", c -> c.opening().decidedAt())
                .number("Lots", c -> c.scope().lots().size())
                .column("Reason", c -> c.opening().reason());
    }

    static Table<RecallUnderway> underway(List<RecallUnderway> underway) {
        return Table.of("Under way", underway)
                .column("Case", one -> one.recallCase().map(RecallCaseId::value).orElse(""))
                .column("By", RecallUnderway::actor)
                .column("Since", RecallUnderway::since)
                .number("Affected", RecallUnderway::affected)
                .number("To block", RecallUnderway::toBlock);
    }

    static Table<RecallStep> steps(RecallCase recallCase) {
        return stepTable("Steps", recallCase.steps());
    }

    static Table<RecallStep> newest(RecallCase recallCase) {
        List<RecallStep> steps = recallCase.steps();
        return stepTable("Newest step", steps.subList(steps.size() - 1, steps.size()));
    }

    static Table<ScopeVersion> versions(RecallCase recallCase) {
        return Table.of("Versions of the scope", recallCase.scopes())
                .number("Version", ScopeVersion::number)
                .number("Ledger position", ScopeVersion::ledgerPosition)
                .number("Lots", scope -> scope.lots().size())
                .column("Suspects", scope -> scope.criteria().suspects())
                .column("Rules", scope -> scope.criteria().rules())
                .column("Excluded", scope -> scope.criteria().excluded())
                .column("Reason", ScopeVersion::reason);
    }

    static Table<ScopeLot> lots(ScopeVersion scope) {
        return Table.of("Affected lots, version " + scope.number(), scope.lots())
                .number("Level", ScopeLot::level)
                .column("Lot", ScopeLot::lot)
                .number("On hand", ScopeLot::onHand)
                .number("Shipped", ScopeLot::shipped)
                .number("Returned", ScopeLot::returned);
    }

    static Table<OpenPoint> open(String title, List<OpenPoint> points) {
        return Table.of(title, points)
                .column("What", OpenPoint::code)
                .column("Where", OpenPoint::subject)
                .number("Quantity", OpenPoint::quantity)
                .column("To do", OpenPoint::message);
    }

    private static String state(RecallCase recallCase) {
        return (recallCase.isCancelled() ? "CANCELLED, " : "") + (recallCase.isClosed() ? "CLOSED" : "OPEN");
    }

    private static Table<RecallStep> stepTable(String title, List<RecallStep> steps) {
        return Table.of(title, steps)
                .number("Step", RecallStep::number)
                .column("When", RecallStep::at)
                .column("Who", RecallStep::actor)
                .column("What", step -> step.fact().getClass().getSimpleName())
                .column("Facts", step -> text(step.fact()));
    }

    /** The most important of what a step says; everything is in the export. */
    private static String text(RecallFact fact) {
        if (fact instanceof RecallFact.ScopeSet set) {
            return "version " + set.scope().number() + ": " + set.scope().lots().size() + " lots, "
                    + set.scope().reason();
        }
        if (fact instanceof RecallFact.StockBlocked blocked) {
            return blocked.lots().size() + " lots recalled, "
                    + blocked.cancelled().size() + " reservations cancelled, "
                    + blocked.withheld().size() + " ship notices withheld, "
                    + blocked.inTransit().size() + " quantities in transit, on the road or announced";
        }
        if (fact instanceof RecallFact.StockFreed freed) {
            return freed.lots().size() + " lots on hold, " + freed.sent().size() + " ship notices sent";
        }
        if (fact instanceof RecallFact.NoticeQueued queued) {
            return queued.kind() + " " + queued.key();
        }
        if (fact instanceof RecallFact.NoticeAttempted attempt) {
            return attempt.key() + " " + attempt.method() + (attempt.sent() ? " sent: " : " not sent: ")
                    + attempt.detail();
        }
        if (fact instanceof RecallFact.Answered answered) {
            return answered.answer().party() + " " + answered.answer().lot() + ": on hand "
                    + answered.answer().onHand() + ", destroyed "
                    + answered.answer().destroyed() + ", used "
                    + answered.answer().used();
        }
        if (fact instanceof RecallFact.SampleDrawn drawn) {
            return drawn.percent().toPlainString() + " % of " + drawn.consignees() + ", seed " + drawn.seed() + ": "
                    + drawn.sample().stream().map(party -> party.value()).collect(Collectors.joining(", "));
        }
        if (fact instanceof RecallFact.SignedFor signature) {
            return signature.points().size() + " open points: " + signature.reason();
        }
        if (fact instanceof RecallFact.Noted note) {
            return note.topic() + " " + note.reference() + ": " + note.text();
        }
        if (fact instanceof RecallFact.Opened opened) {
            return opened.opening().reason();
        }
        return fact.toString();
    }
}
