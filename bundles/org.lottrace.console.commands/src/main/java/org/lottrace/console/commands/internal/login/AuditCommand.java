package org.lottrace.console.commands.internal.login;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.audit.AuditQuery;
import org.lottrace.api.code.Coded;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lottrace",
        name = "audit",
        description = "Lists logins, refused logins and changes of rights, the newest first")
public final class AuditCommand extends LotTraceCommand {
    @Uses
    private AuditLog audit;

    @Option(name = "--user", description = "Only about the login of that name")
    private String user;

    @Option(
            name = "--kind",
            description =
                    "Only what happened: login, login-failed, login-refused, locked, unlocked, rights, credential,"
                            + " token-made, token-revoked, token-refused")
    private String kind;

    @Option(name = "--from", description = "Not before that moment, such as 2026-11-27T08:00:00Z")
    private String from;

    @Option(name = "--until", description = "Before that moment")
    private String until;

    @Option(name = "--after", description = "Goes on after the entry of that number, the last of the page before")
    private String after;

    @Override
    protected void run() {
        List<AuditEntry> entries = audit.list(new AuditQuery(
                Optional.ofNullable(user),
                Optional.ofNullable(kind).map(code -> Coded.of(AuditKind.class, code)),
                Optional.ofNullable(from).map(AuditCommand::moment),
                Optional.ofNullable(until).map(AuditCommand::moment),
                Optional.ofNullable(after).map(WholeNumber::parse),
                limit()));
        print(
                entries,
                Table.of("Audit log", entries)
                        .number("No.", AuditEntry::id)
                        .column("At", AuditEntry::at)
                        .number("Times", AuditEntry::times)
                        .column("What", entry -> entry.kind().code())
                        .column("User", AuditEntry::user)
                        .column("From", AuditEntry::address)
                        .column("By way of", AuditCommand::way)
                        .column("Roles", entry -> String.join(" ", entry.roles()))
                        .column("By", AuditEntry::by)
                        .column("Detail", AuditEntry::detail));
    }

    private static String way(AuditEntry entry) {
        return (entry.channel() + " " + entry.method().code()).replace(" none", "");
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no moment; write it such as 2026-11-27T08:00:00Z", e);
        }
    }
}
