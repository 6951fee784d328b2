package org.lottrace.console.web.internal.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.code.Coded;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Role;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.right.LotRight;
import org.lottrace.api.right.LotRightChange;
import org.lottrace.api.right.LotRightScope;
import org.lottrace.api.right.LotRights;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** Who may create, number, split and re-date lots: what counts, every version there was, and the form for a new one. */
public final class LotRightsPage implements Page {
    private static final int AT_A_TIME = 50;
    private static final String PATH = "lot-rights";
    private static final String ALL = "all";
    private static final List<String> NAMES = List.of("action", "itemClass", "site", "users", "roles", "reason");

    /** @param next address of the next page, absent on the last one */
    public record View(boolean all, List<LotRight> rights, Optional<String> next, Fields fields) {}

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String needs() {
        return "lot-right.list-in-force";
    }

    @Override
    public Answer show(Visit visit) {
        return switch (String.join("/", visit.address().rest())) {
            case "" -> Answer.html("admin/rights.jte", view(false, Fields.empty(visit.texts()), visit));
            case ALL -> Answer.html("admin/rights.jte", view(true, Fields.empty(visit.texts()), visit));
            default -> Answer.NOT_FOUND;
        };
    }

    @Override
    public Answer change(Visit visit) {
        if (!visit.address().rest().isEmpty()) {
            return Answer.NOT_ALLOWED_HERE;
        }
        Fields fields = Fields.entered(visit.parameters(), visit.texts(), NAMES);
        Optional<LotRightChange> change = read(fields);
        if (change.isPresent()) {
            fields.refused(
                    visit.as(LotRights.class).save(visit.caller(), change.get()).violations());
            if (fields.areRight()) {
                return new Answer.SeeOther(Address.to(PATH));
            }
        }
        return Answer.refused("admin/rights.jte", view(false, fields, visit));
    }

    private static Optional<LotRightChange> read(Fields fields) {
        Optional<LotAction> action = fields.needed("action", code -> Coded.of(LotAction.class, code));
        Optional<SiteId> site = fields.given("site", SiteId::new);
        Set<String> users = Arrays.stream(fields.text("users").split(","))
                .map(String::strip)
                .filter(user -> !user.isEmpty())
                .collect(Collectors.toSet());
        Set<Role> roles = fields.all("roles").stream()
                .filter(code -> !code.isEmpty())
                .map(code -> Coded.of(Role.class, code))
                .collect(Collectors.toSet());
        return fields.areRight()
                ? Optional.of(new LotRightChange(
                        action.orElseThrow(),
                        new LotRightScope(fields.given("itemClass", text -> text), site),
                        users,
                        roles,
                        fields.text("reason")))
                : Optional.empty();
    }

    private static View view(boolean all, Fields fields, Visit visit) {
        Optional<Long> after = visit.parameters()
                .given("after")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
        LotRights rights = visit.as(LotRights.class);
        List<LotRight> found = all ? rights.list(after, AT_A_TIME + 1) : rights.inForce(after, AT_A_TIME + 1);
        List<LotRight> shown = found.subList(0, Math.min(AT_A_TIME, found.size()));
        Optional<String> next = found.size() > AT_A_TIME
                ? Optional.of(Address.to(
                        all ? PATH + "/" + ALL : PATH,
                        "after",
                        shown.get(AT_A_TIME - 1).version()))
                : Optional.empty();
        return new View(all, shown, next, fields);
    }
}
