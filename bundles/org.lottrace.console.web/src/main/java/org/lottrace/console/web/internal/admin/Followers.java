package org.lottrace.console.web.internal.admin;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.FollowerState;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** What follows the ledger, how far it is, and what a person can do about it. */
public final class Followers {
    private static final int MOST = 100;

    private Followers() {}

    /**
     * @param done what was done just now, as a part of the key of its text; empty: nothing
     * @param one the follower that is looked at; absent for the list
     */
    public record View(List<FollowerStatus> all, String done, Optional<One> one) {}

    /**
     * One follower.
     *
     * @param setAside the first of its events that wait
     * @param more how many others wait
     * @param skipped the first of those it does without
     * @param moreSkipped how many others it does without
     * @param problems why nothing was done
     * @param reason as it was entered
     * @param position of the event for which it was entered; 0: none
     */
    public record One(
            FollowerStatus status,
            List<SetAsideEvent> setAside,
            int more,
            List<SetAsideEvent> skipped,
            int moreSkipped,
            List<Violation> problems,
            String reason,
            long position) {}

    /** @return class of its badge */
    public static String badge(FollowerStatus status) {
        if (status.state() == FollowerState.STOPPED) {
            return "bad";
        }
        return status.state() == FollowerState.RUNNING && status.setAside().isEmpty() ? "good" : "warn";
    }

    /** @return the page about a follower */
    public static String link(String name) {
        return Address.to("admin/followers", "name", name);
    }

    static Answer show(Visit visit) {
        Optional<String> name = visit.parameters().given("name");
        List<FollowerStatus> all = visit.as(LedgerFollowers.class).all();
        if (name.isEmpty()) {
            return Answer.html("admin/followers.jte", new View(all, "", Optional.empty()));
        }
        return page(visit, all, name.get(), List.of())
                .map(view -> Answer.html("admin/follower.jte", view))
                .orElse(Answer.NOT_FOUND);
    }

    static Answer change(Visit visit) {
        LedgerFollowers followers = visit.as(LedgerFollowers.class);
        String name = visit.parameters().text("name");
        String action = visit.parameters().text("action");
        List<Violation> problems =
                switch (action) {
                    case "retry" -> followers.retry(name, position(visit));
                    case "skip" ->
                        followers.skip(
                                visit.caller(),
                                name,
                                position(visit),
                                visit.parameters().text("reason"));
                    case "rebuild" -> followers.rebuild(name);
                    default -> throw new IllegalArgumentException("a follower knows no \"" + action + "\"");
                };
        return problems.isEmpty()
                ? new Answer.SeeOther(Address.to("admin/followers", "name", name, "done", action))
                : page(visit, followers.all(), name, problems)
                        .map(view -> Answer.refused("admin/follower.jte", view))
                        .orElse(Answer.NOT_FOUND);
    }

    private static Optional<View> page(Visit visit, List<FollowerStatus> all, String name, List<Violation> problems) {
        String done = Optional.of(visit.parameters().text("done"))
                .filter(List.of("retry", "skip", "rebuild")::contains)
                .orElse("");
        return all.stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .map(status -> {
                    List<SetAsideEvent> skipped =
                            visit.as(LedgerFollowers.class).skipped(name);
                    return new View(
                            all,
                            done,
                            Optional.of(new One(
                                    status,
                                    first(status.setAside()),
                                    Math.max(0, status.setAside().size() - MOST),
                                    first(skipped),
                                    Math.max(0, skipped.size() - MOST),
                                    problems,
                                    visit.parameters().text("reason"),
                                    problems.isEmpty() ? 0 : position(visit))));
                });
    }

    private static List<SetAsideEvent> first(List<SetAsideEvent> events) {
        return events.subList(0, Math.min(MOST, events.size()));
    }

    private static long position(Visit visit) {
        String text = visit.parameters().text("position");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
