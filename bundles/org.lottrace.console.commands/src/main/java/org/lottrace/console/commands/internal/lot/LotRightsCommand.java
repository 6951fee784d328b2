package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.right.LotRight;
import org.lottrace.api.right.LotRights;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "rights", description = "Lists who may create, number, split and re-date lots")
public final class LotRightsCommand extends LotTraceCommand {
    private static final int MOST = 2_000;

    @Uses
    private LotRights rights;

    @Option(name = "--all", description = "Every version there ever was. Default: those that count now")
    private boolean all;

    @Option(name = "--after", description = "Begin behind this version, the last one of the page before")
    private String after;

    @Override
    protected void run() {
        Optional<Long> last = Optional.ofNullable(after).map(WholeNumber::parse);
        int limit = Math.min(limit(), MOST);
        List<LotRight> page = all ? rights.list(last, limit) : rights.inForce(last, limit);
        print(page, table(Table.of("Rights", page)));
    }

    static Table<LotRight> table(Table<LotRight> rights) {
        return rights.number("Version", LotRight::version)
                .column("What", right -> right.change().action())
                .column("Class", right -> right.change().scope().itemClass())
                .column("Site", right -> right.change().scope().site())
                .column(
                        "Users",
                        right -> right.change().users().stream().sorted().toList())
                .column(
                        "Roles",
                        right -> right.change().roles().stream().sorted().toList())
                .column("Reason", right -> right.change().reason())
                .column("By", LotRight::by)
                .column("At", LotRight::at);
    }
}
