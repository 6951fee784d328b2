package org.lottrace.console.web.internal.recall;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.cost.RecallCostDraft;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.recall.RecallDisposal;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.api.recall.ScopeLot;
import org.lottrace.api.recall.answer.SetAsideAnswer;
import org.lottrace.api.recall.notice.NoticeState;
import org.lottrace.api.recall.notice.RecallNotice;
import org.lottrace.api.recall.report.Consignee;
import org.lottrace.api.recall.report.DownstreamBalance;
import org.lottrace.console.web.internal.desk.Slice;

/** What the single pages of a case have, each besides what all of them have. */
public final class CaseParts {
    private CaseParts() {}

    /**
     * What the overview has.
     *
     * @param eventId for cancelling
     */
    public record Overview(Slice<ToDo> toDos, List<Option> sites, String eventId) {}

    /**
     * What is affected.
     *
     * @param dispositions of the shown lots; what is not in it is sellable
     * @param blocked what was stopped, by all versions together
     * @param eventId for the next change of the scope
     */
    public record Lots(
            Slice<ScopeLot> lots,
            Map<LotKey, Disposition> dispositions,
            List<RecallFact.StockBlocked> blocked,
            List<Option> sites,
            String eventId) {}

    /** @param shown code of those that are shown, empty for all */
    public record Consignees(Slice<Consignee> consignees, String shown, List<SetAsideAnswer> setAside) {}

    /**
     * One consignee.
     *
     * @param notices to them
     * @param inSample whether they are among those who are checked
     */
    public record One(
            Consignee consignee, List<NoticeState> notices, boolean inSample, List<RecallFact.Checked> checks) {}

    /** @param unreached to whom nothing goes out, because no way of sending reaches them */
    public record Notices(Slice<NoticeState> notices, List<PartyId> unreached) {}

    public record Notice(RecallNotice notice) {}

    /** @param seed proposed for the next draw */
    public record Checks(Slice<Checked> sample, long seed) {
        /** A consignee of the sample and the results of their checks. */
        public record Checked(String party, String name, List<RecallFact.Checked> results) {}
    }

    public record Quantities(
            Slice<LotBalance> own,
            Slice<DownstreamBalance> downstream,
            Slice<RecallDisposal> disposals,
            List<Option> kinds) {}

    /** @param problem why the books cannot say it now */
    public record Money(Optional<RecallCostDraft> draft, Optional<String> problem) {}

    public record File(Slice<RecallStep> steps, List<Option> topics) {}
}
