package org.lottrace.console.web.internal.accounts;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** Whom the journal is handed over to, how far each is, what it has rejected; and entries are sent to it once more. */
public final class Receivers {
    private static final String PATH = "accounts/receivers";
    private static final String PAGE = "accounts/receivers.jte";
    private static final List<String> NAMES = List.of("receiver", "entry");
    private static final int AT_A_TIME = 50;

    private Receivers() {}

    /**
     * @param next address of the next page of receivers, absent on the last one
     * @param receiver whose rejections are shown; empty for none
     * @param rejections a page of them
     * @param more address of the next page of rejections, absent on the last one
     */
    public record View(
            CostingProgress progress,
            Fields fields,
            List<JournalReceiver> receivers,
            Optional<String> next,
            String receiver,
            List<JournalRejection> rejections,
            Optional<String> more) {}

    static Answer show(Visit visit) {
        return Answer.html(
                PAGE,
                view(visit, Fields.empty(visit.texts()), visit.parameters().text("receiver")));
    }

    private static View view(Visit visit, Fields fields, String receiver) {
        JournalReceivers receivers = visit.as(JournalReceivers.class);
        List<JournalReceiver> found = receivers.list(visit.parameters().given("after"), AT_A_TIME + 1);
        List<JournalReceiver> shown = found.subList(0, Math.min(AT_A_TIME, found.size()));
        long passed = visit.parameters()
                .given("rejected-after")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
        List<JournalRejection> rejected =
                receiver.isEmpty() ? List.of() : receivers.rejections(receiver, passed, AT_A_TIME + 1);
        List<JournalRejection> page = rejected.subList(0, Math.min(AT_A_TIME, rejected.size()));
        return new View(
                AccountsPage.progress(visit),
                fields,
                shown,
                found.size() > AT_A_TIME
                        ? Optional.of(Address.to(
                                PATH, "after", shown.get(AT_A_TIME - 1).name()))
                        : Optional.empty(),
                receiver,
                page,
                rejected.size() > AT_A_TIME
                        ? Optional.of(Address.to(
                                PATH,
                                "receiver",
                                receiver,
                                "rejected-after",
                                page.get(AT_A_TIME - 1).number()))
                        : Optional.empty());
    }

    /** Sends all entries from one on once more. */
    static Answer resend(Visit visit) {
        Fields fields = Fields.entered(visit.parameters(), visit.texts(), NAMES);
        Optional<Long> entry = fields.needed("entry", Receivers::number);
        String receiver = fields.text("receiver");
        if (fields.areRight()) {
            fields.refused(visit.as(JournalReceivers.class)
                    .resend(visit.caller(), receiver, entry.orElseThrow())
                    .violations());
            if (fields.areRight()) {
                return new Answer.SeeOther(Address.to(PATH, "receiver", receiver));
            }
        }
        return Answer.refused(PAGE, view(visit, fields, receiver));
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("\"" + text + "\": 17");
        }
        return Long.parseLong(text);
    }
}
