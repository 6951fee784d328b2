package org.lottrace.console.web.internal.master;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lottrace.api.code.Coded;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.master.MasterAction;
import org.lottrace.api.master.MasterChange;
import org.lottrace.api.master.MasterClosing;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.MasterUse;
import org.lottrace.api.master.Masters;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** What is closed, and for each item, party, site or location what was done to it and the form to close it, open it again or delete it. */
public final class MastersPage implements Page {
    private static final int AT_A_TIME = 50;
    private static final int MOST_STEPS = 200;
    private static final String PATH = "masters";
    private static final String ONE = "one";

    /** @param next address of the next page, absent on the last one */
    public record Closed(Optional<MasterKind> kind, List<MasterStep> steps, Optional<String> next) {}

    /**
     * @param closing the step that closed it, absent while it is open
     * @param uses what is open with it
     * @param steps the first of what was done to it
     */
    public record One(
            MasterReference master,
            Optional<MasterStep> closing,
            List<MasterUse> uses,
            List<MasterStep> steps,
            Fields fields) {}

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String needs() {
        return "master.list-closed";
    }

    @Override
    public Answer show(Visit visit) {
        return switch (String.join("/", visit.address().rest())) {
            case "" -> closed(visit);
            case ONE ->
                master(visit)
                        .<Answer>map(master ->
                                Answer.html("masters/one.jte", one(master, Fields.empty(visit.texts()), visit)))
                        .orElse(Answer.NOT_FOUND);
            default -> Answer.NOT_FOUND;
        };
    }

    private static Answer closed(Visit visit) {
        Optional<MasterKind> kind = visit.parameters().given("kind").flatMap(MastersPage::kind);
        Optional<Long> after = visit.parameters()
                .given("after")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
        List<MasterStep> found = visit.as(Masters.class).closed(kind, after, AT_A_TIME + 1);
        List<MasterStep> shown = found.subList(0, Math.min(AT_A_TIME, found.size()));
        Optional<String> next = found.size() > AT_A_TIME
                ? Optional.of(Address.to(
                        PATH,
                        "kind",
                        kind.map(MasterKind::code).orElse(""),
                        "after",
                        shown.get(AT_A_TIME - 1).number()))
                : Optional.empty();
        return Answer.html("masters/closed.jte", new Closed(kind, shown, next));
    }

    @Override
    public Answer change(Visit visit) {
        if (!visit.address().rest().equals(List.of(ONE))) {
            return Answer.NOT_ALLOWED_HERE;
        }
        Optional<MasterReference> master = master(visit);
        if (master.isEmpty()) {
            return Answer.NOT_FOUND;
        }
        Fields fields = Fields.entered(visit.parameters(), visit.texts(), List.of("reason", "confirmed"));
        fields.refused(step(master.get(), fields, visit).violations());
        return fields.areRight()
                ? new Answer.SeeOther(address(master.get()))
                : Answer.refused("masters/one.jte", one(master.get(), fields, visit));
    }

    private static Outcome<MasterStep> step(MasterReference master, Fields fields, Visit visit) {
        Masters masters = visit.as(Masters.class);
        String reason = fields.text("reason");
        BiFunction<Caller, MasterChange, Outcome<MasterStep>> change =
                switch (Coded.of(MasterAction.class, visit.parameters().text("action"))) {
                    case CLOSE ->
                        (caller, ignored) -> masters.close(
                                caller, new MasterClosing(master, reason, fields.has("confirmed", "yes")));
                    case REOPEN -> masters::reopen;
                    case DELETE -> masters::delete;
                };
        return change.apply(visit.caller(), new MasterChange(master, reason));
    }

    private static One one(MasterReference master, Fields fields, Visit visit) {
        Masters masters = visit.as(Masters.class);
        return new One(
                master,
                masters.closing(master),
                masters.uses(master),
                masters.steps(master, Optional.empty(), MOST_STEPS),
                fields);
    }

    /** @return address of the page about it */
    public static String address(MasterReference master) {
        return Address.to(PATH + "/" + ONE, "kind", master.kind().code(), "key", master.key());
    }

    private static Optional<MasterReference> master(Visit visit) {
        try {
            return visit.parameters()
                    .given("kind")
                    .flatMap(MastersPage::kind)
                    .map(kind -> new MasterReference(kind, visit.parameters().text("key")));
        } catch (InvalidIdentifierException nothing) {
            return Optional.empty();
        }
    }

    private static Optional<MasterKind> kind(String code) {
        return List.of(MasterKind.values()).stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst();
    }
}
