package org.lottrace.persistence.internal.recall;

import static org.lottrace.persistence.internal.recall.FactRow.named;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.EffectivenessCheck;
import org.lottrace.api.recall.NoticeKind;
import org.lottrace.api.recall.RecallFact.Answered;
import org.lottrace.api.recall.RecallFact.Checked;
import org.lottrace.api.recall.RecallFact.NoticeAttempted;
import org.lottrace.api.recall.RecallFact.NoticeQueued;
import org.lottrace.api.recall.RecallFact.SampleDrawn;

/** What passed between the company and its consignees. */
final class ConsigneeRows {
    private static final String NOTICE = "notice";
    private static final String METHOD = "method";
    private static final String CONSIGNEE = "consignee";
    private static final String SOURCE = "source";

    private ConsigneeRows() {}

    static List<FactRow> writeQueued(NoticeQueued fact) {
        return List.of(
                named(NOTICE).party(fact.party()).words(fact.key()).number(fact.scopeVersion()),
                named("kind").words(fact.kind().code()));
    }

    static NoticeQueued readQueued(FactReader rows) {
        FactRow notice = rows.one(NOTICE);
        return new NoticeQueued(
                notice.words().orElseThrow(),
                notice.party().orElseThrow(),
                rows.choice(NoticeKind.class, "kind"),
                notice.number().orElseThrow().intValue());
    }

    static List<FactRow> writeAttempted(NoticeAttempted fact) {
        return List.of(
                named(NOTICE).party(fact.party()).words(fact.key()).number(fact.sent() ? 1 : 0),
                named(METHOD).words(fact.method()),
                named("detail").words(fact.detail()));
    }

    static NoticeAttempted readAttempted(FactReader rows) {
        FactRow notice = rows.one(NOTICE);
        return new NoticeAttempted(
                notice.words().orElseThrow(),
                notice.party().orElseThrow(),
                rows.words(METHOD),
                notice.number().orElseThrow() == 1,
                rows.words("detail"));
    }

    static List<FactRow> writeAnswered(Answered fact) {
        ConsigneeAnswer answer = fact.answer();
        List<FactRow> rows = new ArrayList<>(List.of(
                named("goods")
                        .party(answer.party())
                        .document(answer.shipment())
                        .lot(answer.lot())
                        .number(answer.subRecalled() ? 1 : 0)
                        .words(answer.saidBy()),
                named("onHand").quantity(answer.onHand()),
                named("destroyed").quantity(answer.destroyed()).words(answer.certificate()),
                named("used").quantity(answer.used()),
                named("returnedBefore").quantity(fact.returnedBefore())));
        if (!answer.source().isEmpty()) {
            rows.add(named(SOURCE).words(answer.source()));
        }
        return rows;
    }

    static Answered readAnswered(FactReader rows) {
        FactRow goods = rows.one("goods");
        return new Answered(
                new ConsigneeAnswer(
                        goods.party().orElseThrow(),
                        goods.document().orElseThrow(),
                        goods.lot().orElseThrow(),
                        quantity(rows, "onHand"),
                        quantity(rows, "destroyed"),
                        quantity(rows, "used"),
                        goods.number().orElseThrow() == 1,
                        rows.words("destroyed"),
                        goods.words().orElseThrow(),
                        rows.all(SOURCE).isEmpty() ? "" : rows.words(SOURCE)),
                quantity(rows, "returnedBefore"));
    }

    static List<FactRow> writeSample(SampleDrawn fact) {
        List<FactRow> rows = new ArrayList<>(List.of(
                named("percent").words(fact.percent().toPlainString()),
                named("seed").number(fact.seed()),
                named("version").number(fact.scopeVersion()),
                named("consignees").number(fact.consignees()),
                named("reason").words(fact.reason())));
        fact.sample().forEach(party -> rows.add(named(CONSIGNEE).party(party)));
        return rows;
    }

    static SampleDrawn readSample(FactReader rows) {
        return new SampleDrawn(
                new BigDecimal(rows.words("percent")),
                rows.number("seed"),
                (int) rows.number("version"),
                (int) rows.number("consignees"),
                rows.list(CONSIGNEE, row -> row.party().orElseThrow()),
                rows.words("reason"));
    }

    static List<FactRow> writeChecked(Checked fact) {
        EffectivenessCheck check = fact.check();
        return List.of(
                named(CONSIGNEE).party(check.party()),
                named(METHOD).words(check.method()),
                named("notified").number(check.notified() ? 1 : 0),
                named("acted").number(check.acted() ? 1 : 0),
                named("comment").words(check.comment()));
    }

    static Checked readChecked(FactReader rows) {
        return new Checked(new EffectivenessCheck(
                rows.one(CONSIGNEE).party().orElseThrow(),
                rows.words(METHOD),
                rows.number("notified") == 1,
                rows.number("acted") == 1,
                rows.words("comment")));
    }

    private static Quantity quantity(FactReader rows, String name) {
        return rows.one(name).quantity().orElseThrow();
    }
}
