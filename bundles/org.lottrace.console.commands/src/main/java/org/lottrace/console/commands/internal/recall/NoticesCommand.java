package org.lottrace.console.commands.internal.recall;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.notice.NoticeState;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "recall", name = "notices", description = "Shows every notice of a case and what became of it")
public final class NoticesCommand extends RecallCommand {
    @Uses
    private RecallReports reports;

    @Override
    protected void run() {
        List<NoticeState> notices = found(reports.notices(id()));
        print(
                notices,
                Table.of("Notices", notices)
                        .column("Key", state -> state.notice().key())
                        .column("Kind", state -> state.notice().kind())
                        .column("Queued", NoticeState::queuedAt)
                        .number("Attempts", state -> state.attempts().size())
                        .column("Sent", NoticeState::sentAt)
                        .column("Next try", NoticeState::nextTry)
                        .column("Last attempt", NoticesCommand::last));
    }

    private static String last(NoticeState state) {
        List<RecallFact.NoticeAttempted> attempts = state.attempts();
        return attempts.isEmpty()
                ? ""
                : attempts.get(attempts.size() - 1).method() + ": "
                        + attempts.get(attempts.size() - 1).detail();
    }
}
